/**
 * Where people go by radiation, in the engine: migration alone for one month, so that everyone who leaves sees the
 * same jobs, and homes where nothing is to be had, so that nearly all who think of it leave.
 */
import { radiationRow } from "../../../sim/numerics/spatial.ts";
import { Activity } from "../../../sim/world/persons.ts";
import { OUTSIDE, VILLAGE } from "../../../sim/world/tiers.ts";
import { minutesBetween } from "../../../sim/world/travel.ts";
import type { World } from "../../../sim/world/world.ts";
import type { Shares } from "./shares.ts";
import { castPeople, INCOME_ALONE, openStage } from "./stage.ts";

const LOGIT = 0;
const RADIATION = 1;

const parameters = (destinationLaw: number) => ({
  ...INCOME_ALONE,
  incomeWeight: 1.5,
  choiceScale: 1,
  considerRate: 2,
  settleYears: 1000,
  commuteWeight: 1000,
  destinationLaw,
});

/** Better than farming at home by so much that hardly anyone stays. */
const PAY = 1e6;

/** Where each went who thought of it, by home; nobody has gone from home to home. */
class Flows {
  readonly #counts = new Map<number, Map<number, number>>();

  add(from: number, to: number): void {
    const row = this.#counts.get(from) ?? new Map<number, number>();
    this.#counts.set(from, row.set(to, (row.get(to) ?? 0) + 1));
  }

  /** How many left, and the shares of all places in them. */
  shares(from: number, places: readonly number[]): { draws: number; engine: number[] } {
    const row = this.#counts.get(from) ?? new Map<number, number>();
    const draws = [...row.values()].reduce((sum, count) => sum + count, 0);
    return { draws, engine: places.map((j) => (row.get(j) ?? 0) / draws) };
  }
}

/** Four places, as of the kernel's known answer: what each has, and how far each is from each. */
export const MASSES = [1000, 500, 2000, 4000];
const POSITIONS = [
  [0, 0],
  [3, 4],
  [6, 0],
  [10, 0],
] as const;
const apart = (a: number, b: number): number =>
  Math.sqrt((POSITIONS[a][0] - POSITIONS[b][0]) ** 2 + (POSITIONS[a][1] - POSITIONS[b][1]) ** 2);

/** The row of one of the four: a village of farmers, and the other three beyond the region. */
export function rowOfFour(from: number): Shares {
  const flows = new Flows();
  const simulation = openStage(
    {
      counties: [{ residents: 60_000, registeredPart: 1, urbanPart: 0.02, towns: 0, villages: 1 }],
      gateways: 3,
      scale: 1,
      years: 1,
      parameters: parameters(RADIATION),
    },
    ["migration"],
    `radiation ${from}`,
    {
      thought(_, __, { residence }, k) {
        if (residence[k] !== village) flows.add(village, residence[k]);
      },
    },
  );
  const { world } = simulation;
  const { settlements: s, zonePairs, sizes } = world;
  const village = s.tier.indexOf(VILLAGE);
  castPeople(world, (home) => (home === village ? Activity.farming : Activity.none));
  const others = [0, 1, 2, 3].filter((k) => k !== from);
  const gateways = [...s.tier.keys()].filter((j) => s.tier[j] === OUTSIDE);
  s.wage.fill(0);
  s.farmIncome.fill(50);
  others.forEach((k, n) => {
    const j = gateways[n];
    s.size[j] = (MASSES[k] / MASSES[from]) * s.farmers[village];
    s.startWage[j] = PAY;
    zonePairs.minutes[s.zone[village] * sizes.zones + s.zone[j]] = 60 * apart(from, k);
  });
  simulation.step();
  const { draws, engine } = flows.shares(village, gateways);
  const closed = [
    ...radiationRow(
      MASSES,
      [0, 1, 2, 3].map((k) => apart(from, k)),
      from,
      true,
    ),
  ];
  engine.splice(from, 0, 0);
  return { draws, engine, closed };
}

export interface Leaving {
  /** Rows of all places, by the village of each county. */
  readonly rows: Shares[];
  /** Who left home, by key of luck. */
  readonly leavers: ReadonlySet<number>;
}

/** Villages of three counties, whose ways lead by seats and within reach of a daily trip. */
export function leaving(destinationLaw: number, pay = PAY): Leaving {
  const flows = new Flows();
  const leavers = new Set<number>();
  const simulation = openStage(
    {
      counties: [
        { residents: 60_000, registeredPart: 1, urbanPart: 0.25, towns: 1, villages: 1 },
        { residents: 50_000, registeredPart: 1, urbanPart: 0.15, towns: 2, villages: 1 },
        { residents: 50_000, registeredPart: 1, urbanPart: 0.1, towns: 1, villages: 1 },
      ],
      gateways: 2,
      scale: 1,
      years: 1,
      parameters: parameters(destinationLaw),
    },
    ["migration"],
    "leaving",
    {
      thought(person, _, { residence }, k) {
        const home = world.households.home[world.persons.household[person]];
        if (residence[k] === home) return;
        flows.add(home, residence[k]);
        leavers.add(world.persons.key[person]);
      },
    },
  );
  const world: World = simulation.world;
  const { settlements: s } = world;
  castPeople(world, (home) => (s.tier[home] === VILLAGE ? Activity.farming : Activity.public));
  const places = [...s.tier.keys()];
  const villages = places.filter((j) => s.tier[j] === VILLAGE);
  // Half of the jobs of the seats are far away, so that all places have some.
  for (const j of places) {
    s.farmIncome[j] = 50;
    s.wage[j] = s.tier[j] === VILLAGE ? 0 : pay;
    s.jobChance[j] = 1;
    if (s.tier[j] !== OUTSIDE) continue;
    s.startWage[j] = pay;
    s.size[j] /= 50;
  }
  const home = (from: number): number => s.farmers[from];
  const own = new Map(villages.map((from) => [from, home(from)]));
  simulation.step();
  const rows = villages.map((from) => {
    const masses = places.map((j) => (j === from ? s.size[j] + own.get(j)! : s.size[j]));
    const minutes = places.map((j) => minutesBetween(world, from, j));
    const { draws, engine } = flows.shares(from, places);
    return { draws, engine, closed: [...radiationRow(masses, minutes, from, true)] };
  });
  return { rows, leavers };
}

export { LOGIT, RADIATION };
