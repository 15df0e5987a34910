/**
 * Enterprises of the first month: the firms of each place and sector, divided. Their efficiency and size stand as after
 * some years of the same change that goes on in a run (a burn-in within each place and sector, at constant capital), so
 * that capital doesn't start to flow to the better ones because the model began. Sums are those of `firms`.
 */
import { Purpose, purposeKey, rootKey } from "../../numerics/keyed.ts";
import { bits, uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import {
  drawnEfficiency,
  earnsItsKeep,
  nextEfficiency,
  pullOf,
  rowProductivity,
} from "../../processes/enterprises/efficiency.ts";
import { openShares, part, turn, weigh } from "../../processes/enterprises/shares.ts";
import { MOST_ENTERPRISES, takeRow } from "../../world/enterprises.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import { NOBODY } from "../../world/persons.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World, WorldSizes } from "../../world/world.ts";
import { promiseElsewhere } from "./prospects.ts";

/** Years of change before the first month; beyond this, what enterprises began with no longer shows. Assumed. */
const YEARS_BEFORE = 15;
/** Room for enterprises over those of the start: some towns and sectors grow. */
const SPARE = 1.5;
/** Agents of persons who work for an agent of enterprises; with fewer, one who leaves would be a crisis. Assumed. */
const AGENTS_EACH = 8;
/** Part of a county's residents who work in firms, at most. */
const MOST_HANDS = 0.4;
/** Luck words of an enterprise at the start. */
const FIRST = 1;
const AGE = 2;
const COUNT = 3;
const LOSING = 4;
const YEAR = 16;
/** Oldest enterprise at the start, months; assumed. */
const OLDEST = 240;

/**
 * Rows of the table for a world of so many agents and places, and how many enterprises an agent of enterprises stands
 * for: so many that agents of persons can fill it, or that the table has room.
 */
export function enterpriseSizes(
  agents: number,
  scale: number,
  places: number,
  a: Assumptions,
): Pick<WorldSizes, "enterprises" | "enterpriseScale"> {
  const least = SECTORS * places + 64;
  const most = Math.max(MOST_ENTERPRISES, 2 * least);
  const all = (MOST_HANDS * agents * scale) / a.enterpriseHands;
  const filled = Math.floor((AGENTS_EACH * scale) / a.enterpriseHands);
  const enterpriseScale = Math.max(1, filled, Math.ceil((SPARE * all) / (most - least)));
  return { enterpriseScale, enterprises: Math.min(most, Math.ceil((SPARE * all) / enterpriseScale) + least) };
}

export function startEnterprises(world: World, a: Assumptions, synthesisSeed: string, growth: number): void {
  const { settlements: s, firms, clock } = world;
  const { settlements: count, scale, enterpriseScale } = world.sizes;
  const { key0, key1 } = purposeKey(rootKey(synthesisSeed), Purpose.firm);
  clock.freeEnterprise[0] = NOBODY;
  const draw: Draw = (key, word) => uniform(key0, key1, key, word);
  for (let row = 0; row < count * SECTORS; row++) {
    const j = Math.floor(row / SECTORS);
    firms.efficiency[row] = 1;
    firms.placeProductivity[row] = firms.productivity[row];
    if (s.tier[j] === OUTSIDE || firms.capital[row] === 0) continue;
    const hands = [s.processing[j], s.manufacturing[j], s.services[j]][row % SECTORS] * scale;
    // The part of an enterprise that is left over is one by chance, so that scale and rounding don't change their number.
    const luck = draw(bits(key0, key1, row, COUNT), COUNT);
    const many = Math.max(1, Math.floor(hands / a.enterpriseHands + luck));
    const agents = Math.ceil(many / enterpriseScale);
    const members = grow(a, agents, growth, (k) => bits(key0, key1, row, YEAR + k), draw);
    divide(world, a, row, members, many, draw);
  }
  promiseElsewhere(world);
}

type Draw = (key: number, word: number) => number;

interface Members {
  readonly key: Uint32Array;
  readonly efficiency: Float64Array;
  readonly weight: Float64Array;
}

