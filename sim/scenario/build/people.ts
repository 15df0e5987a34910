/**
 * The people of the first month, agent by agent, in the observed numbers: residents by county, town and country,
 * age band; those registered here and living outside; families that span both. What the census doesn't tell
 * (which household, which village) is synthesised from the synthesis seed.
 */
import { lognormal } from "../../numerics/distributions.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { Mode } from "../../world/persons.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../world/tiers.ts";
import type { CensusRow, Scenario } from "../scenario.ts";
import { ageSampler, type AgeSampler, urbanByBand } from "./ages.ts";
import { censusOf } from "./census.ts";
import { evenStep, GOLDEN, split } from "./evenly.ts";
import { arrange, type Lists, listsFor, number } from "./arrange.ts";
import { formHouseholds } from "./families.ts";
import type { Places, ZonePlan } from "./places.ts";
import type { Roads } from "./roads.ts";
import { Draw, openRoster, type Roster, type StartPeople } from "./roster.ts";

/** Weights of ages among those who live away: workers of 15-59 around a mean age of 41, and some children. Assumed. */
const AWAY_WEIGHTS = [
  0.1, 0.15, 0.2, 0.2, 0.35, 0.9, 1.1, 1.2, 1.1, 1.1, 1.2, 1, 0.6, 0.25, 0.08, 0.04, 0, 0, 0,
];
/** Years of schooling where the census doesn't tell; assumed. */
const DEFAULT_SCHOOLING = 9;
const YOUNGEST_NEWCOMER = 16 * 12;
const OLDEST_NEWCOMER = 55 * 12;
/** More months than anyone is old. */
const AGES = 2048;
/** How many ways of spreading a life over places there are: codes of Mode. */
const MODES = 4;
/** Minutes that every journey takes, however short. */
const JOURNEY_START = 30;

/** Agents of a county who live elsewhere, and who came from elsewhere. */
interface Figures {
  readonly away: number;
  readonly newcomers: number;
  /** Those of them who came from other counties of the region, if these have so many away. */
  readonly fromRegion: number;
}

interface Origin {
  /** Its villages, as rows, and their weights as places that people come from. */
  readonly villages: readonly number[];
  readonly weights: readonly number[];
}

type Gap = Figures & Origin;

export function synthesisePeople(
  scenario: Scenario,
  places: Places,
  roads: Roads,
  assumptions: Assumptions,
): StartPeople {
  const figures = scenario.world.counties.map((_, county) =>
    gapOf(censusOf(scenario, county), scenario.scale, assumptions),
  );
  const room = figures.reduce((sum, { away }, county) => sum + away + residentsOf(scenario, county), 0);
  const roster = openRoster(scenario, assumptions, room);
  const gaps = figures.map((figure, county) => ({
    ...figure,
    ...enterResidents(roster, scenario, places, county, assumptions),
  }));
  const { fromCounty, fromBeyond } = bringNewcomers(roster, places, gaps, assumptions);
  gaps.forEach((gap, county) =>
    sendAway(roster, scenario, places, roads, county, gap, gap.away - fromCounty[county]),
  );
  const lists = listsFor(roster.count);
  const families = formHouseholds(scenario, places.places, roster, lists);
  worldOrder(roster, places.places.length, lists);
  return { roster, order: lists.order, ...families, newcomers: fromBeyond };
}

/**
 * By residence, mode, age and luck key: those who live alike stand side by side, and loops over people then take the
 * same way many times in a row.
 */
function worldOrder(
  { residence, mode, ageMonths, keyOf }: Roster,
  settlements: number,
  { order, other }: Lists,
): void {
  number(order);
  arrange(order, 0x10000, (id) => keyOf(id) & 0xffff, other);
  arrange(other, 0x10000, (id) => keyOf(id) >>> 16, order);
  arrange(order, MODES * AGES, (id) => mode[id] * AGES + ageMonths[id], other);
  arrange(other, settlements, (id) => residence[id], order);
}

const residentsOf = (scenario: Scenario, county: number): number =>
  Math.round(censusOf(scenario, county).residents / scenario.scale);

const zoneOf = ({ zones }: Places, county: number, tiers: readonly number[]): ZonePlan | undefined =>
  zones.find((zone) => zone.jurisdiction === county && tiers.includes(zone.tier));

const seatOf = (places: Places, county: number): number => zoneOf(places, county, [SEAT, CORE])!.first;

const schoolingOf = (scenario: Scenario, county: number): number =>
  censusOf(scenario, county).schoolingYears ?? DEFAULT_SCHOOLING;

