import { describe, expect, test } from "vitest";
import { parseCsv, toCsv } from "../../../sim/batch/store/csv.ts";
import {
  flowTable,
  indicatorTable,
  motiveTable,
  settlementTable,
} from "../../../sim/batch/store/runTables.ts";
import type { Table } from "../../../sim/batch/store/table.ts";
import { FLOW_KINDS, TIERS } from "../../../sim/engine/result.ts";
import { CATALOGUE, fixtureResult } from "../fixture.ts";
import { prepared } from "../scenario.ts";

const { scenario } = prepared();
const result = fixtureResult(scenario, { seed: "7", scale: 10, years: 3 });

const rowsOf = (table: Table): Record<string, string>[] => {
  const [header, ...lines] = parseCsv(toCsv(table));
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index]])));
};

describe("the tables of a run", () => {
  test("name the run in every row", () => {
    const tables = [flowTable(result), motiveTable(result), settlementTable(result)];
    for (const table of [indicatorTable(result, CATALOGUE), ...tables]) {
      for (const row of rowsOf(table)) {
        expect(row).toMatchObject({
          scenario: "valley",
          seed: "7",
          version: result.version,
          hash: result.hash,
        });
      }
    }
  });

  test("hold each indicator in each year once, with its unit", () => {
    const rows = rowsOf(indicatorTable(result, CATALOGUE));
    expect(rows.length).toBe(Object.keys(result.indicators).length * result.years.length);
    for (const { indicator, year, value, unit } of rows) {
      const expected = result.indicators[indicator][result.years.indexOf(Number(year))];
      expect(value === "" ? NaN : Number(value)).toBe(expected);
      expect(unit).toBe(CATALOGUE.find(({ id }) => id === indicator)?.unit);
    }
  });

  test("hold every flow that is not zero, by the year during which it flowed, and no other", () => {
    const rows = rowsOf(flowTable(result));
    const zones = result.zones.map(({ id }) => id);
    const found = new Map(
      FLOW_KINDS.map((kind) => [kind as string, new Float64Array(result.flows[kind].length)]),
    );
    for (const { kind, year, from, to, value } of rows) {
      expect(Number(value)).not.toBe(0);
      const at =
        (Number(year) - result.startYear) * zones.length ** 2 +
        zones.indexOf(from) * zones.length +
        zones.indexOf(to);
      const flows = found.get(kind);
      expect(flows?.[at]).toBe(0);
      if (flows !== undefined) flows[at] = Number(value);
    }
    for (const kind of FLOW_KINDS) expect(found.get(kind)).toEqual(result.flows[kind]);
  });

  test("hold every motive of those who changed their life, by year, tiers and term, and no other", () => {
    const { terms, sums, changes } = result.motives;
    const rows = rowsOf(motiveTable(result));
    expect(rows.length).toBe(changes.filter((persons) => persons > 0).length * terms.length);
    const found = new Float64Array(sums.length);
    const tier = (name: string): number => (TIERS as readonly string[]).indexOf(name);
    for (const row of rows) {
      const year = Number(row.year) - result.startYear;
      const pair = (year * TIERS.length + tier(row.from)) * TIERS.length + tier(row.to);
      expect(Number(row.changes)).toBe(changes[pair]);
      found[pair * terms.length + terms.indexOf(row.term)] = Number(row.sum);
    }
    expect(found).toEqual(sums);
  });

  test("hold the residents of every settlement in every year", () => {
    const rows = rowsOf(settlementTable(result));
    expect(rows.map(({ population }) => Number(population))).toEqual([...result.population]);
    expect(rows[0]).toMatchObject({
      year: "2020",
      settlement: "north.village.1",
      name: 'Stone "Well", upper',
      name_zh: "石井上村",
      tier: "village",
      jurisdiction: "north",
      synthesised: "true",
    });
    expect(rows.at(-1)).toMatchObject({ year: "2023", settlement: "north.core.1", synthesised: "false" });
  });
});
