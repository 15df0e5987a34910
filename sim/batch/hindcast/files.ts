/** The files of a hindcast: every unit, every score, the same as JSON, and all that is needed to make them again. */
import type { Files } from "../store/atomic.ts";
import { toCsv } from "../store/csv.ts";
import { jsonText, MANIFEST_NAME, recordsOf } from "../store/manifest.ts";
import { table, type Column, type Table } from "../store/table.ts";
import { hindcastJson } from "./answer.ts";
import type { BenchmarkId } from "./benchmarks.ts";
import { TARGETS, type PerTarget, type Target } from "./figures.ts";
import type { Hindcast, HindcastPlan, UnitPrediction } from "./hindcast.ts";
import type { Score } from "./scores.ts";

/** @param inputs the table, the worlds made from it and the calibration, by their names in the folder */
export function hindcastFiles(result: Hindcast, plan: HindcastPlan, inputs: Files): Files {
  const files: Files = new Map<string, string | Uint8Array>([
    ["units.csv", toCsv(unitTable(result))],
    ["scores.csv", toCsv(scoreTable(result))],
    ["hindcast.json", jsonText(hindcastJson(result))],
    ...inputs,
  ]);
  const manifest = { format: 1, kind: "hindcast", ...plan, files: recordsOf(files) };
  return new Map([...files, [MANIFEST_NAME, jsonText(manifest)]]);
}

/** prefecture, code, unit, target, start, predicted, q05, q95, census; a row for each unit and target. */
function unitTable({ units }: Hindcast): Table {
  const rows = units.flatMap((one) => TARGETS.map((target) => ({ ...one, target })));
  const text = (name: string, pick: (row: UnitRow) => string): Column => ({
    name,
    kind: "text",
    values: rows.map(pick),
  });
  const number = (name: string, pick: (row: UnitRow) => number): Column => ({
    name,
    kind: "number",
    values: Float64Array.from(rows, pick),
  });
  return table([
    text("prefecture", ({ unit }) => unit.prefecture),
    text("code", ({ unit }) => unit.code),
    text("unit", ({ unit }) => unit.name),
    text("target", ({ target }) => target),
    number("start", ({ unit, target }) => unit.start[target]),
    number("predicted", ({ predictions, target }) => predictions[target].predicted),
    number("q05", ({ predictions, target }) => predictions[target].low),
    number("q95", ({ predictions, target }) => predictions[target].high),
    number("census", ({ unit, target }) => unit.end[target]),
  ]);
}

type UnitRow = UnitPrediction & { readonly target: Target };

interface ScoreRow extends Omit<Score, "coverage"> {
  readonly prefecture: string;
  /** `model`, `heldOut`, or the id of a benchmark. */
  readonly by: string;
  readonly target: Target;
  readonly coverage?: number;
}

/** prefecture, by, target, rows, rmse, bias, spearman, coverage; all units together have no prefecture. */
function scoreTable({ scores, heldOut, benchmarks, prefectures }: Hindcast): Table {
  const of = (
    prefecture: string,
    by: string,
    found: PerTarget<Omit<ScoreRow, "prefecture" | "by" | "target">> | undefined,
  ): ScoreRow[] =>
    found === undefined ? [] : TARGETS.map((target) => ({ prefecture, by, target, ...found[target] }));
  const all = [
    ...of("", "model", scores),
    ...of("", "heldOut", heldOut),
    // The keys are those of the record's type.
    ...(Object.keys(benchmarks) as BenchmarkId[]).flatMap((id) => of("", id, benchmarks[id])),
    ...prefectures.flatMap((one) => [
      ...of(one.prefecture, "model", one.scores),
      ...of(one.prefecture, "heldOut", one.heldOut),
      ...of(one.prefecture, "nationalTrend", one.benchmarks.nationalTrend),
    ]),
  ];
  const number = (name: "rmse" | "bias" | "spearman" | "coverage"): Column => ({
    name,
    kind: "number",
    values: Float64Array.from(all, (row) => row[name] ?? NaN),
  });
  return table([
    { name: "prefecture", kind: "text", values: all.map(({ prefecture }) => prefecture) },
    { name: "by", kind: "text", values: all.map(({ by }) => by) },
    { name: "target", kind: "text", values: all.map(({ target }) => target) },
    { name: "rows", kind: "whole", values: Int32Array.from(all, ({ rows }) => rows) },
    number("rmse"),
    number("bias"),
    number("spearman"),
    number("coverage"),
  ]);
}
