/** Part one: the published migration kernel, by urflow and by others, in one run on one machine. */
import { measureInProcess } from "../process.ts";
import { progress } from "../progress.ts";
import { formatNumber, formatTable } from "../table.ts";
import type { Target } from "../target.ts";
import type { ContenderName, KernelMeasurement, KernelTask } from "./contender.ts";
import { type KernelRow, kernelTargets, rowsOf } from "./rows.ts";

const STEPS = 40;
const WARM_UP = 1000;
/** A machine that others use too has fast and slow minutes: one run each at many moments tells more than many at few. */
const ROUNDS = 9;

export interface KernelReport {
  readonly steps: number;
  readonly rows: readonly KernelRow[];
  readonly targets: readonly Target[];
}

export async function measureKernel(quick: boolean, cores: number): Promise<KernelReport> {
  const entrants: readonly (readonly [ContenderName, number])[] = [
    ["urflow", 1],
    ...(cores > 1 ? [["urflow", Math.min(4, cores)] as const] : []),
    ["objects", 1],
    ["objects-hypot", 1],
    ["agentscript", 1],
  ];
  const rows: KernelRow[] = [];
  for (const agents of quick ? [100_000] : [100_000, 1_000_000]) {
    const tasks = entrants.map(([contender, threads]): KernelTask => ({
      contender,
      threads,
      agents,
      steps: STEPS,
      runs: quick ? 3 : 1,
      warmUp: WARM_UP,
    }));
    rows.push(...rowsOf(await measureInTurn(tasks, quick ? 1 : ROUNDS)));
  }
  progress("");
  return { steps: STEPS, rows, targets: kernelTargets(rows) };
}

/** Several rounds, each with every task in its turn: what else the machine does then meets all alike. */
async function measureInTurn(
  tasks: readonly KernelTask[],
  rounds: number,
): Promise<[KernelTask, KernelMeasurement][]> {
  const measured = tasks.map((): KernelMeasurement[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, task] of tasks.entries()) {
      progress(
        `kernel: ${task.contender}, ${task.threads} threads, ${task.agents} agents, round ${round + 1}`,
      );
      measured[k].push(await measureInProcess<KernelMeasurement>("kernel-child", task));
    }
  }
  return tasks.map((task, k) => [
    task,
    {
      milliseconds: measured[k].flatMap(({ milliseconds }) => milliseconds),
      moves: measured[k].flatMap(({ moves }) => moves),
      bytesPerAgent: measured[k][0].bytesPerAgent,
    },
  ]);
}

export function formatKernel({ rows, steps }: KernelReport): string {
  const table = formatTable(
    [
      "kernel",
      "threads",
      "agents",
      "ms",
      "M agent-steps/s",
      "best",
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
      formatNumber(row.bestAgentSteps),
      `${formatNumber(row.urflowIs)} x`,
      formatNumber(row.bytesPerAgent),
      formatNumber(row.movesPerStep),
      row.agrees ? "agree" : "DIFFER",
    ]),
  );
  const runs = rows[0]?.runs ?? 0;
  return `${table}\nMedian of ${runs} runs of ${steps} steps in several processes, each after a warm-up.`;
}
