/**
 * The people of the first month, agent by agent, in the observed numbers: residents by county, town and country,
 * age band; those registered here and living outside; families that span both. What the census doesn't tell
 * (which household, which village) is synthesised from the synthesis seed.
 */
import { logistic } from "../../numerics/elementary.ts";
import { childKey, purposeKey, Purpose, rootKey } from "../../numerics/keyed.ts";
import { multinomialLargestRemainder } from "../../numerics/rounding.ts";
import { lognormal } from "../../numerics/distributions.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { Mode } from "../../world/persons.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../world/tiers.ts";
import type { Places } from "./places.ts";
import type { Roads } from "./roads.ts";
import { CENSUS_BANDS, type CensusRow, type Scenario } from "../scenario.ts";

/** One agent of the first month. */
export interface StartPerson {
  readonly key: number;
  /** Settlement of the family's house and land. */
  readonly home: number;
  readonly residence: number;
  readonly registered: number;
  readonly ageMonths: number;
  readonly female: boolean;
  readonly schooling: number;
  readonly mode: number;
  /** Months since leaving home, 0 for those at home. */
  readonly awayMonths: number;
  household: number;
}

export interface StartPeople {
  readonly persons: readonly StartPerson[];
  /** Home settlement of each household. */
  readonly householdHome: readonly number[];
}

const BAND_FROM = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85];
const BAND_YEARS = [1, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 10];
const FIRST_OLD_BAND = 14;
/** Log odds of living in a town for people of 65 and more: 17.7 % of rural, 11.1 % of urban people in 2020. */
const OLD_URBAN_LOG_ODDS = -0.54;
/** Weights of ages among those who live away: workers of 15-59 around a mean age of 41, and some children. Assumed. */
const AWAY_WEIGHTS = [
  0.1, 0.15, 0.2, 0.2, 0.35, 0.9, 1.1, 1.2, 1.1, 1.1, 1.2, 1, 0.6, 0.25, 0.08, 0.04, 0, 0, 0,
];
/** Fraction of the golden ratio: multiples of it fill the unit interval evenly (Kronecker sequence). */
const GOLDEN = 0.6180339887498949;
const DEFAULT_HOUSEHOLD_SIZE = 2.7;

/**
 * A step near the golden part of n that shares no factor with it: k * step modulo n comes to each of n numbers once,
 * and those that follow each other lie far apart.
 */
export function evenStep(n: number): number {
  const shared = (a: number, b: number): number => (b === 0 ? a : shared(b, a % b));
  let step = Math.max(1, Math.floor(n * GOLDEN));
  while (shared(step, n) !== 1) step++;
  return step;
}

/** The census row of the start year; the schema has checked that there is one. */
export function censusOf(scenario: Scenario, county: number): CensusRow {
  const row = scenario.world.counties[county].census.find(({ year }) => year === scenario.start);
  if (row === undefined) throw new RangeError(`county ${county} has no census row for ${scenario.start}`);
  return row;
}

/** Splits `total` agents by weights, whole and exact. */
function split(total: number, weights: readonly number[]): Int32Array {
  const out = new Int32Array(weights.length);
  multinomialLargestRemainder(Float64Array.from(weights), total, out);
  return out;
}

/**
 * Splits each age band into town and country so that the bands keep their totals, the urban sum is met, and
 * older people live in the country more often. Bisection on the log odds.
 */
export function urbanByBand(ages: readonly number[], urban: number): number[] {
  const share = (base: number, band: number): number =>
    logistic(base + (band >= FIRST_OLD_BAND ? OLD_URBAN_LOG_ODDS : 0));
  let low = -40;
  let high = 40;
  for (let k = 0; k < 80; k++) {
    const middle = (low + high) / 2;
    let total = 0;
    for (let band = 0; band < CENSUS_BANDS; band++) total += ages[band] * share(middle, band);
    if (total < urban) low = middle;
    else high = middle;
  }
  return ages.map((count, band) => count * share((low + high) / 2, band));
}

/** Turns even quantiles into ages in months, by band weights. */
function ageSampler(weights: readonly number[]): (quantile: number, within: number) => number {
  const cumulative: number[] = [];
  let total = 0;
  for (const weight of weights) cumulative.push((total += weight));
  return (quantile, within) => {
    const target = quantile * total;
    let band = 0;
    while (band < CENSUS_BANDS - 1 && cumulative[band] <= target) band++;
    return Math.floor((BAND_FROM[band] + BAND_YEARS[band] * within) * 12);
  };
}

