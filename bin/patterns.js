/**
 * `npm run patterns`: runs an ensemble, looks in it for patterns that nobody wrote into the model, prints what it found,
 * and writes it to docs/patterns.md. Takes a minute or two. Ends with 1 where a pattern is missing that should be there,
 * or there that should be missing.
 */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { render } from "./patterns/render.js";
import { root } from "./setup.js";

const SEEDS = 8;
/** Runs with a part of the model at rest. */
const RESTING = 2;

const packages = join(root, "node_modules");
// Below node_modules, so that the bundle finds its packages; two folders down, as test/scenario is, which reads scenarios/
// relative to itself; by its own name, so that two may run at once.
const bundle = join(packages, ".cache", `patterns-${process.pid}.js`);
const bundler = join(packages, "rolldown", "bin", "cli.mjs");
const entry = join("test", "patterns", "patterns.ts");
const options = ["--format", "esm", "--platform", "node", "--external", "seedrandom/lib/alea.js"];
const built = spawnSync(process.execPath, [bundler, entry, ...options, "--file", bundle], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
});
if (built.status !== 0) throw new Error("The bundler failed. Are the packages installed (npm ci)?");

/** @type {typeof import("../test/patterns/patterns.ts")} */
const { lookFor, PATTERNS, RESTS, SETTINGS, tellAll } = await import(pathToFileURL(bundle).href);
rmSync(bundle);

/** @typedef {import("../test/patterns/ensemble.ts").Rest} Rest */
const rests = /** @type {Rest[]} */ (Object.keys(RESTS));
const lookAtAll = (/** @type {number} */ seeds, /** @type {Rest | undefined} */ rest) => {
  const tales = tellAll(seeds, rest);
  return PATTERNS.map((pattern) => lookFor(pattern, tales));
};

const found = lookAtAll(SEEDS, undefined);
const resting = rests.map((rest) => ({ rest, looks: lookAtAll(RESTING, rest) }));
const { plain, markdown } = render({ patterns: PATTERNS, found, resting, settings: SETTINGS });
console.log(plain);
writeFileSync(join(root, "docs", "patterns.md"), markdown);

const asSaid = PATTERNS.every((pattern, k) => (found[k].times === SEEDS) === (pattern.missing === undefined));
if (!asSaid) console.error("what is found isn't what test/patterns/ says: mend the reasons there");
process.exitCode = asSaid ? 0 : 1;
