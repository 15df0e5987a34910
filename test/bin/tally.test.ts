import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../architecture/sources.ts";

// Inside node_modules, so that the samples find vitest and nothing else finds the samples.
mkdirSync(join(root, "node_modules", ".cache"), { recursive: true });
const folder = mkdtempSync(join(root, "node_modules", ".cache", "tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs vitest over one sample file and returns what the reporter counted. */
function tallyOf(code: string): unknown {
  writeFileSync(join(folder, "sample.check.ts"), `import { expect, test } from "vitest";\n${code}`);
  writeFileSync(
    join(folder, "vitest.config.mjs"),
    `export default { test: { root: ${JSON.stringify(folder)}, include: ["*.check.ts"], exclude: [] } };`,
  );
  const file = join(folder, "tally.json");
  const reporter = join(root, "bin", "setup", "tally-reporter.js");
  spawnSync(
    process.execPath,
    [
      join(root, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--config",
      "vitest.config.mjs",
      `--reporter=${reporter}`,
    ],
    { cwd: folder, env: { ...process.env, URFLOW_TALLY: file }, stdio: "ignore" },
  );
  return JSON.parse(readFileSync(file, "utf8"));
}

describe("the last line of npm test counts", () => {
  test("each test once, by what became of it", () => {
    const code = `
      test("a", () => {});
      test("b", () => { expect(1).toBe(2); });
      test.each([1, 2])("c %i", () => {});
      test.skip("d", () => {});
      test.todo("e");
      test("f", (context) => { context.skip(); });
      test.fails("g", () => { expect(1).toBe(2); });
    `;
    expect(tallyOf(code)).toEqual({ passed: 4, failed: 1, skipped: 3 });
  });

  test("a file that does not load as a failure", () => {
    expect(tallyOf(`import "./absent.ts"; test("a", () => {});`)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });

  test("an error that no test caught as a failure", () => {
    const code = `test("a", async () => {
      setTimeout(() => { throw new Error("stray"); }, 0);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });`;
    expect(tallyOf(code)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test("a failure after the tests of a file", () => {
    const code = `import { afterAll } from "vitest"; test("a", () => {}); afterAll(() => { throw new Error("late"); });`;
    expect(tallyOf(code)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});
