import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundle, engines, runInEngines } from "./engines.ts";
import type { Engine } from "./engines.ts";

const program = fileURLToPath(new URL("./numerics-program.ts", import.meta.url));

let run: Promise<Record<Engine, string | null>> | undefined;
/** One run for all tests; started by the first, so that a failing run fails each of them. */
const printed = (): Promise<Record<Engine, string | null>> => (run ??= runInEngines(program));

describe("the numerics give the same bits in every JavaScript engine", () => {
  it("prints one hash for each function", async () => {
    const lines = (await printed()).node?.split("\n") ?? [];
    expect(lines.length).toBeGreaterThan(25);
    for (const line of lines) expect(line).toMatch(/^\w[\w ]* [0-9a-f]{16}$/);
    // Different functions give different values, so equal hashes would mean that nothing was hashed.
    expect(new Set(lines.map((line) => line.slice(-16))).size).toBe(lines.length);
  });

  for (const engine of engines.slice(1)) {
    it(`${engine} gives the bits of Node`, async (context) => {
      const results = await printed();
      if (results[engine] === null) context.skip(`${engine} is not installed`);
      expect(results[engine]?.split("\n")).toEqual(results.node?.split("\n"));
    });
  }

  it("needs neither Node nor the platform's chance", async () => {
    const script = await bundle(program);
    expect(script).not.toMatch(/Math\.random|require\(|crypto|TextEncoder|performance|structuredClone/);
  });
});
