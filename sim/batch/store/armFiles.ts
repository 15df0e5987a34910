/** The files of an experiment with several arms: the effects of each in every year, and what ran. */
import type { PairedEffect } from "../analysis/paired.ts";
import type { Model } from "../model.ts";
import { inputFiles } from "../prepare.ts";
import type { Files } from "./atomic.ts";
import { effectTable, type Side, sideRecord } from "./comparisonFiles.ts";
import { toCsv } from "./csv.ts";
import { jsonText, MANIFEST_NAME, recordsOf } from "./manifest.ts";
import type { OutputKind } from "./output.ts";
import { toParquet } from "./parquet.ts";

/** Runs of one scenario with settings of its own. */
export interface ArmRuns extends Side {
  readonly arm: string;
}

/** Effects that stand under a name of their own; of some arm, or worked out from several. */
export interface ArmEffects {
  readonly arm: string;
  readonly effects: readonly PairedEffect[];
}

/** @param sides all that ran, the base first */
export function armFiles(
  kind: OutputKind,
  sides: readonly ArmRuns[],
  arms: readonly ArmEffects[],
  seeds: readonly string[],
  { version }: Model,
): Files {
  const rows = arms.flatMap(({ arm, effects }) => effects.map((effect) => ({ arm, effect })));
  const effects = effectTable(
    rows.map(({ effect }) => effect),
    [{ name: "arm", kind: "text", values: rows.map(({ arm }) => arm) }],
  );
  const files: Files = new Map<string, string | Uint8Array>([
    ["effects.csv", toCsv(effects)],
    ["effects.parquet", toParquet(effects, `urflow ${version}`)],
    // All arms are made of the same files; those of policies may differ.
    ...sides.flatMap(({ prepared }) => [...inputFiles(prepared, "inputs")]),
  ]);
  const manifest = {
    format: 1,
    kind,
    urflow: version,
    seeds,
    arms: sides.map((side) => ({ arm: side.arm, ...sideRecord(side) })),
    files: recordsOf(files),
  };
  return new Map([...files, [MANIFEST_NAME, jsonText(manifest)]]);
}
