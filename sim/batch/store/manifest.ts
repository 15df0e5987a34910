/**
 * manifest.json: what a run was and which bytes it left. It holds no clock, machine or folder name, so that the same
 * inputs give the same bytes; it is what a finished run is checked against before a batch trusts it.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { RunResult } from "../../engine/result.ts";
import type { Files } from "./atomic.ts";
import type { Disk } from "./disk.ts";

export const MANIFEST_NAME = "manifest.json";

/** Everything that decides the bytes of a run: two runs with equal identity have equal files. */
export interface RunIdentity {
  readonly urflow: string;
  readonly scenario: string;
  /** SHA-256 of the scenario as it was read: extended, with its policies and settings. */
  readonly scenarioDigest: string;
  readonly set: readonly string[];
  readonly seed: string;
  readonly scale: number;
  readonly years: number;
}

export interface FileRecord {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface RunManifest {
  /** Version of this form. */
  readonly format: 1;
  readonly kind: "run";
  readonly run: RunIdentity;
  /** The command that gives these files again. */
  readonly command: string;
  readonly hash: string;
  readonly startYear: number;
  readonly agents: number;
  readonly policies: readonly string[];
  readonly ledger: RunResult["ledger"];
  readonly files: readonly FileRecord[];
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

/** Names, sizes and digests of files, in their order. */
export const recordsOf = (files: Files): FileRecord[] =>
  [...files].map(([name, content]) => ({ name, bytes: Buffer.byteLength(content), sha256: sha256(content) }));

/** A value as JSON for a file: two spaces, a line end, `null` for NaN. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** A digest of plain data that does not depend on the order of keys. */
export const digestOf = (value: unknown): string => sha256(JSON.stringify(sorted(value)));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, held]) => [key, sorted(held)]));
}

/**
 * Whether a folder holds this very run, whole: the manifest names the same run and every file has its digest.
 *
 * @param names the files that a whole run has, in their order
 * @returns the digest of the manifest and the run's hash, or undefined where anything is missing or differs
 */
export async function verifyRun(
  disk: Disk,
  folder: string,
  expected: RunIdentity,
  names: readonly string[],
): Promise<{ manifest: string; hash: string } | undefined> {
  const content = await disk.read(join(folder, MANIFEST_NAME));
  const manifest = content === undefined ? undefined : parseManifest(content);
  if (content === undefined || manifest === undefined) return undefined;
  if (digestOf(manifest.run) !== digestOf(expected)) return undefined;
  if (digestOf(manifest.files.map(({ name }) => name)) !== digestOf(names)) return undefined;
  for (const { name, bytes, sha256: digest } of manifest.files) {
    const file = await disk.read(join(folder, name));
    if (file === undefined || file.length !== bytes || sha256(file) !== digest) return undefined;
  }
  return { manifest: sha256(content), hash: manifest.hash };
}

/**
 * Names that an older run left in a folder and a newer one does not write: they would stand among its files as if they
 * were its own. Only names that urflow itself writes are given, whatever the older manifest may hold.
 */
export function staleNames(older: RunManifest | undefined, files: Files): string[] {
  const names = older?.files.map(({ name }) => name) ?? [];
  return names.filter((name) => /^inputs\/(policies\/)?[a-z0-9-]+\.yaml$/.test(name) && !files.has(name));
}

/** The manifest in these bytes, or undefined where they are not one. */
export function parseManifest(content: Uint8Array): RunManifest | undefined {
  let found: unknown;
  try {
    found = JSON.parse(new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
  return isManifest(found) ? found : undefined;
}

function isManifest(value: unknown): value is RunManifest {
  if (typeof value !== "object" || value === null) return false;
  const { format, kind, run, hash, files } = value as Partial<Record<keyof RunManifest, unknown>>;
  if (format !== 1 || kind !== "run" || typeof run !== "object" || run === null || typeof hash !== "string")
    return false;
  return Array.isArray(files) && files.length > 0 && files.every(isFileRecord);
}

function isFileRecord(value: unknown): value is FileRecord {
  if (typeof value !== "object" || value === null) return false;
  const { name, bytes, sha256: digest } = value as Partial<Record<keyof FileRecord, unknown>>;
  return typeof name === "string" && typeof bytes === "number" && typeof digest === "string";
}
