/**
 * One command at a time in an output folder. The lock is a file that names its owner, so that a lock whose owner was
 * killed can be told from one whose owner still works.
 */
import { readFileSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { StoreError, storeError } from "./faults.ts";

interface Owner {
  readonly host: string;
  readonly process: number;
  /** When that process started, as its system counts; a later process may get the same number. */
  readonly started: string;
}

export const LOCK_NAME = ".urflow-lock";

/**
 * Takes the folder for this process.
 *
 * @returns what gives it free again
 * @throws StoreError when another living process holds it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK_NAME);
  const owner: Owner = { host: hostname(), process: process.pid, started: startOf(process.pid) };
  if (!(await claim(path, owner))) {
    const other = parseOwner(await readFile(path, "utf8").catch(() => ""));
    if (other !== undefined && lives(other)) {
      throw new StoreError(
        folder,
        `another urflow (process ${other.process} on ${other.host}) is writing here`,
        `Wait for it, or choose another folder with --out. If it is gone for sure, remove ${path}.`,
      );
    }
    await rm(path, { force: true });
    if (!(await claim(path, owner))) {
      throw new StoreError(folder, "another urflow has just begun to write here", "Wait for it to end.");
    }
  }
  return () => rm(path, { force: true });
}

/** Whether the lock file could be made; false where there is one already. */
async function claim(path: string, owner: Owner): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(JSON.stringify(owner));
    } catch (failure) {
      await rm(path, { force: true });
      throw failure;
    } finally {
      await file.close();
    }
    return true;
  } catch (failure) {
    if (failure instanceof Error && "code" in failure && failure.code === "EEXIST") return false;
    throw storeError(failure, path, "write");
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== "object" || found === null) return undefined;
    const { host, process: id, started } = found as Partial<Record<keyof Owner, unknown>>;
    if (typeof host !== "string" || typeof id !== "number" || typeof started !== "string") return undefined;
    return { host, process: id, started };
  } catch {
    // A kill between making and filling the file leaves it empty: nobody's.
    return undefined;
  }
}

function lives(owner: Owner): boolean {
  // Another machine's processes cannot be seen from here.
  if (owner.host !== hostname()) return true;
  if (owner.process === process.pid) return false;
  try {
    process.kill(owner.process, 0);
  } catch (failure) {
    // EPERM: there is such a process, of another user.
    return failure instanceof Error && "code" in failure && failure.code === "EPERM";
  }
  return owner.started === startOf(owner.process);
}

/** What tells a process from an earlier one with the same number, where the system says it (Linux). */
function startOf(id: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${id}/stat`, "utf8");
    // The 22nd field; the second one, a name in brackets, may itself hold spaces.
    return `${boot} ${status.slice(status.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return "";
  }
}
