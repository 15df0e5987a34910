/** Small changes of scenario files, for tests that look at what is then refused. */
import * as fc from "fast-check";

/** The text with one part replaced. Throws where the part is not there: the test would say nothing. */
export function edit(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the file has no ${JSON.stringify(from)}`);
  return text.replace(from, () => to);
}

export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };
export type Steps = readonly (string | number)[];

/** Every path of a document, its root left out, in the order of the document. */
export function pathsOf(data: Data, before: Steps = []): Steps[] {
  if (typeof data !== "object" || data === null) return [];
  const entries: [string | number, Data][] = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  return entries.flatMap(([key, below]) => [[...before, key], ...pathsOf(below, [...before, key])]);
}

export function valueAt(data: Data, path: Steps): Data {
  return path.reduce<Data>((here, step) => {
    if (typeof here !== "object" || here === null) throw new Error(`nothing at ${path.join(".")}`);
    return Array.isArray(here) ? here[Number(step)] : here[step];
  }, data);
}

/** A copy in which what stands at the path is made anew; undefined takes it out. */
export function changeAt(data: Data, path: Steps, change: (value: Data) => Data | undefined): Data {
  const copy = structuredClone(data);
  const parent = valueAt(copy, path.slice(0, -1));
  const last = path[path.length - 1];
  const changed = change(valueAt(copy, path));
  if (Array.isArray(parent)) parent.splice(Number(last), 1, ...(changed === undefined ? [] : [changed]));
  else if (typeof parent === "object" && parent !== null) {
    if (changed === undefined) Reflect.deleteProperty(parent, last);
    else parent[last] = changed;
  }
  return copy;
}

/** A copy in which a key bears another name, in the same place. */
export function renameAt(data: Data, path: Steps, name: string): Data {
  const last = path[path.length - 1];
  const parent = path.slice(0, -1);
  const renamed = (map: Data): Data => {
    if (typeof map !== "object" || map === null || Array.isArray(map)) throw new Error("no map");
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key === last ? name : key, value]));
  };
  return parent.length === 0 ? renamed(data) : changeAt(data, parent, renamed);
}

/** Texts that have broken readers of configuration before. */
export const hostileText = fc.constantFrom(
  "__proto__",
  "constructor: 1",
  "&a",
  "*a",
  "!!js/function 'x'",
  "!x",
  "<<",
  "? ",
  "- ",
  ": ",
  "%",
  "@",
  "`",
  "|",
  ">",
  "{",
  "}",
  "[",
  "]",
  ",",
  "#",
  "'",
  '"',
  "\t",
  "\r",
  "\n",
  "\u0000",
  "\ufeff",
  "\u2028",
  "\u202e",
  "\ud800",
  "---\n",
  "...\n",
  ".inf",
  "-.inf",
  ".nan",
  "NaN",
  "Infinity",
  "1e999",
  "-0",
  "0x7f",
  "0o17",
  "1_000",
  "1,000",
  "14 %",
  "~",
  "null",
  "yes",
  "９",
  "一",
  "${HOME}",
  "$(id)",
  "<script>",
  "../../etc/passwd",
  "toString",
  "hasOwnProperty",
  "a".repeat(5000),
);

/** Values that fit nowhere in a scenario, whatever was there before. */
export const misfit: fc.Arbitrary<Data> = fc.constantFrom<Data[]>(
  null,
  { nonsense: 1 },
  [["x"]],
  "x".repeat(5000),
  Number.NaN,
);

/** Numbers of all sizes; some of them fit. */
export const anyNumber = fc.oneof(
  fc.constantFrom(0, -1, 1, 0.5, 2, 19, 100, 2020, 2021, 1e6, 1e9, 1e15, 1e300, -1e300, 5e-324),
  fc.double({ noNaN: true }),
  fc.integer({ min: 0, max: 100_000 }),
);
