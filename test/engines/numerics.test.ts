import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { bundle, engines, runInEngines } from "./engines.ts";
import type { Engine } from "./engines.ts";

const program = fileURLToPath(new URL("./numerics-program.ts", import.meta.url));

describe("the numerics give the same bits in every JavaScript engine", () => {
  let printed: Record<Engine, string | null>;

  beforeAll(async () => {
    printed = await runInEngines(program);
  }, 120_000);

  it("prints one hash for each function", () => {
    const lines = printed.node?.split("\n") ?? [];
    expect(lines.length).toBeGreaterThan(25);
    for (const line of lines) expect(line).toMatch(/^\w[\w ]* [0-9a-f]{16}$/);
    // Different functions give different values, so equal hashes would mean that nothing was hashed.
    expect(new Set(lines.map((line) => line.slice(-16))).size).toBe(lines.length);
  });

  for (const engine of engines.slice(1)) {
    it(`${engine} gives the bits of Node`, (context) => {
      if (printed[engine] === null) context.skip(`${engine} is not installed`);
      expect(printed[engine]?.split("\n")).toEqual(printed.node?.split("\n"));
    });
  }

  it("needs neither Node nor the platform's chance", async () => {
    const script = await bundle(program);
    expect(script).not.toMatch(/Math\.random|require\(|crypto|TextEncoder|performance|structuredClone/);
  });
});
