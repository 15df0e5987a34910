import { describe, expect, test } from "vitest";
import type { ThreadsMeasurement } from "../../bench/threads/task.ts";
import { formatThreads, reportThreads } from "../../bench/threads/threads.ts";

const measured = (seconds: number, peakMegabytes: number, hash = "a"): ThreadsMeasurement => ({
  milliseconds: seconds * 1000,
  buildMilliseconds: 500,
  peakMegabytes,
  agents: 2_000_000,
  hash,
});

describe("the report on threads", () => {
  const report = reportThreads(1, 30, [1, 4], [measured(120, 250), measured(48, 310)]);

  test("tells how much faster more threads are, and agent-months a second", () => {
    expect(report.rows.map(({ speedUp }) => speedUp)).toEqual([1, 2.5]);
    // 2 million agents, 360 months, 48 seconds.
    expect(report.rows[1].agentMonths).toBe(15);
    expect(formatThreads(report)).toContain("All came to one hash.");
  });

  test("holds the most threads against the aims, one to one alone", () => {
    expect(report.targets.map(({ measured: found, reached }) => [found, reached])).toEqual([
      [48, true],
      [310, false],
    ]);
    expect(reportThreads(20, 30, [1], [measured(9, 90)]).targets).toEqual([]);
  });

  test("says where numbers of threads disagree", () => {
    const { sameHashes } = reportThreads(1, 30, [1, 2], [measured(9, 90), measured(9, 90, "b")]);
    expect(sameHashes).toBe(false);
  });
});
