/**
 * The size of cities, by the engine: production alone, in cities of many sizes that have the same technology.
 * What a worker and a yuan of capital make there must follow the inverted U.
 */
import { netOutput } from "../../../sim/numerics/citySize.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import { CITY_UNIT } from "../../../sim/numerics/output.ts";
import { MANUFACTURING, SECTORS } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE, SEAT } from "../../../sim/world/tiers.ts";
import { openStage } from "./stage.ts";

export const ECONOMY = {
  productivity: 1,
  gain: PARAMETERS.agglomeration.default,
  cost: PARAMETERS.congestionScale.default,
  costElasticity: PARAMETERS.congestionElasticity.default,
};

export interface City {
  /** Modern workers in 10,000. */
  readonly size: number;
  /** Output over technology K^a L^(1-a), in the engine and in the closed form. */
  readonly engine: number;
  readonly closed: number;
}

/** From small to large. */
export function citiesBySize(): City[] {
  const simulation = openStage(
    {
      counties: Array.from({ length: 17 }, (_, k) => ({
        residents: Math.round(120_000 * Math.pow(2, k / 3)),
        registeredPart: 1,
        urbanPart: 0.95,
        towns: 0,
        villages: 1,
      })),
      gateways: 1,
      scale: 1000,
      years: 1,
      parameters: {},
    },
    ["production"],
    "city size",
  );
  simulation.step();
  const { settlements: s, firms, sizes } = simulation.world;
  const share = PARAMETERS.capitalShare.default;
  const cities: City[] = [];
  for (let j = 0; j < sizes.settlements; j++) {
    const row = j * SECTORS + MANUFACTURING;
    if (s.tier[j] < SEAT || s.tier[j] === OUTSIDE || firms.value[row] === 0) continue;
    const workers = (s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j]) * sizes.scale;
    const hands = s.manufacturing[j] * sizes.scale;
    const plain = firms.productivity[row] * Math.pow(firms.capital[row], share) * Math.pow(hands, 1 - share);
    const size = workers / CITY_UNIT;
    cities.push({ size, engine: firms.value[row] / plain, closed: netOutput(ECONOMY, size) });
  }
  return cities.sort((a, b) => a.size - b.size);
}
