/**
 * Model step 4, enterprises: taxes are paid, capital wears out, loans and part of the profit become capital, grants
 * match it, and what profit remains is paid out to the workers of the place (most owners there are self-employed).
 */
import { BUFFER_MONTHS } from "../policy/buffer.ts";
import { openBill } from "../policy/bill.ts";
import { openGrants } from "../policy/grants.ts";
import { SECTORS } from "../world/jurisdictions.ts";
import { openCapitalPurchases } from "../world/purchases.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { Process } from "./process.ts";

export const investment: Process = {
  name: "investment",
  reads: [
    "settlements.tier",
    "settlements.jurisdiction",
    "firms.value",
    "firms.returns",
    "firms.appetite",
    "firms.lent",
    "levers.value",
    "levers.state",
    "clock.month",
    "outlays.force",
  ],
  writes: [
    "settlements.serviceDemand",
    "settlements.profitPool",
    "firms.capital",
    "firms.cash",
    "firms.invested",
    "firms.granted",
    "firms.paidOut",
    "jurisdictions.cash",
    "jurisdictions.revenue",
    "jurisdictions.policyCost",
    "outlays.cost",
  ],
  prepare({ world, assumptions: a, measures }) {
    const { settlements: s, firms, jurisdictions } = world;
    const { settlements: count } = world.sizes;
    const grants = openGrants(world);
    const charge = openBill(world, measures, "investmentSubsidy");
    const chargeProcessing = openBill(world, measures, "processingSupport");
    const buyCapital = openCapitalPurchases(world, a.localBuildingShare);

    /** What the firms put in is the part (1 - r)(1 - q) of all, q of farm processing alone. */
    const grant = (j: number, row: number, amount: number): number => {
      const rate = grants.rate(j);
      const more = grants.support(j, row % SECTORS);
      if ((rate === 0 && more === 0) || amount <= 0) return 0;
      const given = Math.floor((amount * rate) / ((1 - rate) * (1 - more)));
      const extra = Math.floor((amount * more) / (1 - more));
      if (rate > 0) charge(j, given);
      if (more > 0) chargeProcessing(j, extra);
      firms.cash[row] += given + extra;
      return given + extra;
    };

    /** In most places most sectors have no firms: nothing is there to be booked. */
    const isEmpty = (row: number): boolean =>
      firms.capital[row] === 0 && firms.cash[row] === 0 && firms.value[row] === 0 && firms.lent[row] === 0;

    const keepBooks = (j: number, row: number): void => {
      if (isEmpty(row)) {
        firms.invested[row] = firms.granted[row] = firms.paidOut[row] = 0;
        return;
      }
      const county = s.jurisdiction[j];
      const value = firms.value[row];
      const tax = Math.floor(value * a.taxShare);
      firms.cash[row] -= tax;
      jurisdictions.cash[county] += tax;
      jurisdictions.revenue[county] += tax;
      const worn = Math.floor((firms.capital[row] * a.depreciation) / 12);
      firms.capital[row] -= worn;
      const loans = firms.lent[row];
      // What is worn out is made good first, as far as there is money beyond the month's loans and wages.
      const buffer = Math.floor(BUFFER_MONTHS * (1 - a.capitalShare) * value);
      const spare = Math.max(0, firms.cash[row] - loans - buffer);
      const replaced = firms.returns[row] > 0 ? Math.min(worn, spare) : 0;
      const profit = spare - replaced;
      // Loans, profit and grants together add what firms want and the land can carry.
      const wanted = Math.max(0, Math.floor(firms.appetite[row] * grants.ownPart(j, row % SECTORS)) - loans);
      const extended = Math.min(Math.floor(profit * a.profitReinvested), wanted);
      const own = loans + replaced + extended;
      const granted = grant(j, row, loans + extended);
      if (own + granted > 0) buyCapital(row, own + granted);
      const paidOut = profit - extended;
      firms.invested[row] = own + granted;
      firms.granted[row] = granted;
      firms.paidOut[row] = paidOut;
      firms.cash[row] -= paidOut;
      s.profitPool[j] += paidOut;
    };

    return () => {
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) continue;
        for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) keepBooks(j, row);
      }
    };
  },
};
