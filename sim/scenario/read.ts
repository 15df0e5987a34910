/**
 * YAML text to a tree with places. It reads the plain part of YAML alone: maps, lists, text, numbers, true and
 * false. Anchors, aliases, tags, several documents and keys of the prototype are refused by name.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLError,
} from "yaml";
import { formatPath, shorten, type Fault, type Place } from "./faults.ts";
import { FORBIDDEN_KEYS, MAX_DEPTH, MAX_ENTRIES, MAX_SYNTAX_FAULTS } from "./limits.ts";
import { depthExpected, depthMend, refuseText, wholeFault, type Locate } from "./refuse.ts";
import type { Entry, Tree } from "./tree.ts";
import { mendOfYaml } from "./yamlMends.ts";

export interface Reading {
  /** Absent where the text has no tree at all. */
  readonly tree?: Tree | undefined;
  readonly faults: readonly Fault[];
}

/** Reads one file. Never throws: what can't be read comes back as faults. */
export function readTree(text: string, file: string): Reading {
  const lines = new LineCounter();
  const locate: Locate = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  return readText(text, locate, lines);
}

/** Reads a text whose places are counted by `locate`. */
export function readText(text: unknown, locate: Locate, lines = new LineCounter()): Reading {
  const refused = refuseText(text, locate, lines);
  if (refused !== undefined) return { faults: [refused] };
  // A mark of byte order, as some Windows editors put it, is no part of the text.
  const body = String(text).replace(/^\ufeff/, "");
  lines.lineStarts.length = 0;
  let document: Document.Parsed;
  try {
    document = parseDocument(body, {
      lineCounter: lines,
      prettyErrors: false,
      // Checked below: the parser's own check takes a time that grows with the square of the keys.
      uniqueKeys: false,
      stringKeys: true,
      logLevel: "error",
    });
  } catch {
    // The parser goes down one call a level: a text of nothing but brackets exhausts its stack.
    return { faults: [wholeFault(locate(0), "nested too deeply", depthExpected, depthMend)] };
  }
  // Block maps inside one another have no brackets to count; the parser gives up on them by itself.
  if (document.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION")) {
    return { faults: [wholeFault(locate(0), "nested too deeply", depthExpected, depthMend)] };
  }
  const faults = document.errors.slice(0, MAX_SYNTAX_FAULTS).map((error) => yamlFault(error, body, locate));
  faults.push(...directiveFaults(document, locate));
  if (faults.length > 0) return { faults };
  if (document.contents === null) {
    return { faults: [wholeFault(locate(0), "empty", "keys and values", "Begin with the line urflow: 1.")] };
  }
  const tree = treeOf(document.contents, [], locate(0), locate, faults);
  return { tree, faults };
}

function yamlFault(error: YAMLError, text: string, locate: Locate): Fault {
  const line = text.slice(error.pos[0], error.pos[0] + 60).split("\n", 1)[0];
  const value = line.trim() === "" ? "broken here" : `broken at "${shorten(line.trim())}"`;
  const { expected, mend } = mendOfYaml(error.code, error.message);
  return { ...locate(error.pos[0]), path: "", value, expected, mend };
}

/** `%YAML 1.1` would turn `no` into false and 010 into 8; `%TAG` has nothing to name. */
function directiveFaults(document: Document.Parsed, locate: Locate): Fault[] {
  const { yaml, tags } = document.directives;
  const custom = Object.keys(tags).some((handle) => handle !== "!!");
  if (yaml.explicit !== true && !custom) return [];
  const mend = "Delete the line that begins with a percent sign.";
  return [wholeFault(locate(0), "under a % directive", "YAML 1.2 without directives", mend)];
}

