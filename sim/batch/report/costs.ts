/** Who pays and who gains, printed: costs by policy and payer, cost of a person won, incomes by group. */
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import type { Costs, PerPerson } from "../analysis/costs.ts";
import type { PairedEffect } from "../analysis/paired.ts";
import { VERDICTS } from "./comparison.ts";
import { difference, figure } from "./figures.ts";
import { layOut } from "./layout.ts";

const WON: Readonly<Record<PerPerson["id"], string>> = {
  village: "people in villages",
  region: "people in the region",
  within20: "people within 20 minutes of a county hospital",
};

/** Incomes per head of groups, whose differences say who gains. */
export const isGroupIncome = (indicator: string): boolean => indicator.startsWith("income.");

/** Nobody is won where the band isn't above 0; where it is and there is no price, nothing was spent. */
function whyNoPrice({ low, high }: { readonly low: number; readonly high: number }): string {
  if (high < 0) return "nobody won: there are fewer";
  return low > 0 ? "at no cost" : "not distinguishable";
}

/** @returns undefined where no policy cost anything, in either */
export function costSummary(
  { payers, perPerson }: Costs,
  effects: readonly PairedEffect[],
  catalogue: readonly IndicatorInfo[],
): string | undefined {
  if (payers.length === 1 && payers[0].county.mean === 0 && payers[0].state.mean === 0) return undefined;
  const band = ({ low, high }: { low: number; high: number }, unit: string): string =>
    `${difference(low, unit)} … ${difference(high, unit)}`;
  const paid = payers.map(({ policy, county, state }) => [
    policy ?? "all policies, OTHER less BASE",
    figure(county.mean, "yuan"),
    figure(state.mean, "yuan"),
  ]);
  const won = perPerson.map(({ id, persons, yuan }) => [
    WON[id],
    difference(Math.round(persons.mean), "persons"),
    band({ low: Math.round(persons.low), high: Math.round(persons.high) }, "persons"),
    yuan === null ? whyNoPrice(persons) : `${figure(yuan, "yuan")} yuan each`,
  ]);
  const gains = effects.filter(({ indicator }) => isGroupIncome(indicator));
  const gained = gains.map(({ indicator, unit, mean, low, high, verdict }) => [
    catalogue.find(({ id }) => id === indicator)?.label.en ?? indicator,
    difference(mean, unit),
    band({ low, high }, unit),
    VERDICTS[verdict],
  ]);
  const year = String(effects[0]?.year ?? "");
  return [
    layOut([["Who pays, yuan since the start, not discounted", "county", "state"], ...paid], "<>>"),
    layOut([[`What it wins by ${year}`, "persons", "band", "public cost"], ...won], "<>>>"),
    ...(gained.length === 0
      ? []
      : [layOut([[`Who gains in ${year}, yuan a year`, "difference", "band", ""], ...gained], "<>><")]),
  ].join("\n\n");
}
