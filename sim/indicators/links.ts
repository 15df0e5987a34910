/** Indicators that set one side of a link against the other: registration, capital, remittances, the farm chain. */
import { localMultiplier } from "../numerics/multiplier.ts";
import { OUTSIDE, VILLAGE } from "../world/tiers.ts";
import { retainedInVillages } from "./enterprises.ts";
import { output } from "./fiscal.ts";
import type { Measure } from "./measure.ts";
import { flowBetween, isElsewhere, isRural } from "./observation.ts";
import { meanOver } from "./overPlaces.ts";

/** Part of all residents, or of all registered people, of the region who are so in towns and cities. */
function urbanPart(byTier: Float64Array): number {
  let all = 0;
  for (let tier = VILLAGE; tier < OUTSIDE; tier++) all += byTier[tier];
  return (all - byTier[VILLAGE]) / all;
}

export const links: readonly Measure[] = [
  {
    id: "registrationGap",
    label: { en: "Registration gap", zh: "常住与户籍城镇化率差" },
    unit: "share",
    formula: "urban share of residents - urban share of registered people",
    good: "down",
    measure: ({ residents, registered }) => urbanPart(residents) - urbanPart(registered),
  },
  {
    id: "capitalOutflow.share",
    label: { en: "Net outflow of village capital over output", zh: "村庄资本净流出占产值比" },
    unit: "ratio",
    formula:
      "(new loans of village deposits elsewhere - new loans of others' deposits to villages) in the year / yearly value added of the region at this month's rate",
    good: "down",
    measure: ({ world, sums }, before) =>
      before === undefined
        ? NaN
        : (flowBetween(world, sums.capital, before.sums.capital, isRural, isElsewhere) -
            flowBetween(world, sums.capital, before.sums.capital, isElsewhere, isRural)) /
          output(world),
  },
  {
    id: "remittances.share",
    label: { en: "Remittances in what villages have", zh: "汇款占村庄收入比重" },
    unit: "share",
    formula: "remittances to villages in the year / (those + yearly income of village residents)",
    good: null,
    measure: ({ world, sums, income, residents }, before) => {
      if (before === undefined) return NaN;
      const sent = flowBetween(world, sums.remittances, before.sums.remittances, isElsewhere, isRural);
      return sent / (sent + income[VILLAGE] * residents[VILLAGE]);
    },
  },
  {
    id: "localMultiplier.village",
    label: { en: "Local multiplier of villages", zh: "村庄本地乘数" },
    unit: "ratio",
    formula:
      "1 / (1 - c m): c the share of income consumed that goes to services within reach, m the value retained in villages",
    good: "up",
    measure: (now) => {
      const { settlements: s, jurisdictions: g } = now.world;
      const near = meanOver(
        now.world,
        (j) => g.localShare[s.jurisdiction[j]],
        (j) => (s.tier[j] === VILLAGE ? s.residents[j] : 0),
      );
      return localMultiplier(now.assumptions.consumptionShare * near, retainedInVillages(now));
    },
  },
  {
    id: "processedShare",
    label: { en: "Harvest processed in the county", zh: "农产品县内加工比重" },
    unit: "share",
    formula: "part of the farm produce that is processed in its county, mean over farmers",
    good: "up",
    measure: ({ world }) => {
      const { settlements: s, jurisdictions: g } = world;
      return meanOver(
        world,
        (j) => g.processedShare[s.jurisdiction[j]],
        (j) => s.farmers[j],
      );
    },
  },
];
