/** Land of the first month: what people, firms and fields need, and what is free. */
import { splitWhole } from "../../numerics/rounding.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { LAND_USES, M2_PER_HECTARE } from "../../world/land.ts";
import { Homestead } from "../../world/persons.ts";
import { TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";
import { layFields } from "./fields.ts";

/** Land of public services and roads, m2 per resident; assumed. */
const PUBLIC_LAND = 60;
/** Part of free land that may be built on; the rest is forest, water and protected. Assumed. */
const RESERVE = 0.05;
/** Building land at the start over what standing capital needs; assumed. */
const LAND_SLACK = 1.1;

/** Land accounts in whole m2. Throws where a county is too small for what stands in it. */
export function startLand(world: World, scenario: Scenario, a: Assumptions): void {
  layHomesteads(world, a);
  layFields(world, scenario, a);
  layBuildings(world, a);
  scenario.world.counties.forEach((county, c) => {
    const rows: number[] = [];
    for (let j = 0; j < world.sizes.settlements; j++)
      if (world.settlements.jurisdiction[j] === c) rows.push(j);
    const free = Math.round(county.areaKm2 * 1e6) - rows.reduce((sum, j) => sum + areaInUse(world, j), 0);
    if (free < 0) {
      const needed = Math.round(county.areaKm2 * 1e6) - free;
      throw new RangeError(
        `world.counties.${county.id}.areaKm2 is ${county.areaKm2}; its people, firms and fields need ` +
          `${Math.ceil(needed / 1e6)} km2. Give a larger area, a smaller arableHa, or a larger parameters.capitalPerHectare.`,
      );
    }
    shareFreeLand(world, rows, free);
    world.jurisdictions.startBuilt[c] = rows.reduce((sum, j) => sum + builtArea(world, j), 0);
  });
}

const areaInUse = ({ settlements: s }: World, j: number): number =>
  LAND_USES.reduce((sum, use) => sum + s[use][j], 0);

const builtArea = ({ settlements: s }: World, j: number): number =>
  s.homesteadUsed[j] +
  s.homesteadIdle[j] +
  s.homesteadVacant[j] +
  s.industrial[j] +
  s.commercial[j] +
  s.publicLand[j];

/**
 * Homesteads of families that are there, of those who are all away, and of those who had left as a whole before the
 * start: as many that the idle part is that of the table.
 */
function layHomesteads(world: World, a: Assumptions): void {
  const { settlements: s, households: h, clock } = world;
  const { settlements: count, scale } = world.sizes;
  for (let j = 0; j < count; j++) s.homesteadEach[j] = Math.round(a.homesteadPerHousehold * scale);
  for (let k = 0; k < clock.householdRows[0]; k++) {
    const home = h.home[k];
    s.families[home] += scale;
    if (s.tier[home] > TOWN) continue;
    const used = h.present[k] > 0;
    h.homestead[k] = used ? Homestead.used : Homestead.idle;
    if (used) s.homesteadUsed[home] += s.homesteadEach[home];
    else s.homesteadIdle[home] += s.homesteadEach[home];
  }
  const idlePerUsed = a.startIdleHomesteads / (1 - a.startIdleHomesteads);
  for (let j = 0; j < count; j++) {
    if (s.tier[j] > TOWN) continue;
    s.homesteadVacant[j] = Math.max(0, Math.round(idlePerUsed * s.homesteadUsed[j] - s.homesteadIdle[j]));
  }
}

/** Land under works, shops and public buildings, by capital and residents. */
function layBuildings(world: World, a: Assumptions): void {
  const { settlements: s, firms } = world;
  const { settlements: count, jurisdictions, scale } = world.sizes;
  const perM2 = a.capitalPerHectare / M2_PER_HECTARE;
  for (let j = 0; j < count; j++) {
    if (s.jurisdiction[j] === jurisdictions - 1) continue;
    const row = j * SECTORS;
    const works = firms.capital[row + PROCESSING] + firms.capital[row + MANUFACTURING];
    s.industrial[j] = Math.ceil((works / perM2) * LAND_SLACK);
    s.commercial[j] = Math.ceil((firms.capital[row + SERVICES] / perM2) * LAND_SLACK);
    s.publicLand[j] = PUBLIC_LAND * s.residents[j] * scale;
  }
}

/** Deals what is free of a county to its places, twice as much to towns, and tells the density of each. */
function shareFreeLand({ settlements: s, sizes }: World, rows: readonly number[], free: number): void {
  const weights = Float64Array.from(rows, (j) => (s.tier[j] === TOWN ? 2 : 1));
  const parts = new Float64Array(rows.length);
  splitWhole(free, weights, parts);
  rows.forEach((j, k) => {
    s.reserve[j] = Math.floor(parts[k] * RESERVE);
    s.ecological[j] = parts[k] - s.reserve[j];
    s.areaKm2[j] = LAND_USES.reduce((sum, use) => sum + s[use][j], 0) / 1e6;
    // What stands empty doesn't make a place roomier for those who live there.
    const built =
      s.homesteadUsed[j] + s.homesteadIdle[j] + s.industrial[j] + s.commercial[j] + s.publicLand[j];
    s.startDensity[j] = built > 0 ? (s.residents[j] * sizes.scale) / built : 0;
  });
}
