import { describe, expect, it } from "vitest";
import { services } from "../../../sim/indicators/services.ts";
import { observe } from "../../../sim/indicators/observation.ts";
import { leverStates, leverValues, type Lever } from "../../../sim/policy/levers.ts";
import { Activity, ALIVE } from "../../../sim/world/persons.ts";
import { SEAT, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { minutesBetween, reachRow } from "../../../sim/world/travel.ts";
import type { World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere } from "../bench.ts";

const valley = fromFile("valley", "scale=40", "years=2");
const works = benchFor("publicWorks", valley, 1);
const { before, setting } = works;
const { settlements, scale } = before.sizes;
const s = before.settlements;
const outside = before.sizes.jurisdictions - 1;
/** A town far from its seat, with a village near by. */
const town = rowsWhere(settlements, (j) => s.tier[j] === TOWN && s.minutesToHospital[j] > 25)[0];
const village = rowsWhere(settlements, (j) => s.tier[j] === VILLAGE && s.town[j] === town)[0];
const seat = s.seat[town];

const set = (world: World, j: number, lever: Lever, value: number, state = false): void => {
  leverValues(world, lever)[j] = value;
  leverStates(world, lever)[j] = state ? 1 : 0;
};
const costOf = (world: World, j: number): number =>
  world.jurisdictions.policyCost[s.jurisdiction[j]] - before.jurisdictions.policyCost[s.jurisdiction[j]];

describe("budgets of one kind of service", () => {
  const kinds = [
    ["schoolBudget", "extraSchool", "accessSchool"],
    ["clinicBudget", "extraClinic", "accessClinic"],
    ["hospitalBudget", "extraHospital", "accessHospital"],
  ] as const;

  it.each(kinds)("%s is spent on that kind by residents, to the yuan", (lever, extra) => {
    const world = works.after((w) => set(w, seat, lever, 240));
    const yuan = Math.floor((240 * s.residents[seat] * scale) / 12);
    expect(world.settlements[extra][seat]).toBe(yuan);
    expect(costOf(world, seat)).toBe(yuan);
    for (const [, other] of kinds) if (other !== extra) expect(world.settlements[other][seat]).toBe(0);
    expect(misses(world, openBooks(before))).toEqual([]);
  });

  it.each(kinds)("what %s buys is access to that kind alone", (_, extra, access) => {
    const january = benchFor("access", valley, 12);
    const plain = january.after();
    const world = january.after((w) => (w.settlements[extra][seat] = 5_000_000));
    expect(world.settlements[access][seat]).toBeGreaterThan(plain.settlements[access][seat]);
    for (const [, , other] of kinds) {
      if (other !== access) expect(world.settlements[other]).toEqual(plain.settlements[other]);
    }
  });

  it("hospitalBudget costs nothing where no county hospital stands, and ends with the policy", () => {
    const world = works.after((w) => {
      set(w, village, "hospitalBudget", 240);
      w.settlements.extraSchool[seat] = 1000;
    });
    expect(costOf(world, village)).toBe(0);
    expect(world.settlements.extraHospital[village]).toBe(0);
    expect(world.settlements.extraSchool[seat]).toBe(0);
  });
});

describe("a branch of the county hospital in a town", () => {
  const opened = works.after((w) => set(w, town, "townHospital", 12_000_000));
  const within = (world: World): number =>
    services
      .find(({ id }) => id === "access.within20")!
      .measure(observe(world, setting.assumptions, 0, { outsideWage: 1, productivity: 1 }), undefined);

  it("is a hospital to whoever reaches the town, and counts for the circle of 20 minutes", () => {
    expect(opened.settlements.minutesToHospital[town]).toBe(0);
    const trip = minutesBetween(before, village, town);
    expect(reachRow(before, village, town)).toBeGreaterThan(0);
    expect(opened.settlements.minutesToHospital[village]).toBe(Math.min(s.minutesToHospital[village], trip));
    expect(within(opened)).toBeGreaterThan(within(before));
    expect(opened.settlements.minutesToCountyHospital).toEqual(s.minutesToCountyHospital);
  });

  it("costs what the policy says and supplies as much", () => {
    expect(opened.settlements.extraHospital[town]).toBe(1_000_000);
    expect(costOf(opened, town)).toBe(1_000_000);
    expect(opened.jurisdictions.cash[s.jurisdiction[town]]).toBe(
      before.jurisdictions.cash[s.jurisdiction[town]] - 1_000_000,
    );
    expect(misses(opened, openBooks(before))).toEqual([]);
  });

  it("is gone when it isn't paid for any more, and stands in towns alone", () => {
    const closed = works.after((w) => {
      w.settlements.hospitalBranch[town] = 1;
      w.settlements.minutesToHospital[town] = 0;
    });
    expect(closed.settlements.hospitalBranch[town]).toBe(0);
    expect(closed.settlements.minutesToHospital).toEqual(s.minutesToHospital);
    const elsewhere = works.after((w) => {
      set(w, village, "townHospital", 12_000_000);
      set(w, seat, "townHospital", 12_000_000);
    });
    expect(elsewhere.settlements.minutesToHospital).toEqual(s.minutesToHospital);
    expect(costOf(elsewhere, seat)).toBe(0);
    expect(s.tier[seat]).toBeGreaterThanOrEqual(SEAT);
  });
});

describe("a top-up of pensions", () => {
  const bench = benchFor("households", valley, 1);
  const plain = bench.after();
  const pensioners = (j: number): number[] =>
    rowsWhere(
      bench.before.clock.personRows[0],
      (i) =>
        (bench.before.persons.flags[i] & ALIVE) !== 0 &&
        bench.before.persons.activity[i] === Activity.retired &&
        bench.before.persons.registered[i] === j,
    );
  const place = rowsWhere(settlements, (j) => s.tier[j] === VILLAGE && pensioners(j).length > 2)[0];
  const county = s.jurisdiction[place];
  const paidBy = (state: boolean): World => bench.after((w) => set(w, place, "pensionTopUp", 300.7, state));
  const due = 300 * pensioners(place).length * scale;

  it("comes out of the county's treasury or the state's, to the yuan", () => {
    const world = paidBy(false);
    expect(world.jurisdictions.policyCost[county] - plain.jurisdictions.policyCost[county]).toBe(due);
    expect(plain.jurisdictions.cash[county] - world.jurisdictions.cash[county]).toBe(due);
    const byState = paidBy(true);
    expect(byState.jurisdictions.cash[county]).toBe(plain.jurisdictions.cash[county]);
    expect(misses(world, openBooks(bench.before))).toEqual([]);
    expect(misses(byState, openBooks(bench.before))).toEqual([]);
    expect(world.jurisdictions.cash[outside]).toBeGreaterThan(byState.jurisdictions.cash[outside]);
  });

  it("goes to pensioners registered there, who save part of it, and to no one else", () => {
    const world = paidBy(false);
    const entitled = new Set(pensioners(place));
    for (let i = 0; i < bench.before.clock.personRows[0]; i++) {
      const more = world.persons.savings[i] - plain.persons.savings[i];
      if (entitled.has(i)) expect(more).toBeGreaterThan(300 * (1 - setting.assumptions.consumptionShare) - 2);
      else expect(more).toBe(0);
    }
  });
});
