/** Part two: the full model, a region over thirty years. */
import { median } from "../figures.ts";
import { formatNumber, formatTable } from "../table.ts";
import { type Target, target } from "../target.ts";
import type { InChromium } from "./chromium.ts";
import type { PageMeasurement } from "./page/page.ts";
import { measureInRounds } from "./rounds.ts";
import type { ModelMeasurement, ModelTask, NodeMeasurement } from "./task.ts";

const YEARS = 30;
/** In turns, for the reason that the kernel has: see there. */
const ROUNDS = 3;

export interface ModelRow {
  readonly scenario: string;
  /** `Node`, or `Chromium` with its version. */
  readonly where: string;
  /** How many workers share a seed. */
  readonly workers: number;
  readonly agents: number;
  readonly settlements: number;
  readonly seeds: number;
  /** Median time of a seed from start to result. */
  readonly milliseconds: number;
  /** The fastest seed. */
  readonly best: number;
  /** Median of what the yardstick took beside the seeds, milliseconds, and the fastest. */
  readonly yardstick: number;
  readonly bestYardstick: number;
  /** The part of it that made the world; null where it can't be seen. */
  readonly buildMilliseconds: number | null;
  /** Thousand agents of the start times months in a second. */
  readonly agentMonths: number;
  readonly hashes: readonly string[];
  /** Milliseconds a seed may take; null where no aim is set. */
  readonly aim: number | null;
}

/** Aims: the valley in the page, whose workers share a seed, and Quzhou on one thread of Node. */
const IN_PAGE = 300;
const ON_ONE_THREAD = 5000;

export interface Memory {
  readonly scenario: string;
  readonly worldBytesPerAgent: number;
  readonly peopleBytesPerAgent: number;
}

export interface ModelReport {
  readonly years: number;
  readonly rows: readonly ModelRow[];
  readonly memory: readonly Memory[];
  /** Whether Node and Chromium came to the same hashes; null where there is no Chromium. */
  readonly sameHashes: boolean | null;
  readonly targets: readonly Target[];
}

export async function measureModel(quick: boolean): Promise<ModelReport> {
  const seeds = (count: number): string[] => Array.from({ length: count }, (_, k) => String(k + 1));
  const valley = task("valley", seeds(quick ? 2 : 6), quick ? 5 : YEARS);
  const quzhou = task("quzhou", seeds(quick ? 1 : 2), quick ? 2 : 10);
  const { inNode, inChromium, large } = await measureInRounds(valley, quzhou, quick ? 1 : ROUNDS);
  const rows: ModelRow[] = [
    { ...rowOf("valley", "Node", inNode, inNode.buildMilliseconds), workers: 1, aim: null },
    ...(inChromium === undefined ? [] : rowsInChromium(inChromium)),
    { ...rowOf("quzhou", "Node", large, large.buildMilliseconds), workers: 1, aim: ON_ONE_THREAD },
  ];
  const memory = [memoryOf("valley", inNode), memoryOf("quzhou", large)];
  const sameHashes =
    inChromium === undefined
      ? null
      : [inChromium.alone, inChromium.shared].every(({ hashes }) => hashes.join() === inNode.hashes.join());
  return { years: YEARS, rows, memory, sameHashes, targets: targetsOf(rows, memory) };
}

function task(scenario: string, seeds: readonly string[], warmUpYears: number): ModelTask {
  return { scenario, set: [], years: YEARS, seeds, warmUpYears };
}

function rowOf(
  scenario: string,
  where: string,
  { milliseconds, yardstick, hashes, agents, settlements }: ModelMeasurement,
  build: readonly number[] | null,
): Omit<ModelRow, "workers" | "aim"> {
  const time = median(milliseconds);
  return {
    scenario,
    where,
    agents,
    settlements,
    seeds: milliseconds.length,
    milliseconds: time,
    best: Math.min(...milliseconds),
    yardstick: median(yardstick),
    bestYardstick: Math.min(...yardstick),
    buildMilliseconds: build === null ? null : median(build),
    agentMonths: (agents * YEARS * 12) / time,
    hashes,
  };
}

function rowsInChromium({ version, alone, shared }: InChromium): ModelRow[] {
  const row = (measured: PageMeasurement, aim: number | null): ModelRow => ({
    ...rowOf("valley", `Chromium ${version}`, measured, null),
    workers: measured.workers,
    aim,
  });
  return [row(alone, null), row(shared, IN_PAGE)];
}

function memoryOf(scenario: string, { agents, worldBytes, peopleBytes }: NodeMeasurement): Memory {
  return { scenario, worldBytesPerAgent: worldBytes / agents, peopleBytesPerAgent: peopleBytes / agents };
}

function targetsOf(rows: readonly ModelRow[], memory: readonly Memory[]): Target[] {
  return [
    ...rows.flatMap(({ scenario, where, workers, milliseconds, aim }) =>
      aim === null
        ? []
        : [target(`${scenario}, 30 years, ${where}, ${workers} at work`, "ms", milliseconds, "max", aim)],
    ),
    ...memory.map(({ scenario, worldBytesPerAgent }) =>
      target(`${scenario}, state of the world`, "bytes/agent", worldBytesPerAgent, "max", 64),
    ),
  ];
}

export function formatModel({ rows, memory, sameHashes }: ModelReport): string {
  // Engines compile the yardstick differently: each has its own.
  const fastest = (where: string): number =>
    Math.min(...rows.filter((row) => row.where === where).map(({ bestYardstick }) => bestYardstick));
  const speed = formatTable(
    [
      "model",
      "where",
      "workers",
      "agents",
      "settlements",
      "seeds",
      "ms a seed",
      "best",
      "yardstick",
      "of it making",
      "1000 agent-months/s",
    ],
    rows.map((row) => [
      row.scenario,
      row.where,
      String(row.workers),
      formatNumber(row.agents),
      formatNumber(row.settlements),
      String(row.seeds),
      formatNumber(row.milliseconds),
      formatNumber(row.best),
      `x ${formatNumber(row.yardstick / fastest(row.where))}`,
      row.buildMilliseconds === null ? "-" : formatNumber(row.buildMilliseconds),
      formatNumber(row.agentMonths),
    ]),
  );
  const size = formatTable(
    ["memory", "bytes/agent", "of it persons and households"],
    memory.map((one) => [
      one.scenario,
      formatNumber(one.worldBytesPerAgent),
      formatNumber(one.peopleBytesPerAgent),
    ]),
  );
  const bits =
    sameHashes === null
      ? "No Chromium was found; CHROMIUM_PATH may name one."
      : `Node and Chromium came to ${sameHashes ? "the same hashes" : "DIFFERENT HASHES"}.`;
  const how =
    "Median over seeds, each round after a warm-up; the time runs from the scenario to the finished result.";
  const stick =
    "Yardstick: how many times as long a fixed piece of work took beside the seeds as it did when the processor was " +
    "fastest.\nWell above 1, something else is likely to have been at work on the same core.";
  return `${speed}\n${how}\n${stick}\n${bits}\n\n${size}`;
}
