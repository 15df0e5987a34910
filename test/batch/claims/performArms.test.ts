import { describe, expect, it } from "vitest";
import type { ArmsJob } from "../../../sim/batch/claims/job.ts";
import { armsPerformer } from "../../../sim/batch/claims/performArms.ts";
import { prepareScenario, simulate } from "../../../sim/engine/simulation.ts";
import { mean } from "../../../sim/numerics/statistics.ts";
import { fromFile } from "../../laws/scenarios.ts";

const plain = fromFile("valley", "scale=100", "years=2");
const treated = fromFile("valley-small-towns", "scale=100", "years=2");
const job: ArmsJob = {
  key: "valley",
  scenario: plain,
  room: 1,
  runs: [
    { policies: [], seed: "1", years: [2] },
    { policies: treated.policies, seed: "1", years: [2] },
    { policies: treated.policies, seed: "2", years: [2] },
  ],
  indicators: ["income.rural", "reciprocity.people"],
};

describe("the runs of a job", () => {
  it("give the figures of the scenario with these policies, and what they cost on average", () => {
    const outcomes = armsPerformer()(job);
    const whole = [
      simulate(plain, { seed: "1" }),
      simulate(treated, { seed: "1" }),
      simulate(treated, { seed: "2" }),
    ];
    whole.forEach(({ indicators }, k) => {
      const outcome = outcomes[k];
      if ("trouble" in outcome) throw new Error(outcome.trouble);
      expect(Object.keys(outcome.indicators).sort()).toEqual(job.indicators);
      for (const id of job.indicators) expect(outcome.indicators[id][2]).toBe(indicators[id][2]);
      expect(outcome.yearlyCost).toBeCloseTo(mean(indicators["policyCost"].slice(1)), 6);
    });
  });

  it("start from one first month, also those of later jobs on the same world", () => {
    let built = 0;
    const perform = armsPerformer((scenario, options) => {
      built++;
      return prepareScenario(scenario, options);
    });
    perform({ ...job, runs: job.runs.slice(0, 1) });
    perform(job);
    expect(built).toBe(1);
    perform({ ...job, key: "other", runs: [] });
    expect(built).toBe(1);
    perform({ ...job, key: "other", runs: job.runs.slice(0, 1) });
    expect(built).toBe(2);
  });

  it("that can't be performed say why, and the others go on", () => {
    const [refused, run] = armsPerformer()({
      ...job,
      room: 0,
      runs: [job.runs[1], job.runs[0]],
    });
    expect(refused).toEqual({ trouble: expect.stringContaining("made ready for 0") as string });
    expect(run).toHaveProperty("yearlyCost", 0);
  });
});
