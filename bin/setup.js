/** From a fresh clone to something that runs: what `npm start` and `npm test` do first. */
import { fileURLToPath } from "node:url";
import { buildIfStale } from "./setup/dist.js";
import { requireNode } from "./setup/node-version.js";
import { installPackages } from "./setup/packages.js";

export { requireNode };

/** The folder of package.json. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Checks Node, then installs and builds whatever is missing or out of date. Does nothing when all is there.
 *
 * @throws {Error} when Node is too old, and when npm or the build fails
 */
export function setUp() {
  requireNode();
  installPackages(root);
  buildIfStale(root);
}

/**
 * Ends a command with the failure's message; a stack would tell its reader nothing.
 *
 * @param {unknown} failure
 * @param {number} [code]
 * @returns {never}
 */
export function sayAndExit(failure, code = 1) {
  console.error(failure instanceof Error ? failure.message : String(failure));
  process.exit(code);
}
