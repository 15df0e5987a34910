import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import * as door from "../../sim/index.ts";
import { importsOf, packageOf, root } from "../architecture/sources.ts";
import { makeConsumer, type Consumer } from "./consumer.ts";

let consumer: Consumer;
let installed: string;
beforeAll(() => {
  consumer = makeConsumer();
  installed = consumer.installed;
});
afterAll(() => consumer?.remove());

describe("the packed library", () => {
  test("gives in Node every name that sim/index.ts exports", () => {
    const names: unknown = JSON.parse(
      consumer.run(`import * as urflow from "urflow"; console.log(JSON.stringify(Object.keys(urflow)));`),
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
    expect(consumer.complaintsOf(code, module, resolution)).toEqual([
      expect.stringMatching(/main\.ts\(4,.+'"noSuchParameter"' is not assignable/),
    ]);
  });

  test("brings scenarios, policies and the schemas of both by name", () => {
    const told: unknown = JSON.parse(
      consumer.run(`
        import { readFileSync } from "node:fs";
        import { createRequire } from "node:module";
        import { parseScenario } from "urflow";
        const textOf = (name) => readFileSync(new URL(import.meta.resolve("urflow/scenarios/" + name + ".yaml")), "utf8");
        const resolve = (kind, id) => textOf(kind === "policy" ? "policies/" + id : id);
        const { id, policies } = parseScenario(textOf("valley-small-towns"), { resolve });
        const require = createRequire(import.meta.url);
        const schemas = ["scenario", "policy"].map((name) => require("urflow/" + name + ".schema.json"));
        console.log(JSON.stringify([id, policies.map(({ id }) => id), schemas]));
      `),
    );
    const schemas = ["scenario", "policy"].map((name): unknown =>
      JSON.parse(readFileSync(join(root, "scenarios", `${name}.schema.json`), "utf8")),
    );
    expect(told).toEqual(["valley-small-towns", ["innovative-small-towns"], schemas]);
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
      // `folder/*` promises what is in the folder.
      (path) => !existsSync(join(installed, path.replace(/\*$/, ""))),
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
