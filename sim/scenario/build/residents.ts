/** Everyone who lives in a county: in its seat, its towns and its villages, by the census bands of town and country. */
import { lognormal } from "../../numerics/distributions.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { TOWN, VILLAGE } from "../../world/tiers.ts";
import type { Scenario } from "../scenario.ts";
import { ageSampler, type AgeSampler, urbanByBand } from "./ages.ts";
import { censusOf, residentsOf, schoolingOf } from "./census.ts";
import { evenStep, split } from "./evenly.ts";
import type { Places, ZonePlan } from "./places.ts";
import { Draw, type Roster } from "./roster.ts";
import { seatOf, zoneOf } from "./zones.ts";

/** A county's villages, as rows, and their weights as places that people come from. */
export interface Villages {
  readonly villages: readonly number[];
  readonly weights: readonly number[];
}

/** Everyone who lives in a county, as if at home; who of them came from elsewhere is told later. */
export function enterResidents(
  roster: Roster,
  scenario: Scenario,
  places: Places,
  county: number,
  assumptions: Assumptions,
): Villages {
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
