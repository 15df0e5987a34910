/** The files of a comparison: every pair, and what the pairs say together. */
import { pairedEffects, type PairedEffect, type Series } from "../analysis/paired.ts";
import type { Model } from "../model.ts";
import type { Prepared } from "../prepare.ts";
import type { RunOutcome } from "../runners/runner.ts";
import type { Files } from "./atomic.ts";
import { toCsv } from "./csv.ts";
import { jsonText, MANIFEST_NAME, recordsOf } from "./manifest.ts";
import { toParquet } from "./parquet.ts";
import { table, type Column, type Table } from "./table.ts";

export interface Side {
  readonly prepared: Prepared;
  /** In the order of the seeds. */
  readonly outcomes: readonly RunOutcome[];
}

export interface Comparison {
  readonly seeds: readonly string[];
  readonly base: Side;
  readonly other: Side;
}

/** @param inputs the texts of both scenarios */
export function comparisonFiles(comparison: Comparison, inputs: Files, { version, catalogue }: Model): Files {
  const maker = `urflow ${version}`;
  const effects = effectTable(everyYear(comparison.base.outcomes, comparison.other.outcomes, catalogue));
  const pairs = pairTable(comparison);
  const files: Files = new Map<string, string | Uint8Array>([
    ["effects.csv", toCsv(effects)],
    ["effects.parquet", toParquet(effects, maker)],
    ["pairs.csv", toCsv(pairs)],
    ["pairs.parquet", toParquet(pairs, maker)],
    ...inputs,
  ]);
  const { seeds, base, other } = comparison;
  const manifest = {
    format: 1,
    kind: "comparison",
    urflow: version,
    seeds,
    base: sideRecord(base),
    other: sideRecord(other),
    files: recordsOf(files),
  };
  return new Map([...files, [MANIFEST_NAME, jsonText(manifest)]]);
}

/** What a manifest says of runs of one scenario. */
export const sideRecord = ({ prepared: { scenario, set, digest }, outcomes }: Side): object => ({
  scenario: scenario.id,
  scenarioDigest: digest,
  set,
  scale: scenario.scale,
  years: scenario.years,
  hashes: outcomes.map(({ hash }) => hash),
});

/** Effects at every year. */
export const everyYear = (
  base: readonly Series[],
  other: readonly Series[],
  catalogue: Model["catalogue"],
): PairedEffect[] => base[0].years.flatMap((_, at) => pairedEffects(base, other, at, catalogue));

/**
 * year, indicator, unit, seeds, base, other, difference, q05, q95, mean_low, mean_high, same_sign, verdict; before them
 * the columns of `first`.
 */
export function effectTable(effects: readonly PairedEffect[], first: readonly Column[] = []): Table {
  const text = (name: string, pick: (effect: (typeof effects)[number]) => string): Column => ({
    name,
    kind: "text",
    values: effects.map(pick),
  });
  const number = (name: string, pick: (effect: (typeof effects)[number]) => number): Column => ({
    name,
    kind: "number",
    values: Float64Array.from(effects, pick),
  });
  return table([
    ...first,
    { name: "year", kind: "whole", values: Int32Array.from(effects, ({ year }) => year) },
    text("indicator", ({ indicator }) => indicator),
    text("unit", ({ unit }) => unit),
    { name: "seeds", kind: "whole", values: Int32Array.from(effects, ({ seeds }) => seeds) },
    number("base", (effect) => effect.base),
    number("other", (effect) => effect.other),
    number("difference", (effect) => effect.mean),
    number("q05", ({ low }) => low),
    number("q95", ({ high }) => high),
    number("mean_low", ({ meanLow }) => meanLow),
    number("mean_high", ({ meanHigh }) => meanHigh),
    number("same_sign", ({ sameSign }) => sameSign),
    text("verdict", ({ verdict }) => verdict),
  ]);
}

/** seed, year, indicator, base, other, difference; one row for each pair. */
function pairTable({ seeds, base, other }: Comparison): Table {
  const seed: string[] = [];
  const year: number[] = [];
  const indicator: string[] = [];
  const control: number[] = [];
  const treated: number[] = [];
  seeds.forEach((one, index) => {
    const [from, to] = [base.outcomes[index], other.outcomes[index]];
    for (const id of Object.keys(from.indicators)) {
      const counterpart = to.indicators[id];
      if (counterpart === undefined) continue;
      from.years.forEach((calendarYear, at) => {
        seed.push(one);
        year.push(calendarYear);
        indicator.push(id);
        control.push(from.indicators[id][at]);
        treated.push(counterpart[at]);
      });
    }
  });
  return table([
    { name: "seed", kind: "text", values: seed },
    { name: "year", kind: "whole", values: Int32Array.from(year) },
    { name: "indicator", kind: "text", values: indicator },
    { name: "base", kind: "number", values: Float64Array.from(control) },
    { name: "other", kind: "number", values: Float64Array.from(treated) },
    {
      name: "difference",
      kind: "number",
      values: Float64Array.from(treated, (value, row) => value - control[row]),
    },
  ]);
}
