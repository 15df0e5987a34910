import { describe, expect, it } from "vitest";
import { leverValues } from "../../sim/policy/levers.ts";
import { lenderWeight, lendingCost } from "../../sim/processes/lending/rules.ts";
import { SECTORS } from "../../sim/world/jurisdictions.ts";
import { OUTSIDE, TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const bench = benchFor("lending", fromFile("valley", "scale=20"));
const { before, setting } = bench;
const { assumptions: a } = setting;
const { settlements: s, zones: z, sizes } = before;
const { zones, settlements: count } = sizes;
const outside = sizes.jurisdictions - 1;
const firmRows = rowsWhere(count * SECTORS, (row) => s.tier[Math.floor(row / SECTORS)] !== OUTSIDE);
const zonesOf = (tier: number): number[] => rowsWhere(zones, (zone) => z.tier[zone] === tier);

/** Every firm wants more than there is, so that lenders' judgement alone decides. */
const eager = (world: World): void => {
  for (const row of firmRows) world.firms.appetite[row] = 1e12;
};
const sated = (world: World): void => {
  world.firms.appetite.fill(0);
};
const newLoans = (world: World, from: readonly number[], to: readonly number[]): number =>
  sum(
    from.flatMap((o) =>
      to.map((d) => world.zonePairs.capital[o * zones + d] - before.zonePairs.capital[o * zones + d]),
    ),
  );
const everywhere = [...Array(zones).keys()];
const inRegion = everywhere.filter((zone) => z.tier[zone] !== OUTSIDE);
const gateways = zonesOf(OUTSIDE);
const villages = zonesOf(VILLAGE);

describe("lending", () => {
  it("firms pay interest and their part of what they owe, banks receive it", () => {
    const world = bench.after(sated);
    let interest = 0;
    for (const row of firmRows) {
      const debt = before.firms.debt[row];
      const due = Math.floor((debt * a.loanRate) / 12);
      const part = Math.ceil(debt / (12 * a.loanMaturity));
      if (before.firms.cash[row] < due + part) continue;
      expect(before.firms.debt[row] - world.firms.debt[row]).toBe(part);
      expect(before.firms.cash[row] - world.firms.cash[row]).toBe(part + due);
    }
    for (let row = 0; row < world.firms.debt.length; row++) {
      interest += Math.min(before.firms.cash[row], Math.floor((before.firms.debt[row] * a.loanRate) / 12));
    }
    const earned = sum(world.jurisdictions.equity) - sum(before.jurisdictions.equity);
    const lastRow = gateways.map((zone) => z.first[zone] * SECTORS);
    // Those at the gateways pay from the outside account, whatever stands in their own.
    const gatewayInterest = sum(lastRow.map((row) => Math.floor((before.firms.debt[row] * a.loanRate) / 12)));
    expect(earned).toBeGreaterThan(0);
    expect(earned).toBeGreaterThanOrEqual(gatewayInterest);
    expect(interest).toBeGreaterThan(0);
  });

  it("lends firms what they must put in themselves, not what a grant will give", () => {
    const [row] = firmRows.filter((k) => k % SECTORS === 1 && before.firms.capital[k] > 1e6);
    const lentUnder = (rate: number): number =>
      bench.after((w) => {
        sated(w);
        w.firms.appetite[row] = 10_000;
        leverValues(w, "investmentSubsidy")[Math.floor(row / SECTORS)] = rate;
      }).firms.lent[row];
    expect(lentUnder(0)).toBe(10_000);
    expect(lentUnder(0.2)).toBe(8000);
  });

  it("a firm without cash pays nothing and owes what it owed; it never pays more than it has", () => {
    const [row] = firmRows.filter((k) => before.firms.debt[k] > 10_000);
    const world = bench.after((w) => {
      sated(w);
      w.firms.cash[row] = -5;
    });
    expect([world.firms.cash[row], world.firms.debt[row]]).toEqual([-5, before.firms.debt[row]]);
    const poor = bench.after((w) => {
      sated(w);
      w.firms.cash[row] = 3;
    });
    expect(poor.firms.cash[row]).toBe(0);
    expect(before.firms.debt[row] - poor.firms.debt[row]).toBeLessThanOrEqual(3);
  });

  it("lends nothing to firms that want nothing, and what they want at most", () => {
    const none = bench.after(sated);
    expect(sum(none.firms.lent)).toBe(0);
    expect(newLoans(none, inRegion, inRegion)).toBe(0);
    expect(newLoans(none, inRegion, gateways)).toBeGreaterThan(0);
    const few = bench.after((w) => {
      for (const row of firmRows) w.firms.appetite[row] = 7;
    });
    for (const row of firmRows) expect(few.firms.lent[row]).toBeLessThanOrEqual(7);
    const some = bench.after(eager);
    expect(sum(some.firms.lent)).toBeGreaterThan(0);
    for (const row of firmRows) {
      expect(some.firms.lent[row]).toBeLessThanOrEqual(some.firms.appetite[row]);
      expect(some.firms.lent[row]).toBeGreaterThanOrEqual(0);
    }
  });

  it("lends a twelfth of the yearly speed of what is idle beyond the reserve, and no more", () => {
    const world = bench.after(eager);
    for (const o of inRegion) {
      const deposits = sum(rowsWhere(count, (j) => s.zone[j] === o).map((j) => s.deposits[j]));
      const repaid = bench.after(sated);
      const lent =
        sum(everywhere.map((d) => repaid.zonePairs.loans[o * zones + d])) - newLoans(repaid, [o], everywhere);
      const idle = Math.max(0, Math.floor((1 - a.reserveRatio) * deposits) - lent);
      const offered = Math.floor((idle * a.lendingSpeed) / 12);
      const out = newLoans(world, [o], everywhere);
      expect(out).toBeLessThanOrEqual(offered + zones);
      // Where firms want more than there is, all that is offered is taken but for rounding.
      expect(out).toBeGreaterThan(offered - zones * count * SECTORS);
    }
    const bound = bench.after(eager, { assumptions: { ...a, reserveRatio: 0.9 } });
    expect(newLoans(bound, inRegion, everywhere)).toBe(0);
  });

  it("lenders weigh zones by capital, return and cost: twice the spread of judgement, half the difference", () => {
    const shares = (world: World, o: number): number[] => {
      const all = newLoans(world, [o], everywhere);
      return everywhere.map((d) => newLoans(world, [o], [d]) / all);
    };
    const [o] = villages;
    const world = bench.after(eager);
    const weight = everywhere.map((d) => {
      const border = z.jurisdiction[d] === z.jurisdiction[o] ? 0 : a.lendingCostDistance;
      if (z.tier[d] === OUTSIDE) {
        const region = sum(firmRows.map((row) => before.firms.capital[row]));
        const size = sum(gateways.map((g) => z.size[g]));
        const capital = (region * a.outsideLending * z.size[d]) / size;
        return (
          lenderWeight(capital, a.outsideReturn - a.lendingCostCity, a.lendingScale) *
          lenderWeight(1, -border, a.lendingScale)
        );
      }
      const rows = firmRows.filter((row) => s.zone[Math.floor(row / SECTORS)] === d);
      const own = rows.map((row) =>
        lenderWeight(
          before.firms.capital[row],
          before.firms.returns[row] - lendingCost(z.tier[d], a),
          a.lendingScale,
        ),
      );
      return sum(own) * lenderWeight(1, -border, a.lendingScale);
    });
    const expected = weight.map((each) => each / sum(weight));
    shares(world, o).forEach((share, d) => expect(Math.abs(share - expected[d])).toBeLessThan(0.01));
  });

  it("the village's savings leave as returns and costs say: dearer lending there drives more of them away", () => {
    const kept = (cost: number): number => {
      const world = bench.after(eager, { assumptions: { ...a, lendingCostVillage: cost } });
      return newLoans(world, villages, villages) / newLoans(world, villages, everywhere);
    };
    expect(kept(0.015)).toBeGreaterThan(1.5 * kept(0.06));
    const far = (cost: number): number => {
      const world = bench.after(eager, { assumptions: { ...a, lendingCostDistance: cost } });
      return newLoans(world, inRegion, gateways);
    };
    expect(far(0.05)).toBeLessThan(0.7 * far(0.01));
  });

  it("counts what villagers' savings do elsewhere", () => {
    const world = bench.after(eager);
    const away = everywhere.filter((zone) => z.tier[zone] !== VILLAGE);
    const stock = (w: World): number =>
      sum(villages.flatMap((o) => away.map((d) => w.zonePairs.loans[o * zones + d])));
    expect(world.clock.villageLentAway[0] - before.clock.villageLentAway[0]).toBe(
      stock(world) - stock(before),
    );
    expect(newLoans(world, villages, away)).toBeGreaterThan(0);
  });

  it("a guarantee draws loans to its place, and the payer bears the lender's cost of what is owed there", () => {
    const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN && before.firms.debt[j * SECTORS + 2] > 0);
    const guarantee = (rate: number): World =>
      bench.after((w) => {
        eager(w);
        leverValues(w, "lendingGuarantee")[town] = rate;
      });
    const lentThere = (w: World): number =>
      sum([0, 1, 2].map((sector) => w.firms.lent[town * SECTORS + sector]));
    const [none, some] = [guarantee(0), guarantee(0.02)];
    expect(lentThere(some)).toBeGreaterThan(1.3 * lentThere(none));
    const county = s.jurisdiction[town];
    const cost = some.jurisdictions.policyCost[county];
    expect(cost).toBeGreaterThan(0);
    expect(none.jurisdictions.cash[county] - some.jurisdictions.cash[county]).toBe(cost);
    // A guarantee beyond the cost of lending there covers no more than that cost.
    expect(guarantee(0.2).jurisdictions.policyCost[county]).toBe(
      guarantee(a.lendingCostTown).jurisdictions.policyCost[county],
    );
    expect(lentThere(guarantee(0.2))).toBe(lentThere(guarantee(a.lendingCostTown)));
  });

  it("a guarantee moves its place in lenders' eyes by just what it covers", () => {
    const towns = rowsWhere(count, (j) => s.tier[j] === TOWN && before.firms.capital[j * SECTORS + 2] > 0);
    const one = towns.find((j) => towns.filter((k) => s.zone[k] === s.zone[j]).length > 1);
    const other = towns.find((j) => j !== one && s.zone[j] === s.zone[one!]);
    const lent = (w: World, j: number): number => w.firms.lent[j * SECTORS + 2];
    const covered = 0.02;
    const guaranteed = bench.after((w) => {
      eager(w);
      leverValues(w, "lendingGuarantee")[one!] = covered;
    });
    const plain = bench.after(eager);
    const ratio = (w: World): number => lent(w, one!) / lent(w, other!);
    expect(ratio(guaranteed) / ratio(plain)).toBeCloseTo(Math.exp(covered / a.lendingScale), 3);
  });

  it("a local floor keeps that part of a county's loans in the county, wherever in it the floor is set", () => {
    const county = 1;
    const own = inRegion.filter((zone) => z.jurisdiction[zone] === county);
    const floorAt = (j: number | null, floor: number): World =>
      bench.after((w) => {
        eager(w);
        if (j !== null) leverValues(w, "localLendingFloor")[j] = floor;
      });
    const kept = (w: World): number => newLoans(w, own, own) / newLoans(w, own, everywhere);
    const rows = rowsWhere(count, (j) => s.jurisdiction[j] === county);
    const plain = kept(floorAt(null, 0));
    expect(plain).toBeLessThan(0.7);
    const first = kept(floorAt(rows[0], 0.8));
    expect(first).toBeGreaterThan(0.79);
    expect(kept(floorAt(rows.at(-1)!, 0.8))).toBe(first);
    expect(kept(floorAt(rows[3], 1))).toBe(1);
    // Other counties lend as before.
    const others = inRegion.filter((zone) => z.jurisdiction[zone] !== county);
    expect(newLoans(floorAt(rows[0], 0.8), others, everywhere)).toBeCloseTo(
      newLoans(floorAt(null, 0), others, everywhere),
      -5,
    );
  });

  it("what is lent outside is spent outside", () => {
    const world = bench.after(sated);
    const repaid = sum(
      gateways.map((d) => sum(everywhere.map((o) => before.zonePairs.loans[o * zones + d]))),
    );
    const lent = newLoans(world, inRegion, gateways);
    const debts = sum(gateways.map((zone) => world.firms.debt[z.first[zone] * SECTORS]));
    const interest = sum(
      gateways.map((zone) => Math.floor((before.firms.debt[z.first[zone] * SECTORS] * a.loanRate) / 12)),
    );
    const back = repaid + lent - debts;
    expect(world.jurisdictions.cash[outside] - before.jurisdictions.cash[outside]).toBe(
      lent - back - interest,
    );
  });

  it("lends nothing to firms whose debt would not stay sound, and no more than brings it to the bound", () => {
    const none = bench.after(eager, { assumptions: { ...a, lendingMostLeverage: 0 } });
    expect(sum(none.firms.lent)).toBe(0);
    const bound = 0.3;
    const ample = { ...a, lendingMostLeverage: bound, lendingSpeed: 6, outsideLending: 0 };
    const some = bench.after(eager, { assumptions: ample });
    const full = firmRows.filter((row) => some.firms.lent[row] > 0);
    expect(full.length).toBeGreaterThan(10);
    for (const row of full) {
      const { debt, capital, lent } = some.firms;
      expect(debt[row]).toBeLessThanOrEqual(bound * (capital[row] + lent[row]) + 1);
    }
  });

  it("a small shop with a huge return takes little from the others of its zone", () => {
    const rows = firmRows.filter((row) => before.firms.capital[row] > 1e6);
    const [shop] = rows;
    const zone = s.zone[Math.floor(shop / SECTORS)];
    const others = rows.filter((row) => row !== shop && s.zone[Math.floor(row / SECTORS)] === zone);
    const lent = (returns: number): number => {
      const world = bench.after((w) => {
        eager(w);
        w.firms.capital[shop] = 100_000;
        w.firms.returns[shop] = returns;
      });
      return sum(others.map((row) => world.firms.lent[row]));
    };
    expect(lent(9)).toBe(lent(a.lendingMostReturn));
    expect(lent(9)).toBeGreaterThan(0.9 * lent(0.05));
  });

  it("tells what interest each paid in the month", () => {
    const world = bench.after(sated);
    const rich = firmRows.filter((row) => before.firms.cash[row] > before.firms.debt[row]);
    expect(rich.length).toBeGreaterThan(0);
    for (const row of rich)
      expect(world.firms.interest[row]).toBe(Math.floor((before.firms.debt[row] * a.loanRate) / 12));
  });
});
