/**
 * `node bin/golden.js "why the results change"`: writes the golden hashes of test/golden anew, with the reason. Commit
 * them together with the change that they follow from.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./setup.js";

const reason = process.argv.slice(2).join(" ").trim();
if (reason.split(/\s+/).length < 3) {
  console.error('Say in a few words why the results change: node bin/golden.js "Wages follow productivity"');
  process.exitCode = 2;
} else {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const run = spawnSync(process.execPath, [vitest, "run", "test/golden"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, URFLOW_GOLDEN_REASON: reason },
  });
  spawnSync(process.execPath, [join(root, "node_modules", "oxfmt", "bin", "oxfmt"), "test/golden"], {
    cwd: root,
  });
  process.exitCode = run.status ?? 1;
}
