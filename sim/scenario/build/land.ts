/** Land of the first month: what people, firms and fields need, and what is free. */
import { splitWhole } from "../../numerics/rounding.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { Homestead } from "../../world/persons.ts";
import { TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";

/** Land of public services and roads, m2 per resident; assumed. */
const PUBLIC_LAND = 60;
/** Farm land per registered person where the file has none, m2, and the part of it under orchards; assumed. */
const FARM_LAND = 600;
const ORCHARDS = 0.3;
/** Part of free land that may be built on; the rest is forest, water and protected. Assumed. */
const RESERVE = 0.05;
/** Building land at the start over what standing capital needs; assumed. */
const LAND_SLACK = 1.1;

/** Land accounts in whole m2. Throws where a county is too small for what stands in it. */
export function startLand(world: World, scenario: Scenario, a: Assumptions): void {
  const { settlements: s, firms, jurisdictions: g, households: h } = world;
  const { settlements: count, scale } = world.sizes;
  for (let j = 0; j < count; j++) s.homesteadEach[j] = Math.round(a.homesteadPerHousehold * scale);
  for (let k = 0; k < world.sizes.households; k++) {
    const home = h.home[k];
    if (s.tier[home] > TOWN) continue;
    const used = h.present[k] > 0;
    h.homestead[k] = used ? Homestead.used : Homestead.idle;
    if (used) s.homesteadUsed[home] += s.homesteadEach[home];
    else s.homesteadIdle[home] += s.homesteadEach[home];
  }
  scenario.world.counties.forEach((county, c) => {
    const rows: number[] = [];
    for (let j = 0; j < count; j++) if (s.jurisdiction[j] === c) rows.push(j);
    const rural = rows.reduce((sum, j) => sum + (s.tier[j] <= TOWN ? s.registered[j] * scale : 0), 0);
    const farm = county.arableHa === undefined ? rural * FARM_LAND : county.arableHa * 10_000;
    let needed = 0;
    for (const j of rows) {
      const row = j * SECTORS;
      const perM2 = a.capitalPerHectare / 10_000;
      s.industrial[j] = Math.ceil(
        ((firms.capital[row + PROCESSING] + firms.capital[row + MANUFACTURING]) / perM2) * LAND_SLACK,
      );
      s.commercial[j] = Math.ceil((firms.capital[row + SERVICES] / perM2) * LAND_SLACK);
      s.publicLand[j] = PUBLIC_LAND * s.residents[j] * scale;
      const fields =
        s.tier[j] <= TOWN && rural > 0 ? Math.round((farm * s.registered[j] * scale) / rural) : 0;
      s.orchard[j] = Math.floor(fields * ORCHARDS);
      s.arable[j] = fields - s.orchard[j];
      g.startBuilt[c] +=
        s.industrial[j] + s.commercial[j] + s.publicLand[j] + s.homesteadUsed[j] + s.homesteadIdle[j];
      needed +=
        s.industrial[j] +
        s.commercial[j] +
        s.publicLand[j] +
        s.homesteadUsed[j] +
        s.homesteadIdle[j] +
        fields;
    }
    const free = Math.round(county.areaKm2 * 1e6) - needed;
    if (free < 0) {
      throw new RangeError(
        `world.counties.${county.id}.areaKm2 is ${county.areaKm2}; its people, firms and fields need ` +
          `${Math.ceil(needed / 1e6)} km2. Give a larger area, a smaller arableHa, or a larger parameters.capitalPerHectare.`,
      );
    }
    const weights = Float64Array.from(rows, (j) => (s.tier[j] === TOWN ? 2 : 1));
    const parts = new Float64Array(rows.length);
    splitWhole(free, weights, parts);
    rows.forEach((j, k) => {
      s.reserve[j] = Math.floor(parts[k] * RESERVE);
      s.ecological[j] = parts[k] - s.reserve[j];
      const built =
        s.homesteadUsed[j] + s.homesteadIdle[j] + s.industrial[j] + s.commercial[j] + s.publicLand[j];
      s.startDensity[j] = built > 0 ? (s.residents[j] * scale) / built : 0;
    });
    g.quotaLeft[c] = 0;
  });
}
