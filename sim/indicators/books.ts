/** Indicators that must be 0: what the yearly look at single rows finds beside the books. */
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";

const total = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k];
  return sum;
};

const LEDGER = "found anew from single rows; the run stops at the first miss";

/** Sum of distances between two columns. */
const apart = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += Math.abs(a[k] - b[k]);
  return sum;
};

/** Building quota that counties and places hold, less what was granted and won and not built on. */
function quotaError({ jurisdictions: g, settlements: s, sizes }: World): number {
  const held = g.quotaLeft.slice();
  for (let j = 0; j < sizes.settlements; j++) held[s.jurisdiction[j]] += s.quotaHeld[j];
  return apart(
    held,
    held.map((_, c) => g.quotaGranted[c] + g.quotaLinked[c] - g.quotaUsed[c]),
  );
}

export const books: readonly Measure[] = [
  {
    id: "ledger.people",
    label: { en: "People out of the books", zh: "人口账误差" },
    unit: "persons",
    formula: `|people counted one by one - residents of all places|; ${LEDGER}: always 0`,
    good: "down",
    measure: ({ world, residents }) =>
      Math.abs(total(residents) - total(world.settlements.residents) * world.sizes.scale),
  },
  {
    id: "ledger.money",
    label: { en: "Money out of the books", zh: "资金账误差" },
    unit: "yuan",
    formula: `|all money - all money a year ago|; ${LEDGER}: always 0`,
    good: "down",
    measure: ({ sums }, before) => (before === undefined ? NaN : Math.abs(sums.money - before.sums.money)),
  },
  {
    id: "ledger.land",
    label: { en: "Land out of the books", zh: "土地账误差" },
    unit: "m2",
    formula: `sum over places of |all uses of land - those of a year ago|; ${LEDGER}: always 0`,
    good: "down",
    measure: ({ sums }, before) => (before === undefined ? NaN : apart(sums.areas, before.sums.areas)),
  },
  {
    id: "ledger.quota",
    label: { en: "Quota out of the books", zh: "指标账误差" },
    unit: "m2",
    formula: `sum over counties of |quota held - (granted + won by reclaiming - built on)|; ${LEDGER}: always 0`,
    good: "down",
    measure: ({ world }) => quotaError(world),
  },
];
