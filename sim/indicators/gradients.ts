/**
 * Indicators of generalised gradients: in which dimensions villages stand above or below their county's seat, so that
 * exchange could run both ways.
 */
import { exchange } from "../processes/coordination/gradient.ts";
import { SECTORS } from "../world/jurisdictions.ts";
import { OUTSIDE, VILLAGE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import { type Observation, oncePerObservation } from "./observation.ts";

const DIMENSIONS = ["economy", "schooling", "land", "services"] as const;
const WEIGHTS = Float64Array.from(DIMENSIONS, () => 1 / DIMENSIONS.length);

interface Gradients {
  readonly net: number;
  readonly gross: number;
  /** Reciprocity over all pairs and dimensions, and by dimension. */
  readonly reciprocity: number;
  readonly byDimension: readonly number[];
}

/** Raw figures of each settlement per head, flat by settlement and dimension, and their mean over the region. */
function figuresOf({ world, adults }: Observation): { raw: Float64Array; mean: Float64Array } {
  const { settlements: s, firms, sizes } = world;
  const width = DIMENSIONS.length;
  const raw = new Float64Array(sizes.settlements * width);
  const mean = new Float64Array(width);
  const weight = new Float64Array(width);
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const people = s.residents[j] * sizes.scale;
    let value = 0;
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) value += firms.value[row] * 12;
    const open = s.arable[j] + s.orchard[j] + s.abandoned[j] + s.ecological[j] + s.reserve[j];
    const sums = [value, adults.schooling[j], open, s.access[j] * people];
    const heads = [people, adults.count[j], people, people];
    for (let d = 0; d < width; d++) {
      raw[j * width + d] = heads[d] > 0 ? sums[d] / heads[d] : 0;
      mean[d] += sums[d];
      weight[d] += heads[d];
    }
  }
  for (let d = 0; d < width; d++) mean[d] = weight[d] > 0 ? mean[d] / weight[d] : 0;
  return { raw, mean };
}

/** Every village against its own seat, in figures that are 1/2 at the region's mean, by residents. */
function compare(now: Observation): Gradients {
  const { settlements: s, sizes } = now.world;
  const { raw, mean } = figuresOf(now);
  const width = DIMENSIONS.length;
  const scaled = raw.map((x, row) => (x > 0 ? x / (x + mean[row % width]) : 0));
  const there = new Float64Array(width);
  const size = new Float64Array(width);
  let net = 0;
  let gross = 0;
  let people = 0;
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== VILLAGE || s.residents[j] === 0) continue;
    const village = scaled.subarray(j * width, (j + 1) * width);
    const seat = scaled.subarray(s.seat[j] * width, (s.seat[j] + 1) * width);
    const pair = exchange(village, seat, WEIGHTS);
    const weight = s.residents[j];
    net += pair.net * weight;
    gross += pair.gross * weight;
    people += weight;
    for (let d = 0; d < width; d++) {
      there[d] += (village[d] - seat[d]) * weight;
      size[d] += Math.abs(village[d] - seat[d]) * weight;
    }
  }
  return {
    net: net / people,
    gross: gross / people,
    reciprocity: gross > 0 ? 1 - net / gross : NaN,
    byDimension: DIMENSIONS.map((_, d) => (size[d] > 0 ? 1 - Math.abs(there[d]) / size[d] : NaN)),
  };
}

const gradientsOf = oncePerObservation(compare);

const LABELS = {
  economy: { en: "Two-way gradient of output", zh: "经济梯度双向性", what: "modern output per head" },
  schooling: { en: "Two-way gradient of schooling", zh: "人力资本梯度双向性", what: "schooling of adults" },
  land: { en: "Two-way gradient of open land", zh: "生态用地梯度双向性", what: "land not built on per head" },
  services: { en: "Two-way gradient of services", zh: "服务梯度双向性", what: "access to services" },
} as const;

export const gradients: readonly Measure[] = [
  {
    id: "gradient.gross",
    label: { en: "Gross gradient, villages and seats", zh: "村城广义梯度总量" },
    unit: "ratio",
    formula:
      "mean over four dimensions of |a - b| between a village and its seat, each x / (x + the region's mean): output, schooling, open land, services; by residents",
    good: null,
    measure: (now) => gradientsOf(now).gross,
  },
  {
    id: "gradient.net",
    label: { en: "Net gradient, villages and seats", zh: "村城广义梯度净值" },
    unit: "ratio",
    formula:
      "as the gross gradient, but |mean over dimensions of (a - b)|, so that dimensions set each other off",
    good: null,
    measure: (now) => gradientsOf(now).net,
  },
  {
    id: "gradient.reciprocity",
    label: { en: "Two-way gradients, villages and seats", zh: "村城广义梯度双向性" },
    unit: "ratio",
    formula: "1 - net gradient / gross gradient; 0 where the seat is higher in all dimensions or in none",
    good: null,
    measure: (now) => gradientsOf(now).reciprocity,
  },
  ...DIMENSIONS.map((dimension, d): Measure => {
    const { en, zh, what } = LABELS[dimension];
    return {
      id: `gradient.${dimension}`,
      label: { en, zh },
      unit: "ratio",
      formula: `1 - |sum of (a - b)| / sum of |a - b| over villages and their seats, ${what}; 0 where all slope one way`,
      good: null,
      measure: (now) => gradientsOf(now).byDimension[d],
    };
  }),
];
