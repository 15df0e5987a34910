import { describe, expect, it } from "vitest";
import { PROCESSES } from "../../../sim/processes/order.ts";
import { firmRow } from "../../../sim/world/enterprises.ts";
import { SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import type { World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { sum } from "../bench.ts";
import { compare, membersOf } from "./rows.ts";
import { a, before, bench, s, setting, sizes, still } from "./valley.ts";

const groups = [...membersOf(before).entries()];
/** The row of firms that has the most enterprises, and these. */
const crowd = groups.reduce((most, group) => (group[1].length > most[1].length ? group : most));
/** A works that stands alone in its sector and place. */
const lone = groups.find(
  ([row, members]) => members.length === 1 && row % SECTORS !== SERVICES && before.firms.capital[row] > 1e5,
)!;

/** Gives an enterprise a loan that is spent, so that it owes `debt` and its account stands at `cash`. */
function ruin(world: World, i: number, debt: number, cash: number): void {
  const { enterprises: e, firms, settlements, zonePairs, jurisdictions } = world;
  const row = firmRow(world, i);
  const zone = settlements.zone[e.settlement[i]];
  const more = debt - e.debt[i];
  zonePairs.loans[zone * sizes.zones + zone] += more;
  jurisdictions.vault[world.zones.jurisdiction[zone]] -= more;
  jurisdictions.cash[sizes.jurisdictions - 1] += more;
  firms.debt[row] += more;
  e.debt[i] += more;
  jurisdictions.cash[sizes.jurisdictions - 1] += e.cash[i] - cash;
  firms.cash[row] += cash - e.cash[i];
  e.cash[i] = cash;
  e.short[i] = 5;
}

describe("an enterprise that owes more than its capital would bring", () => {
  const equityLost = (w: World, x: World): number =>
    sum(w.jurisdictions.equity) - sum(x.jurisdictions.equity);

  it("closes after six months without cash; others take over what is worth it, and banks lose the rest", () => {
    const [row, members] = crowd;
    const [i] = members;
    const capital = before.enterprises.capital[i];
    const world = bench.after((w) => ruin(w, i, 2 * capital, -1_000_000), { assumptions: still });
    const opened = openBooks(before);
    expect(world.enterprises.flags[i]).toBe(0);
    expect(world.clock.enterprisesClosed[0]).toBe(
      before.clock.enterprisesClosed[0] + before.enterprises.stands[i],
    );
    expect(misses(world, opened)).toEqual([]);
    expect(compare(world, 6)).toBeGreaterThan(100);
    const scrapped = world.firms.scrapped[row] - before.firms.scrapped[row];
    expect(scrapped / capital).toBeCloseTo(a.scrapShare, 2);
    expect(before.firms.capital[row] - world.firms.capital[row]).toBe(scrapped);
    const loss = world.firms.writtenOff[row] - before.firms.writtenOff[row];
    expect(loss).toBe(equityLost(before, world));
    // Owed are twice the capital and the overdraft; seven tenths of the capital go on with as much debt.
    expect(loss / capital).toBeGreaterThan(1.2);
    expect(loss / capital).toBeLessThan(1.3 + 2_000_000 / capital);
  });

  it("that stood alone leaves nothing in place but land: all its capital is scrapped, all its debt lost", () => {
    const [row, [i]] = lone;
    const world = bench.after((w) => ruin(w, i, 2 * before.enterprises.capital[i], -50_000), {
      assumptions: still,
    });
    expect(world.enterprises.flags[i]).toBe(0);
    const { firms } = world;
    expect([firms.capital[row], firms.debt[row], firms.cash[row]]).toEqual([0, 0, 0]);
    expect(firms.writtenOff[row]).toBe(equityLost(before, world));
    expect(firms.writtenOff[row]).toBeGreaterThan(before.enterprises.capital[i]);
    expect(misses(world, openBooks(before))).toEqual([]);
    const j = Math.floor(row / SECTORS);
    expect(world.settlements.industrial[j]).toBe(s.industrial[j]);
  });

  it("goes on where it has cash, where it owes less, and where nobody ever fails", () => {
    const [, [i]] = crowd;
    const capital = before.enterprises.capital[i];
    const open = (debt: number, cash: number, assumptions = still): number =>
      bench.after((w) => ruin(w, i, debt, cash), { assumptions }).enterprises.flags[i];
    expect(open(2 * capital, 5_000_000)).toBe(1);
    expect(open(Math.floor(0.5 * capital), -1000)).toBe(1);
    expect(open(2 * capital, -1_000_000, { ...still, insolvencyMonths: 0 })).toBe(1);
    expect(open(2 * capital, -1_000_000)).toBe(0);
  });

  it("wants no hands any more: the row asks for as many fewer as its capital is less", () => {
    const [row, [i]] = lone;
    const process = PROCESSES.find(({ name }) => name === "production")!;
    const world = bench.after((w) => ruin(w, i, 2 * before.enterprises.capital[i], -50_000), {
      assumptions: still,
    });
    expect(world.firms.wanted[row]).toBeGreaterThan(0);
    process.prepare({ ...setting, world })(6);
    expect(world.firms.wanted[row]).toBe(0);
  });
});

describe("an enterprise that doesn't earn its wear for long", () => {
  it("closes, and nobody else does; its debt goes on with its capital, so banks lose nothing", () => {
    const [, members] = crowd;
    const poor = members.find(
      (k) => before.enterprises.efficiency[k] < 0.6 && before.enterprises.capital[k] > 0,
    )!;
    const world = bench.after((w) => void (w.enterprises.losing[poor] = 35), {
      assumptions: { ...still, insolvencyMonths: 0, lossMonths: 36 },
    });
    expect(world.enterprises.flags[poor]).toBe(0);
    expect(equity(world)).toBe(equity(before));
    expect(misses(world, openBooks(before))).toEqual([]);
  });

  it("pays from its till what its capital doesn't cover, before banks lose anything or others get the rest", () => {
    const [row, [i]] = crowd;
    const capital = before.enterprises.capital[i];
    const spare = capital + 1_000_000;
    const world = bench.after(
      (w) => {
        ruin(w, i, capital, spare);
        w.enterprises.losing[i] = 35;
        w.enterprises.efficiency[i] = 1e-6;
      },
      { assumptions: { ...still, insolvencyMonths: 0, lossMonths: 36 } },
    );
    expect(world.enterprises.flags[i]).toBe(0);
    expect(world.firms.writtenOff[row]).toBe(before.firms.writtenOff[row]);
    expect(equity(world)).toBe(equity(before));
    expect(misses(world, openBooks(before))).toEqual([]);
    expect(compare(world, 6)).toBeGreaterThan(100);
  });
  const equity = (w: World): number => sum(w.jurisdictions.equity);
});
