/** The packages in node_modules: are they the ones that package-lock.json names, and if not, install them. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Runs `npm ci` where node_modules is missing or holds other versions than package-lock.json.
 *
 * @param {string} root the folder of package.json
 * @throws {Error} when npm cannot be started or fails
 */
export function installPackages(root) {
  if (packagesAreInstalled(root)) return;
  console.log("Installing the packages of package-lock.json (npm ci); this takes some seconds …");
  const [command, before] = npmCommand();
  // Without a network npm would try for a silent minute; these are enough for a stumble.
  const patience = ["--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=8000"];
  const run = spawnSync(command, [...before, "ci", ...patience], {
    cwd: root,
    stdio: "inherit",
    // npm is a script on Windows, which only a shell can start; its arguments need no quotes.
    shell: process.platform === "win32" && before.length === 0,
  });
  if (run.error !== undefined) {
    throw new Error(
      `npm could not be started (${run.error.message}). It comes with Node: is it on the PATH?`,
    );
  }
  if (run.status !== 0) {
    throw new Error(
      "npm ci failed; its own message is above. Without a network, packages cannot be installed.",
    );
  }
}

/**
 * @param {string} root
 * @returns {boolean} whether npm's record of node_modules agrees with package-lock.json
 */
export function packagesAreInstalled(root) {
  const wanted = readLock(join(root, "package-lock.json"));
  // npm writes this record last, so an interrupted install leaves none.
  const installed = readLock(join(root, "node_modules", ".package-lock.json"));
  return wanted !== undefined && installed !== undefined && lockIsMet(wanted, installed);
}

/**
 * Compares versions, not times: a checkout touches files without changing them.
 *
 * @param {Record<string, LockedPackage>} wanted
 * @param {Record<string, LockedPackage>} installed
 * @returns {boolean}
 */
function lockIsMet(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = installed[path];
    // Packages of other platforms are in the lock and not on the disk.
    if (found === undefined ? entry.optional !== true : found.version !== entry.version) return false;
  }
  return Object.keys(installed).every((path) => path in wanted);
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readLock(path) {
  try {
    /** @type {Lock} */
    const lock = JSON.parse(readFileSync(path, "utf8"));
    return lock.packages;
  } catch {
    return undefined;
  }
}

/** @returns {[command: string, before: string[]]} how to start the npm that started us, or the one on the PATH */
function npmCommand() {
  const script = process.env["npm_execpath"];
  return script?.endsWith(".js") === true ? [process.execPath, [script]] : ["npm", []];
}
