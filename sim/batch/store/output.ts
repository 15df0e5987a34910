/** The folder a command writes into: taken for itself, cleared of what a killed command left, and given free again. */
import { dirname, join, resolve } from "node:path";
import { sweep } from "./atomic.ts";
import type { Disk } from "./disk.ts";
import { StoreError } from "./faults.ts";
import { lockFolder } from "./lock.ts";
import { MANIFEST_NAME } from "./manifest.ts";

/** What an output folder may hold, as its manifest names it and as a person would. */
const KINDS = {
  run: "a run",
  comparison: "a comparison",
  interaction: "an interaction of policies",
  undoing: "policies undone",
  batch: "a batch",
  hindcast: "a hindcast",
  claims: "the claims lab",
} as const;
export type OutputKind = keyof typeof KINDS;

const isKind = (value: unknown): value is OutputKind =>
  typeof value === "string" && Object.hasOwn(KINDS, value);

/** The plan of a batch; it stands from the beginning, while the manifest comes last. */
export const PLAN_NAME = "batch.json";

/**
 * Does the work in the folder, which is made where it is missing; a folder that was made and left empty is removed.
 *
 * @param below folders within it that may hold leftovers of a killed command
 * @throws StoreError also when the folder holds what another kind of command wrote
 */
export async function withOutput<T>(
  disk: Disk,
  folder: string,
  kind: OutputKind,
  below: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  await refuseOther(disk, folder, kind);
  const made = await disk.makeFolder(folder);
  try {
    const free = await lockFolder(folder);
    try {
      const tidy = async (): Promise<void> => {
        for (const one of [folder, ...below.map((name) => join(folder, name))]) await sweep(disk, one);
      };
      await tidy();
      // A thread that was stopped in mid-write could not clean up after itself.
      return await work().catch(async (failure: unknown) => {
        await tidy().catch(() => undefined);
        throw failure;
      });
    } finally {
      await free();
    }
  } finally {
    if (made !== undefined) await removeEmpty(disk, resolve(folder), made).catch(() => undefined);
  }
}

/** Removes folders from the inner one up to the topmost that was made, as long as they are empty. */
async function removeEmpty(disk: Disk, folder: string, topmost: string): Promise<void> {
  await disk.removeIfEmpty(folder);
  if (folder !== topmost) await removeEmpty(disk, dirname(folder), topmost);
}

async function refuseOther(disk: Disk, folder: string, kind: OutputKind): Promise<void> {
  const found = await kindOf(disk, folder);
  if (found === undefined || found === kind) return;
  const what =
    found === "unknown"
      ? "files of something else (its manifest.json is not urflow's)"
      : `the results of ${KINDS[found]}`;
  throw new StoreError(folder, `the folder holds ${what}`, "Choose another folder with --out.");
}

async function kindOf(disk: Disk, folder: string): Promise<OutputKind | "unknown" | undefined> {
  if ((await disk.read(join(folder, PLAN_NAME))) !== undefined) return "batch";
  const content = await disk.read(join(folder, MANIFEST_NAME));
  if (content === undefined) return undefined;
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(content));
    if (typeof manifest !== "object" || manifest === null || !("kind" in manifest)) return "unknown";
    const { kind } = manifest;
    return isKind(kind) ? kind : "unknown";
  } catch {
    return "unknown";
  }
}
