/** The comlink door: what a page may ask of the simulation in its worker. */
import { expose } from "comlink";
import { dismissTask, followTask } from "./engine/parallel/follow.ts";
import type { CrewTask, Threads } from "./engine/parallel/lead.ts";
import type { RunProgress, RunResult } from "./engine/result.ts";
import { type Prepared, prepareScenario, RunCancelled } from "./engine/simulation.ts";
import { parseScenario } from "./scenario/validate.ts";

export interface RunRequest {
  /** Any number by which the run can be cancelled. */
  readonly ticket: number;
  readonly scenarioText: string;
  /** Texts that the scenario may name: `scenario/quzhou`, `policy/innovative-small-towns`. */
  readonly files: Readonly<Record<string, string>>;
  readonly set: readonly string[];
  readonly seed: string;
  readonly scale?: number | undefined;
  readonly years?: number | undefined;
  /** How many workers may share the run, this one among them; it needs shared memory, and `onTask`. */
  readonly workers?: number | undefined;
}

/** What `comlink.wrap` takes on the page's side. */
export interface WorkerApi {
  /** Runs one seed. Rejects with an error named RunCancelled when cancelled, ScenarioError for a bad scenario. */
  run(
    request: RunRequest,
    onYear?: (progress: RunProgress) => void,
    onTask?: (task: CrewTask) => void,
  ): Promise<RunResult>;
  /**
   * Shares the run whose `onTask` was told of the task, as worker `me` of it, from 1: soon or late, or when it is over.
   * Nothing else is heard until the run ends.
   */
  follow(task: CrewTask, me: number): void;
  /** Cancels the run with that ticket, also in mid-run; unknown tickets are forgotten. */
  cancel(ticket: number): void;
}

/** Agent-months of one worker between two looks at the mail: some hundredths of a second. */
const SLICE = 240_000;
const cancelled = new Set<number>();
const running = new Set<number>();

/** Lets messages through; a port's message comes sooner than a timer that browsers slow down. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener("message", done, { once: true });
    port1.start();
    port2.postMessage(0);
  });

type Start = Pick<RunRequest, "scenarioText" | "files" | "set" | "scale" | "years">;
let last: { readonly text: string; readonly prepared: Prepared } | undefined;

/**
 * The first month of a scenario; the last one asked for is kept, since seeds come one after another. The very first one
 * sets out once for nothing: what an engine compiles for a function that was made only once is of no use to the same
 * function made anew, so the second seed would be as slow as the first.
 */
function prepare(start: Start): Prepared {
  const text = JSON.stringify(start);
  if (last?.text !== text) {
    const { scenarioText, files, set, scale, years } = start;
    const scenario = parseScenario(scenarioText, { resolve: (kind, id) => files[`${kind}/${id}`], set });
    const size = { scale, years };
    // A slider that is moved changes policies, which begin with the first month.
    const prepared = last?.prepared.serving(scenario, size) ?? prepareScenario(scenario, size);
    if (last === undefined) prepared.start();
    last = { text, prepared };
  }
  return last.prepared;
}

const api: WorkerApi = {
  async run({ ticket, scenarioText, files, set, seed, scale, years, workers = 1 }, onYear, onTask) {
    running.add(ticket);
    let shared: CrewTask | undefined;
    const start = (task: CrewTask): void => onTask?.((shared = task));
    const threads: Threads | undefined = workers > 1 && onTask !== undefined ? { workers, start } : undefined;
    try {
      const simulation = prepare({ scenarioText, files, set, scale, years }).start(seed, { threads });
      const { alive } = simulation.world.clock;
      let worked = 0;
      while (simulation.month < simulation.months) {
        simulation.step();
        if (simulation.month % 12 === 0)
          onYear?.({ done: simulation.month / 12, years: simulation.months / 12 });
        worked += alive[0] / (threads?.workers ?? 1);
        if (worked < SLICE) continue;
        worked = 0;
        await breathe();
        if (cancelled.has(ticket)) throw new RunCancelled(simulation.month);
      }
      // Copied to the page, not handed over: once a buffer is taken away from a worker, V8 throws away most of what it has
      // compiled there, and looks in all it compiles from then on whether each array still has its own.
      return simulation.result();
    } finally {
      if (shared !== undefined) dismissTask(shared);
      running.delete(ticket);
      cancelled.delete(ticket);
    }
  },
  follow: followTask,
  cancel(ticket) {
    if (running.has(ticket)) cancelled.add(ticket);
  },
};

expose(api);
