import { describe, expect, it } from "vitest";
import { leverStates, leverValues } from "../../../sim/policy/levers.ts";
import {
  coverageOf,
  handlessShare,
  handsNeeded,
  idleOdds,
  idleShare,
  leaseCeilingOf,
  leaseChange,
  leasedAt,
  marginPerMu,
} from "../../../sim/processes/landUse/fields.ts";
import { SEAT, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

const bench = benchFor("landUse", fromFile("valley", "scale=20"), 13);
const { before, setting } = bench;
const { assumptions: a, drivers } = setting;
const { settlements: s, sizes } = before;
const { settlements: count, scale } = sizes;
/** Nobody builds. */
const rest = (w: World): void => {
  w.firms.desire.fill(0);
  w.firms.capital.fill(0);
};
const plain = bench.after(rest);
const leased = (w: World, j: number): number =>
  w.settlements.leasedHouseholds[j] + w.settlements.leasedCooperatives[j] + w.settlements.leasedFirms[j];
const fieldsOf = (w: World, j: number): number =>
  w.settlements.arable[j] + w.settlements.orchard[j] + w.settlements.abandoned[j];
const villages = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.farmers[j] > 2 && s.startArable[j] > 1e5);
const [village] = villages;

describe("leasing of fields", () => {
  it("is a logistic curve through the survey of mid-2017, below its ceiling", () => {
    expect(leasedAt(2017.5, 0.365, 0.55, 0.22)).toBeCloseTo(0.365, 12);
    // The half year before the survey, from 35.1 % to 36.5 %.
    expect(leasedAt(2017, 0.365, 0.55, 0.22)).toBeCloseTo(0.351, 3);
    expect(leasedAt(2100, 0.365, 0.55, 0.22)).toBeCloseTo(0.55, 6);
    expect(leasedAt(2000, 0.6, 0.55, 0.22)).toBe(0.55);
    expect(leasedAt(2000, 0, 0.55, 0.22)).toBe(0);
    // The change of a year is the slope of the curve.
    const slope = (leasedAt(2010.001, 0.365, 0.55, 0.22) - leasedAt(2009.999, 0.365, 0.55, 0.22)) / 0.002;
    expect(leaseChange(leasedAt(2010, 0.365, 0.55, 0.22), 0.55, 0.22)).toBeCloseTo(slope, 7);
  });

  it("rests at its ceiling, begins where there is none, and runs out no faster than it grows", () => {
    expect(leaseChange(0.4, 0.4, 0.2)).toBeCloseTo(0, 12);
    expect(leaseChange(0, 0.4, 0.2)).toBeGreaterThan(0);
    expect(leaseChange(0.5, 0.05, 0.2)).toBeCloseTo(-0.1, 12);
    expect(leaseChange(0.5, 0, 0.2)).toBeCloseTo(-0.1, 12);
  });

  it("tends to more where more families have no farming hand", () => {
    expect(handlessShare(0, 50)).toBe(1);
    expect(handlessShare(50, 50)).toBeCloseTo(Math.exp(-1), 12);
    expect(handlessShare(3, 0)).toBe(0);
    expect(leaseCeilingOf(0.5, 0.6, 0.4)).toBeCloseTo(0.75, 12);
    expect(leaseCeilingOf(0.9, 1, 0.4)).toBe(0.95);
    const left = bench.after((w) => {
      rest(w);
      w.settlements.farmers[village] = 1;
    });
    const many = bench.after((w) => {
      rest(w);
      w.settlements.farmers[village] *= 3;
    });
    expect(leased(left, village)).toBeGreaterThan(leased(plain, village));
    expect(leased(many, village)).toBeLessThan(leased(plain, village));
  });

  it("stands at the start where the curve says, and grows from there", () => {
    const start = benchFor("landUse", fromFile("valley", "scale=20")).before;
    const rural = rowsWhere(count, (j) => s.tier[j] <= TOWN);
    const part = (w: World): number =>
      sum(rural.map((j) => leased(w, j))) / sum(rural.map((j) => fieldsOf(w, j)));
    expect(
      Math.abs(part(start) - leasedAt(2020, a.leaseShare2017, a.leaseCeiling, a.leaseGrowth)),
    ).toBeLessThan(0.03);
    expect(part(before)).toBeGreaterThan(part(start));
  });

  it("goes to households, cooperatives and firms by their shares of new leases", () => {
    const more = villages.filter((j) => leased(plain, j) - leased(before, j) > 500);
    expect(more.length).toBeGreaterThan(3);
    for (const j of more) {
      const grown = leased(plain, j) - leased(before, j);
      const coops = plain.settlements.leasedCooperatives[j] - s.leasedCooperatives[j];
      const firms = plain.settlements.leasedFirms[j] - s.leasedFirms[j];
      expect(Math.abs(coops - grown * a.leaseToCooperatives)).toBeLessThanOrEqual(1);
      expect(Math.abs(firms - grown * a.leaseToFirms)).toBeLessThanOrEqual(1);
    }
  });

  it("goes to cooperatives in the stead of households where a policy has it so", () => {
    const joint = bench.after((w) => {
      rest(w);
      leverValues(w, "cooperativeLeases")[village] = 0.5;
    });
    const grown = leased(plain, village) - leased(before, village);
    expect(grown).toBeGreaterThan(100);
    expect(leased(joint, village)).toBe(leased(plain, village));
    const more =
      joint.settlements.leasedCooperatives[village] - plain.settlements.leasedCooperatives[village];
    const kin = 1 - a.leaseToCooperatives - a.leaseToFirms;
    expect(Math.abs(more - 0.5 * kin * grown)).toBeLessThanOrEqual(2);
    expect(joint.settlements.leasedFirms[village]).toBe(plain.settlements.leasedFirms[village]);
  });

  it("brings families a rent, which buyers pay out of the harvest and farmers go without", () => {
    for (const j of villages) {
      const gross = (s.farmIncome[j] * s.farmers[j] * scale) / (1 - s.rentBurden[j]);
      const rent = plain.settlements.pool[j] - s.pool[j];
      expect(Math.abs(rent - gross * s.rentBurden[j])).toBeLessThanOrEqual(1);
      expect(rent).toBeGreaterThan(0);
      expect(plain.settlements.rentBurden[j]).toBeCloseTo(
        (leased(plain, j) / fieldsOf(before, j)) * a.leaseRentShare,
        4,
      );
    }
    const paid = sum(plain.jurisdictions.leaseRent) - sum(before.jurisdictions.leaseRent);
    const outside = sizes.jurisdictions - 1;
    expect(before.jurisdictions.cash[outside] - plain.jurisdictions.cash[outside]).toBe(paid);
  });

  it("grows faster where a policy adds to the rent, at the payer's cost", () => {
    const outside = sizes.jurisdictions - 1;
    const helped = (state: number): World =>
      bench.after((w) => {
        rest(w);
        leverValues(w, "leaseSubsidy")[village] = 6000;
        leverStates(w, "leaseSubsidy")[village] = state;
      });
    const [byCounty, byState] = [helped(0), helped(1)];
    expect(leased(byCounty, village)).toBeGreaterThan(leased(plain, village));
    expect(leased(byState, village)).toBe(leased(byCounty, village));
    const amount = Math.floor((6000 * leased(before, village)) / 10_000 / 12);
    const county = s.jurisdiction[village];
    expect(byCounty.settlements.pool[village] - plain.settlements.pool[village]).toBe(amount);
    expect(plain.jurisdictions.cash[county] - byCounty.jurisdictions.cash[county]).toBe(amount);
    expect(plain.jurisdictions.cash[outside] - byState.jurisdictions.cash[outside]).toBe(amount);
  });
});

