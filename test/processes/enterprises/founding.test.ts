import { describe, expect, it } from "vitest";
import { firmRow } from "../../../sim/world/enterprises.ts";
import { SERVICES } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE, SEAT, TOWN } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { misses, oddNumbers, openBooks } from "../../laws/books.ts";
import { sum } from "../bench.ts";
import { membersOf, openRows } from "./rows.ts";
import { a, before, bench, s, sizes, still } from "./valley.ts";

describe("founding", () => {
  const eager = { ...still, insolvencyMonths: 0, entryRate: 0.2, efficiencySpread: 0.3 };
  const founded = (w: World, passes: (i: number) => boolean = () => true): number =>
    openRows(w).filter((i) => w.enterprises.born[i] === 5 && passes(i)).length;
  const plain = bench.after(() => {}, { assumptions: eager });

  it("moves the founder's savings and a loan into capital and till, and nothing is lost", () => {
    const born = openRows(plain).filter((i) => plain.enterprises.born[i] === 5);
    expect(born.length).toBeGreaterThan(50);
    expect(misses(plain, openBooks(before))).toEqual([]);
    expect(oddNumbers(plain)).toEqual([]);
    const drawn = sum(before.settlements.deposits) - sum(plain.settlements.deposits);
    const lent = sum(plain.zonePairs.loans) - sum(before.zonePairs.loans);
    expect(lent / drawn).toBeCloseTo(a.founderLeverage, 1);
    const funds = sum(born.map((i) => plain.enterprises.capital[i]));
    expect(funds / (drawn + lent)).toBeCloseTo(0.95, 1);
    for (const i of born)
      expect(plain.settlements.tier[plain.enterprises.settlement[i]]).toBeLessThan(OUTSIDE);
  });

  it("needs savings", () => {
    const broke = bench.after((w) => void w.persons.savings.fill(0), { assumptions: eager });
    expect(founded(broke)).toBe(0);
  });

  it("is likelier where returns are higher", () => {
    const custom = bench.after(
      (w) => {
        for (let j = 0; j < sizes.settlements; j++)
          if (s.tier[j] === SEAT) w.settlements.expectedDemand[j] *= 1.5;
      },
      { assumptions: eager },
    );
    const isShopIn = (w: World, tier: number) => (i: number) =>
      w.enterprises.sector[i] === SERVICES && s.tier[w.enterprises.settlement[i]] === tier;
    expect(founded(custom, isShopIn(custom, SEAT))).toBeGreaterThan(
      2 * founded(plain, isShopIn(plain, SEAT)),
    );
    expect(founded(custom, isShopIn(custom, TOWN))).toBe(founded(plain, isShopIn(plain, TOWN)));
    const outside = bench.after(() => {}, { assumptions: { ...eager, outsideReturn: 0.12 } });
    expect(founded(outside)).toBeLessThan(0.5 * founded(plain));
  });

  it("those who came back found as often as others, or as much oftener as a study says", () => {
    const back = bench.after((w) => void w.persons.left.fill(-24), { assumptions: eager });
    expect(founded(back)).toBe(founded(plain));
    const keen = { ...eager, returneeFounding: 4 };
    expect(founded(bench.after((w) => void w.persons.left.fill(-24), { assumptions: keen }))).toBeGreaterThan(
      2 * founded(plain),
    );
    expect(founded(bench.after((w) => void w.persons.left.fill(0), { assumptions: keen }))).toBe(
      founded(bench.after((w) => void w.persons.left.fill(0), { assumptions: eager })),
    );
  });

  it("opens sectors where a place has none", () => {
    const had = membersOf(before);
    const fresh = openRows(plain).filter(
      (i) => plain.enterprises.born[i] === 5 && !had.has(firmRow(plain, i)),
    );
    expect(fresh.length).toBeGreaterThan(0);
    for (const i of fresh) expect(plain.firms.capital[firmRow(plain, i)]).toBeGreaterThan(0);
  });
});
