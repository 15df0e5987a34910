/**
 * `npm test`: from a fresh clone to a count of tests. Its very last line is `N passed, N failed`, and the exit code is
 * 0 only where none failed and some ran.
 *
 * `--check` comes from .ci/run: types, lint and format as well. All other arguments go to vitest, so that
 * `npm test -- test/numerics` runs that folder.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, setUp } from "./setup.js";
import { provideEngines } from "./setup/engines.js";

/** @typedef {import("./setup/tally-reporter.js").Tally} Tally */

const args = process.argv.slice(2);
const checking = args.includes("--check");
const troubles = [];
/** @type {Tally} */
let tally = { passed: 0, failed: 0, skipped: 0 };

try {
  setUp();
  provideEngines();
  if (checking && !runs("npm", ["run", "check"]))
    troubles.push("npm run check failed: what it found is above.");
  tally = runTests(args.filter((arg) => arg !== "--check"));
} catch (failure) {
  troubles.push(failure instanceof Error ? failure.message : String(failure));
}
if (tally.passed === 0 && tally.failed === 0 && troubles.length === 0) troubles.push("No test ran.");
for (const trouble of troubles) console.log(trouble);
if (troubles.length > 0 || tally.failed > 0) process.exitCode = 1;
console.log(lastLine(tally));

/**
 * @param {string[]} rest arguments for vitest
 * @returns {Tally}
 * @throws {Error} when vitest ends without a count, or disagrees with it
 */
function runTests(rest) {
  const folder = mkdtempSync(join(tmpdir(), "urflow-"));
  const file = join(folder, "tally.json");
  try {
    const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
    const reporter = fileURLToPath(new URL("./setup/tally-reporter.js", import.meta.url));
    const passed = runs(
      process.execPath,
      [vitest, "run", "--reporter=default", `--reporter=${reporter}`, ...rest],
      { URFLOW_TALLY: file },
    );
    const counted = readTally(file);
    if (counted === undefined)
      throw new Error("vitest ended before the tests did; its own message is above.");
    if (!passed && counted.failed === 0 && counted.passed > 0) {
      troubles.push("vitest failed beside the tests; its own message is above.");
    }
    return counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {Tally | undefined}
 */
function readTally(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} command
 * @param {string[]} rest
 * @param {Record<string, string>} [env] beside our own
 * @returns {boolean} whether it ended well
 */
function runs(command, rest, env = {}) {
  const shell = process.platform === "win32" && command === "npm";
  const run = spawnSync(command, rest, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell,
  });
  return run.status === 0;
}

/**
 * @param {Tally} tally
 * @returns {string}
 */
function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