/** Some years in the life of `many` enterprises: capital wears out and is renewed as each wants it. */
function grow(
  a: Assumptions,
  many: number,
  growth: number,
  keyOf: (k: number) => number,
  draw: Draw,
): Members {
  const key = Uint32Array.from({ length: many }, (_, k) => keyOf(k));
  const efficiency = Float64Array.from(key, (each) => drawnEfficiency(draw(each, FIRST), a.efficiencySpread));
  const weight = new Float64Array(many).fill(1);
  const wish = new Float64Array(many);
  const marginal = a.depreciation + a.loanRate;
  if (a.efficiencySpread === 0) return { key, efficiency, weight };
  for (let year = 0; year < YEARS_BEFORE; year++) {
    const mean = meanOf(efficiency, weight);
    let wished = 0;
    let whole = 0;
    for (let k = 0; k < many; k++) {
      wish[k] = earnsItsKeep(efficiency[k], mean, marginal, a)
        ? weight[k] * pullOf(efficiency[k], a.capitalShare)
        : 0;
      wished += wish[k];
      whole += weight[k];
    }
    for (let k = 0; k < many; k++) {
      const renewed = wished > 0 ? (wish[k] / wished) * whole : weight[k];
      weight[k] += Math.max(0, a.depreciation + growth) * renewed - a.depreciation * weight[k];
      const u = draw(key[k], YEAR + year);
      efficiency[k] = nextEfficiency(efficiency[k], u, a.efficiencySpread, a.efficiencyPersistence);
    }
  }
  return { key, efficiency, weight };
}

function meanOf(efficiency: Float64Array, weight: Float64Array): number {
  let sum = 0;
  let whole = 0;
  for (let k = 0; k < weight.length; k++) {
    sum += efficiency[k] * weight[k];
    whole += weight[k];
  }
  return sum / whole;
}

/** Makes the `many` enterprises of a row: capital and debt by their weight, the till by what they earn with it. */
function divide(world: World, a: Assumptions, row: number, members: Members, many: number, draw: Draw): void {
  const { enterprises: e, firms } = world;
  const byCapital = openShares(1);
  const bySize = openShares(1);
  const { key, efficiency, weight } = members;
  key.forEach((_, k) => {
    weigh(byCapital, 0, weight[k]);
    weigh(bySize, 0, weight[k] * efficiency[k]);
  });
  const whole = meanOf(efficiency, weight);
  let sum = 0;
  key.forEach((luck, k) => {
    const i = takeRow(world, Math.floor((many * (k + 1)) / key.length) - Math.floor((many * k) / key.length));
    const size = weight[k] * efficiency[k];
    e.key[i] = luck;
    e.settlement[i] = Math.floor(row / SECTORS);
    e.sector[i] = row % SECTORS;
    e.born[i] = -1 - Math.floor(draw(luck, AGE) * OLDEST);
    e.efficiency[i] = efficiency[k];
    e.pull[i] = pullOf(efficiency[k], a.capitalShare);
    e.losing[i] = losingSince(a, efficiency[k] / whole, draw(luck, LOSING));
    turn(byCapital, 0, weight[k]);
    turn(bySize, 0, size);
    e.capital[i] = part(byCapital, 0, firms.capital[row]);
    e.debt[i] = part(byCapital, 0, firms.debt[row]);
    e.cash[i] = part(bySize, 0, firms.cash[row]);
    sum += e.capital[i] * e.efficiency[i];
  });
  const mean = sum / firms.capital[row];
  firms.efficiency[row] = mean;
  // What the place itself gives; with its enterprises it is what the start year shows.
  firms.placeProductivity[row] = firms.productivity[row] / rowProductivity(1, mean, a.capitalShare);
}

/** Months that an enterprise of some efficiency over the mean has made losses: mostly few, since many recover. */
function losingSince(a: Assumptions, efficiency: number, u: number): number {
  const surplus = efficiency * (a.depreciation + a.loanRate) * (1 - a.taxShare / a.capitalShare);
  return surplus < a.depreciation ? Math.floor(u * u * a.lossMonths) : 0;
}
