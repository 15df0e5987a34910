/** The printed end of a batch: each scenario's key figures at the end, over the seeds. */
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import type { Column, Table } from "../store/table.ts";
import { counted } from "./counted.ts";
import { figure, unitLabel } from "./figures.ts";
import { KEY_INDICATORS } from "./key.ts";
import { layOut } from "./layout.ts";

/** @param quantiles as `quantileTable` makes them */
export function quantileSummary(quantiles: Table, catalogue: readonly IndicatorInfo[]): string {
  const cell = (name: string): ((row: number) => string) => {
    const column = quantiles.columns.find((one): one is Column => one.name === name);
    return (row) => String(column?.values[row] ?? "");
  };
  const [scenario, year, indicator, low, middle, high, seeds] = [
    "scenario",
    "year",
    "indicator",
    "q05",
    "q50",
    "q95",
    "seeds",
  ].map(cell);
  const ends = new Map<string, number>();
  for (let row = 0; row < quantiles.rows; row++) {
    ends.set(scenario(row), Math.max(ends.get(scenario(row)) ?? -Infinity, Number(year(row))));
  }
  const blocks = [...ends].map(([id, end]) => {
    const rows = KEY_INDICATORS.flatMap((key) => {
      const info = catalogue.find((one) => one.id === key);
      const row = rowOf(
        quantiles.rows,
        (at) => scenario(at) === id && indicator(at) === key && Number(year(at)) === end,
      );
      if (info === undefined || row === undefined) return [];
      const figures = [low, middle, high].map((column) => figure(Number(column(row)), info.unit));
      return [[info.label.en, ...figures, unitLabel(info.unit)]];
    });
    const count = Number(seeds(rowOf(quantiles.rows, (at) => scenario(at) === id) ?? 0));
    return layOut(
      [[`${id} in ${end}, ${counted(count, "seed")}`, "5 %", "median", "95 %", ""], ...rows],
      "<>>><",
    );
  });
  return blocks.join("\n\n");
}

function rowOf(rows: number, fits: (row: number) => boolean): number | undefined {
  for (let row = 0; row < rows; row++) if (fits(row)) return row;
  return undefined;
}