/** Everyone who lives in a county, as if at home; who of them came from elsewhere is told later. */
function enterResidents(
  roster: Roster,
  scenario: Scenario,
  places: Places,
  county: number,
  assumptions: Assumptions,
): Origin {
  const { scale } = scenario;
  const row = censusOf(scenario, county);
  const urbanBands = urbanByBand(row.ages, row.urban);
  const ruralBands = row.ages.map((count, band) => count - urbanBands[band]);
  const townZone = zoneOf(places, county, [TOWN]);
  const villageZone = zoneOf(places, county, [VILLAGE])!;
  const sizes = (zone: ZonePlan): number[] =>
    Array.from({ length: zone.count }, (_, k) =>
      lognormal(roster.draw(Draw.size, zone.first + k), 0, assumptions.villageSpread),
    );

  const residents = residentsOf(scenario, county);
  const urban = Math.round(row.urban / scale);
  const inSeat = townZone === undefined ? urban : Math.round(urban * assumptions.seatShareOfUrban);
  const inTowns = townZone === undefined ? new Int32Array() : split(urban - inSeat, sizes(townZone));
  const weights = sizes(villageZone);
  const inVillages = split(residents - urban, weights);

  const schooling = schoolingOf(scenario, county);
  /** Fills settlements with agents whose ages run evenly through all of the county's town or country. */
  const filler = (age: AgeSampler, all: number): ((settlement: number, agents: number) => void) => {
    const step = evenStep(all);
    let at = 0;
    return (settlement, agents) => {
      for (let k = 0; k < agents; k++, at++) {
        const quantile = (((at * step) % all) + 0.5) / all;
        roster.enterHome(settlement, age(quantile, roster.drawNext(Draw.age)), schooling);
      }
    };
  };
  const fillUrban = filler(ageSampler(urbanBands), urban);
  fillUrban(seatOf(places, county), inSeat);
  inTowns.forEach((agents, k) => fillUrban(townZone!.first + k, agents));
  const fillRural = filler(ageSampler(ruralBands), residents - urban);
  inVillages.forEach((agents, k) => fillRural(villageZone.first + k, agents));

  return {
    villages: Array.from({ length: villageZone.count }, (_, k) => villageZone.first + k),
    weights,
  };
}

/**
 * Where the census counts those who came from other counties, registered people who aren't there live elsewhere:
 * away = registered + newcomers - residents. Where it doesn't, only the difference is known.
 */
function gapOf(
  { residents, registered, inMigrants }: CensusRow,
  scale: number,
  assumptions: Assumptions,
): Figures {
  const least = Math.max(0, residents - registered);
  if (inMigrants === undefined) {
    const newcomers = Math.round(least / scale);
    return {
      away: Math.max(0, Math.round((registered - residents) / scale)),
      newcomers,
      fromRegion: newcomers,
    };
  }
  const { sameProvince, otherProvince } = inMigrants;
  const came = Math.min(residents, Math.max(least, sameProvince + otherProvince));
  const newcomers = Math.round(came / scale);
  const nearby = came > 0 ? sameProvince / (sameProvince + otherProvince) : 0;
  return {
    away: Math.max(0, Math.round((registered + came - residents) / scale)),
    newcomers,
    fromRegion: Math.round(newcomers * assumptions.newcomersFromRegion * nearby),
  };
}

interface Origins {
  /** Agents of each county who live elsewhere in the region. */
  readonly fromCounty: Int32Array;
  /** Agents in each county who came from beyond the region. */
  readonly fromBeyond: Int32Array;
}

/**
 * Who came from elsewhere: workers of seats and towns, and of villages. Homes of those who came from the region are
 * dealt out among the villages of other counties whose people are away; all others came from beyond.
 */
function bringNewcomers(
  roster: Roster,
  places: Places,
  gaps: readonly Gap[],
  assumptions: Assumptions,
): Origins {
  const total = (figure: (gap: Gap) => number): number => gaps.reduce((sum, gap) => sum + figure(gap), 0);
  const within = Math.min(
    total(({ away }) => away),
    total(({ fromRegion }) => fromRegion),
  );
  const wanted = split(
    within,
    gaps.map(({ fromRegion }) => fromRegion),
  );
  const origins = gaps.map(({ villages, weights, away }, county) => {
    const left = Math.min(away, within);
    return { county, left, at: 0, homes: evenlyMixed(split(left, weights), villages) };
  });
  const fromCounty = new Int32Array(gaps.length);
  const fromBeyond = new Int32Array(gaps.length);
  gaps.forEach(({ newcomers }, county) => {
    const others = origins.filter((origin) => origin.county !== county);
    const chosen = chooseWorkers(roster, places, county, newcomers, assumptions.newcomersUrban);
    const before = (n: number): number => Math.floor((n * wanted[county]) / chosen.length);
    chosen.forEach((id, n) => {
      roster.awayMonths[id] = roster.stay(id);
      // Those from the region lie evenly among all newcomers.
      const origin = before(n + 1) > before(n) ? mostLeft(others) : undefined;
      if (origin === undefined) {
        fromBeyond[county]++;
        roster.mode[id] = Mode.settled;
        return;
      }
      const home = origin.homes[origin.at++];
      origin.left--;
      fromCounty[origin.county]++;
      roster.home[id] = home;
      roster.mode[id] = Mode.circulating;
    });
  });
  return { fromCounty, fromBeyond };
}

