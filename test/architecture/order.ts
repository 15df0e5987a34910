/** The sentence of docs/architecture.md as rules. */
import { codeBelow, computed, type Finding, importsOf, targetOf, textOf } from "./sources.ts";

/** From left to right: a file imports only from words to its left, and from its own. */
export const words = [
  "numerics",
  "world",
  "policy",
  "processes",
  "indicators",
  "scenario",
  "engine",
  "batch",
  "viz",
] as const;

/** The sentence as docs/architecture.md has it. */
export const sentence = `${words.join(" < ")}: a file imports only from words to its left.`;

/** The two doors: they may open on any folder of sim/ but batch/. */
export const doors: readonly string[] = ["sim/index.ts", "sim/worker.ts"];

type Word = (typeof words)[number];

/** The word that a file belongs to; null for a door, for data, and outside sim/ and viz/. */
export function wordOf(path: string): Word | null {
  const [top, second, ...deeper] = path.split("/");
  if (top === "viz") return "viz";
  if (top !== "sim" || deeper.length === 0) return null;
  const word = words.find((candidate) => candidate === second);
  if (word === undefined || word === "viz") {
    throw new Error(`${path} is in no folder of the sentence; expected one of ${words.join(", ")}.`);
  }
  return word;
}

/** What is wrong with the imports of one file; empty where all is well. */
export function importFaults(path: string, code: string): string[] {
  return importsOf(path, code).flatMap(({ line, what }) => {
    const fault = faultOf(path, what);
    return fault === null ? [] : [`${path}:${line} imports ${what}: ${fault}`];
  });
}

function faultOf(path: string, specifier: string): string | null {
  const from = wordOf(path);
  if (specifier === computed && from !== "batch") return "no one can say where it leads";
  if (specifier.startsWith("node:")) {
    return from === "batch" ? null : "only sim/batch and bin run in Node";
  }
  const target = targetOf(path, specifier);
  if (target === null) return null;
  const [top] = target.split("/");
  if (target === "package.json" || top === "scenarios") return null;
  if (top !== "sim" && top !== "viz") return "it lies outside sim, viz and scenarios";
  if (from === "processes" && wordOf(target) === "processes") return processFault(path, target);
  return orderFault(path, from, target);
}

function orderFault(path: string, from: Word | null, target: string): string | null {
  const to = wordOf(target);
  if (from === null) {
    return to === "batch" || to === "viz" ? "a door opens on any folder of sim/ but batch/" : null;
  }
  if (to === null) {
    // The page asks for the simulation at a door; a batch may too; what stands behind a door may not turn round.
    const mayUseDoor = from === "viz" || from === "batch";
    return mayUseDoor && doors.includes(target) ? null : "a file behind a door does not go through it";
  }
  if (from === "viz" && to === "batch") return "the page does not run in Node";
  return words.indexOf(to) <= words.indexOf(from) ? null : `${to} stands to the right of ${from}`;
}

/** Processes meet in the columns of the world, never in each other's code. */
function processFault(path: string, target: string): string | null {
  const protocol = "sim/processes/process.ts";
  if (target === protocol || path === "sim/processes/order.ts") return null;
  // A process of several parts is a folder, and its parts know each other.
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  if (folder !== "sim/processes/" && target.startsWith(folder)) return null;
  return "a process imports of its folder only process.ts; only order.ts knows them all";
}

/** Every file of the repository that loading `start` would load. */
export function reachableFrom(start: string): string[] {
  const known = new Set(codeBelow("sim", "viz"));
  const seen = new Set<string>();
  const pending = [start];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path) || !known.has(path)) continue;
    seen.add(path);
    for (const { what } of importsOf(path, textOf(path))) {
      const target = targetOf(path, what);
      if (target !== null) pending.push(target);
    }
  }
  return [...seen].toSorted();
}

/** Imports of Node's own modules in a file. */
export function nodeImports(path: string): Finding[] {
  return importsOf(path, textOf(path)).filter(({ what }) => what.startsWith("node:"));
}
