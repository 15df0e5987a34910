/** Indicators of the system of settlements: how people are spread over places, and which places live on. */
import { shannon } from "../numerics/diversity.ts";
import { rankSize } from "../numerics/rankSize.ts";
import { OUTSIDE, TOWN, VILLAGE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import { isUrban, type Observation } from "./observation.ts";

/** Persons in each town, seat and core. */
const citySizes = ({ settlements: s, sizes }: World): Int32Array =>
  s.residents.filter((_, j) => isUrban(s.tier[j])).map((agents) => agents * sizes.scale);

const total = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k];
  return sum;
};

/** Upper bounds of classes of size, persons; above the last is one more. */
const CLASS_BOUNDS = [100, 1000, 10_000, 100_000, 1_000_000] as const;

/** Shares of residents by the class of the place they live in. */
function sizeClasses({ settlements: s, sizes }: World): Float64Array {
  const shares = new Float64Array(CLASS_BOUNDS.length + 1);
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const people = s.residents[j] * sizes.scale;
    let at = 0;
    while (at < CLASS_BOUNDS.length && people >= CLASS_BOUNDS[at]) at++;
    shares[at] += people;
  }
  const all = total(shares);
  return shares.map((people) => people / all);
}

/** Villages in which someone lived a year ago and nobody does now. */
function emptied({ world, sums }: Observation, before: Observation): number {
  let count = 0;
  for (let j = 0; j < sums.inhabitants.length; j++) {
    const { tier } = world.settlements;
    if (tier[j] === VILLAGE && before.sums.inhabitants[j] > 0 && sums.inhabitants[j] === 0) count++;
  }
  return count;
}

export const system: readonly Measure[] = [
  {
    id: "villages.emptied",
    label: { en: "Villages that emptied", zh: "消失的村庄" },
    unit: "count",
    formula: "villages in which someone lived a year ago and nobody does now",
    good: "down",
    measure: (now, before) => (before === undefined ? NaN : emptied(now, before)),
  },
  {
    id: "townShare",
    label: { en: "Share of residents in towns", zh: "乡镇人口比重" },
    unit: "share",
    formula: "residents of towns / residents of the region",
    good: null,
    measure: ({ residents }) => residents[TOWN] / (total(residents) - residents[OUTSIDE]),
  },
  {
    id: "cities.primacy",
    label: { en: "Primacy", zh: "首位度" },
    unit: "share",
    formula: "residents of the largest / residents of all towns, seats and cores",
    good: null,
    measure: ({ world }) => {
      const sizes = citySizes(world);
      return sizes.reduce((most, size) => Math.max(most, size), 0) / total(sizes);
    },
  },
  {
    id: "cities.zipf",
    label: { en: "Rank-size slope", zh: "位序—规模斜率" },
    unit: "ratio",
    formula:
      "z of ln(rank - 1/2) = c - z ln(residents) over towns, seats and cores; 1 is Zipf's law, more is more alike",
    good: null,
    measure: ({ world }) => rankSize(citySizes(world)).slope,
  },
  {
    id: "cities.zipfError",
    label: { en: "Error of the rank-size slope", zh: "位序—规模斜率标准误" },
    unit: "ratio",
    formula: "z sqrt(2 / n) of n towns, seats and cores with residents",
    good: null,
    measure: ({ world }) => rankSize(citySizes(world)).error,
  },
  {
    id: "cities.concentration",
    label: { en: "Concentration in towns and cities", zh: "城镇人口集中度（赫芬达尔）" },
    unit: "ratio",
    formula: "sum of squared shares of towns, seats and cores in their residents (Herfindahl)",
    good: null,
    measure: ({ world }) => {
      const sizes = citySizes(world);
      const all = total(sizes);
      return sizes.reduce((sum, size) => sum + (size / all) * (size / all), 0);
    },
  },
  {
    id: "settlements.classes",
    label: { en: "Diversity of sizes of places", zh: "聚落规模等级熵" },
    unit: "ratio",
    formula:
      "Shannon's -sum p ln p, p the share of residents in places below 100, 1,000, 10,000, 100,000, 1 million people and above",
    good: null,
    measure: ({ world }) => shannon(sizeClasses(world)),
  },
];
