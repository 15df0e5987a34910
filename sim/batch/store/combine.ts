/** The end of a batch: the runs that stand whole, and the tables that are made of all of them. */
import { join } from "node:path";
import { quantileTable, readIndicators } from "../analysis/quantiles.ts";
import { writeFiles, type Files } from "./atomic.ts";
import { toCsv } from "./csv.ts";
import type { Disk } from "./disk.ts";
import { StoreError } from "./faults.ts";
import { jsonText, MANIFEST_NAME, recordsOf, verifyRun, type RunIdentity } from "./manifest.ts";
import { toParquet } from "./parquet.ts";
import type { PlannedRun } from "./plan.ts";
import { TABLE_NAMES } from "./runFiles.ts";
import { stack, type Table } from "./table.ts";

/** A run that stands whole on the disk. */
export interface FinishedRun {
  readonly name: string;
  readonly run: RunIdentity;
  readonly hash: string;
  /** SHA-256 of its manifest. */
  readonly manifest: string;
}

/** Which of the runs stand whole on the disk; each file's bytes are compared with the manifest. */
export async function finishedRuns(
  disk: Disk,
  runs: readonly PlannedRun[],
): Promise<Map<string, FinishedRun>> {
  const finished = new Map<string, FinishedRun>();
  for (const { name, run, keep } of runs) {
    const found = keep && (await verifyRun(disk, keep.folder, run, TABLE_NAMES));
    if (found !== undefined) finished.set(name, { name, run, ...found });
  }
  return finished;
}

/**
 * Makes the tables of the whole batch from the files of its runs, so that an interrupted batch and one that ran
 * through end alike. The manifest is written last.
 *
 * @returns quantiles over the seeds (see `quantileTable`)
 */
export async function combine(
  disk: Disk,
  folder: string,
  version: string,
  runs: readonly FinishedRun[],
): Promise<Table> {
  const tables: Table[] = [];
  for (const { name } of runs) {
    const path = join(folder, name, "indicators.csv");
    const content = await disk.read(path);
    if (content === undefined) throw new StoreError(path, "the file is gone", "Give the same command again.");
    tables.push(readIndicators(new TextDecoder().decode(content)));
  }
  const indicators = stack(tables);
  const quantiles = quantileTable(indicators);
  const maker = `urflow ${version}`;
  const files: Files = new Map<string, string | Uint8Array>([
    ["indicators.csv", toCsv(indicators)],
    ["indicators.parquet", toParquet(indicators, maker)],
    ["quantiles.csv", toCsv(quantiles)],
    ["quantiles.parquet", toParquet(quantiles, maker)],
  ]);
  const manifest = {
    format: 1,
    kind: "batch",
    urflow: version,
    runs: runs.map(({ name, run, hash, manifest: digest }) => ({
      folder: name,
      scenario: run.scenario,
      seed: run.seed,
      hash,
      manifest: digest,
    })),
    files: recordsOf(files),
  };
  await writeFiles(disk, folder, new Map([...files, [MANIFEST_NAME, jsonText(manifest)]]));
  return quantiles;
}
