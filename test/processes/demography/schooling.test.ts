import { describe, expect, it } from "vitest";
import {
  COLLEGE,
  COMPULSORY,
  plainChance,
  stagesFor,
  UPPER,
} from "../../../sim/processes/demography/schooling.ts";
import { ALIVE } from "../../../sim/world/persons.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { openRun, type OpenRun, runMonths } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { PROCESSES } from "../../../sim/processes/order.ts";
import { rowsWhere, sum } from "../bench.ts";

const scenario = fromFile("valley", "scale=10", "years=10");
const demography = PROCESSES.filter(({ name }) => name === "demography");

/** Years of those who were under 15 at the start and are 19 or older after ten years of nothing but demography. */
function schooled(
  set: Partial<OpenRun["setting"]["assumptions"]>,
  change: (world: World) => void = () => {},
): { readonly world: World; readonly rows: readonly number[]; readonly mean: number } {
  const run = openRun({ ...scenario, parameters: { ...scenario.parameters, ...set } }, "learn", demography);
  const { world } = run.built;
  const { persons: p } = world;
  change(world);
  const young = rowsWhere(world.clock.personRows[0], (i) => p.born[i] > -15 * 12 && p.born[i] <= -9 * 12);
  const keys = young.map((i) => p.key[i]);
  runMonths(run, 120);
  const rows = young.filter((i, k) => (p.flags[i] & ALIVE) !== 0 && p.key[i] === keys[k]);
  return { world, rows, mean: sum(rows.map((i) => p.schooling[i])) / rows.length };
}
const plain = { schoolingIncomeWeight: 0, schoolingCountyWeight: 0 };
const openSchools = (world: World): void => void world.settlements.access.fill(9);

describe("the stages of school", () => {
  it.each([9.5, 11, 12, 13, 14, 15.5])("lead to %d years in the mean", (target) => {
    const { upper, college } = stagesFor(target);
    const mean = 9 + plainChance(upper) * (3 + 4 * plainChance(college));
    expect(mean).toBeCloseTo(target, 9);
  });

  it("are the national enrolment of 2020 at its mean", () => {
    const { upper, college } = stagesFor(9 + 3 * 0.912 + 4 * 0.544);
    expect(plainChance(upper)).toBeCloseTo(0.912, 6);
    expect(plainChance(upper) * plainChance(college)).toBeCloseTo(0.544, 6);
  });

  it("beyond nine and sixteen years are nobody's, or everybody's", () => {
    expect(plainChance(stagesFor(6).upper)).toBeLessThan(1e-6);
    expect(plainChance(stagesFor(20).college)).toBeGreaterThan(1 - 1e-6);
  });
});

describe("schooling", () => {
  it.each([10, 12, 14])("comes to %d years in the mean, where only the target decides", (schoolingTarget) => {
    const { rows, world, mean } = schooled({ ...plain, schoolingTarget }, openSchools);
    expect(rows.length).toBeGreaterThan(800);
    expect(Math.abs(mean - schoolingTarget)).toBeLessThan((4 * 2.9) / Math.sqrt(rows.length));
    for (const i of rows) expect([COMPULSORY, UPPER, COLLEGE]).toContain(world.persons.schooling[i]);
  });

  it("goes on for more pupils where the county is schooled", () => {
    const weighty = { ...plain, schoolingCountyWeight: 1 };
    const { rows, world } = schooled(weighty, (w) => {
      openSchools(w);
      w.jurisdictions.startSchooling.fill(8);
      w.jurisdictions.startSchooling[0] = 10;
      w.jurisdictions.startSchooling[1] = 6;
    });
    const { persons: p, households: h, settlements: s } = world;
    const meanOf = (county: number): number => {
      const own = rows.filter((i) => s.jurisdiction[h.home[p.household[i]]] === county);
      return sum(own.map((i) => p.schooling[i])) / own.length;
    };
    expect(meanOf(0)).toBeGreaterThan(meanOf(2) + 0.8);
    expect(meanOf(2)).toBeGreaterThan(meanOf(1) + 0.8);
  });

  it("goes on for more pupils of families with more", () => {
    const rich = schooled({ ...plain, schoolingIncomeWeight: 2 }, (w) => {
      openSchools(w);
      // Outside workers earn ten times as much; their children's families have more than the region.
      for (let j = 0; j < w.sizes.settlements; j++)
        if (w.settlements.tier[j] === OUTSIDE) w.settlements.startWage[j] *= 10;
    });
    const poor = schooled({ ...plain, schoolingIncomeWeight: 2 }, (w) => {
      openSchools(w);
      for (let j = 0; j < w.sizes.settlements; j++)
        if (w.settlements.tier[j] === OUTSIDE) w.settlements.startWage[j] /= 10;
    });
    expect(rich.mean).toBeGreaterThan(poor.mean + 0.3);
  });

  it("ends after nine years where no school is in reach, and halves where the reach is half", () => {
    const none = schooled(plain, (w) => void w.settlements.access.fill(0));
    expect(none.mean).toBe(COMPULSORY);
    const half = schooled({ ...plain, schoolingTarget: 16 }, (w) => void w.settlements.access.fill(0.5));
    const wentOn = half.rows.filter((i) => half.world.persons.schooling[i] > COMPULSORY).length;
    expect(Math.abs(wentOn / half.rows.length - 0.5)).toBeLessThan(2 / Math.sqrt(half.rows.length));
  });

  it("lasts longer for those who begin to work later", () => {
    const { rows, world } = schooled({ participation: 1 });
    const { persons: p, clock } = world;
    for (const i of rows) {
      const age = (clock.month[0] - p.born[i]) / 12;
      // A year may pass between an age and the look at it.
      if (age >= p.schooling[i] + 7 && age >= 17) expect(p.activity[i]).not.toBe(0);
      if (age < Math.max(16, p.schooling[i] + 6)) expect(p.activity[i]).toBe(0);
    }
  });
});
