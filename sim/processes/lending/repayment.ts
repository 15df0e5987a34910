/**
 * Firms pay interest and pay back, as far as they have money. What comes from a zone goes to the zones whose deposits
 * were lent there, by what each lent: what is paid back to their banks' vaults, and interest to their equity too.
 */
import { splitWhole } from "../../numerics/rounding.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import { OUTSIDE, VILLAGE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";

/** Pays for a month; whole yuan. */
export function openRepayment({ world, assumptions: a }: Setting): () => void {
  const { settlements: s, firms, jurisdictions, zones, zonePairs, clock } = world;
  const { settlements: count, zones: zoneCount, jurisdictions: counties } = world.sizes;
  const outside = counties - 1;
  const weights = new Float64Array(zoneCount);
  const share = new Float64Array(zoneCount);
  const paidBack = new Float64Array(zoneCount);
  const paidInterest = new Float64Array(zoneCount);

  return () => {
    paidBack.fill(0);
    paidInterest.fill(0);
    for (let j = 0; j < count; j++) {
      const away = s.tier[j] === OUTSIDE;
      for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) {
        firms.lent[row] = 0;
        firms.interest[row] = 0;
        const debt = firms.debt[row];
        if (debt === 0) continue;
        // Firms elsewhere are paid for by the outside account; firms here pay what they have.
        const purse = away ? Infinity : Math.max(0, firms.cash[row]);
        const interest = Math.min(purse, Math.floor((debt * a.loanRate) / 12));
        const part = Math.min(purse - interest, debt, Math.ceil(debt / (12 * a.loanMaturity)));
        firms.debt[row] -= part;
        firms.interest[row] = interest;
        if (away) jurisdictions.cash[outside] -= interest + part;
        else firms.cash[row] -= interest + part;
        paidBack[s.zone[j]] += part;
        paidInterest[s.zone[j]] += interest;
      }
    }
    for (let d = 0; d < zoneCount; d++) {
      if (paidBack[d] + paidInterest[d] === 0) continue;
      for (let o = 0; o < zoneCount; o++) weights[o] = zonePairs.loans[o * zoneCount + d];
      splitWhole(paidBack[d], weights, share);
      for (let o = 0; o < zoneCount; o++) {
        zonePairs.loans[o * zoneCount + d] -= share[o];
        jurisdictions.vault[zones.jurisdiction[o]] += share[o];
        if (zones.tier[o] === VILLAGE && zones.tier[d] !== VILLAGE) clock.villageLentAway[0] -= share[o];
      }
      splitWhole(paidInterest[d], weights, share);
      for (let o = 0; o < zoneCount; o++) {
        jurisdictions.vault[zones.jurisdiction[o]] += share[o];
        jurisdictions.equity[zones.jurisdiction[o]] += share[o];
      }
    }
  };
}
