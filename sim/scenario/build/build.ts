/** Scenario to world: the state of the first month, from the file and the synthesis seed alone; no run's seed. */
import { rootKey } from "../../numerics/keyed.ts";
import { resolveAssumptions, type Assumptions } from "../../policy/parameters.ts";
import { LEVERS } from "../../policy/levers.ts";
import type { DriverSeries } from "../../processes/process.ts";
import { countAtHome } from "../../processes/demography/atHome.ts";
import { TERMS } from "../../processes/migration/terms.ts";
import { openBook } from "../../world/book.ts";
import { ALIVE, FEMALE, Mode, NOBODY } from "../../world/persons.ts";
import { createWorld, type World } from "../../world/world.ts";
import { resolveDrivers } from "../drivers.ts";
import type { Scenario } from "../scenario.ts";
import { startBonds } from "./bonds.ts";
import { poolsElsewhere, startElsewhere, startWelcome } from "./elsewhere.ts";
import { startBanks } from "./banks.ts";
import { startCoordination } from "./platforms.ts";
import { enterpriseSizes, startEnterprises } from "./enterprises.ts";
import { startBudgets } from "./budgets.ts";
import { startCouples } from "./couples.ts";
import { startFunctions } from "./functions.ts";
import { startFirms } from "./firms.ts";
import { startLand } from "./land.ts";
import { personRoom } from "./room.ts";
import { startSchools } from "./schools.ts";
import { startSkill } from "./skill.ts";
import { startShops } from "./shops.ts";
import { startBirths } from "./vital.ts";
import { startIncome, startWages } from "./wages.ts";
import { writeGeography } from "./geography.ts";
import { synthesisePeople } from "./people.ts";
import type { StartPeople } from "./roster.ts";
import { layPlaces, type Places } from "./places.ts";
import { layRoads } from "./roads.ts";
import { assignWork } from "./work.ts";

export interface Built {
  readonly world: World;
  readonly places: Places;
  readonly assumptions: Assumptions;
  readonly drivers: DriverSeries;
}

/** Room for households that couples found, over the agents of the start, for a year; a generous upper bound. */
const FOUNDED_A_YEAR = 0.003;
const SPARE_HOUSEHOLDS = 64;
const ADULT = 20;

export interface BuildOptions {
  /** Whether the world stands in memory that threads share; if not told, it doesn't. */
  readonly shared?: boolean;
  /** Whether every settlement has levers of its own; if not told, it does. A run without policies needs none. */
  readonly levers?: boolean;
  /** How many policies its books have room for; if not told, those of the scenario. */
  readonly policies?: number;
}

export function buildWorld(
  scenario: Scenario,
  { shared = false, levers = true, policies = scenario.policies.length }: BuildOptions = {},
): Built {
  const assumptions = resolveAssumptions(scenario.parameters);
  const drivers = resolveDrivers(scenario, scenario.years * 12 + 1);
  const places = layPlaces(scenario);
  const roads = layRoads(scenario, places, assumptions);
  const people = synthesisePeople(scenario, places, roads, assumptions);
  const agents = people.order.length;
  const pools = poolsElsewhere(people.newcomers, assumptions);
  const mayCome = pools.reduce((sum, pool) => sum + pool, 0);
  const world = createWorld(
    {
      settlements: places.places.length,
      jurisdictions: scenario.world.counties.length + 1,
      zones: places.zones.length,
      reach: roads.reach.reduce((sum, trips) => sum + trips.length, 0),
      persons: personRoom(people, mayCome, scenario, places, drivers, assumptions),
      households:
        people.householdHome.length +
        mayCome +
        Math.ceil(agents * FOUNDED_A_YEAR * scenario.years) +
        SPARE_HOUSEHOLDS,
      ...enterpriseSizes(agents, scenario.scale, places.places.length, assumptions),
      levers: levers ? places.places.length : 0,
      leverKinds: LEVERS.length,
      policies,
      terms: TERMS.length,
      scale: scenario.scale,
    },
    shared,
  );
  // Capital keeps pace with productivity.
  const growth = drivers.productivity[Math.min(12, drivers.productivity.length - 1)] - 1;
  writeGeography(world, scenario, places, roads);
  writePeople(world, people);
  startCouples(world, assumptions, drivers.fertility[0], scenario.world.synthesisSeed);
  startElsewhere(world, people.newcomers, pools);
  startBirths(world, scenario, assumptions, drivers);
  startWages(world, scenario, assumptions);
  countResidents(world);
  assignWork(world, scenario, assumptions);
  startSkill(world, assumptions);
  enterAll(world, assumptions);
  countAtHome(world, 0);
  startSchools(world);
  startFirms(world, assumptions, growth);
  startLand(world, scenario, assumptions);
  startFirms(world, assumptions, growth); // once more, now that there are fields
  startBudgets(world, assumptions, drivers.transferPerHead[0]);
  startShops(world, assumptions, growth);
  startBanks(world, assumptions);
  startEnterprises(world, assumptions, scenario.world.synthesisSeed, growth);
  startCoordination(world, scenario, assumptions);
  startFunctions(world, scenario, assumptions);
  const setting = {
    world,
    assumptions,
    drivers,
    measures: [],
    root: rootKey(scenario.world.synthesisSeed),
  };
  startBonds(setting);
  startWelcome(setting);
  return { world, places, assumptions, drivers };
}

function writePeople(world: World, { roster, order, household, householdHome }: StartPeople): void {
  const { persons: p, households: h, clock } = world;
  const lastPlace = world.sizes.settlements - 1;
  h.first.fill(NOBODY);
  h.home.set(householdHome);
  clock.householdRows[0] = householdHome.length;
  for (let i = 0; i < order.length; i++) {
    const id = order[i];
    p.key[i] = roster.keyOf(id);
    p.household[i] = household[id];
    p.born[i] = -roster.ageMonths[id];
    p.left[i] = -roster.awayMonths[id];
    p.residence[i] = roster.residence[id];
    // Those who settled here are registered where they came from, beyond the region.
    p.registered[i] = roster.mode[id] === Mode.settled ? lastPlace : roster.home[id];
    p.mode[i] = roster.mode[id];
    p.schooling[i] = roster.schooling[id];
    p.flags[i] = ALIVE | (roster.female[id] === 1 ? FEMALE : 0);
  }
  // Last first, so that each list runs in the order of rows.
  for (let i = order.length - 1; i >= 0; i--) {
    p.next[i] = h.first[p.household[i]];
    h.first[p.household[i]] = i;
  }
  clock.personRows[0] = order.length;
  clock.freePerson[0] = NOBODY;
  clock.alive[0] = order.length;
  clock.startAlive[0] = order.length;
}

/** Residents alone, which the assignment of work looks at; the book counts them again with all else. */
function countResidents(world: World): void {
  const { persons: p, settlements: s, clock } = world;
  for (let i = 0; i < clock.personRows[0]; i++) s.residents[p.residence[i]]++;
}

function enterAll(world: World, assumptions: Assumptions): void {
  const { persons: p, settlements: s, clock } = world;
  s.residents.fill(0);
  const book = openBook(world);
  for (let i = 0; i < clock.personRows[0]; i++) {
    if (-p.born[i] >= ADULT * 12) {
      p.savings[i] = Math.round(startIncome(world, i, assumptions) * 12 * assumptions.startSavings);
    }
    book.enter(i);
  }
}
