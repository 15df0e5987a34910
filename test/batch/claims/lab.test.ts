import { describe, expect, it } from "vitest";
import { keyOf, type AskedRun } from "../../../sim/batch/claims/arms.ts";
import type { Claim } from "../../../sim/batch/claims/claim.ts";
import { BASE, arm, VALLEY, versus } from "../../../sim/batch/claims/list/common.ts";
import { indicatorsOf, runLab } from "../../../sim/batch/claims/lab.ts";
import { labPage } from "../../../sim/batch/claims/page.ts";
import { labJson, labText } from "../../../sim/batch/claims/report.ts";
import { openRuns } from "../../../sim/batch/claims/runs.ts";
import { RunFailure, type RunTask } from "../../../sim/batch/runners/runner.ts";
import { INDICATORS as CATALOGUE } from "../../../sim/indicators/catalogue.ts";
import { PARAMETERS, type ParameterId } from "../../../sim/policy/parameters.ts";

const TREATED = arm("treated", "treated", "处理", { use: "rural-cluster-platform" });
const claim: Claim = {
  id: "A-i",
  says: { en: "Treated places hollow out less.", zh: "处理地空心化较轻。" },
  tried: { en: "One against none.", zh: "有与无。" },
  places: [VALLEY],
  arms: [BASE, TREATED],
  contrasts: [versus("hollowing", "below", "treated", "base", "hollowing", "空心化")],
};
const TABLE = { brandPremium: PARAMETERS.brandPremium, brandDecay: PARAMETERS.brandDecay };
const quiet = { tick: () => {}, stop: () => {} };

/** A laboratory whose runs are a formula: the treatment lowers hollowing by the brand's premium, less 0.1, and luck. */
function openFormula(performed: string[] = []): ReturnType<typeof openRuns> {
  const tasks = new Map<RunTask, AskedRun>();
  const taskOf = (asked: AskedRun): RunTask => {
    const task = { source: {}, run: { scenario: "valley", seed: asked.seed } } as unknown as RunTask;
    tasks.set(task, asked);
    return task;
  };
  const performOne = (task: RunTask): Promise<{ indicators: Record<string, number[]> }> => {
    const asked = tasks.get(task)!;
    performed.push(keyOf(asked));
    const values: Partial<Record<ParameterId, number>> = asked.changed;
    if (values.brandDecay === 0) return Promise.reject(new RunFailure(task.run, "no such world"));
    const premium = values.brandPremium ?? PARAMETERS.brandPremium.default;
    const luck = Number(asked.seed) / 10_000;
    const hollowing = asked.arm.id === "treated" ? 0.4 + luck - (premium - 0.1) : 0.4;
    const policyCost = [NaN, ...Array<number>(20).fill(asked.arm.id === "treated" ? 2e6 + 1e4 * luck : 0)];
    return Promise.resolve({ indicators: { hollowing: Array(21).fill(hollowing), policyCost } });
  };
  return openRuns(
    taskOf,
    performOne,
    indicatorsOf([claim]),
    3,
    () => quiet,
    () => Promise.resolve(),
  );
}

const seeds = ["1", "2", "3", "4"];

describe("the claims lab", () => {
  it("confirms what the arms show, and finds the assumption that carries it", async () => {
    const [result] = await runLab({ claims: [claim], seeds, flipSeeds: ["1"] }, TABLE, openFormula());
    expect(result.verdict).toBe("confirmed");
    expect(result.places[0].contrasts[0].effect.mean).toBeCloseTo(-0.05 + 0.00025, 9);
    // A premium of 0.1 does nothing: a third of the way from 0.15 to 0, told to a sixteenth.
    expect(result.flips).toEqual([
      { id: "brandPremium", from: 0.15, to: 0, part: 0.375, value: 0.15 * 0.625 },
    ]);
    // Without decay that world can't run: it is counted, not hidden.
    expect(result.refused).toBe(1);
  });

  it("performs each run once, whoever asks for it", async () => {
    const performed: string[] = [];
    const twice = [claim, { ...claim, id: "A-ii" }];
    await runLab({ claims: twice, seeds, flipSeeds: [] }, TABLE, openFormula(performed));
    expect(performed).toHaveLength(8);
    expect(new Set(performed).size).toBe(8);
  });

  it("stops where a world can't run as it stands", async () => {
    const broken = { ...claim, arms: [BASE, { ...TREATED, parameters: { brandDecay: 0 } }] };
    const runs = openFormula();
    const failing = {
      ...runs,
      perform: (asked: readonly AskedRun[], label: string) =>
        runs.perform(
          asked.map((one) => ({ ...one, changed: {} })),
          label,
        ),
    };
    await expect(runLab({ claims: [broken], seeds, flipSeeds: [] }, TABLE, failing)).resolves.toHaveLength(1);
    const dead = openRuns(
      () => ({ run: { scenario: "valley", seed: "1" } }) as unknown as RunTask,
      (task) => Promise.reject(new RunFailure(task.run, "no such world")),
      new Set(["hollowing"]),
      2,
      () => quiet,
      () => Promise.resolve(),
    );
    await expect(runLab({ claims: [claim], seeds, flipSeeds: [] }, TABLE, dead)).rejects.toThrow(
      "no such world",
    );
  });

  it("prints effect, interval, finding, verdict and what would turn it, in both languages", async () => {
    const results = await runLab({ claims: [claim], seeds, flipSeeds: ["1"] }, TABLE, openFormula());
    const words = { catalogue: CATALOGUE, parameters: PARAMETERS };
    const text = labText(results, words);
    expect(text).toContain("hollowing (hollowing)");
    expect(text).toMatch(/-4\.9\d pp\s+-4\.9\d pp … -4\.9\d pp\s+as claimed/);
    expect(text).toContain("public cost a year, yuan, the valley: no policy 0, treated 2.00 m");
    expect(text).toContain("A-i confirmed. Treated places hollow out less.");
    expect(text).toContain("turns with Brand premium (brandPremium) 0.15 → 0.0938, 38 % of the way to 0");
    expect(labText(results, words, "zh")).toContain("A-i 成立。处理地空心化较轻。");
    expect(labJson(results)).toMatchObject([
      { id: "A-i", verdict: "confirmed", places: [{ contrasts: [{ finding: "held" }] }] },
    ]);
  });

  it("makes a page of the docs, with the command that makes it again", async () => {
    const results = await runLab({ claims: [claim], seeds, flipSeeds: ["1"] }, TABLE, openFormula());
    const words = { catalogue: CATALOGUE, parameters: PARAMETERS };
    const made = { version: "9.9.9", command: "urflow claims --seeds 4", seeds: 4, flipSeeds: 1 };
    const page = labPage(results, words, made, "en");
    expect(page).toContain("    urflow claims --seeds 4");
    expect(page).toMatch(
      /\| A-i \| Treated places hollow out less\. \| confirmed \| turns with Brand premium \(brandPremium\)/,
    );
    expect(page).toMatch(/\| the valley \| hollowing \| `hollowing` \| -4\.9\d pp \| .* \| as claimed \|/);
    expect(page).not.toMatch(/\n\n\n|undefined|NaN/);
    expect(labPage(results, words, made, "zh")).toContain("| A-i | 处理地空心化较轻。 | 成立 |");
  });
});
