/** The few things that are asked of a disk. Every failure comes out as a StoreError that names the path. */
import { mkdir, open, readFile, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { storeError } from "./faults.ts";

export interface Disk {
  /** Makes the folder and those above it. Returns the topmost one that was made, or undefined if all were there. */
  readonly makeFolder: (path: string) => Promise<string | undefined>;
  /** Writes a new file and waits until the disk holds it. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Puts a file or folder in the place of another, at once. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file or a folder with all it holds; nothing happens where there is none. */
  readonly remove: (path: string) => Promise<void>;
  /** Removes a folder if it is there and empty. */
  readonly removeIfEmpty: (path: string) => Promise<void>;
  /** Waits until the disk holds the names in this folder. */
  readonly settle: (folder: string) => Promise<void>;
  /** Names in a folder, sorted; none where there is no such folder. */
  readonly names: (folder: string) => Promise<string[]>;
  /** Bytes of a file, or undefined where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

export const realDisk: Disk = {
  makeFolder: (path) => at(path, () => makeFolders(resolve(path))),
  write: (path, content) =>
    at(path, async () => {
      const file = await open(path, "w");
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
    }),
  rename: (from, to) => at(to, () => rename(from, to)),
  remove: (path) => at(path, () => rm(path, { recursive: true, force: true })),
  removeIfEmpty: (path) => unless(["ENOENT", "ENOTEMPTY", "EEXIST"], undefined, path, () => rmdir(path)),
  // Windows cannot open a folder, and keeps its names without being asked.
  settle: (folder) =>
    unless(["EPERM", "EISDIR", "EACCES", "EINVAL"], undefined, folder, async () => {
      const handle = await open(folder, "r");
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    }),
  names: (folder) => unless(["ENOENT"], [], folder, async () => (await readdir(folder)).sort()),
  read: (path) => unless(["ENOENT", "ENOTDIR"], undefined, path, async () => readFile(path)),
};

/**
 * Not mkdir's own `recursive`: where a system refuses a folder with "no such file", as below /proc, that tries for ever.
 */
async function makeFolders(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (failure) {
    const code = codeOf(failure);
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return undefined;
    const above = dirname(path);
    if (code !== "ENOENT" || above === path) throw failure;
    const topmost = await makeFolders(above);
    try {
      await mkdir(path);
      return topmost ?? path;
    } catch (again) {
      // Another process may have made it meanwhile.
      if (codeOf(again) === "EEXIST" && (await stat(path)).isDirectory()) return topmost;
      throw again;
    }
  }
}

const codeOf = (failure: unknown): string | undefined =>
  failure instanceof Error && "code" in failure ? String(failure.code) : undefined;

async function at<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (failure) {
    throw storeError(failure, path, "write");
  }
}

/** The answer `otherwise` stands for failures with one of these codes of the system. */
function unless<T>(codes: readonly string[], otherwise: T, path: string, act: () => Promise<T>): Promise<T> {
  return at(path, async () => {
    try {
      return await act();
    } catch (failure) {
      if (codes.includes(codeOf(failure) ?? "")) return otherwise;
      throw failure;
    }
  });
}