function treeOf(
  node: unknown,
  path: readonly (string | number)[],
  near: Place,
  locate: Locate,
  faults: Fault[],
): Tree {
  const place = placeOf(node, near, locate);
  const empty: Tree = { kind: "scalar", value: null, source: "", quoted: false, place };
  const refuse = (value: string, expected: string, mend: string): Tree => {
    faults.push({ ...place, path: formatPath(path), value, expected, mend });
    return empty;
  };
  if (node === null || node === undefined) return empty;
  if (isAlias(node)) return refuse("an alias (*)", "the value itself", "Write the value out in full.");
  if (path.length > MAX_DEPTH) return refuse("nested too deeply", depthExpected, depthMend);
  if (!isScalar(node) && !isSeq(node) && !isMap(node)) return refuse("no value", "a value", "Write a value.");
  if (node.anchor !== undefined)
    return refuse("an anchor (&)", "the value alone", "Delete the & and its name.");
  if (node.tag !== undefined) {
    const tag = node.tag.replace("tag:yaml.org,2002:", "!!");
    return refuse(`tagged ${shorten(tag)}`, "a value without a tag (!)", "Delete the tag.");
  }
  if (isScalar(node)) return scalarOf(node, place, refuse);
  if (node.items.length > MAX_ENTRIES) {
    const value = `a ${isSeq(node) ? "list" : "map"} of ${node.items.length}`;
    return refuse(value, `at most ${MAX_ENTRIES} entries`, "Leave some out, or put some together.");
  }
  if (isSeq(node)) {
    const items = node.items.map((item, index) => treeOf(item, [...path, index], place, locate, faults));
    return { kind: "list", items, place };
  }
  const entries = new Map<string, Entry>();
  for (const pair of node.items) {
    const key = isScalar(pair.key) && typeof pair.key.value === "string" ? pair.key.value : "";
    const keyPlace = placeOf(pair.key, place, locate);
    const below = [...path, key];
    const refuseKey = refuseKeyOf(pair.key, key, entries);
    if (refuseKey !== undefined) faults.push({ ...keyPlace, path: formatPath(below), ...refuseKey });
    else entries.set(key, { place: keyPlace, tree: treeOf(pair.value, below, keyPlace, locate, faults) });
  }
  return { kind: "map", entries, place };
}

function scalarOf(
  node: { value: unknown; source?: string | undefined; type?: string | undefined },
  place: Place,
  refuse: (value: string, expected: string, mend: string) => Tree,
): Tree {
  const { value } = node;
  const source = node.source ?? "";
  if (typeof value === "number" && !Number.isFinite(value)) {
    return refuse(shorten(source), "a finite number", "Write an ordinary number.");
  }
  const quoted = node.type !== "PLAIN";
  if (
    value === null ||
    typeof value === "number" ||
    typeof value === "boolean" ||
    typeof value === "string"
  ) {
    return { kind: "scalar", value, source, quoted, place };
  }
  return refuse("no plain value", "text, a number, true or false", "Write a plain value.");
}

function refuseKeyOf(
  node: unknown,
  key: string,
  entries: ReadonlyMap<string, Entry>,
): Pick<Fault, "value" | "expected" | "mend"> | undefined {
  if (isScalar(node) && (node.anchor !== undefined || node.tag !== undefined)) {
    return {
      value: "a key with an anchor or a tag",
      expected: "a plain key",
      mend: "Delete the & or ! and its name.",
    };
  }
  if (key === "")
    return { value: "a key without a name", expected: "a plain key", mend: "Give the key a name." };
  if (FORBIDDEN_KEYS.has(key)) {
    return {
      value: "a forbidden key",
      expected: `no key of the name ${key}`,
      mend: "Delete or rename the key.",
    };
  }
  const first = entries.get(key);
  if (first === undefined) return undefined;
  const mend = `Delete one of the two; the first is in line ${first.place.line}.`;
  return { value: "there twice", expected: "every key once", mend };
}

function placeOf(node: unknown, near: Place, locate: Locate): Place {
  if (!isScalar(node) && !isSeq(node) && !isMap(node) && !isAlias(node)) return near;
  return node.range === undefined || node.range === null ? near : locate(node.range[0]);
}
