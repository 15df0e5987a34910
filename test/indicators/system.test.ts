/** Indicators of the system of settlements and of the books, on worlds that are changed by hand to known figures. */
import { describe, expect, it } from "vitest";
import { MEASURES } from "../../sim/indicators/catalogue.ts";
import { CLASSES, middleOfClass } from "../../sim/indicators/incomeClasses.ts";
import { observe, type Observation } from "../../sim/indicators/observation.ts";
import { gini } from "../../sim/numerics/inequality.ts";
import { CORE, TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { openRun } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";
import { peopleOf } from "./oraclePeople.ts";

const SCALE = 40;
const { built, setting } = openRun(fromFile("valley", `scale=${SCALE}`), "system", []);
const LEVELS = { outsideWage: 1, productivity: 1 };
const look = (world: World): Observation => observe(world, built.assumptions, 0, LEVELS);
const measured = (id: string, now: Observation, before?: Observation): number =>
  MEASURES.find((measure) => measure.id === id)!.measure(now, before);

/** The world with other residents, as if nobody had counted people; undone afterwards. */
function withResidents<T>(residentsOf: (j: number) => number, then: (world: World) => T): T {
  const { residents } = built.world.settlements;
  const kept = residents.slice();
  residents.forEach((_, j) => (residents[j] = residentsOf(j)));
  try {
    return then(built.world);
  } finally {
    residents.set(kept);
  }
}

/** Does something to the world, measures, and undoes it. */
function measuredWith(
  id: string,
  before: Observation,
  column: Float64Array | Int32Array,
  row: number,
  more: number,
): number {
  column[row] += more;
  try {
    return measured(id, look(built.world), before);
  } finally {
    column[row] -= more;
  }
}

describe("the system of settlements", () => {
  const { tier } = built.world.settlements;
  const cities = [...tier.keys()].filter((j) => tier[j] >= TOWN && tier[j] <= CORE);

  it("with equal towns and cities has the primacy and concentration 1 / n and no slope", () => {
    const n = cities.length;
    withResidents(
      (j) => (cities.includes(j) ? 10 : 0),
      (world) => {
        const now = look(world);
        expect(measured("cities.primacy", now)).toBeCloseTo(1 / n, 12);
        expect(measured("cities.concentration", now)).toBeCloseTo(1 / n, 12);
        expect(measured("cities.zipf", now)).toBeNaN();
        expect(measured("settlements.classes", now)).toBe(0);
      },
    );
  });

  it("with sizes as one over rank less a half has the slope 1, and its error sqrt(2 / n)", () => {
    const n = cities.length;
    withResidents(
      (j) => (cities.includes(j) ? Math.round(1e7 / (cities.indexOf(j) + 0.5)) : 0),
      (world) => {
        const now = look(world);
        expect(measured("cities.zipf", now)).toBeCloseTo(1, 5);
        expect(measured("cities.zipfError", now)).toBeCloseTo(Math.sqrt(2 / n), 5);
      },
    );
  });

  it("with half of all people in one place and half in hamlets has the entropy ln 2 of two classes", () => {
    const villages = [...tier.keys()].filter((j) => tier[j] === VILLAGE);
    withResidents(
      (j) => (j === cities[0] ? 2 * villages.length : tier[j] === VILLAGE ? 2 : 0),
      (world) => {
        // 80 persons in each village are below 100; all of those together in one place are not.
        expect(measured("settlements.classes", look(world))).toBeCloseTo(Math.LN2, 12);
      },
    );
  });

  it("counts a village as emptied in the year in which its last people leave, and not again", () => {
    const village = tier.indexOf(VILLAGE);
    const before = look(built.world);
    withResidents(
      (j) => (j === village ? 0 : before.sums.inhabitants[j]),
      (world) => {
        const gone = look(world);
        expect(measured("villages.emptied", gone, before)).toBe(1);
        expect(measured("villages.emptied", gone, gone)).toBe(0);
      },
    );
  });
});

describe("incomes in classes", () => {
  it("have the Gini coefficient of the list of all of them, to three digits and a half", () => {
    const incomes = peopleOf(built.world, setting, 0)
      .filter(({ tier, income }) => tier <= CORE && income > 0)
      .map(({ income }) => income);
    const exact = gini(incomes);
    expect(exact).toBeGreaterThan(0.2);
    expect(Math.abs(measured("gini.income", look(built.world)) - exact)).toBeLessThan(3e-4);
  });

  it("are classes of 0.4 % from 54 yuan a year to hundreds of millions", () => {
    expect(Math.exp(middleOfClass(1) - middleOfClass(0))).toBeCloseTo(1.0039, 4);
    expect(Math.exp(middleOfClass(0))).toBeLessThan(56);
    expect(Math.exp(middleOfClass(CLASSES - 1))).toBeGreaterThan(4e8);
  });
});

describe("indicators of the books tell, to the unit, of", () => {
  const right = look(built.world);
  const { settlements: s, jurisdictions: g, firms } = built.world;

  it.each([
    ["ledger.people", s.residents, -3, 3 * SCALE],
    ["ledger.money", firms.cash, -17, 17],
    ["ledger.money", g.vault, 5, 5],
    ["ledger.land", s.ecological, -40, 40],
    ["ledger.quota", g.quotaLeft, 1000, 1000],
  ] as const)("%s", (id, column, more, missing) => {
    expect(measured(id, right, right)).toBe(0);
    expect(measuredWith(id, right, column, 1, more)).toBe(missing);
  });
});