export function synthesisePeople(
  scenario: Scenario,
  { places, zones }: Places,
  roads: Roads,
  assumptions: Assumptions,
): StartPeople {
  const { counties, gateways, synthesisSeed } = scenario.world;
  const { scale } = scenario;
  const key = purposeKey(rootKey(synthesisSeed), Purpose.synthesis);
  const draw = (purpose: number, index: number): number => uniform(key.key0, key.key1, purpose, index);
  const zoneOf = (county: number, tiers: readonly number[]) =>
    zones.find((zone) => zone.jurisdiction === county && tiers.includes(zone.tier));

  const persons: StartPerson[] = [];
  const villageWeights: { rows: number[]; weights: number[] }[] = [];
  const away = new Float64Array(counties.length);
  const extra = new Float64Array(counties.length);
  let serial = 0;

  const add = (
    home: number,
    residence: number,
    registered: number,
    ageMonths: number,
    schoolingMean: number,
    mode: number,
    awayMonths: number,
  ): void => {
    const id = serial++;
    // The young learn for longer than the mean of all adults says, the old for less.
    const years = Math.min(40, Math.max(0, ageMonths / 12 - 18));
    const target = ageMonths < 216 ? assumptions.schoolingTarget : schoolingMean + 2.5 - 0.125 * years;
    const schooling = Math.round(Math.min(19, Math.max(0, target + 5 * (draw(103, id) - 0.5))));
    persons.push({
      key: childKey(key.key0, id, 0),
      home,
      residence,
      registered,
      ageMonths,
      female: draw(104, id) < 0.49,
      schooling,
      mode,
      awayMonths,
      household: -1,
    });
  };

  counties.forEach((county, index) => {
    const row = censusOf(scenario, index);
    const urbanBands = urbanByBand(row.ages, row.urban);
    const ruralBands = row.ages.map((count, band) => count - urbanBands[band]);
    const seatZone = zoneOf(index, [SEAT, CORE])!;
    const townZone = zoneOf(index, [TOWN]);
    const villageZone = zoneOf(index, [VILLAGE])!;
    const sizes = (zone: { first: number; count: number }): number[] =>
      Array.from({ length: zone.count }, (_, k) =>
        lognormal(draw(101, zone.first + k), 0, assumptions.villageSpread),
      );

    const residents = Math.round(row.residents / scale);
    const urban = Math.round(row.urban / scale);
    const seatAgents = townZone === undefined ? urban : Math.round(urban * assumptions.seatShareOfUrban);
    const townAgents = townZone === undefined ? new Int32Array() : split(urban - seatAgents, sizes(townZone));
    const villageSizes = sizes(villageZone);
    const villageAgents = split(residents - urban, villageSizes);
    villageWeights.push({
      rows: Array.from({ length: villageZone.count }, (_, k) => villageZone.first + k),
      weights: villageSizes,
    });

    const gap = Math.round((row.registered - row.residents) / scale);
    away[index] = Math.max(0, gap);
    extra[index] = Math.max(0, -gap);

    const schooling = row.schoolingYears ?? 9;
    const fill = (
      settlement: number,
      agents: number,
      sampler: ReturnType<typeof ageSampler>,
      from: number,
      all: number,
    ): number => {
      const step = evenStep(all);
      for (let k = 0; k < agents; k++) {
        const quantile = ((((from + k) * step) % all) + 0.5) / all;
        add(
          settlement,
          settlement,
          settlement,
          sampler(quantile, draw(102, serial)),
          schooling,
          Mode.home,
          0,
        );
      }
      return from + agents;
    };
    const urbanAge = ageSampler(urbanBands);
    const ruralAge = ageSampler(ruralBands);
    let at = fill(seatZone.first, seatAgents, urbanAge, 0, urban);
    townAgents.forEach((agents, k) => (at = fill(townZone!.first + k, agents, urbanAge, at, urban)));
    at = 0;
    villageAgents.forEach(
      (agents, k) => (at = fill(villageZone.first + k, agents, ruralAge, at, residents - urban)),
    );
  });

  // Residents of a place beyond its registered people came from somewhere: from the counties whose people are
  // away, and, where those are too few, from outside.
  const awayTotal = away.reduce((sum, count) => sum + count, 0);
  const extraTotal = extra.reduce((sum, count) => sum + count, 0);
  const within = Math.min(awayTotal, extraTotal);
  const fromCounty = split(within, [...away]);
  const homes = counties.flatMap((_, county) => {
    const { rows, weights } = villageWeights[county];
    return [...split(fromCounty[county], weights)].flatMap((agents, k) =>
      Array.from({ length: agents }, () => rows[k]),
    );
  });
  const seatOf = (county: number): number => zoneOf(county, [SEAT, CORE])!.first;
  let taken = 0;
  const homeStep = evenStep(homes.length);
  counties.forEach((_, county) => {
    let left = extra[county];
    if (left === 0) return;
    const seat = seatOf(county);
    const workers = persons.flatMap((person, id) =>
      person.residence === seat && person.ageMonths >= 16 * 12 && person.ageMonths < 55 * 12 ? [id] : [],
    );
    // Every so many-th worker of the city is a newcomer, so their ages are those of its workers.
    const stride = workers.length / Math.max(1, left);
    for (let k = 0; k < workers.length && left > 0; k += Math.max(1, stride)) {
      const id = workers[Math.floor(k)];
      const origin = taken < homes.length ? homes[(taken * homeStep) % homes.length] : -1;
      taken++;
      left--;
      const stay = 1 + Math.floor(draw(105, id) * 120);
      persons[id] =
        origin >= 0
          ? { ...persons[id], home: origin, registered: origin, mode: Mode.circulating, awayMonths: stay }
          : { ...persons[id], registered: places.length - 1, mode: Mode.settled, awayMonths: stay };
    }
  });

  // Those away beyond the region: by size of the labour market and inversely by travel time (gravity).
  const gatewayRows = places.flatMap((place, row) => (place.tier === OUTSIDE ? [row] : []));
  const awayAge = ageSampler(AWAY_WEIGHTS);
  counties.forEach((_, county) => {
    const agents = away[county] - fromCounty[county];
    const hubRow = roads.hub[seatOf(county)] * roads.hubs;
    const pull = gatewayRows.map(
      (row, g) => gateways[g].workers / (30 + roads.hubMinutes[hubRow + roads.hub[row]]),
    );
    const { rows, weights } = villageWeights[county];
    const schooling = censusOf(scenario, county).schoolingYears ?? 9;
    let k = 0;
    split(agents, weights).forEach((fromVillage, village) => {
      for (let n = 0; n < fromVillage; n++, k++) {
        const target = ((0.5 + k * GOLDEN) % 1) * pull.reduce((sum, value) => sum + value, 0);
        let gateway = 0;
        let reached = pull[0];
        while (reached <= target && gateway < pull.length - 1) reached += pull[++gateway];
        const quantile = (0.25 + k * GOLDEN * GOLDEN) % 1;
        const stay = 1 + Math.floor(draw(105, serial) * 120);
        add(
          rows[village],
          gatewayRows[gateway],
          rows[village],
          awayAge(quantile, draw(102, serial)),
          schooling,
          Mode.circulating,
          stay,
        );
      }
    });
  });

  return { persons, householdHome: formHouseholds(scenario, places, persons) };
}

