/** Part one: the published migration kernel, by urflow and by others, in one run on one machine. */
import { countsAgree, median } from "../figures.ts";
import { measureInProcess } from "../process.ts";
import { progress } from "../progress.ts";
import { formatNumber, formatTable } from "../table.ts";
import { type Target, target } from "../target.ts";
import type { ContenderName, KernelMeasurement, KernelTask } from "./contender.ts";

const STEPS = 40;
const WARM_UP = 1000;
/** Aims hold for the larger number of agents, where caches help nobody. */
const MILLION = 1_000_000;

export interface KernelRow {
  readonly contender: ContenderName;
  readonly threads: number;
  readonly agents: number;
  readonly runs: number;
  /** Median time of a run of 40 steps. */
  readonly milliseconds: number;
  /** Million agents times steps in a second. */
  readonly agentSteps: number;
  /** Speed of urflow on one thread over this one's, in the same run and with as many agents. */
  readonly urflowIs: number;
  readonly bytesPerAgent: number;
  readonly movesPerStep: number;
  /** Whether as many agents move as in urflow, within the error of sampling. */
  readonly agrees: boolean;
}

export interface KernelReport {
  readonly steps: number;
  readonly rows: readonly KernelRow[];
  readonly targets: readonly Target[];
}

export async function measureKernel(quick: boolean, cores: number): Promise<KernelReport> {
  const threads = Math.min(4, cores);
  const runs = quick ? 3 : 7;
  const rows: KernelRow[] = [];
  for (const agents of quick ? [100_000] : [100_000, MILLION]) {
    const tasks: KernelTask[] = (
      [
        ["urflow", 1],
        ["urflow", threads],
        ["objects", 1],
        ["objects-hypot", 1],
        ["agentscript", 1],
      ] as const
    )
      .filter(([contender, used], k) => k === 0 || contender !== "urflow" || used > 1)
      .map(([contender, used]) => ({
        contender,
        threads: used,
        agents,
        steps: STEPS,
        runs,
        warmUp: WARM_UP,
      }));
    const measured: [KernelTask, KernelMeasurement][] = [];
    for (const task of tasks) {
      progress(`kernel: ${task.contender}, ${task.threads} threads, ${agents} agents`);
      measured.push([task, await measureInProcess<KernelMeasurement>("kernel-child", task)]);
    }
    rows.push(...rowsOf(measured));
  }
  progress("");
  return { steps: STEPS, rows, targets: targetsOf(rows, threads) };
}

function rowsOf(measured: readonly [KernelTask, KernelMeasurement][]): KernelRow[] {
  const [[, own]] = measured;
  const ownTime = median(own.milliseconds);
  const ownMoves = own.moves[0];
  return measured.map(([{ contender, threads, agents, steps }, { milliseconds, moves, bytesPerAgent }]) => {
    const time = median(milliseconds);
    return {
      contender,
      threads,
      agents,
      runs: milliseconds.length,
      milliseconds: time,
      agentSteps: (agents * steps) / time / 1000,
      urflowIs: time / ownTime,
      bytesPerAgent,
      movesPerStep: moves.reduce((sum, count) => sum + count, 0) / moves.length / steps,
      // urflow's own moves are a matter of the seed, whatever the threads.
      agrees: moves.every((count) =>
        contender === "urflow" ? count === ownMoves : countsAgree(count, ownMoves),
      ),
    };
  });
}

function targetsOf(rows: readonly KernelRow[], threads: number): Target[] {
  const row = (contender: ContenderName, used: number): KernelRow | undefined =>
    rows.find((one) => one.agents === MILLION && one.contender === contender && one.threads === used);
  const own = row("urflow", 1);
  const crew = row("urflow", threads);
  const others = [row("objects-hypot", 1), row("agentscript", 1)];
  if (own === undefined) return [];
  const speed = "M agent-steps/s";
  return [
    target("kernel, 1 thread", speed, own.agentSteps, "min", 80),
    ...(crew !== undefined && threads === 4
      ? [target("kernel, 4 threads", speed, crew.agentSteps, "min", 240)]
      : []),
    ...others.flatMap((other) =>
      other === undefined
        ? []
        : [
            target(
              `kernel, against ${other.contender}`,
              "times",
              other.urflowIs,
              "min",
              other.contender === "agentscript" ? 8 : 10,
            ),
          ],
    ),
    target("kernel, state of an agent", "bytes", own.bytesPerAgent, "max", 16),
  ];
}

export function formatKernel({ rows, steps }: KernelReport): string {
  const table = formatTable(
    [
      "kernel",
      "threads",
      "agents",
      "ms",
      "M agent-steps/s",
      "urflow is",
      "bytes/agent",
      "moves/step",
      "moves",
    ],
    rows.map((row) => [
      row.contender,
      String(row.threads),
      formatNumber(row.agents),
      formatNumber(row.milliseconds),
      formatNumber(row.agentSteps),
      `${formatNumber(row.urflowIs)} x`,
      formatNumber(row.bytesPerAgent),
      formatNumber(row.movesPerStep),
      row.agrees ? "agree" : "DIFFER",
    ]),
  );
  const runs = rows[0]?.runs ?? 0;
  return `${table}\nMedian of ${runs} runs of ${steps} steps after a warm-up, each row in a process of its own.`;
}
