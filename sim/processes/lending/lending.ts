/**
 * Model step 4, banks: firms pay interest and pay back; what is idle of the deposits is lent where return net of
 * lending cost looks best. Savings of one zone lent in another are the capital flow; that villages' savings leave
 * is an outcome of returns and costs, not a rule.
 *
 * Flow from zone o to zone d: amount ∝ K_d e^((r_d - c_d - border_od) / σ), as far as firms in d want it.
 * Source: partial adjustment to returns with a logit of returns in the spirit of McFadden 1974.
 */
import { splitWhole } from "../../numerics/rounding.ts";
import { openBill } from "../../policy/bill.ts";
import { openGrants } from "../../policy/grants.ts";
import { leverValues } from "../../policy/levers.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import { OUTSIDE, VILLAGE } from "../../world/tiers.ts";
import type { Process } from "../process.ts";
import { openRepayment } from "./repayment.ts";
import { lenderWeight, lendingCost, loanable, soundLoan } from "./rules.ts";

export const lending: Process = {
  name: "lending",
  reads: [
    "settlements.tier",
    "settlements.zone",
    "settlements.jurisdiction",
    "settlements.deposits",
    "firms.capital",
    "firms.returns",
    "firms.appetite",
    "zones.tier",
    "zones.jurisdiction",
    "zones.first",
    "zones.count",
    "zones.size",
    "levers.value",
    "levers.state",
    "clock.month",
    "outlays.force",
  ],
  writes: [
    "firms.debt",
    "firms.cash",
    "firms.lent",
    "firms.interest",
    "zonePairs.loans",
    "zonePairs.capital",
    "jurisdictions.cash",
    "jurisdictions.vault",
    "jurisdictions.equity",
    "jurisdictions.policyCost",
    "clock.villageLentAway",
    "outlays.cost",
  ],
  prepare(setting) {
    const { world, assumptions: a, measures } = setting;
    const { settlements: s, firms, jurisdictions, zones, zonePairs, clock } = world;
    const { settlements: count, zones: zoneCount, jurisdictions: counties } = world.sizes;
    const outside = counties - 1;
    const guarantee = leverValues(world, "lendingGuarantee");
    const payBack = openRepayment(setting);
    const charge = openBill(world, measures, "lendingGuarantee");
    const grants = openGrants(world);
    const lendingFloor = leverValues(world, "localLendingFloor");
    /** A firm's weight in a lender's eyes, and the sum over the firms of a zone. */
    const rowWeight = new Float64Array(count * SECTORS);
    /** What each firm would take and banks would give it at most, as long as its debt stays sound. */
    const sound = new Float64Array(count * SECTORS);
    const zoneWeight = new Float64Array(zoneCount);
    const deposits = new Float64Array(zoneCount);
    /** Part that must stay in each county: the highest floor of any of its places. */
    const floors = new Float64Array(counties);
    const lent = new Float64Array(zoneCount);
    const weights = new Float64Array(zoneCount);
    const offers = new Float64Array(zoneCount * zoneCount);
    const share = new Float64Array(zoneCount);
    const isOutside = (zone: number): boolean => zones.tier[zone] === OUTSIDE;

    /** Weighs every borrower by capital, return and lending cost; a guarantee lowers the cost, and is paid for. */
    const weighBorrowers = (): void => {
      zoneWeight.fill(0);
      let capital = 0;
      let gateways = 0;
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) {
          gateways += zones.size[s.zone[j]];
          continue;
        }
        const cut = Math.min(lendingCost(s.tier[j], a), guarantee[j]);
        const cost = lendingCost(s.tier[j], a) - cut;
        let debt = 0;
        for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) {
          capital += firms.capital[row];
          debt += firms.debt[row];
          // Firms that want nothing, most of them, need no weighing.
          if (firms.appetite[row] === 0) {
            sound[row] = rowWeight[row] = 0;
            continue;
          }
          sound[row] = Math.min(
            firms.appetite[row] * grants.ownPart(j, row % SECTORS),
            soundLoan(firms.capital[row], firms.debt[row], a.lendingMostLeverage),
          );
          rowWeight[row] =
            sound[row] > 0
              ? lenderWeight(
                  firms.capital[row],
                  Math.min(a.lendingMostReturn, firms.returns[row]) - cost,
                  a.lendingScale,
                )
              : 0;
          zoneWeight[s.zone[j]] += rowWeight[row];
        }
        if (cut > 0) payGuarantee(j, Math.floor((debt * cut) / 12));
      }
      for (let z = 0; z < zoneCount; z++) {
        if (!isOutside(z) || gateways === 0) continue;
        const part = (capital * a.outsideLending * zones.size[z]) / gateways;
        zoneWeight[z] = lenderWeight(part, a.outsideReturn - lendingCost(OUTSIDE, a), a.lendingScale);
      }
    };

    const payGuarantee = (j: number, premium: number): void => {
      const county = s.jurisdiction[j];
      charge(j, premium);
      jurisdictions.vault[county] += premium;
      jurisdictions.equity[county] += premium;
    };

    /** Offers of every zone's idle deposits to every zone, before firms say how much they want. */
    const offer = (): void => {
      offers.fill(0);
      deposits.fill(0);
      lent.fill(0);
      floors.fill(0);
      for (let j = 0; j < count; j++) {
        deposits[s.zone[j]] += s.deposits[j];
        const floor = lendingFloor[j];
        if (floor > floors[s.jurisdiction[j]]) floors[s.jurisdiction[j]] = floor;
      }
      for (let o = 0; o < zoneCount; o++) {
        for (let d = 0; d < zoneCount; d++) lent[o] += zonePairs.loans[o * zoneCount + d];
      }
      for (let o = 0; o < zoneCount; o++) {
        if (isOutside(o)) continue;
        const amount = Math.floor(
          loanable(deposits[o], a.reserveRatio, lent[o]) * Math.min(1, a.lendingSpeed / 12),
        );
        if (amount <= 0) continue;
        const county = zones.jurisdiction[o];
        const kept = Math.floor(amount * floors[county]);
        spread(o, amount - kept, -1);
        if (kept > 0) spread(o, kept, county);
      }
    };

    const spread = (origin: number, amount: number, onlyCounty: number): void => {
      const abroad = lenderWeight(1, -a.lendingCostDistance, a.lendingScale);
      for (let d = 0; d < zoneCount; d++) {
        const near = zones.jurisdiction[d] === zones.jurisdiction[origin];
        weights[d] = near ? zoneWeight[d] : onlyCounty >= 0 ? 0 : zoneWeight[d] * abroad;
      }
      // Where the floor keeps money in a county that has no borrower, it waits for one.
      if (weights.every((weight) => weight === 0)) return;
      splitWhole(amount, weights, share);
      for (let d = 0; d < zoneCount; d++) offers[origin * zoneCount + d] += share[d];
    };

    /** Lends what is both offered and wanted: firms of a zone share by weight, none takes more than its appetite. */
    const lend = (): void => {
      for (let d = 0; d < zoneCount; d++) {
        let offered = 0;
        for (let o = 0; o < zoneCount; o++) {
          weights[o] = offers[o * zoneCount + d];
          offered += weights[o];
        }
        if (offered === 0) continue;
        splitWhole(isOutside(d) ? giveOutside(d, offered) : giveFirms(d, offered), weights, share);
        for (let o = 0; o < zoneCount; o++) {
          const amount = share[o];
          if (amount === 0) continue;
          const pair = o * zoneCount + d;
          zonePairs.loans[pair] += amount;
          zonePairs.capital[pair] += amount;
          jurisdictions.vault[zones.jurisdiction[o]] -= amount;
          if (zones.tier[o] === VILLAGE && zones.tier[d] !== VILLAGE) clock.villageLentAway[0] += amount;
        }
      }
    };

    const giveOutside = (zone: number, amount: number): number => {
      firms.debt[zones.first[zone] * SECTORS] += amount;
      jurisdictions.cash[outside] += amount;
      return amount;
    };

    const giveFirms = (zone: number, offered: number): number => {
      const first = zones.first[zone] * SECTORS;
      let total = 0;
      for (let row = first; row < first + zones.count[zone] * SECTORS; row++) {
        const amount = Math.floor(Math.min(sound[row], (offered * rowWeight[row]) / zoneWeight[zone]));
        firms.debt[row] += amount;
        firms.cash[row] += amount;
        firms.lent[row] += amount;
        total += amount;
      }
      return total;
    };

    return () => {
      payBack();
      weighBorrowers();
      offer();
      lend();
    };
  },
};