/**
 * Deals the people of each home settlement to households of the county's mean size: adults at home first, one to
 * each in turn, then those away, elders and children, so that most families keep an adult and some are all away.
 */
function formHouseholds(
  scenario: Scenario,
  places: Places["places"],
  persons: readonly StartPerson[],
): number[] {
  const byHome: number[][] = places.map(() => []);
  persons.forEach((person, id) => byHome[person.home].push(id));
  const householdHome: number[] = [];
  byHome.forEach((members, home) => {
    if (members.length === 0) return;
    const county = places[home].jurisdiction;
    const row = county < scenario.world.counties.length ? censusOf(scenario, county) : undefined;
    const size = row?.households === undefined ? DEFAULT_HOUSEHOLD_SIZE : row.registered / row.households;
    const count = Math.max(1, Math.round(members.length / Math.max(1.5, size)));
    const first = householdHome.length;
    const order = (id: number): number => {
      const { ageMonths, mode } = persons[id];
      if (ageMonths < 18 * 12) return 3;
      if (mode === Mode.circulating) return 1;
      return ageMonths < 60 * 12 ? 0 : 2;
    };
    members
      .map((id) => ({ id, order: order(id) }))
      .sort((a, b) => a.order - b.order || a.id - b.id)
      .forEach(({ id }, k) => (persons[id].household = first + (k % count)));
    for (let h = 0; h < count; h++) householdHome.push(home);
  });
  return householdHome;
}
