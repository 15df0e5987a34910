/** Fields of the first month: how much, how steep, how much of them leased and lying idle. */
import { ln } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import {
  handlessShare,
  idleOdds,
  idleShare,
  leaseCeilingOf,
  leasedAt,
  marginPerMu,
  rentBurdenOf,
} from "../../processes/landUse/fields.ts";
import { openHands } from "../../processes/landUse/hands.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";

/** Farm land per registered person where the file has none, m2, and the part of it under orchards; assumed. */
const FARM_LAND = 600;
const ORCHARDS = 0.3;
/** Mean slope of plains, hills and mountains, degrees, and their shares where the file has none; assumed. */
const SLOPES = { plain: 2, hill: 10, mountain: 18 } as const;
const TERRAIN = { plain: 1 / 3, hill: 1 / 3, mountain: 1 / 3 } as const;
const HALVINGS = 50;
const STEEPEST_ODDS = 40;

export function layFields(world: World, scenario: Scenario, a: Assumptions): void {
  layAreas(world, scenario);
  laySlopes(world, scenario);
  layLeases(world, scenario.start, a);
  layIdleFields(world, a);
}

const ruralRows = ({ settlements: s, sizes }: World, county?: number): number[] => {
  const rows: number[] = [];
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] <= TOWN && (county === undefined || s.jurisdiction[j] === county)) rows.push(j);
  }
  return rows;
};

/** Arable land and orchards, by registered people. All arable land stands as tilled until the idle part is known. */
function layAreas(world: World, scenario: Scenario): void {
  const { settlements: s, sizes } = world;
  scenario.world.counties.forEach((county, c) => {
    const rows = ruralRows(world, c);
    const registered = rows.reduce((sum, j) => sum + s.registered[j] * sizes.scale, 0);
    if (registered === 0) return;
    const arable =
      county.arableHa === undefined
        ? registered * FARM_LAND * (1 - ORCHARDS)
        : county.arableHa * M2_PER_HECTARE;
    for (const j of rows) {
      const part = (s.registered[j] * sizes.scale) / registered;
      s.startArable[j] = Math.round(arable * part);
      s.orchard[j] = Math.round((arable * part * ORCHARDS) / (1 - ORCHARDS));
      s.arable[j] = s.startArable[j];
    }
  });
}

/** Plains lie around the seat, mountains far from it: places by travel time, in the county's shares of terrain. */
function laySlopes(world: World, scenario: Scenario): void {
  const { settlements: s } = world;
  scenario.world.counties.forEach((county, c) => {
    const { plain, hill } = county.terrain ?? TERRAIN;
    const rows = ruralRows(world, c).sort((i, j) => s.minutesToSeat[i] - s.minutesToSeat[j] || i - j);
    rows.forEach((j, rank) => {
      const part = (rank + 0.5) / rows.length;
      s.slope[j] = part < plain ? SLOPES.plain : part < plain + hill ? SLOPES.hill : SLOPES.mountain;
    });
  });
}

const handlessOf = ({ settlements: s, sizes }: World, j: number): number =>
  handlessShare(s.farmers[j] * sizes.scale, s.families[j]);

/** The region's leased part is that of the start year; places differ by how many families have no farming hand. */
function layLeases(world: World, start: number, a: Assumptions): void {
  const { settlements: s, clock } = world;
  const rows = ruralRows(world);
  const families = rows.reduce((sum, j) => sum + s.families[j], 0);
  const handless = rows.reduce((sum, j) => sum + s.families[j] * handlessOf(world, j), 0);
  clock.handless[0] = families > 0 ? handless / families : 0;
  const leased = leasedAt(start, a.leaseShare2017, a.leaseCeiling, a.leaseGrowth);
  for (const j of rows) {
    const part = leaseCeilingOf(leased, handlessOf(world, j), clock.handless[0]);
    const area = Math.floor(part * (s.arable[j] + s.orchard[j]));
    s.leasedCooperatives[j] = Math.floor(area * a.leaseToCooperatives);
    s.leasedFirms[j] = Math.floor(area * a.leaseToFirms);
    s.leasedHouseholds[j] = area - s.leasedCooperatives[j] - s.leasedFirms[j];
    s.rentBurden[j] = rentBurdenOf(part, a.leaseRentShare);
  }
}

/**
 * Idle fields of each place by slope and distance alone, with one constant for the region's share; a constant of each
 * place then keeps them, so that hands and prices move them only by how they change.
 */
function layIdleFields(world: World, a: Assumptions): void {
  const { settlements: s, sizes } = world;
  const rows = ruralRows(world).filter((j) => s.startArable[j] > 0);
  const byPlace = (j: number): number => idleOdds(a, s.slope[j], s.minutesToSeat[j], 1, 0);
  const all = rows.reduce((sum, j) => sum + s.startArable[j], 0);
  let low = -2 * STEEPEST_ODDS;
  let high = STEEPEST_ODDS;
  for (let k = 0; k < HALVINGS; k++) {
    const constant = (low + high) / 2;
    const idle = rows.reduce((sum, j) => sum + s.startArable[j] * idleShare(constant + byPlace(j)), 0);
    if (idle > a.startAbandoned * all) high = constant;
    else low = constant;
  }
  const hands = openHands(world, a);
  hands.count(1);
  for (const j of rows) {
    s.abandoned[j] = Math.round(s.startArable[j] * idleShare(low + byPlace(j)));
    s.arable[j] = s.startArable[j] - s.abandoned[j];
    const tilled = (s.arable[j] + s.orchard[j]) / M2_PER_HECTARE;
    const pay = (s.farmers[j] * sizes.scale * a.startFarmIncome) / (1 - s.rentBurden[j]);
    const margin = marginPerMu(pay, tilled, hands.perHectare[j], s.wage[j] * (1 - s.unemployment[j]));
    const odds = idleOdds(a, s.slope[j], s.minutesToSeat[j], hands.coverage(j), margin);
    const share = s.abandoned[j] / s.startArable[j];
    s.idleConstant[j] = share > 0 && share < 1 ? ln(share / (1 - share)) - odds : low + byPlace(j) - odds;
  }
}
