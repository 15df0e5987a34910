/**
 * `npm run bench`: builds the benchmark into out/bench and runs it. All arguments go to bench/main.ts;
 * nothing but its results is printed on stdout.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { requireNode, root, sayAndExit } from "../bin/setup.js";
import { packagesAreInstalled } from "../bin/setup/packages.js";

try {
  requireNode();
  if (!packagesAreInstalled(root)) throw new Error("The packages are missing or others. Run `npm ci` first.");
  process.chdir(root);
  const out = join(root, "out", "bench");
  const { buildBench } = await import("./build.js");
  await buildBench(out);
  await import(pathToFileURL(join(out, "main.js")).href);
} catch (failure) {
  sayAndExit(failure);
}
