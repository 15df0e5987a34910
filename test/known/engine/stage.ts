/**
 * The engine reduced by configuration to what a closed form speaks of: some processes, outside series that
 * stand still, weights of 0 for all that people do not weigh there. What remains is set in the columns of the
 * start.
 */
import { createSimulation, type Observer, type Simulation } from "../../../sim/engine/simulation.ts";
import type { ParameterId } from "../../../sim/policy/parameters.ts";
import type { Policy } from "../../../sim/policy/policy.ts";
import { movement } from "../../../sim/policy/table/movement.ts";
import type { Driver, Scenario } from "../../../sim/scenario/scenario.ts";
import { openBook } from "../../../sim/world/book.ts";
import { Activity, ALIVE, MEAN_SCHOOLING, Mode } from "../../../sim/world/persons.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { smallWorld, type SmallWorld } from "../../laws/smallWorld.ts";

const still = (value: number): Driver => ({
  unit: "",
  points: [[2020, value]],
  after: "hold",
  source: "assumed",
});

/** Income is all that people weigh, and the same at every age: every other weight and cost of moving is 0. */
export const INCOME_ALONE: Readonly<Partial<Record<ParameterId, number>>> = {
  ...Object.fromEntries(
    Object.keys(movement)
      .filter((id) => id.endsWith("Weight"))
      .map((id) => [id, 0]),
  ),
  discountRate: 0,
  movingCost: 0,
  registrationBarrier: 0,
};

/** Three counties of one village each, so that rows of moves can be told by village. */
export const THREE_COUNTIES = [
  { residents: 40_000, registeredPart: 1, urbanPart: 0.25, towns: 1, villages: 1 },
  { residents: 30_000, registeredPart: 1, urbanPart: 0.15, towns: 2, villages: 1 },
  { residents: 30_000, registeredPart: 1, urbanPart: 0.1, towns: 1, villages: 1 },
] as const;

/** Nothing gained or lost by size: what firms make depends on their own capital and hands. */
export const SIZE_DOES_NOT_MATTER: Readonly<Partial<Record<ParameterId, number>>> = {
  agglomeration: 0,
  congestionScale: 0,
};

/** What is decided or comes from outside; nothing where nothing is said. */
export interface Outside {
  readonly policies?: readonly Policy[];
  /** Children per woman, and the multiplier on the life table. */
  readonly fertility?: number;
  readonly mortality?: number;
  /** Is told of every thought. */
  readonly thought?: Observer["thought"];
}

const silent = (): void => {};

export function openStage(
  world: SmallWorld,
  processes: readonly string[],
  seed: string,
  { policies = [], fertility = 0, mortality = 0, thought }: Outside = {},
): Simulation {
  const scenario: Scenario = {
    ...smallWorld(world),
    policies,
    drivers: {
      outsideWageGrowth: still(0),
      productivityGrowth: still(0),
      fertility: still(fertility),
      mortality: still(mortality),
      transferPerHead: still(0),
      farmPrice: still(1),
    },
  };
  const observer: Observer | undefined =
    thought === undefined
      ? undefined
      : { person: -1, thought, paid: silent, born: silent, came: silent, wed: silent, after: silent };
  const simulation = createSimulation(scenario, { seed, processes, record: false, observer });
  const { farmBond, urbanBond, regionBond, outsideBond } = simulation.world.jurisdictions;
  for (const bond of [farmBond, urbanBond, regionBond, outsideBond]) bond.fill(0);
  return simulation;
}

/** Everyone is this old, and stays so where nothing but the clock ages people. */
const AGE = 30;

export function everyoneThirty({ persons: p, clock }: World): void {
  for (let i = 0; i < clock.personRows[0]; i++) p.born[i] = clock.month[0] - 12 * AGE;
}

/**
 * Gives everyone who lives the same age and schooling, and a life at home as `doing` says; who is from
 * elsewhere is there, and does nothing.
 *
 * @param doing what one does who comes from that settlement
 * @returns rows of those from the region
 */
export function castPeople(world: World, doing: (home: number) => number): number[] {
  const { persons: p, households: h, clock } = world;
  const book = openBook(world);
  const cast: number[] = [];
  everyoneThirty(world);
  for (let i = 0; i < clock.personRows[0]; i++) {
    if ((p.flags[i] & ALIVE) === 0) continue;
    const home = h.home[p.household[i]];
    const stranger = world.settlements.tier[home] === OUTSIDE;
    book.strike(i);
    p.schooling[i] = MEAN_SCHOOLING;
    p.residence[i] = home;
    p.workplace[i] = home;
    p.activity[i] = stranger ? Activity.none : doing(home);
    p.mode[i] = Mode.home;
    book.enter(i);
    if (!stranger) cast.push(i);
  }
  return cast;
}

/** Lets someone live and work outside, with the family's home and account staying behind. */
export function sendAway(world: World, person: number, gateway: number): void {
  const { persons: p } = world;
  const book = openBook(world);
  book.strike(person);
  p.residence[person] = gateway;
  p.workplace[person] = gateway;
  p.activity[person] = Activity.outside;
  p.mode[person] = Mode.circulating;
  book.enter(person);
}

/** Modern work and the search for it, over all agents of the region. */
export function labourForce({ settlements: s, sizes }: World): { force: number; searching: number } {
  let [force, searching] = [0, 0];
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    searching += s.searching[j];
    force += s.searching[j] + s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
  }
  return { force, searching };
}
