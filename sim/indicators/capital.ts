/** Indicators of capital: savings and where they are lent, what is sent home, gains of land, what stands in villages. */
import { SECTORS } from "../world/jurisdictions.ts";
import { VILLAGE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import { flowBetween, isElsewhere, isRural, isUrban, type Observation, twoWay } from "./observation.ts";

/** Savings of villages and what of them is lent elsewhere, from the stock of loans. */
function villageLoans({ world }: Observation): { deposits: number; away: number; lent: number } {
  const { zones: z, zonePairs, settlements: s, sizes } = world;
  let deposits = 0;
  let away = 0;
  let lent = 0;
  for (let j = 0; j < sizes.settlements; j++) if (s.tier[j] === VILLAGE) deposits += s.deposits[j];
  for (let o = 0; o < sizes.zones; o++) {
    if (z.tier[o] !== VILLAGE) continue;
    for (let d = 0; d < sizes.zones; d++) {
      const loans = zonePairs.loans[o * sizes.zones + d];
      lent += loans;
      if (z.tier[d] !== VILLAGE) away += loans;
    }
  }
  return { deposits, away, lent };
}

export const capital: readonly Measure[] = [
  {
    id: "capitalDrain.village",
    label: { en: "Village savings lent elsewhere", zh: "村庄存款外流比重" },
    unit: "share",
    formula: "loans of village deposits to firms outside the villages / village deposits",
    good: "down",
    measure: (now) => {
      const { deposits, away } = villageLoans(now);
      return deposits > 0 ? away / deposits : NaN;
    },
  },
  {
    id: "savingsLent.village",
    label: { en: "New village savings lent elsewhere", zh: "新增村庄储蓄外流比重" },
    unit: "share",
    formula:
      "growth since the start of loans of village deposits outside the villages / what villagers saved since",
    good: "down",
    measure: ({ world }) => {
      const saved = world.clock.villageSaved[0];
      return saved > 0 ? world.clock.villageLentAway[0] / saved : NaN;
    },
  },
  {
    id: "capitalOutflow.village",
    label: { en: "Net outflow of village capital", zh: "村庄资本净流出" },
    unit: "yuan/year",
    formula: "new loans of village deposits elsewhere - new loans of others' deposits to villages",
    good: "down",
    measure: ({ world, sums }, before) =>
      before === undefined
        ? NaN
        : flowBetween(world, sums.capital, before.sums.capital, isRural, isElsewhere) -
          flowBetween(world, sums.capital, before.sums.capital, isElsewhere, isRural),
  },
  {
    id: "remittances",
    label: { en: "Remittances to villages", zh: "汇回村庄的款项" },
    unit: "yuan/year",
    formula: "sent in the year by those who circulate to families in villages",
    good: null,
    measure: ({ world, sums }, before) =>
      before === undefined
        ? NaN
        : flowBetween(world, sums.remittances, before.sums.remittances, isElsewhere, isRural),
  },
  {
    id: "reciprocity.capital",
    label: { en: "Two-way movement of capital", zh: "资本流动双向性" },
    unit: "ratio",
    formula: "2 min(out, back) / (out + back) of new loans between villages and all other places in the year",
    good: "up",
    measure: twoWay("capital", isElsewhere),
  },
  {
    id: "reciprocity.landValue",
    label: { en: "Two-way movement of land value", zh: "土地增值双向性" },
    unit: "ratio",
    formula:
      "2 min / sum of land gains that villages lose to the county's treasury and compensation and prices of quota that come back, in the year",
    good: "up",
    measure: twoWay("landValue", isUrban),
  },
  {
    id: "capital.village",
    label: { en: "Modern capital in villages", zh: "村庄现代资本" },
    unit: "yuan",
    formula: "capital of firms that stand in villages",
    good: "up",
    measure: ({ world }) => {
      const { settlements: s, firms, sizes } = world;
      let sum = 0;
      for (let row = 0; row < firms.capital.length; row++) {
        if (s.tier[Math.floor(row / SECTORS)] === VILLAGE) sum += firms.capital[row];
      }
      return sizes.settlements > 0 ? sum : NaN;
    },
  },
];
