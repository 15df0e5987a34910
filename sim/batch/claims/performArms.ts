/** The runs of a job in the calling thread. */
import { prepareScenario, type Prepared } from "../../engine/simulation.ts";
import { compensatedSum } from "../../numerics/sums.ts";
import type { ArmFigures, ArmOutcome, ArmsJob } from "./job.ts";

/** First months that are kept: a lab goes from world to world, and comes back to few of them. */
const KEPT = 4;

/** @returns a performer that keeps the first months of the worlds it saw last */
export function armsPerformer(
  prepare: typeof prepareScenario = prepareScenario,
): (job: ArmsJob) => ArmOutcome[] {
  const kept = new Map<string, Prepared>();

  const first = ({ key, scenario, room }: ArmsJob): Prepared => {
    const prepared = kept.get(key) ?? prepare(scenario, { room });
    kept.delete(key);
    kept.set(key, prepared);
    for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest);
    return prepared;
  };

  return (job) => {
    const indicators = new Set(job.indicators);
    return job.runs.map(({ policies, seed, years }): ArmOutcome => {
      const record = { indicators, years: new Set(years) };
      // With an assumption at the end of its range a world may refuse to be built or to go on: an answer, too.
      try {
        return figuresOf(first(job).under(policies).start(seed, { record, hashed: false }));
      } catch (failure) {
        return { trouble: failure instanceof Error ? failure.message : String(failure) };
      }
    });
  };
}

function figuresOf(run: ReturnType<Prepared["start"]>): ArmFigures {
  while (run.month < run.months) run.step();
  const cost = compensatedSum(run.world.outlays.cost);
  return { indicators: run.indicators, yearlyCost: (cost * 12) / run.months };
}
