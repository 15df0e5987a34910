import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import * as door from "../../sim/index.ts";
import { importsOf, packageOf, root } from "../architecture/sources.ts";
import { requireBuild } from "../built.ts";

/** A project of someone else, with urflow in its node_modules as npm would put it there. */
const project = mkdtempSync(join(tmpdir(), "urflow-consumer-"));
const installed = join(project, "node_modules", "urflow");

beforeAll(() => {
  requireBuild();
  // npm is a script on Windows, which only a shell can start.
  const shell = process.platform === "win32";
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", project];
  const report = execFileSync("npm", pack, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell,
  });
  const archive = /"filename":\s*"([^"]+)"/.exec(report)?.[1] ?? "";
  execFileSync("tar", ["-xzf", archive], { cwd: project });
  mkdirSync(dirname(installed));
  symlinkSync(join(project, "package"), installed, "junction");
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link, "junction");
  }
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs a module of the other project in Node, and returns what it prints. */
function run(code: string): string {
  writeFileSync(join(project, "main.js"), code);
  return execFileSync(process.execPath, ["main.js"], { cwd: project, encoding: "utf8" });
}

/** Type-checks a module of the other project, the declarations of urflow included, and returns the complaints. */
function complaintsOf(code: string, module: string, moduleResolution: string): string {
  writeFileSync(join(project, "main.ts"), code);
  const options = {
    module,
    moduleResolution,
    target: "es2022",
    lib: ["ES2023", "DOM"],
    types: [],
    strict: true,
  };
  const config = { compilerOptions: { ...options, noEmit: true, skipLibCheck: false }, files: ["main.ts"] };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  return spawnSync(process.execPath, [compiler, "-p", project, "--pretty", "false"], { encoding: "utf8" })
    .stdout;
}

describe("the packed library", () => {
  test("gives in Node every name that sim/index.ts exports", () => {
    const names: unknown = JSON.parse(
      run(`import * as urflow from "urflow"; console.log(JSON.stringify(Object.keys(urflow)));`),
    );
    expect(names).toEqual(Object.keys(door).toSorted());
    expect(names).not.toEqual([]);
  });

  test.each([
    ["esnext", "bundler"],
    ["nodenext", "nodenext"],
  ])("has types for a project with module %s and resolution %s", (module, resolution) => {
    const code = `
      import { PARAMETERS, type ParameterId, type Scenario } from "urflow";
      import type { WorkerApi } from "urflow/worker";
      export const id: ParameterId = "noSuchParameter";
      export const doc: string = Object.values(PARAMETERS)[0].doc;
      export const use = (scenario: Scenario, api: WorkerApi): [Scenario, WorkerApi] => [scenario, api];
    `;
    // One mistake on purpose: were the types lost and everything \`any\`, it would pass.
    const complaints = complaintsOf(code, module, resolution).trim().split("\n");
    expect(complaints).toEqual([
      expect.stringMatching(/main\.ts\(4,.+'"noSuchParameter"' is not assignable/),
    ]);
  });

  test("imports packages that npm installs with it, and nothing of Node", () => {
    const imports = importsOf("index.js", readFileSync(join(installed, "dist", "lib", "index.js"), "utf8"));
    const packages = imports.map(({ what }) => what).filter((what) => !what.startsWith("./"));
    expect(packages.filter(isBuiltin)).toEqual([]);
    expect(packages.map(packageOf).filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });

  test("has a worker that is complete in itself, because a worker has no import map", () => {
    const code = readFileSync(join(installed, "dist", "lib", "worker.js"), "utf8");
    expect(importsOf("worker.js", code)).toEqual([]);
  });

  test("holds every file that its package.json promises, and no sources or stamps", () => {
    const promised = Object.values(manifest.exports).flatMap((to) =>
      typeof to === "string" ? [to] : Object.values(to),
    );
    const absent = [...promised, ...Object.values(manifest.bin)].filter(
      (path) => !existsSync(join(installed, path)),
    );
    expect(absent).toEqual([]);
    expect(["sim", "test", "viz", "dist/.stamp"].filter((path) => existsSync(join(installed, path)))).toEqual(
      [],
    );
  });

  test("brings the command", () => {
    const command = join(installed, manifest.bin.urflow);
    const version = execFileSync(process.execPath, [command, "--version"], { encoding: "utf8" });
    expect(version.trim()).toBe(manifest.version);
  });
});

describe("the packed page", () => {
  test("names its files relative to itself, so that it works below any address", () => {
    const page = readFileSync(join(installed, "dist", "page", "index.html"), "utf8");
    const addresses = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^(\.\/|#|data:)/.test(address ?? ""))).toEqual([]);
  });
});
