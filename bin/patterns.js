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
/** Ages at which rates of leaving are told, years; each is the mean of five. */
const AGES = [17, 20, 22, 25, 30, 35, 40, 45, 50, 55, 60, 65];

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
const { BESIDE, leavingRates, lookFor, PATTERNS, RESTS, SETTINGS, tellAll } = await import(
  pathToFileURL(bundle).href
);
rmSync(bundle);

/** @typedef {import("../test/patterns/ensemble.ts").Rest} Rest */
const rests = /** @type {Rest[]} */ (Object.keys(RESTS));
const lookAtAll = (/** @type {number} */ seeds, /** @type {Rest | undefined} */ rest) => {
  const tales = tellAll(seeds, rest);
  return {
    name: rest ?? "as it is",
    looks: PATTERNS.map((pattern) => lookFor(pattern, tales)),
    beside: BESIDE.map(({ measure }) => tales.map((tale) => measure(tale))),
    rates: leavingRates(tales, AGES),
  };
};

const whole = lookAtAll(SEEDS, undefined);
const resting = rests.map((rest) => lookAtAll(RESTING, rest));
const { plain, markdown } = render({
  patterns: PATTERNS,
  besides: BESIDE,
  ages: AGES,
  whole,
  resting,
  settings: SETTINGS,
});
console.log(plain);
writeFileSync(join(root, "docs", "patterns.md"), markdown);

const asSaid = PATTERNS.every(
  (pattern, k) => (whole.looks[k].times === SEEDS) === (pattern.missing === undefined),
);
if (!asSaid) console.error("what is found isn't what test/patterns/ says: mend the reasons there");
process.exitCode = asSaid ? 0 : 1;
