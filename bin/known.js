/**
 * `npm run known`: works out every known answer anew, prints our value beside the known one, and writes the table to
 * docs/known-answers.md. With `--check` it writes nothing and tells whether the table is current. Ends with 1 where an
 * answer is wrong or the table is stale.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { render } from "./known/render.js";
import { root } from "./setup.js";

const packages = join(root, "node_modules");
// Below node_modules, so that the bundle finds its packages; by its own name, so that two may run at once.
const bundle = join(packages, ".cache", "urflow", `known-${process.pid}.js`);
const bundler = join(packages, "rolldown", "bin", "cli.mjs");
const entry = join("test", "known", "answers", "answers.ts");
const options = ["--format", "esm", "--platform", "node", "--external", "seedrandom/lib/alea.js"];
const built = spawnSync(process.execPath, [bundler, entry, ...options, "--file", bundle], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
});
if (built.status !== 0) throw new Error("The bundler failed. Are the packages installed (npm ci)?");

/** @type {typeof import("../test/known/answers/answers.ts")} */
const { ANSWERS, compare } = await import(pathToFileURL(bundle).href);
rmSync(bundle);

const compared = ANSWERS.map((answer) => ({ answer, result: compare(answer) }));
const { plain, markdown } = render(compared);
console.log(plain);

const page = join(root, "docs", "known-answers.md");
const wrong = compared.filter(({ result }) => !result.agrees);
let failed = wrong.length > 0;
if (!process.argv.includes("--check")) {
  writeFileSync(page, markdown);
} else if (!existsSync(page) || readFileSync(page, "utf8") !== markdown) {
  failed = true;
  console.error("docs/known-answers.md is not current; run npm run known");
}
process.exitCode = failed ? 1 : 0;