/** The origin that has most people left to send; the first of equals; none where all are used up. */
function mostLeft<T extends { readonly left: number }>(origins: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const origin of origins) if (origin.left > (best?.left ?? 0)) best = origin;
  return best;
}

/** Each village as often as it has agents, in an order in which neighbours lie far apart. */
function evenlyMixed(counts: Int32Array, villages: readonly number[]): Int32Array {
  const all = new Int32Array(counts.reduce((sum, agents) => sum + agents, 0));
  let at = 0;
  counts.forEach((agents, k) => all.fill(villages[k], at, (at += agents)));
  const step = evenStep(Math.max(1, all.length));
  return all.map((_, k) => all[(k * step) % all.length]);
}

/**
 * `count` workers of a county at even steps, so that their ages are those of its workers: the part `urbanPart` among
 * those of seats and towns, as far as there are so many, the rest in villages.
 */
function chooseWorkers(
  roster: Roster,
  { places }: Places,
  county: number,
  count: number,
  urbanPart: number,
): Uint32Array {
  const tierIf = (id: number): number => {
    const { tier, jurisdiction } = places[roster.residence[id]];
    const months = roster.ageMonths[id];
    return jurisdiction === county && months >= YOUNGEST_NEWCOMER && months < OLDEST_NEWCOMER
      ? tier
      : OUTSIDE;
  };
  const urban = rowsWhere(roster.count, (id) => tierIf(id) !== OUTSIDE && tierIf(id) !== VILLAGE);
  const rural = rowsWhere(roster.count, (id) => tierIf(id) === VILLAGE);
  const inVillages = Math.min(rural.length, count - Math.min(urban.length, Math.round(count * urbanPart)));
  const inTowns = count - inVillages;
  const chosen = new Uint32Array(Math.min(inTowns, urban.length) + Math.min(inVillages, rural.length));
  let at = 0;
  const pick = (ids: Uint32Array, n: number): void => {
    for (let k = 0; k < Math.min(n, ids.length); k++) chosen[at++] = ids[Math.floor((k * ids.length) / n)];
  };
  pick(urban, inTowns);
  pick(rural, inVillages);
  return chosen;
}

/** Rows below `count` of which `holds` is true, rising. */
function rowsWhere(count: number, holds: (id: number) => boolean): Uint32Array {
  let n = 0;
  for (let id = 0; id < count; id++) if (holds(id)) n++;
  const rows = new Uint32Array(n);
  n = 0;
  for (let id = 0; id < count; id++) if (holds(id)) rows[n++] = id;
  return rows;
}

/** Those away beyond the region: by size of the labour market and inversely by travel time (gravity). */
function sendAway(
  roster: Roster,
  scenario: Scenario,
  places: Places,
  roads: Roads,
  county: number,
  { villages, weights }: Gap,
  agents: number,
): void {
  const gateways = places.places.flatMap((place, row) => (place.tier === OUTSIDE ? [row] : []));
  const hubRow = roads.hub[seatOf(places, county)] * roads.hubs;
  const pull = gateways.map(
    (row, g) =>
      scenario.world.gateways[g].workers / (JOURNEY_START + roads.hubMinutes[hubRow + roads.hub[row]]),
  );
  const total = pull.reduce((sum, value) => sum + value, 0);
  const age = ageSampler(AWAY_WEIGHTS);
  const schooling = schoolingOf(scenario, county);
  let k = 0;
  split(agents, weights).forEach((fromVillage, village) => {
    for (let n = 0; n < fromVillage; n++, k++) {
      const target = ((0.5 + k * GOLDEN) % 1) * total;
      let gateway = 0;
      let reached = pull[0];
      while (reached <= target && gateway < pull.length - 1) reached += pull[++gateway];
      const quantile = (0.25 + k * GOLDEN * GOLDEN) % 1;
      const months = age(quantile, roster.drawNext(Draw.age));
      roster.enterAway(villages[village], gateways[gateway], months, schooling);
    }
  });
}
