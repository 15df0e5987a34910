/** What it costs to carry policies out, beyond what their levers cost: offices, surveys, upkeep of what was set up. */
import { forceOf, isInForce, type ResolvedMeasure } from "../../policy/resolve.ts";
import { openPurchases } from "../../world/purchases.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";

/**
 * Pays a month of the running costs of all measures in force. Each is parted among its places, alike or by residents;
 * at each the county or the state pays, part of it to builders and shops there, the rest outside. What rests costs
 * nothing; a rule never rests.
 */
export function openRunningCosts({ world, measures, assumptions: a }: Setting): (month: number) => void {
  const { settlements: s, jurisdictions: g, outlays } = world;
  const { jurisdictions, scale } = world.sizes;
  const outside = jurisdictions - 1;
  const purchase = openPurchases(world, a.localBuildingShare);
  const costly = measures.filter(({ cost, value }) => cost !== undefined && value !== 0);

  const monthly = ({ cost, settlements }: ResolvedMeasure, j: number): number => {
    const { yearly = 0, per } = cost ?? {};
    if (per === "place") return Math.floor(yearly / 12);
    if (per === "resident") return Math.floor((yearly * s.residents[j] * scale) / 12);
    // Of a whole that isn't divisible the first places bear a yuan more.
    const whole = Math.floor(yearly / 12);
    const each = Math.floor(whole / settlements.length);
    return each + (settlements.indexOf(j) < whole - each * settlements.length ? 1 : 0);
  };

  const pay = (measure: ResolvedMeasure, j: number): void => {
    const county = s.jurisdiction[j];
    const payer = measure.state ? outside : county;
    const row = measure.policyRow * jurisdictions + payer;
    const yuan = Math.floor(monthly(measure, j) * forceOf(measure, j, world));
    g.cash[payer] -= yuan;
    g.policyCost[county] += yuan;
    outlays.cost[row] += yuan;
    purchase(j, yuan);
  };

  return (month) => {
    for (const measure of costly) {
      if (!isInForce(measure, month)) continue;
      for (const j of measure.settlements) if (s.tier[j] !== OUTSIDE) pay(measure, j);
    }
  };
}
