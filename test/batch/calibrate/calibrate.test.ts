import { describe, expect, test } from "vitest";
import { calibrate, type AskedRun, type CalibrationPlan } from "../../../sim/batch/calibrate/calibrate.ts";
import { distanceOf, groupMiss, missOf, scalesOf } from "../../../sim/batch/calibrate/distance.ts";
import { parseCalibration, uncertaintyOf } from "../../../sim/batch/calibrate/file.ts";
import { parsePriors, valuesAt } from "../../../sim/batch/calibrate/priors.ts";
import { recordOf } from "../../../sim/batch/calibrate/record.ts";
import { NATIONAL_CHANGE } from "../../../sim/batch/hindcast/benchmarks.ts";
import { after, type Figures, TARGETS, type Unit } from "../../../sim/batch/hindcast/figures.ts";
import { figuresOf } from "../../../sim/batch/hindcast/predict.ts";
import { unitWorlds, type UnitWorld } from "../../../sim/batch/hindcast/worlds.ts";
import { model } from "../../../sim/batch/library.ts";
import type { RunOutcome } from "../../../sim/batch/runners/runner.ts";
import { parameterIds, PARAMETERS } from "../../../sim/policy/parameters.ts";
import { normal } from "../../../sim/numerics/normal.ts";
import { tableOf } from "../hindcast/table.ts";

const START: Figures = { population: 1e6, urbanShare: 0.4, share65: 0.1 };

/** A unit that changed by as much. */
const unit = (name: string, prefecture: string, change: number): Unit => ({
  code: "",
  name,
  prefecture,
  start: START,
  end: {
    population: after("population", START.population, change),
    urbanShare: START.urbanShare + change,
    share65: START.share65 + change,
  },
  accounted: NaN,
});

const [{ yaml, scenario, assumptions: assumed }] = unitWorlds(model, tableOf(), "units.csv");

/** Worlds of which only the names and the units are asked for. */
const worldsOf = (units: readonly Unit[]): UnitWorld[] =>
  [...new Set(units.map(({ prefecture }) => prefecture))].map((prefecture) => ({
    prefecture,
    yaml,
    scenario,
    assumptions: assumed,
    units: units.filter((one) => one.prefecture === prefecture),
  }));

/** A toy in the place of the model: every unit changes by the parameter, whatever the unit. */
const toy =
  (slope: (unit: Unit) => number, asStands = 0.5, asked: AskedRun[] = []) =>
  (runs: readonly AskedRun[]): Promise<RunOutcome[]> => {
    asked.push(...runs);
    return Promise.resolve(
      runs.map(({ world, values }): RunOutcome => {
        const { considerRate = asStands } = values;
        const ends = world.units.map((one) => {
          const change = slope(one) * considerRate;
          return {
            population: after("population", START.population, change),
            urbanShare: START.urbanShare + change,
            share65: START.share65 + change,
          };
        });
        const column = (pick: (figures: Figures) => number): Int32Array =>
          Int32Array.from([...ends.map(() => 0), ...ends.map((figures) => Math.round(pick(figures)))]);
        return {
          hash: "",
          agents: 0,
          startYear: 2010,
          years: [2010, 2020],
          indicators: {},
          counties: {
            residents: column(({ population }) => population),
            urban: column(({ population, urbanShare }) => population * urbanShare),
            old: column(({ population, share65 }) => population * share65),
          },
        };
      }),
    );
  };

const PLAN: CalibrationPlan = {
  priors: [{ id: "considerRate", low: 0, high: 1 }],
  draws: 120,
  rounds: 3,
  share: 0.1,
  seed: "1",
};

describe("a distance", () => {
  test("is 1 for the national trend, and 0 for a hit", () => {
    const units = [unit("a", "P", 0.3), unit("b", "P", -0.1)];
    const scales = scalesOf(units);
    const trend = units.map((one) =>
      missOf(one, {
        population: after("population", START.population, NATIONAL_CHANGE.population),
        urbanShare: START.urbanShare + NATIONAL_CHANGE.urbanShare,
        share65: START.share65 + NATIONAL_CHANGE.share65,
      }),
    );
    expect(distanceOf([groupMiss(trend, scales)])).toBeCloseTo(1, 9);
    expect(
      distanceOf([
        groupMiss(
          units.map((one) => missOf(one, one.end)),
          scales,
        ),
      ]),
    ).toBe(0);
  });

  test("leaves out what has no later census, and any one group", () => {
    const scales = { population: 1, urbanShare: 1, share65: 1 };
    const near = groupMiss([{ population: 1, urbanShare: NaN, share65: NaN }], scales);
    const far = groupMiss([{ population: 3, urbanShare: 3, share65: 3 }], scales);
    expect(near).toEqual({ squares: 1, terms: 1 });
    expect(distanceOf([near, far])).toBeCloseTo(Math.sqrt((1 + 27) / 4), 12);
    expect(distanceOf([near, far], 0)).toBe(3);
    expect(distanceOf([near, far], 1)).toBe(1);
  });
});

