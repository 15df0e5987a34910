import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { doors, importFaults, nodeImports, reachableFrom, sentence, wordOf, words } from "./order.ts";
import { codeBelow, computed, importsOf, root, targetOf, textOf } from "./sources.ts";

describe("the sentence of the architecture", () => {
  test("stands in docs/architecture.md word for word", () => {
    expect(textOf("docs/architecture.md")).toContain(sentence);
  });

  test("names every folder of sim/, and sim/ itself holds only the doors", () => {
    const entries = readdirSync(join(root, "sim"), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(folders.toSorted()).toEqual(words.filter((word) => word !== "viz").toSorted());
    const files = entries.filter((entry) => /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"));
    expect(files.map((entry) => `sim/${entry.name}`).toSorted()).toEqual(doors);
  });

  test("holds for every file of sim/ and viz/", () => {
    const files = codeBelow("sim", "viz");
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((path) => importFaults(path, textOf(path)))).toEqual([]);
  });

  test("names every import of a file that exists", () => {
    const known = new Set(codeBelow("sim", "viz", "bin", "bench", "test"));
    const lost = [...known].flatMap((path) =>
      importsOf(path, textOf(path))
        .filter(({ what }) => /\.(ts|tsx)$/.test(what))
        .filter(({ what }) => !known.has(targetOf(path, what) ?? what))
        .map(({ line, what }) => `${path}:${line} names ${what}, which is not there`),
    );
    expect(lost).toEqual([]);
  });
});

describe("the rule of imports refuses", () => {
  test.each([
    ["a word to the right", "sim/world/land.ts", `import { step } from "../engine/simulation.ts";`],
    [
      "a word to the right, for its type alone",
      "sim/world/land.ts",
      `import type { A } from "../policy/a.ts";`,
    ],
    ["a type named in place", "sim/world/land.ts", `let a: import("../policy/a.ts").A;`],
    ["a word to the right, exported on", "sim/policy/a.ts", `export * from "../scenario/b.ts";`],
    ["a word to the right, when it runs", "sim/policy/a.ts", `await import("../scenario/b.ts");`],
    ["a worker to the right", "sim/engine/a.ts", `new URL("../batch/run-worker.ts", import.meta.url);`],
    ["one process in another", "sim/processes/birth.ts", `import { die } from "./death.ts";`],
    ["a process in the protocol", "sim/processes/process.ts", `import { die } from "./death.ts";`],
    ["Node in the simulation", "sim/world/land.ts", `import { readFileSync } from "node:fs";`],
    ["Node in a door", "sim/index.ts", `export { readFileSync } from "node:fs";`],
    ["Node in the page", "viz/main.tsx", `import { readFileSync } from "node:fs";`],
    ["a batch in a door", "sim/worker.ts", `import { run } from "./batch/run.ts";`],
    ["a batch in the page", "viz/main.tsx", `import { run } from "../sim/batch/run.ts";`],
    ["a door from behind", "sim/engine/a.ts", `import { simulate } from "../index.ts";`],
    ["a computed import", "sim/world/land.ts", "await import(name);"],
    ["a test in the simulation", "sim/engine/a.ts", `import { simulate } from "../../test/a.ts";`],
  ])("%s", (_, path, code) => {
    expect(importFaults(path, code)).toHaveLength(1);
  });

  test("a folder that the sentence does not know", () => {
    expect(() => wordOf("sim/utilities/text.ts")).toThrow("expected one of");
  });
});

describe("the rule of imports allows", () => {
  test.each([
    ["a word to the left", "sim/engine/a.ts", `import { world } from "../world/world.ts";`],
    ["its own folder", "sim/world/a.ts", `import { b } from "./b.ts";`],
    ["the protocol in a process", "sim/processes/birth.ts", `import type { P } from "./process.ts";`],
    ["every process in their order", "sim/processes/order.ts", `import { birth } from "./birth.ts";`],
    ["any folder but batch/ in a door", "sim/index.ts", `export { simulate } from "./engine/simulation.ts";`],
    ["Node in a batch", "sim/batch/store.ts", `import { readFileSync } from "node:fs";`],
    ["a door in the page", "viz/main.tsx", `import { simulate } from "../sim/index.ts";`],
    ["a scenario as text", "sim/scenario/a.ts", `import valley from "../../scenarios/valley.yaml?raw";`],
    [
      "what only a comment or a string says",
      "sim/world/a.ts",
      `// import "node:fs"\nconst a = 'import "node:fs"';`,
    ],
  ])("%s", (_, path, code) => {
    expect(importFaults(path, code)).toEqual([]);
  });
});

describe("what a browser loads", () => {
  test.each([...doors, "viz/main.tsx"])("from %s never reaches Node or a batch", (door) => {
    const files = reachableFrom(door);
    expect(files).toContain(door);
    expect(files.filter((path) => path.startsWith("sim/batch/"))).toEqual([]);
    expect(files.flatMap((path) => nodeImports(path).map(({ what }) => `${path} imports ${what}`))).toEqual(
      [],
    );
  });
});

describe("the commands in bin/", () => {
  test("run before any package is installed, so they import no package", () => {
    const strangers = codeBelow("bin").flatMap((path) =>
      importsOf(path, textOf(path))
        .filter(({ what }) => what !== computed && targetOf(path, what) === null)
        .filter(({ what }) => !what.startsWith("node:"))
        .map(({ line, what }) => `${path}:${line} imports ${what}`),
    );
    expect(strangers).toEqual([]);
  });
});
