import { expect, test } from "vitest";
import { quantileTable, readIndicators } from "../../../sim/batch/analysis/quantiles.ts";
import { toCsv } from "../../../sim/batch/store/csv.ts";
import { indicatorTable } from "../../../sim/batch/store/runTables.ts";
import { stack } from "../../../sim/batch/store/table.ts";
import { CATALOGUE, fixtureResult } from "../fixture.ts";
import { prepared } from "../scenario.ts";

const tableOf = (name: string, seed: string, value: number): ReturnType<typeof indicatorTable> =>
  indicatorTable(
    {
      scenario: { id: name, title: { en: name, zh: name } },
      seed,
      version: "1",
      hash: "0",
      years: [2020, 2021],
      indicators: { urbanShare: Float64Array.of(NaN, value) },
    },
    CATALOGUE,
  );

test("over the seeds of each scenario, each indicator and year has its mean and its 5th, 50th and 95th percentile", () => {
  const values = [50, 10, 40, 20, 30];
  const tables = values.map((value, index) => tableOf("a", String(index), value));
  const [header, ...lines] = toCsv(quantileTable(stack([...tables, tableOf("b", "1", 7)])))
    .trimEnd()
    .split("\n");
  expect(header).toBe("scenario,year,indicator,unit,seeds,mean,q05,q50,q95");
  expect(lines).toEqual([
    "a,2020,urbanShare,share,5,,,,",
    "a,2021,urbanShare,share,5,30,12,30,48",
    "b,2020,urbanShare,share,1,,,,",
    "b,2021,urbanShare,share,1,7,7,7,7",
  ]);
});

test("the indicators of a run read back from their file as the table they were", () => {
  const { scenario } = prepared();
  const table = indicatorTable(fixtureResult(scenario, { seed: "1", scale: 10, years: 3 }), CATALOGUE);
  expect(readIndicators(toCsv(table))).toEqual(table);
});
