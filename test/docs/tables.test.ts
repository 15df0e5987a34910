import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { VERSION } from "../../sim/engine/version.ts";
import { PROCESSES } from "../../sim/processes/order.ts";

test("the tables in docs/ are those of the code", () => {
  const { status, stderr } = spawnSync(process.execPath, ["bin/docs.js", "--check"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("the version in every result is that of the package", () => {
  expect(VERSION).toBe(manifest.version);
});

test("docs/model.md names the file of every process", () => {
  const text = readFileSync("docs/model.md", "utf8");
  for (const { name } of PROCESSES) {
    const files = [`${name}.ts`, `${name}/`, `migration/${name}.ts`].filter((file) =>
      existsSync(`sim/processes/${file}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(files.some((file) => text.includes(`\`${file}\``))).toBe(true);
  }
});
