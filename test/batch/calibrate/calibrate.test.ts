import { describe, expect, test } from "vitest";
import { calibrate, type AskedRun } from "../../../sim/batch/calibrate/calibrate.ts";
import { TARGETS } from "../../../sim/batch/hindcast/figures.ts";
import { figuresOf } from "../../../sim/batch/hindcast/predict.ts";
import { normal } from "../../../sim/numerics/normal.ts";
import { PLAN, toy, unit, worldsOf } from "./toy.ts";

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

test("the toy's figures are those it was asked for", async () => {
  const [world] = worldsOf([unit("a", "P", 0.3)]);
  const [outcome] = await toy(() => 1)([{ world, seed: "1", values: { considerRate: 0.2 } }]);
  expect(figuresOf(outcome, 0, 1).urbanShare).toBeCloseTo(0.6, 6);
});