describe("calibration", () => {
  const truth = [unit("a", "P", 0.3), unit("b", "P", 0.3), unit("c", "Q", 0.3), unit("d", "R", 0.3)];

  test("finds the parameter that a toy was made with", async () => {
    const { kept, values, untuned, heldOut } = await calibrate(
      worldsOf(truth),
      PLAN,
      toy(() => 1),
    );
    expect(values.length).toBe(120);
    expect(kept.draws.length).toBe(12);
    const found = kept.draws.map((draw) => values[draw].considerRate);
    expect(Math.max(...found.map((value) => Math.abs(value - 0.3)))).toBeLessThan(0.02);
    // As the parameters stand the toy takes 0.5.
    expect(untuned).toBeGreaterThan(10 * kept.tolerance);
    expect(heldOut?.discrepancy.population).toBeLessThan(0.02);
  });

  test("looks nearer with each round", async () => {
    const one = await calibrate(
      worldsOf(truth),
      { ...PLAN, rounds: 1 },
      toy(() => 1),
    );
    const three = await calibrate(
      worldsOf(truth),
      PLAN,
      toy(() => 1),
    );
    expect(three.kept.tolerance).toBeLessThan(0.5 * one.kept.tolerance);
    expect(three.kept.effective).toBeLessThanOrEqual(12);
  });

  test("asks for every world with every set, with seeds of their own, and is the same again", async () => {
    const asked: AskedRun[] = [];
    const again: AskedRun[] = [];
    const first = await calibrate(
      worldsOf(truth),
      PLAN,
      toy(() => 1, 0.5, asked),
    );
    const second = await calibrate(
      worldsOf(truth),
      PLAN,
      toy(() => 1, 0.5, again),
    );
    const told = ({ world, seed, values }: AskedRun) => [world.prefecture, seed, values];
    expect(again.map(told)).toEqual(asked.map(told));
    expect(second.kept).toEqual(first.kept);
    expect(asked.length).toBe(3 * 121);
    expect(asked.slice(0, 3).map(({ values }) => values)).toEqual([{}, {}, {}]);
    expect(new Set(asked.map(({ seed, world }) => `${seed} ${world.prefecture}`)).size).toBe(3 * 121);
    const other = await calibrate(
      worldsOf(truth),
      { ...PLAN, seed: "2" },
      toy(() => 1),
    );
    expect(other.values).not.toEqual(first.values);
  });

  test("predicts a prefecture that is left out from the others alone", async () => {
    // R changes the other way, so that what fits the others misses it by about 0.6.
    const units = [unit("a", "P", 0.3), unit("b", "Q", 0.3), unit("c", "Q", 0.3), unit("d", "R", -0.3)];
    const { heldOut } = await calibrate(
      worldsOf(units),
      { ...PLAN, draws: 300 },
      toy(() => 1),
    );
    expect(heldOut?.groups[2].population.bias).toBeCloseTo(0.6, 1);
    expect(heldOut?.groups[2].population.rows).toBe(1);
    // The discrepancy is that of all units, and the band of R is made of what the others miss.
    expect(heldOut?.groups[2].population.coverage).toBe(0);
    expect(heldOut?.scores.population.rows).toBe(4);
    expect(heldOut?.discrepancy.population).toBeGreaterThan(0.2);
  });

  test("measures what the best sets still miss, and its bands then cover nine of ten", async () => {
    const spread = 0.08;
    const units = Array.from({ length: 60 }, (_, k) =>
      unit(`u${k}`, `P${k % 6}`, 0.3 + spread * normal((((k * 37) % 60) + 0.5) / 60)),
    );
    const { heldOut } = await calibrate(
      worldsOf(units),
      PLAN,
      toy(() => 1),
    );
    expect(heldOut?.discrepancy.population).toBeCloseTo(spread, 2);
    for (const target of TARGETS) {
      const coverage = heldOut?.scores[target].coverage ?? NaN;
      expect(Math.abs(coverage - 0.9)).toBeLessThan(0.06);
    }
  });

  test("of one prefecture leaves out unit by unit, and of one unit nothing", async () => {
    const alone = [unit("a", "P", 0.3), unit("b", "P", 0.25)];
    const two = await calibrate(
      worldsOf(alone),
      PLAN,
      toy(() => 1),
    );
    expect(two.groups).toEqual(["a", "b"]);
    expect(two.heldOut?.groups[0].population.bias).toBeCloseTo(-0.05, 2);
    const one = await calibrate(
      worldsOf(alone.slice(0, 1)),
      PLAN,
      toy(() => 1),
    );
    expect(one.heldOut).toBeUndefined();
  });

  test("without parameters to tune draws one round and measures what is missed", async () => {
    const { values, kept, rounds, heldOut } = await calibrate(
      worldsOf(truth),
      { ...PLAN, priors: [], draws: 4, share: 1 },
      toy(() => 1, 0.4),
    );
    expect(values).toEqual([{}, {}, {}, {}]);
    expect(rounds).toBe(1);
    expect(kept.weights).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(heldOut?.discrepancy.population).toBeCloseTo(0.1, 5);
  });
});

