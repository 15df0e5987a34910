/** Running a part of the sources as it stands, without a build. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @template T
 * @param {string} root the folder of package.json
 * @param {string} path of a TypeScript file, from the root
 * @returns {Promise<T>} what the file exports
 * @throws {Error} where it can't be bundled
 */
export async function importSource(root, path) {
  const packages = join(root, "node_modules");
  // Below node_modules, so that the bundle finds its packages; by its own name, so that two may run at once.
  const name = path.replaceAll("/", "-").replace(/\.ts$/, "");
  const bundle = join(packages, ".cache", "urflow", `${name}-${process.pid}.js`);
  const bundler = join(packages, "rolldown", "bin", "cli.mjs");
  const outside = ["zod", "yaml", "seedrandom/lib/alea.js"].flatMap((one) => ["--external", one]);
  const options = ["--format", "esm", "--platform", "node", ...outside, "--file", bundle];
  const { status } = spawnSync(process.execPath, [bundler, path, ...options], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`${path} can't be bundled. Are the packages installed (npm ci)?`);
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle);
  }
}
