/** Performs the runs that experiments ask for, each once, and keeps the figures that contrasts need. */
import type { Scenario } from "../../scenario/scenario.ts";
import type { Bar, Context } from "../commands/command.ts";
import { openPool } from "../runners/pool.ts";
import { RunFailure } from "../runners/runner.ts";
import { armReader, keyOf, packJobs, type AskedRun, type Kept } from "./arms.ts";
import type { ArmFigures, ArmOutcome, ArmsJob } from "./job.ts";

export interface Runs {
  /** Performs those of the runs that haven't been yet; a world that can't run so is remembered as that. */
  readonly perform: (asked: readonly AskedRun[], label: string) => Promise<void>;
  /** Figures of a run that was performed; undefined where the world can't run so. */
  readonly figures: (asked: AskedRun) => ArmFigures | undefined;
  /** Runs performed up to now. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

export interface RunsOptions {
  /** @throws ScenarioError where an arm can't be read */
  readonly scenarioOf: (asked: AskedRun) => Scenario;
  /** Performs one job: what came of each of its runs. */
  readonly performJob: (job: ArmsJob) => Promise<readonly ArmOutcome[]>;
  readonly kept: Kept;
  /** How many jobs go on at the same time. */
  readonly side: number;
  readonly bar: (total: number, label: string) => Bar;
  readonly close: () => Promise<void>;
}

/** Runs of a job at most: few enough for all threads to end together, enough for a first month to be worth building. */
const MOST = 16;

export function openRuns({ scenarioOf, performJob, kept, side, bar, close }: RunsOptions): Runs {
  const done = new Map<string, ArmFigures | undefined>();

  const keep = (asked: AskedRun, outcome: ArmOutcome): void => {
    if (!("trouble" in outcome)) {
      done.set(keyOf(asked), outcome);
      return;
    }
    // As it stands a scenario must run; with an assumption at the end of its range it may be refused.
    if (Object.keys(asked.changed).length === 0) {
      throw new RunFailure({ scenario: asked.place.world, seed: asked.seed }, outcome.trouble);
    }
    done.set(keyOf(asked), undefined);
  };

  return {
    async perform(asked, label) {
      const open = new Map(asked.map((run) => [keyOf(run), run]));
      for (const key of open.keys()) if (done.has(key)) open.delete(key);
      if (open.size === 0) return;
      // A scenario that can't be read is told before the first run, not after the last.
      const queue = packJobs([...open.values()], scenarioOf, kept, MOST);
      const progress = bar(open.size, label);
      let next = 0;
      const work = async (): Promise<void> => {
        while (next < queue.length) {
          const { job, runs } = queue[next++];
          const outcomes = await performJob(job);
          runs.forEach((run, k) => {
            keep(run, outcomes[k]);
            progress.tick();
          });
        }
      };
      try {
        await Promise.all(Array.from({ length: Math.min(side, queue.length) }, work));
      } finally {
        progress.stop();
      }
    },
    figures(asked) {
      const key = keyOf(asked);
      if (!done.has(key)) throw new RangeError(`not yet performed: ${key}`);
      return done.get(key);
    },
    count: () => done.size,
    close,
  };
}

/** Runs on threads that live as long as the lab, so that their code stays warm. */
export function runsOnThreads(context: Context, kept: Kept, jobs = context.cores): Runs {
  const { workerFile, signal, bar } = context;
  const pool = openPool({ workerFile, threads: jobs, onYear: () => {}, signal });
  return openRuns({
    scenarioOf: armReader(context),
    performJob: (job) => pool.call<ArmOutcome[]>(job, "arms"),
    kept,
    side: jobs,
    bar,
    close: () => pool.close(),
  });
}
