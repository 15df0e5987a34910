/** Part four: one large run shared among threads, one to one where there is time. */
import { measureInProcess } from "../process.ts";
import { progress } from "../progress.ts";
import { formatNumber, formatTable } from "../table.ts";
import { type Target, target } from "../target.ts";
import type { ThreadsMeasurement, ThreadsTask } from "./task.ts";

const SCENARIO = "quzhou";

export interface ThreadsRow extends ThreadsMeasurement {
  readonly threads: number;
  /** Time of one thread over the time of these. */
  readonly speedUp: number;
  /** Million agents of the start times months in a second. */
  readonly agentMonths: number;
}

export interface ThreadsReport {
  readonly scenario: string;
  readonly scale: number;
  readonly years: number;
  readonly rows: readonly ThreadsRow[];
  /** Whether all numbers of threads came to one hash. */
  readonly sameHashes: boolean;
  readonly targets: readonly Target[];
}

export async function measureThreads(quick: boolean): Promise<ThreadsReport> {
  const { scale, years } = quick ? { scale: 20, years: 3 } : { scale: 1, years: 30 };
  const measured: ThreadsMeasurement[] = [];
  const counts = [1, 2, 4];
  for (const threads of counts) {
    progress(`threads: ${SCENARIO} at scale ${scale} on ${threads} threads`);
    const task: ThreadsTask = { scenario: SCENARIO, scale, years, threads };
    measured.push(await measureInProcess<ThreadsMeasurement>("threads-child", task));
  }
  progress("");
  return reportThreads(scale, years, counts, measured);
}

export function reportThreads(
  scale: number,
  years: number,
  counts: readonly number[],
  measured: readonly ThreadsMeasurement[],
): ThreadsReport {
  const rows = measured.map((one, k): ThreadsRow => ({
    ...one,
    threads: counts[k],
    speedUp: measured[0].milliseconds / one.milliseconds,
    agentMonths: (one.agents * years * 12) / (one.milliseconds * 1000),
  }));
  const most = rows[rows.length - 1];
  const name = `${SCENARIO} one to one, ${years} years, ${most.threads} threads`;
  return {
    scenario: SCENARIO,
    scale,
    years,
    rows,
    sameHashes: new Set(rows.map(({ hash }) => hash)).size === 1,
    // The aims are those of a whole run one to one.
    targets:
      scale === 1
        ? [
            target(name, "s", most.milliseconds / 1000, "max", 60),
            target(`${name}, memory`, "MB", most.peakMegabytes, "max", 300),
          ]
        : [],
  };
}

export function formatThreads({ scenario, scale, years, rows, sameHashes }: ThreadsReport): string {
  const table = formatTable(
    ["threads", "agents", "s", "of it making", "speed-up", "M agent-months/s", "peak MB"],
    rows.map((row) => [
      String(row.threads),
      formatNumber(row.agents),
      formatNumber(row.milliseconds / 1000),
      formatNumber(row.buildMilliseconds / 1000),
      formatNumber(row.speedUp),
      formatNumber(row.agentMonths),
      formatNumber(row.peakMegabytes),
    ]),
  );
  const bits = sameHashes ? "All came to one hash." : "They came to DIFFERENT HASHES.";
  return `${table}\n${scenario}, scale ${scale}, ${years} years, one run each. ${bits}`;
}