describe("idle fields", () => {
  it("are a logistic share of odds that rise with slope and distance and fall with hands and margin", () => {
    expect(idleShare(0)).toBe(0.5);
    expect(idleShare(Math.log(0.25))).toBeCloseTo(0.2, 12);
    const odds = (slope: number, minutes: number, hands: number, margin: number): number =>
      idleOdds(a, slope, minutes, hands, margin) - idleOdds(a, 0, 0, 1, 0);
    expect(odds(10, 0, 1, 0)).toBeCloseTo(10 * a.idleBySlope, 12);
    expect(odds(0, 30, 1, 0)).toBeCloseTo(a.idleByTime / 2, 12);
    expect(odds(0, 0, 0.5, 0)).toBeCloseTo(a.idleByLabour * Math.LN2, 12);
    expect(odds(0, 0, 1, 2)).toBeCloseTo(-2 * a.idleByMargin, 12);
    // One hectare, 3,000 yuan a month, two hands at 1,000: 12,000 yuan a year over 15 mu.
    expect(marginPerMu(3000, 1, 2, 1000)).toBeCloseTo(0.8, 12);
  });

  it("are at rest at the start, steeper and farther places with more of them", () => {
    const start = benchFor("landUse", fromFile("valley", "scale=20"));
    const { settlements } = start.before;
    const share = (j: number): number => settlements.abandoned[j] / settlements.startArable[j];
    const rural = rowsWhere(count, (j) => settlements.startArable[j] > 0);
    expect(sum(rural.map((j) => settlements.abandoned[j])) / sum(settlements.startArable)).toBeCloseTo(
      a.startAbandoned,
      4,
    );
    const after = start.after(rest);
    for (const j of rural) {
      const moved = Math.abs(after.settlements.abandoned[j] - settlements.abandoned[j]);
      expect(moved).toBeLessThan(2e-4 * settlements.startArable[j] + 1);
    }
    const bySlope = rural.toSorted((i, j) => settlements.slope[i] - settlements.slope[j]);
    expect(share(bySlope.at(-1)!)).toBeGreaterThan(1.5 * share(bySlope[0]));
  });

  it("grow by a part of the gap each month where hands or earnings go, and are taken up again where they come", () => {
    const idle = (change: (w: World) => void): number =>
      bench.after((w) => {
        rest(w);
        change(w);
      }).settlements.abandoned[village] - s.abandoned[village];
    const still = idle(() => {});
    const empty = idle((w) => {
      w.settlements.farmers[village] = 0;
    });
    expect(empty).toBeGreaterThan(still);
    // No faster than if all of it were to fall idle.
    expect(empty).toBeLessThanOrEqual((s.arable[village] * a.abandonmentSpeed) / 12);
    expect(idle((w) => (w.settlements.farmIncome[village] *= 0.2))).toBeGreaterThan(still);
    expect(idle((w) => (w.settlements.wage[village] *= 3))).toBeGreaterThan(still);
    expect(idle((w) => (w.settlements.slope[village] += 10))).toBeGreaterThan(still);
    expect(idle((w) => (w.settlements.minutesToSeat[village] += 120))).toBeGreaterThan(still);
    expect(idle((w) => (w.settlements.farmers[village] *= 10))).toBeLessThan(still);
  });

  it("are fewer where leased to those who need fewer hands, and as machines come", () => {
    const labour = { leasedLabour: 0.8, largeLabour: 0.5 };
    expect(handsNeeded(0.5, 1, 0, 0, labour)).toBe(0.5);
    expect(handsNeeded(0.5, 2, 0, 0, labour)).toBe(0.25);
    expect(handsNeeded(0.5, 1, 0.5, 0, labour)).toBeCloseTo(0.45, 12);
    expect(handsNeeded(0.5, 1, 0.5, 0.5, labour)).toBeCloseTo(0.325, 12);
    const productive = bench.after(rest, {
      drivers: { ...drivers, productivity: drivers.productivity.map((level) => 4 * level) },
    });
    const allLeased = bench.after((w) => {
      rest(w);
      w.settlements.leasedHouseholds[village] = 0.9 * fieldsOf(before, village);
    });
    for (const world of [productive, allLeased]) {
      expect(world.settlements.abandoned[village]).toBeLessThan(plain.settlements.abandoned[village]);
    }
  });

  it("take an agent for the grain of the model: hands of coarse agents lean on those of the county", () => {
    expect(coverageOf(40, 50, 0.5, 0)).toBe(0.8);
    expect(coverageOf(40, 50, 0.8, 400)).toBeCloseTo(0.8, 12);
    // No agent of 100 farms here, where half the hands are at work elsewhere in the county.
    expect(coverageOf(0, 50, 0.5, 100)).toBeCloseTo(0.25, 12);
    const share = (grain: number, seed: string): number => {
      const run = openRun(fromFile("valley", `scale=${grain}`), seed);
      runMonths(run, 60);
      const { abandoned, arable } = run.built.world.settlements;
      return sum(abandoned) / (sum(abandoned) + sum(arable));
    };
    // Five farming agents in a village instead of a hundred; without leaning on the county they leave 0.02 more idle.
    const coarse = sum(["a", "b", "c", "d"].map((seed) => share(200, seed))) / 4;
    expect(Math.abs(coarse - share(10, "a"))).toBeLessThan(0.012);
  });

  it("are counted in villages and towns alone, and orchards stay", () => {
    const empty = bench.after((w) => {
      rest(w);
      w.settlements.farmers.fill(0);
    });
    for (let j = 0; j < count; j++) {
      if (s.tier[j] >= SEAT) expect(empty.settlements.arable[j]).toBe(s.arable[j]);
      expect(empty.settlements.orchard[j]).toBe(s.orchard[j]);
    }
  });
});
