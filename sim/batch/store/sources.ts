/** Finding scenario files: a built-in by its id, or a file of the user with what it extends beside it. */
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { shorten } from "../../scenario/faults.ts";
import { MAX_TEXT_LENGTH } from "../../scenario/limits.ts";
import { didYouMean } from "../../scenario/suggest.ts";
import { StoreError, storeError } from "./faults.ts";

export type SourceKind = "scenario" | "policy";

/** The texts that one scenario is made of, read once: what a thread runs is what was checked. */
export interface Source {
  /** What the user called it. */
  readonly name: string;
  /** The file, as messages name it. */
  readonly file: string;
  readonly text: string;
  /** Texts of what it extends and of its policies, as `scenario/valley` and `policy/innovative-small-towns`. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reading that remembers what was read. */
export interface Reader {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** Text of a file named in the scenario, beside it or built in; undefined where there is neither. */
  readonly resolve: (kind: SourceKind, id: string) => string | undefined;
  /** All that was read up to now. */
  readonly source: () => Source;
}

/** A file beyond this cannot be a scenario and is not read: its signs take four bytes at most. */
const MAX_BYTES = 4 * MAX_TEXT_LENGTH;

/** Ids as scenario files write them; nothing else is ever looked up, so that no id can leave its folder. */
const ID = /^[a-z0-9][a-z0-9-]*$/;

/** What looks like a path is one; what looks like an id is one, whatever file stands about. */
const isPath = (name: string): boolean =>
  /[\\/]/.test(name) || [".yaml", ".yml"].includes(extname(name)) || (!ID.test(name) && existsSync(name));

/**
 * @param name id of a built-in, or a path
 * @param builtIns the folder of the built-in scenarios
 * @throws UnreadableScenario when there is no such file; it names the built-ins and the nearest of them
 */
export function openSource(name: string, builtIns: string): Reader {
  const file = isPath(name) ? name : ID.test(name) ? join(builtIns, `${name}.yaml`) : undefined;
  const text = file === undefined ? undefined : readText(file);
  if (file === undefined || text === undefined) throw missing(name, builtIns);
  const folders = isPath(name) ? [dirname(name), builtIns] : [builtIns];
  const files: Record<string, string> = {};
  const resolve = (kind: SourceKind, id: string): string | undefined => {
    if (!ID.test(id)) return undefined;
    for (const folder of folders) {
      const found = readText(
        kind === "scenario" ? join(folder, `${id}.yaml`) : join(folder, "policies", `${id}.yaml`),
      );
      if (found === undefined) continue;
      files[`${kind}/${id}`] = found;
      return found;
    }
    return undefined;
  };
  // A built-in is called by its id in messages: where the package lies is of no use to the reader.
  const shown = isPath(name) ? name : basename(file);
  return {
    name,
    file: shown,
    text,
    resolve,
    source: () => ({ name, file: shown, text, files: { ...files } }),
  };
}

/** Ids of the built-in scenarios, sorted. */
export function builtInIds(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => extname(name) === ".yaml")
    .map((name) => basename(name, ".yaml"))
    .sort();
}

/** The text of a file, or undefined where there is none. */
function readText(path: string): string | undefined {
  const found = reading(path, () => statSync(path));
  if (found === undefined) return undefined;
  // A pipe or a device has no size to check and may never end.
  if (!found.isFile())
    throw new UnreadableScenario(`${path}: it is not a file. Name a scenario file (.yaml).`);
  if (found.size > MAX_BYTES) {
    throw new UnreadableScenario(
      `${path}: it has ${found.size} bytes; expected at most ${MAX_BYTES}. Shorten it.`,
    );
  }
  return reading(path, () => readFileSync(path, "utf8"));
}

function reading<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    const told = storeError(failure, path, "read");
    throw told instanceof StoreError ? new UnreadableScenario(told.message) : told;
  }
}

function missing(name: string, builtIns: string): UnreadableScenario {
  if (isPath(name))
    return new UnreadableScenario(`${name}: there is no such file. Check the spelling of the path.`);
  const ids = builtInIds(builtIns);
  return new UnreadableScenario(
    `There is no built-in scenario "${shorten(name)}". ${didYouMean(name, ids)}Built in: ${ids.join(", ")}. ` +
      "A file of your own needs its path, such as ./my.yaml.",
  );
}

/** The user named a scenario that is not there or cannot be read. */
export class UnreadableScenario extends Error {
  override readonly name = "UnreadableScenario";
}
