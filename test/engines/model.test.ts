import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { simulate } from "../../sim/engine/simulation.ts";
import { fromFile } from "../laws/scenarios.ts";
import { engines, runInEngines } from "./engines.ts";
import type { Engine } from "./engines.ts";

const program = fileURLToPath(new URL("./model-program.ts", import.meta.url));

let run: Promise<Record<Engine, string | null>> | undefined;
/** One run for all tests; started by the first, so that a failing run fails each of them. */
const printed = (): Promise<Record<Engine, string | null>> => (run ??= runInEngines(program));

describe("the whole model gives the same bits in every JavaScript engine", () => {
  it("prints a hash for each year of both arms, and one number of all indicators", async () => {
    const lines = (await printed()).node?.split("\n") ?? [];
    expect(lines).toHaveLength(8);
    for (const line of lines)
      expect(line).toMatch(/^valley(-small-towns)? (\d [0-9a-f]{16}|indicators [\d.]+)$/);
    // The arms part in the second year, when the policy begins.
    const [first, ...later] = [1, 2, 3].map((year) =>
      lines.filter((line) => line.includes(` ${year} `)).map((line) => line.slice(-16)),
    );
    expect(first[0]).toBe(first[1]);
    for (const [plain, governed] of later) expect(plain).not.toBe(governed);
  });

  it("is the run that the library gives in this process", async () => {
    const lines = (await printed()).node ?? "";
    for (const id of ["valley", "valley-small-towns"]) {
      expect(lines).toContain(`${id} 3 ${simulate(fromFile(id, "years=3"), { seed: "1" }).hash}`);
    }
  });

  for (const engine of engines.slice(1)) {
    it(`${engine} gives the bits of Node`, async (context) => {
      const results = await printed();
      if (results[engine] === null) context.skip(`${engine} is not installed`);
      expect(results[engine]?.split("\n")).toEqual(results.node?.split("\n"));
    });
  }
});
