import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, runInEngines } from "./engines.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "urflow-programs-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function program(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

describe("a program run in every engine", () => {
  it("brings back what it printed, from each engine that is there", async () => {
    const greeting = await program(
      "greeting.ts",
      `const sum: number = 0.1 + 0.2; printResult("sum " + sum);`,
    );
    const results = await runInEngines(greeting);
    for (const engine of engines) expect([null, "sum 0.30000000000000004"]).toContain(results[engine]);
    expect(results.node).toBe("sum 0.30000000000000004");
  });

  it("that prints nothing is an error, not an empty agreement", async () => {
    const silent = await program("silent.ts", `export const nothing = 0;`);
    await expect(runInEngines(silent)).rejects.toThrow(
      "printed nothing in node; expected one printResult(text).",
    );
  });

  it("that fails is an error with its file, engine and reason", async () => {
    const failing = await program("failing.ts", `throw new RangeError("taxShare is 14");`);
    await expect(runInEngines(failing)).rejects.toThrow(/failing\.ts failed in node: [^]*taxShare is 14/);
  });
});
