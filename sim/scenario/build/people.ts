/**
 * The people of the first month, agent by agent, in the observed numbers: residents by county, town and country,
 * age band; those registered here and living outside; families that span both. What the census doesn't tell
 * (which household, which village) is synthesised from the synthesis seed.
 */
import { lognormal } from "../../numerics/distributions.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { Mode } from "../../world/persons.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../world/tiers.ts";
import type { Scenario } from "../scenario.ts";
import { ageSampler, type AgeSampler, urbanByBand } from "./ages.ts";
import { censusOf } from "./census.ts";
import { evenStep, GOLDEN, split } from "./evenly.ts";
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
/** Minutes that every journey takes, however short. */
const JOURNEY_START = 30;

/** Agents that a county has too few or too many of, against its registered people. */
interface Gap {
  readonly away: number;
  readonly extra: number;
  /** Its villages, as rows, and their weights as places that people come from. */
  readonly villages: readonly number[];
  readonly weights: readonly number[];
}

export function synthesisePeople(
  scenario: Scenario,
  places: Places,
  roads: Roads,
  assumptions: Assumptions,
): StartPeople {
  const roster = openRoster(scenario, assumptions);
  const gaps = scenario.world.counties.map((_, county) =>
    enterResidents(roster, scenario, places, county, assumptions),
  );
  const fromCounty = bringNewcomers(roster, places, gaps);
  gaps.forEach((gap, county) =>
    sendAway(roster, scenario, places, roads, county, gap, gap.away - fromCounty[county]),
  );
  const householdHome = formHouseholds(scenario, places.places, roster.persons);
  // Those who live alike stand side by side: loops over people then take the same way many times in a row.
  const persons = roster.persons.toSorted(
    (a, b) => a.residence - b.residence || a.mode - b.mode || a.ageMonths - b.ageMonths || a.key - b.key,
  );
  return { persons, householdHome };
}

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
): Gap {
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

  const residents = Math.round(row.residents / scale);
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

  const gap = Math.round((row.registered - row.residents) / scale);
  return {
    away: Math.max(0, gap),
    extra: Math.max(0, -gap),
    villages: Array.from({ length: villageZone.count }, (_, k) => villageZone.first + k),
    weights,
  };
}

/**
 * Residents of a city beyond its registered people came from somewhere: from the counties whose people are away, and,
 * where those are too few, from outside. Returns how many agents came from each county.
 */
function bringNewcomers(roster: Roster, places: Places, gaps: readonly Gap[]): Int32Array {
  const total = (figure: (gap: Gap) => number): number => gaps.reduce((sum, gap) => sum + figure(gap), 0);
  const within = Math.min(
    total(({ away }) => away),
    total(({ extra }) => extra),
  );
  const fromCounty = split(
    within,
    gaps.map(({ away }) => away),
  );
  const homes = gaps.flatMap(({ villages, weights }, county) =>
    [...split(fromCounty[county], weights)].flatMap((agents, k) =>
      Array.from({ length: agents }, () => villages[k]),
    ),
  );
  const { persons } = roster;
  const homeStep = evenStep(homes.length);
  let taken = 0;
  gaps.forEach(({ extra }, county) => {
    if (extra === 0) return;
    const seat = seatOf(places, county);
    const workers = persons.flatMap(({ residence, ageMonths }, id) =>
      residence === seat && ageMonths >= YOUNGEST_NEWCOMER && ageMonths < OLDEST_NEWCOMER ? [id] : [],
    );
    // Every so many-th worker of the city is a newcomer, so their ages are those of its workers.
    const stride = Math.max(1, workers.length / extra);
    for (let n = 0, k = 0; k < workers.length && n < extra; k += stride, n++, taken++) {
      const id = workers[Math.floor(k)];
      const awayMonths = roster.stay(id);
      const home = taken < homes.length ? homes[(taken * homeStep) % homes.length] : -1;
      persons[id] =
        home >= 0
          ? { ...persons[id], home, registered: home, mode: Mode.circulating, awayMonths }
          : { ...persons[id], registered: places.places.length - 1, mode: Mode.settled, awayMonths };
    }
  });
  return fromCounty;
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
