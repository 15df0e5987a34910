/** Indicators of diversity: what villages are like by their work and land, inside each and among them. */
import { shannon } from "../numerics/diversity.ts";
import { exp, ln } from "../numerics/elementary.ts";
import { VILLAGE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import { oncePerObservation } from "./observation.ts";

const WORK = ["farmers", "processing", "manufacturing", "services", "public"] as const;
const LAND = [
  "arable",
  "orchard",
  "abandoned",
  "homesteadUsed",
  "industrial",
  "commercial",
  "publicLand",
] as const;

const WIDTH = WORK.length + LAND.length;
/** Used, idle and vacant homesteads are one use. */
const HOMESTEADS = WORK.length + LAND.indexOf("homesteadUsed");

interface Profiles {
  /** Shares that sum to 1, flat by village and kind. */
  readonly shares: Float64Array;
  readonly count: number;
}

/** Shares of kinds of work and of uses of land, half each; land of forest, water and reserve aside. */
function profilesOf({ settlements: s, sizes }: World): Profiles {
  const shares = new Float64Array(sizes.settlements * WIDTH);
  const amounts = new Float64Array(WIDTH);
  const columns = [...WORK.map((kind) => s[kind]), ...LAND.map((use) => s[use])];
  const sumOf = (from: number, to: number): number => {
    let sum = 0;
    for (let k = from; k < to; k++) sum += amounts[k];
    return sum;
  };
  let count = 0;
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== VILLAGE) continue;
    for (let k = 0; k < WIDTH; k++) amounts[k] = columns[k][j];
    amounts[HOMESTEADS] += s.homesteadIdle[j] + s.homesteadVacant[j];
    const hands = sumOf(0, WORK.length);
    const area = sumOf(WORK.length, WIDTH);
    const halves = (hands > 0 ? 1 : 0) + (area > 0 ? 1 : 0);
    if (halves === 0) continue;
    const at = count++ * WIDTH;
    for (let k = 0; k < WIDTH; k++) {
      const whole = k < WORK.length ? hands : area;
      shares[at + k] = whole > 0 ? amounts[k] / whole / halves : 0;
    }
  }
  return { shares, count };
}

interface Diversity {
  readonly inside: number;
  readonly kinds: number;
  readonly among: number;
  readonly alike: number;
  readonly specialisation: number;
  readonly quotient: number;
}

/** Mean profile, and the sum of all profiles as vectors of length 1. */
function sumsOf({ shares, count }: Profiles): { mean: Float64Array; directions: Float64Array } {
  const mean = new Float64Array(WIDTH);
  const directions = new Float64Array(WIDTH);
  for (let at = 0; at < count * WIDTH; at += WIDTH) {
    let square = 0;
    for (let k = 0; k < WIDTH; k++) square += shares[at + k] * shares[at + k];
    const length = Math.sqrt(square);
    for (let k = 0; k < WIDTH; k++) {
      mean[k] += shares[at + k] / count;
      directions[k] += shares[at + k] / length;
    }
  }
  return { mean, directions };
}

/** In one pass over flat shares: a world has thousands of villages, and this is asked for each year. */
function measureAll(world: World): Diversity {
  const profiles = profilesOf(world);
  const { shares, count } = profiles;
  const { mean, directions } = sumsOf(profiles);
  let inside = 0;
  let kinds = 0;
  let specialisation = 0;
  let quotient = 0;
  for (let at = 0; at < count * WIDTH; at += WIDTH) {
    let entropy = 0;
    let highest = 0;
    for (let k = 0; k < WIDTH; k++) {
      const share = shares[at + k];
      specialisation += Math.abs(share - mean[k]);
      if (share === 0) continue;
      entropy -= share * ln(share);
      highest = Math.max(highest, share / mean[k]);
    }
    inside += entropy;
    kinds += exp(entropy);
    quotient += highest;
  }
  let square = 0;
  for (const part of directions) square += part * part;
  return {
    inside: inside / count,
    kinds: kinds / count,
    among: shannon(mean) - inside / count,
    // Every pair once: (|sum of directions|^2 - n) / (n (n - 1)).
    alike: count > 1 ? (square - count) / (count * (count - 1)) : NaN,
    specialisation: specialisation / count,
    quotient: quotient / count,
  };
}

const diversityOf = oncePerObservation(({ world }) => measureAll(world));

export const profiles: readonly Measure[] = [
  {
    id: "diversity.inside",
    label: { en: "Diversity inside villages", zh: "村内多样性（α）" },
    unit: "ratio",
    formula:
      "mean over villages of Shannon's -sum p ln p, p the shares of kinds of work and uses of land, half each",
    good: null,
    measure: (now) => diversityOf(now).inside,
  },
  {
    id: "diversity.kinds",
    label: { en: "Kinds of work and land in a village", zh: "村内有效类型数" },
    unit: "count",
    formula: "mean over villages of Hill's number e^H: equally common kinds that would be as diverse",
    good: null,
    measure: (now) => diversityOf(now).kinds,
  },
  {
    id: "diversity.among",
    label: { en: "Diversity among villages", zh: "村际多样性（β）" },
    unit: "ratio",
    formula: "Shannon's H of the mean profile - mean of H (Jensen-Shannon); 0 where all villages are alike",
    good: "up",
    measure: (now) => diversityOf(now).among,
  },
  {
    id: "diversity.alike",
    label: { en: "Likeness of villages", zh: "村庄同质化指数" },
    unit: "ratio",
    formula: "mean cosine of the profiles of all pairs of villages; 1 where all are alike",
    good: "down",
    measure: (now) => diversityOf(now).alike,
  },
  {
    id: "diversity.specialisation",
    label: { en: "Specialisation of villages", zh: "村庄专业化指数" },
    unit: "ratio",
    formula: "mean over villages of Krugman's sum |p - mean profile|, 0 to 2",
    good: null,
    measure: (now) => diversityOf(now).specialisation,
  },
  {
    id: "diversity.quotient",
    label: { en: "Highest location quotient of a village", zh: "村庄最高区位商" },
    unit: "ratio",
    formula: "mean over villages of the highest share over that of the mean profile",
    good: null,
    measure: (now) => diversityOf(now).quotient,
  },
];
