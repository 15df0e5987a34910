/**
 * Settings `path=value`, laid over a scenario before it is checked. One codec for the command line, the address
 * bar and the report: a path is keys joined by dots; in a list a thing is chosen by its id, or by its index.
 */
import { formatPath, shorten, type Fault, type Place } from "./faults.ts";
import { FORBIDDEN_KEYS, MAX_SETTING_LENGTH, MAX_SETTINGS } from "./limits.ts";
import { setPath, type Setting } from "./overridePath.ts";
import { readText } from "./read.ts";
import type { Locate } from "./refuse.ts";
import type { Tree } from "./tree.ts";

export const SETTINGS_FILE = "--set";

/** Values of these keys are text, whatever they look like: `seed=42`. */
const TEXT_KEYS: ReadonlySet<string> = new Set(["seed", "synthesisSeed", "code"]);

/** Reads one setting. `ordinal` counts the settings from 1 and serves as the line of its faults. */
export function parseSetting(text: string, ordinal = 1): Setting | Fault {
  const place: Place = { file: SETTINGS_FILE, line: ordinal, column: 1, setting: text };
  const refuse = (value: string, expected: string, mend: string): Fault => ({
    ...place,
    path: "",
    value,
    expected,
    mend,
  });
  if (text.length > MAX_SETTING_LENGTH) {
    return refuse(
      `${text.length} characters long`,
      `at most ${MAX_SETTING_LENGTH} characters`,
      "Put it in a file.",
    );
  }
  const equals = text.indexOf("=");
  if (equals <= 0) return refuse(`"${shorten(text)}"`, "path=value", "Write for example years=20.");
  const path = text.slice(0, equals).trim().split(".");
  const strange = path.find((segment) => segment === "" || FORBIDDEN_KEYS.has(segment));
  if (strange !== undefined) {
    const value = strange === "" ? "a path with an empty step" : `a path through ${strange}`;
    return refuse(
      value,
      "keys joined by single dots",
      "Correct the path, as in parameters.agglomeration=0.06.",
    );
  }
  return valueOf(text, equals + 1, path, place);
}

function valueOf(text: string, from: number, path: readonly string[], place: Place): Setting | Fault {
  const source = text.slice(from);
  const locate: Locate = (offset) => ({ ...place, column: from + offset + 1 });
  const named = formatPath(path);
  const empty = { ...locate(0), path: named, value: "empty", expected: "a value after the =" };
  if (source.trim() === "") return { ...empty, mend: "Write path=value." };
  if (TEXT_KEYS.has(path[path.length - 1]) && !/^\s*["']/.test(source)) {
    const value: Tree = { kind: "scalar", value: source.trim(), source, quoted: true, place: locate(0) };
    return { path, value, place };
  }
  const reading = readText(source, locate);
  const fault = reading.faults[0];
  if (fault !== undefined) return { ...fault, path: named };
  if (reading.tree === undefined || (reading.tree.kind === "scalar" && reading.tree.value === null)) {
    return { ...empty, mend: "Write path=value." };
  }
  return { path, value: reading.tree, place };
}

/** The setting that gives a number or a text to a path: what the page writes into its address. */
export function formatSetting(path: readonly string[], value: number | string | boolean): string {
  const plain = typeof value !== "string" || /^[A-Za-z][\w-]*$/.test(value) || /^\d{4}-\d\d$/.test(value);
  const word = plain && !/^(true|false|null|nan|inf)$/i.test(String(value));
  return `${path.join(".")}=${typeof value !== "string" || word ? String(value) : JSON.stringify(value)}`;
}

export interface Applied {
  readonly tree: Tree;
  readonly faults: readonly Fault[];
}

/**
 * Lays settings over a scenario, one after the other; what does not fit is left out and told.
 * `settle` is asked after each setting of policies, so that a policy that was just named can be set in the next.
 */
export function applyOverrides(
  tree: Tree,
  settings: readonly string[],
  settle: (tree: Tree) => Tree = (same) => same,
): Applied {
  const faults: Fault[] = [];
  if (settings.length > MAX_SETTINGS) {
    const place = { file: SETTINGS_FILE, line: MAX_SETTINGS + 1, column: 1, path: "" };
    const expected = `at most ${MAX_SETTINGS}`;
    faults.push({
      ...place,
      value: `one of ${settings.length} settings`,
      expected,
      mend: "Write them into a file.",
    });
  }
  let current = tree;
  for (const [index, text] of settings.slice(0, MAX_SETTINGS).entries()) {
    const setting = parseSetting(text, index + 1);
    if ("expected" in setting) {
      faults.push(setting);
      continue;
    }
    const changed = setPath(current, setting);
    if ("expected" in changed) faults.push(changed);
    else current = setting.path[0] === "policies" ? settle(changed) : changed;
  }
  return { tree: current, faults };
}
