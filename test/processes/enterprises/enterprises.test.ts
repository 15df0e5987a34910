import { describe, expect, it } from "vitest";
import { openLedger } from "../../../sim/engine/ledger.ts";
import { PROCESSES } from "../../../sim/processes/order.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { firmRow } from "../../../sim/world/enterprises.ts";
import { TABLES, type TableName, type World } from "../../../sim/world/world.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile, valleyWithEveryLever } from "../../laws/scenarios.ts";
import { sum } from "../bench.ts";
import { compare, openRows } from "./rows.ts";

const ALIKE = ["efficiencySpread=0", "entryRate=0", "relocationRate=0", "insolvencyMonths=0", "lossMonths=0"];
const alike = (scale: number): Scenario =>
  fromFile("valley", `scale=${scale}`, "years=3", ...ALIKE.map((set) => `parameters.${set}`));

describe("enterprises that are all alike and never begin, move or end", () => {
  it("leave the economy as it is without single enterprises", () => {
    const own = (path: string): boolean => /^enterprises\.|^clock\.enterprise/.test(path);
    const [single, rows] = [PROCESSES, PROCESSES.filter(({ name }) => name !== "enterprises")].map(
      (processes) => openRun(alike(40), "alike", processes),
    );
    runMonths(single, 30);
    runMonths(rows, 30);
    const [a, b] = [single.built.world, rows.built.world];
    const differing = (Object.keys(TABLES) as TableName[]).flatMap((table) =>
      Object.entries(a[table] as Record<string, ArrayLike<number>>).flatMap(([name, column]) => {
        const other = (b[table] as Record<string, ArrayLike<number>>)[name];
        const same = Array.from(column).every((value, row) => Object.is(value, other[row]));
        return same || own(`${table}.${name}`) ? [] : [`${table}.${name}`];
      }),
    );
    expect(differing).toEqual([]);
    expect(sum(a.firms.lent)).toBeGreaterThan(0);
    expect(compare(a, 30)).toBeGreaterThan(100);
  });
});

describe("accounts of enterprises", () => {
  it("add up to those of firms at the end of every month, under every lever, as they begin, move and end", () => {
    const run = openRun(valleyWithEveryLever(40, 5), "accounts");
    const { world } = run.built;
    const { clock } = world;
    const start = clock.enterprises[0];
    expect(compare(world, 0)).toBeGreaterThan(100);
    for (let month = 1; month <= 60; month++) {
      runMonths(run, 1);
      expect(compare(world, month)).toBeGreaterThan(100);
      const { enterprises, enterprisesFounded, enterprisesClosed } = clock;
      expect(enterprises[0]).toBe(start + enterprisesFounded[0] - enterprisesClosed[0]);
    }
    expect(clock.enterprisesFounded[0]).toBeGreaterThan(50);
    expect(clock.enterprisesClosed[0]).toBeGreaterThan(50);
    expect(sum(world.relocations.count)).toBeGreaterThan(20);
    expect(clock.enterpriseRows[0]).toBeLessThan(start + enterprisesEver(world));
  });

  const enterprisesEver = ({ clock }: World): number => clock.enterprisesFounded[0];

  it("a yuan that an enterprise loses is missed", () => {
    const { world } = openRun(alike(100), "missed", []).built;
    const [i] = openRows(world);
    const ledger = openLedger(world);
    expect(ledger.check(0, true)).toBeGreaterThan(100);
    world.enterprises.cash[i] -= 1;
    expect(() => ledger.check(0, true)).toThrow(/account of enterprises in row \d+ of firms is/);
    world.enterprises.cash[i] += 1;
    world.enterprises.debt[i] += 1;
    expect(() => ledger.check(0, true)).toThrow(/debt of enterprises in row/);
  });

  it("the better ones grow, and those that don't earn their wear shrink by it", () => {
    const run = openRun(
      fromFile(
        "valley",
        "scale=5",
        "years=3",
        ...ALIKE.slice(1).map((set) => `parameters.${set}`),
        "parameters.efficiencyPersistence=1",
      ),
      "growth",
    );
    const { world, assumptions: a } = run.built;
    const { enterprises: e, firms } = world;
    const before = e.capital.slice();
    const big = openRows(world).filter((i) => before[i] > 1e6);
    runMonths(run, 24);
    const growth = (list: readonly number[]): number =>
      sum(list.map((i) => e.capital[i])) / sum(list.map((i) => before[i]));
    const over = (i: number): number => e.efficiency[i] / firms.efficiency[firmRow(world, i)];
    const poor = big.filter((i) => over(i) < 0.4);
    expect(poor.length).toBeGreaterThan(5);
    expect(growth(poor)).toBeCloseTo((1 - a.depreciation / 12) ** 24, 2);
    expect(growth(big.filter((i) => over(i) > 1.3))).toBeGreaterThan(growth(big) + 0.03);
  });
});
