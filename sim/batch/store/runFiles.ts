/** The files of one run, as bytes. Pure: the same result gives the same files. */
import type { RunResult } from "../../engine/result.ts";
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import type { Files } from "./atomic.ts";
import { toCsv } from "./csv.ts";
import { jsonText, recordsOf, MANIFEST_NAME, type RunIdentity, type RunManifest } from "./manifest.ts";
import { toParquet } from "./parquet.ts";
import { flowTable, indicatorTable, motiveTable, policyTable, settlementTable } from "./runTables.ts";

/** What a run's folder holds beside its manifest, in the order in which the manifest lists it. */
export const TABLE_NAMES = [
  "indicators.csv",
  "indicators.parquet",
  "flows.csv",
  "flows.parquet",
  "motives.csv",
  "motives.parquet",
  "settlements.csv",
  "policies.csv",
] as const;

/** The tables of a run under the names of TABLE_NAMES. */
export function tableFiles(
  result: RunResult,
  catalogue: readonly IndicatorInfo[],
): Map<string, string | Uint8Array> {
  const maker = `urflow ${result.version}`;
  const indicators = indicatorTable(result, catalogue);
  const flows = flowTable(result);
  const motives = motiveTable(result);
  return new Map<(typeof TABLE_NAMES)[number], string | Uint8Array>([
    ["indicators.csv", toCsv(indicators)],
    ["indicators.parquet", toParquet(indicators, maker)],
    ["flows.csv", toCsv(flows)],
    ["flows.parquet", toParquet(flows, maker)],
    ["motives.csv", toCsv(motives)],
    ["motives.parquet", toParquet(motives, maker)],
    ["settlements.csv", toCsv(settlementTable(result))],
    ["policies.csv", toCsv(policyTable(result))],
  ]);
}

/** The files with their manifest as the last one: where it stands, all before it stand too. */
export function withManifest(files: Files, result: RunResult, run: RunIdentity, command: string): Files {
  const manifest: RunManifest = {
    format: 1,
    kind: "run",
    run,
    command,
    hash: result.hash,
    startYear: result.startYear,
    agents: result.agents,
    policies: result.policies.map(({ id }) => id),
    ledger: result.ledger,
    files: recordsOf(files),
  };
  return new Map([...files, [MANIFEST_NAME, jsonText(manifest)]]);
}