describe("the file of a calibration", () => {
  const about = {
    date: "2026-01-31",
    command: "urflow calibrate units.csv",
    scale: 200,
    set: [],
    given: {},
    version: "0.1.0",
  };
  const units = [unit("a", "P", 0.3), unit("b", "Q", 0.25)];
  const made = async (priors = PLAN.priors) => {
    const worlds = worldsOf(units);
    return recordOf(
      worlds,
      await calibrate(
        worlds,
        { ...PLAN, priors },
        toy(() => 1),
      ),
      about,
    );
  };
  const assumptions = parameterIds("assumption");

  test("reads back as it was written, and gives the sets with what they miss", async () => {
    const record = await made();
    const read = parseCalibration(JSON.stringify(record), "calibration.json", assumptions);
    expect(read).toEqual(record);
    const { sets, discrepancy, heldOut } = uncertaintyOf(read);
    expect(sets.length).toBe(12);
    expect(sets.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4);
    expect(Object.keys(sets[0].values)).toEqual(["considerRate"]);
    expect(discrepancy.population).toBeGreaterThan(0);
    expect([...heldOut.keys()]).toEqual(["P", "Q"]);
  });

  test("tells tuned parameters apart from all others", async () => {
    const { tuned, untuned } = await made();
    expect(tuned.map(({ id }) => id)).toEqual(["considerRate"]);
    expect(tuned[0]).toMatchObject({ prior: [0, 1], tableDefault: PARAMETERS.considerRate.default });
    expect(tuned[0].low).toBeLessThan(tuned[0].mean);
    expect(tuned[0].high).toBeGreaterThan(tuned[0].mean);
    expect(Object.keys(untuned).sort()).toEqual(assumptions.filter((id) => id !== "considerRate").sort());
  });

  test.each([
    ["no JSON", "{", /it isn't JSON/],
    [
      "another JSON",
      '{"kept": []}',
      /calibration\.json: urflow-calibration: .*expected what urflow calibrate writes/,
    ],
  ])("is refused where it is %s", (_, text, says) => {
    expect(() => parseCalibration(text, "calibration.json", assumptions)).toThrow(says);
  });

  test("is refused where it tunes what the table no longer has", async () => {
    const text = JSON.stringify(await made());
    expect(() => parseCalibration(text, "calibration.json", [])).toThrow(
      /it tunes considerRate; expected assumptions of docs\/parameters\.md\. Calibrate again\./,
    );
  });
});

describe("priors", () => {
  test("are the bounds of the table, or narrower ones", () => {
    const { min, max } = PARAMETERS.considerRate;
    expect(parsePriors("considerRate, networkWeight=2..7", PARAMETERS)).toEqual([
      { id: "considerRate", low: min, high: max },
      { id: "networkWeight", low: 2, high: 7 },
    ]);
    expect(parsePriors("startDrain=-0.02..0.05", PARAMETERS)[0]).toEqual({
      id: "startDrain",
      low: -0.02,
      high: 0.05,
    });
  });

  test.each([
    ["considerRat", /holds "considerRat".*Did you mean considerRate\?/],
    ["taxShare=0.1", /holds "taxShare=0\.1"/],
    ["serviceBudget", /expected an assumption/],
    ["__proto__", /expected an assumption/],
    ["considerRate=0.5..0.1", /from 0\.5 to 0\.1; expected two bounds within 0\.01 to 2, the lower first/],
    ["considerRate=0..1", /from 0 to 1; expected two bounds within 0\.01 to 2/],
    ["considerRate,considerRate=0.1..0.2", /names considerRate twice/],
  ])("%j are refused", (text, says) => {
    expect(() => parsePriors(text, PARAMETERS)).toThrow(says);
  });

  test("give values between their bounds that a setting says in full", () => {
    const priors = [{ id: "considerRate", low: 0.1, high: 0.4 }];
    expect(valuesAt(priors, [0])).toEqual({ considerRate: 0.1 });
    expect(valuesAt(priors, [1 / 3])).toEqual({ considerRate: 0.2 });
    expect(valuesAt(priors, [0.123_456_789])).toEqual({ considerRate: 0.137_037 });
  });
});

test("the toy's figures are those it was asked for", async () => {
  const [world] = worldsOf([unit("a", "P", 0.3)]);
  const [outcome] = await toy(() => 1)([{ world, seed: "1", values: { considerRate: 0.2 } }]);
  expect(figuresOf(outcome, 0, 1).urbanShare).toBeCloseTo(0.6, 6);
});
