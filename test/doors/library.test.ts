import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import * as door from "../../sim/index.ts";
import { importsOf, packageOf, root } from "../architecture/sources.ts";
import { openSite, visit } from "../e2e/browser.ts";
import { makeConsumer, type Consumer } from "./consumer.ts";

let consumer: Consumer;
let installed: string;
beforeAll(() => {
  consumer = makeConsumer();
  installed = consumer.installed;
});
afterAll(() => consumer?.remove());

/** Few agents, one year, and a seed that no file names. */
const QUICK = `{ set: ["years=1", "scale=50"] }`;
const SEED = `{ seed: "someone's own" }`;

/** The hash that the sources themselves give. */
function hashFromSources(): string {
  const text = readFileSync(join(root, "scenarios", "valley.yaml"), "utf8");
  const scenario = door.parseScenario(text, { set: ["years=1", "scale=50"] });
  return door.simulate(scenario, { seed: "someone's own" }).hash;
}

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
      import { wrap } from "comlink";
      import { PARAMETERS, parseScenario, simulate, type ParameterId, type RunResult } from "urflow";
      import type { WorkerApi } from "urflow/worker";
      export const id: ParameterId = "noSuchParameter";
      export const doc: string = PARAMETERS.taxShare.doc;
      export const here = (text: string): RunResult => simulate(parseScenario(text), { seed: "1", years: 1 });
      export const share = (text: string): Float64Array => here(text).indicators.urbanShare;
      const request = { ticket: 1, scenarioText: "", files: {}, set: [], seed: "1" };
      export const there = (worker: Worker): Promise<RunResult> => wrap<WorkerApi>(worker).run(request);
      export const unknown = (worker: Worker): unknown => wrap<WorkerApi>(worker).walk();
    `;
    // Two mistakes on purpose: were the types lost and everything \`any\`, they would pass.
    expect(consumer.complaintsOf(code, module, resolution)).toEqual([
      expect.stringMatching(/main\.ts\(5,.+'"noSuchParameter"' is not assignable/),
      expect.stringMatching(/main\.ts\(11,.+'walk' does not exist/),
    ]);
  });

  test("runs a scenario in Node", () => {
    const hash = consumer.run(`
      import { readFileSync } from "node:fs";
      import { parseScenario, simulate } from "urflow";
      const text = readFileSync(new URL(import.meta.resolve("urflow/scenarios/valley.yaml")), "utf8");
      console.log(simulate(parseScenario(text, ${QUICK}), ${SEED}).hash);
    `);
    expect(hash.trim()).toBe(hashFromSources());
  });

  test("gives the same bits when it is bundled into a page", async () => {
    const folder = await consumer.bundle(`
      import { parseScenario, simulate } from "urflow";
      import text from "urflow/scenarios/valley.yaml?raw";
      document.body.textContent = simulate(parseScenario(text, ${QUICK}), ${SEED}).hash;
    `);
    const site = await openSite(folder);
    try {
      const { page, complaints, strangers } = await visit(site);
      const told = async (): Promise<unknown[]> => [
        ...complaints,
        ...strangers,
        await page.evaluate(() => document.body.textContent),
      ];
      await expect.poll(told, { timeout: 20_000 }).toEqual([hashFromSources()]);
    } finally {
      await site.close();
    }
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
