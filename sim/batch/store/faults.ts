/** What can go wrong with a disk, said so that a reader knows the place and the mend. */

/** Nothing is wrong with the scenario; a file or folder could not be read or written. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly path: string;
  readonly trouble: string;
  readonly mend: string;

  constructor(path: string, trouble: string, mend: string) {
    super(`${path}: ${trouble}. ${mend}`);
    this.path = path;
    this.trouble = trouble;
    this.mend = mend;
  }
}

const TROUBLES: Readonly<Record<string, readonly [trouble: string, mend: string]>> = {
  ENOSPC: [
    "the disk is full",
    "Free some space, or choose another disk with --out, and give the same command again.",
  ],
  EDQUOT: ["your quota of disk space is used up", "Free some space and give the same command again."],
  EFBIG: [
    "the file would be larger than this system allows",
    "Raise the limit (ulimit -f) or choose another disk.",
  ],
  EACCES: ["permission denied", "Choose a folder that you may write to with --out."],
  EPERM: ["the system forbids it", "Choose a folder that you may write to with --out."],
  EROFS: ["the disk is read-only", "Choose a folder on another disk with --out."],
  ENOTDIR: [
    "a file stands where a folder is needed",
    "Choose another folder with --out, or move that file away.",
  ],
  EEXIST: [
    "a file stands where a folder is needed",
    "Choose another folder with --out, or move that file away.",
  ],
  ENOTEMPTY: ["the folder is not empty", "Choose another folder with --out."],
  EISDIR: [
    "a folder stands where a file is needed",
    "Move that folder away, or choose another one with --out.",
  ],
  ENOENT: ["no such file or folder", "Check the spelling of the path."],
  ENAMETOOLONG: ["the name is too long for this disk", "Choose a shorter path with --out."],
  ELOOP: ["its symbolic links run in a circle", "Choose another folder with --out."],
  EMFILE: ["too many files are open", "Use fewer threads (--jobs) or raise the limit (ulimit -n)."],
  EIO: ["the disk reports a fault", "Check the disk, or choose another one with --out."],
};

/**
 * A failed call of node:fs as a StoreError about `path`; what has no code of the system passes unchanged.
 *
 * @param doing the mends differ: nobody needs another --out because a scenario cannot be read
 */
export function storeError(failure: unknown, path: string, doing: "read" | "write"): unknown {
  if (failure instanceof StoreError || !(failure instanceof Error) || !("code" in failure)) return failure;
  const code = String(failure.code);
  const [trouble, mend] = TROUBLES[code] ?? [`the system says ${code}`, "Choose another folder with --out."];
  return new StoreError(path, trouble, doing === "write" ? mend : "Check the path and who may read it.");
}
