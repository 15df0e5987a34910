/** Villages that are told to form clusters. */
import type { World } from "../../../sim/world/world.ts";
import type { Measure } from "../../../sim/policy/policy.ts";
import { type OpenRun, openRun, runMonths } from "../../laws/run.ts";
import { fromFile, policyOf } from "../../laws/scenarios.ts";

export const valley = fromFile("valley", "scale=20", "years=20");
export const DECEMBER = 11;

export const measure = (
  lever: Measure["lever"],
  value: number,
  from: string,
  until?: string,
  payer: Measure["payer"] = "state",
): Measure => ({
  id: `${lever}-${from}`,
  lever,
  where: { tiers: ["village"] },
  from,
  until,
  value,
  payer,
  source: "assumed",
});

/** What farms of a place sell in a month without the platform, rent of their fields included, whole yuan. */
export const salesOf = ({ settlements: s, sizes }: World, j: number): number =>
  Math.floor((s.farmIncome[j] * s.farmers[j] * sizes.scale) / (1 - s.rentBurden[j]) / s.brandPremium[j]);

export const runWith = (measures: readonly Measure[], years: number): OpenRun => {
  const run = openRun({ ...valley, policies: [policyOf("cluster", measures)] }, "platforms");
  runMonths(run, 12 * years);
  return run;
};
