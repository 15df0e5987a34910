/** A vitest reporter that counts, and leaves the count in the file that URFLOW_TALLY names. */
import { writeFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

export default class TallyReporter {
  /**
   * A file that could not be loaded, and an error outside any test, count as one failure each.
   *
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly import("@vitest/utils").SerializedError[]} strayErrors
   */
  onTestRunEnd(modules, strayErrors) {
    /** @type {Tally} */
    const tally = { passed: 0, failed: strayErrors.length, skipped: 0 };
    for (const module of modules) {
      const before = tally.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") tally.passed++;
        else if (state === "skipped") tally.skipped++;
        else tally.failed++;
      }
      if (module.state() === "failed" && tally.failed === before) tally.failed++;
    }
    const file = process.env["URFLOW_TALLY"];
    if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  }
}
