/** Puts what a run recorded into the plain form that is written, sent and drawn. */
import type { Records } from "../indicators/recorder.ts";
import type { Places } from "../scenario/build/places.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { TIER_NAMES } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { PlanCut, PolicyOutlay, RunResult } from "./result.ts";
import { VERSION } from "./version.ts";

export interface Outcome {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly world: World;
  readonly places: Places;
  readonly records: Records;
  readonly hash: string;
  readonly checks: number;
}

/** Counties and years in which less was paid than planned, by more than a part in a thousand. */
function cutsOf({ scenario, world, records }: Outcome): PlanCut[] {
  const counties = world.sizes.jurisdictions;
  const cuts: PlanCut[] = [];
  for (let year = 0; year < scenario.years; year++) {
    scenario.world.counties.forEach(({ id }, c) => {
      const planned = records.planned[year * counties + c];
      const paid = records.paid[year * counties + c];
      if (paid < planned * 0.999) cuts.push({ year: scenario.start + year, jurisdiction: id, planned, paid });
    });
  }
  return cuts;
}

/** Outlays stand in the order of the names of the policies, and add up from the start. */
function outlaysOf({ scenario, world, records }: Outcome): PolicyOutlay[] {
  const payers = world.sizes.jurisdictions;
  const rows = world.outlays.cost.length;
  const names = scenario.policies.map(({ id }) => id).sort();
  return scenario.policies.map(({ id }) => {
    const first = names.indexOf(id) * payers;
    const paidIn = (year: number, payer: number): number =>
      records.outlays[(year + 1) * rows + first + payer] - records.outlays[year * rows + first + payer];
    const county = new Float64Array(scenario.years);
    const state = new Float64Array(scenario.years);
    for (let year = 0; year < scenario.years; year++) {
      for (let payer = 0; payer < payers - 1; payer++) county[year] += paidIn(year, payer);
      state[year] = paidIn(year, payers - 1);
    }
    return { policy: id, county, state };
  });
}

export function resultOf(outcome: Outcome): RunResult {
  const { scenario, seed, world, places, records, hash, checks } = outcome;
  const outside = scenario.world.counties.length;
  return {
    scenario: { id: scenario.id, title: scenario.title },
    policies: scenario.policies.map(({ id, title }) => ({ id, title })),
    overrides: scenario.overrides,
    seed,
    scale: scenario.scale,
    version: VERSION,
    startYear: scenario.start,
    years: Array.from({ length: scenario.years + 1 }, (_, year) => scenario.start + year),
    hash,
    agents: world.clock.startAlive[0],
    jurisdictions: scenario.world.counties.map(({ id, name }) => ({ id, name })),
    zones: places.zones.map((zone, k) => ({
      id: zone.id,
      tier: TIER_NAMES[zone.tier],
      jurisdiction: zone.jurisdiction === outside ? -1 : zone.jurisdiction,
      name: zone.name,
      longitude: world.zones.longitude[k],
      latitude: world.zones.latitude[k],
    })),
    settlements: places.places.map((place) => ({
      id: place.id,
      name: place.name,
      tier: TIER_NAMES[place.tier],
      jurisdiction: place.jurisdiction === outside ? -1 : place.jurisdiction,
      zone: place.zone,
      longitude: place.longitude,
      latitude: place.latitude,
      synthesised: place.synthesised,
    })),
    indicators: records.indicators,
    flows: records.flows,
    population: records.population,
    counties: records.counties,
    motives: records.motives,
    cuts: cutsOf(outcome),
    outlays: outlaysOf(outcome),
    ledger: { months: world.clock.month[0], checks },
  };
}
