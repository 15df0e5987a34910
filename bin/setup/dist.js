/**
 * What is built, all into dist/: the page, the library with its declarations, and the node command.
 * A stamp of the sources lets `npm start` and `npm test` skip a build that would change nothing.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const sources = [
  "sim",
  "viz",
  "scenarios",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
];
const results = [
  "page/index.html",
  "lib/index.js",
  "lib/worker.js",
  "types/sim/index.d.ts",
  "cli.js",
  "run-worker.js",
  "run-thread.js",
];

/**
 * Builds where dist/ is missing, incomplete or made from other sources.
 *
 * @param {string} root the folder of package.json
 * @throws {Error} when a step fails
 */
export function buildIfStale(root) {
  if (buildIsCurrent(root)) return;
  console.log("Building urflow …");
  build(root, "warn");
}

/**
 * @param {string} root
 * @param {"info" | "warn"} logLevel how much vite says
 * @throws {Error} when a step fails
 */
export function build(root, logLevel) {
  const stamp = stampOf(root);
  const packages = join(root, "node_modules");
  run(root, [join(packages, "vite", "bin", "vite.js"), "build", "--app", "--logLevel", logLevel]);
  run(root, [join(packages, "typescript", "bin", "tsc"), "-p", join("sim", "tsconfig.types.json")]);
  const absent = results.filter((path) => !existsSync(join(root, "dist", path)));
  if (absent.length > 0) throw new Error(`The build ended without dist/${absent.join(", dist/")}.`);
  writeFileSync(join(root, "dist", ".stamp"), stamp);
}

/**
 * @param {string} root
 * @returns {boolean}
 */
export function buildIsCurrent(root) {
  const dist = join(root, "dist");
  if (!results.every((path) => existsSync(join(dist, path)))) return false;
  const stamp = join(dist, ".stamp");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === stampOf(root);
}

/**
 * @param {string} root
 * @returns {string} a digest of the names and contents of all that a build reads
 */
function stampOf(root) {
  const digest = createHash("sha256");
  for (const path of sources.flatMap((source) => filesBelow(join(root, source)))) {
    digest
      .update(`${relative(root, path).split(sep).join("/")}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return digest.digest("hex");
}

/**
 * @param {string} path a file or a folder
 * @returns {string[]} its files, in one order on every machine
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const below = readdirSync(path, { recursive: true, withFileTypes: true });
  return below
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function run(root, args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  throw new Error(
    `The build failed in ${relative(root, args[0] ?? "")}${error ? `: ${error.message}` : ""}.`,
  );
}
