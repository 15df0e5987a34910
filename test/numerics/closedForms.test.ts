/** Laws that the closed forms obey beyond the values in test/known. */
import { describe, expect, it } from "vitest";
import { restingCapital } from "../../sim/numerics/capitalShares.ts";
import { netOutput, optimalSize } from "../../sim/numerics/citySize.ts";
import { ageOneStep, stablePopulation } from "../../sim/numerics/cohort.ts";
import { breakPoint, shortRun, sustainPoint } from "../../sim/numerics/corePeriphery.ts";
import { couplingCoordination } from "../../sim/numerics/coupling.ts";
import { twoSectorCity } from "../../sim/numerics/harrisTodaro.ts";
import { hoover } from "../../sim/numerics/hoover.ts";
import { socialEquilibria } from "../../sim/numerics/interaction.ts";
import { linkageProceeds } from "../../sim/numerics/linkage.ts";
import { erf } from "../../sim/numerics/lognormal.ts";
import { localLoans, localMultiplier } from "../../sim/numerics/multiplier.ts";
import { rankSize } from "../../sim/numerics/rankSize.ts";
import { rootBetween } from "../../sim/numerics/root.ts";

describe("a root by halving", () => {
  it("is right to the last place, at ends too", () => {
    expect(rootBetween((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(rootBetween((x) => 2 - x * x, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(rootBetween((x) => x - 1, 1, 2)).toBe(1);
    expect(rootBetween((x) => x - 2, 1, 2)).toBe(2);
  });

  it("refuses an interval without a change of sign", () => {
    expect(() => rootBetween((x) => x, 1, 2)).toThrow("expected one below and one above 0");
    expect(() => rootBetween(() => NaN, 1, 2)).toThrow("expected one below and one above 0");
  });
});

describe("Harris and Todaro's two sectors", () => {
  const economy = {
    farmProductivity: 1,
    farmExponent: 0.7,
    cityProductivity: 1.2,
    cityExponent: 0.7,
    cityWage: 1.2,
    priceLevel: 1,
    priceElasticity: 0,
    cost: 0,
    barrier: 0,
  };

  it("leave nobody who would gain by moving", () => {
    for (const [cost, barrier] of [
      [0, 0],
      [0.05, 0],
      [0, 0.2],
      [0.05, 0.1],
    ]) {
      const found = twoSectorCity({ ...economy, cost, barrier });
      expect((1 - barrier) * found.expectedWage - cost).toBeCloseTo(found.farmIncome, 13);
      expect(found.labourForce + found.farmers).toBe(1);
      expect(found.expectedWage).toBeCloseTo((1 - found.unemployment) * economy.cityWage, 13);
    }
  });

  it("have no answer where firms want everyone, or farms yield too much", () => {
    expect(() => twoSectorCity({ ...economy, cityWage: 0.6 })).toThrow("expected below 1");
    expect(() => twoSectorCity({ ...economy, farmProductivity: 3 })).toThrow("expected less");
  });
});

describe("choice among others", () => {
  it("reproduces itself, and is mirrored when the options change places", () => {
    for (const [b, h, j] of [
      [1, 0.1, 1.5],
      [2, 0, 0.6],
      [0.7, -0.2, 3],
      [1, 0.4, -2],
    ]) {
      const means = socialEquilibria(b, h, j);
      for (const m of means) expect(Math.tanh(b * (h + j * m))).toBeCloseTo(m, 12);
      const mirrored = socialEquilibria(b, -h, j).map((m) => -m);
      expect(mirrored.toReversed()).toEqual(means.map((m) => expect.closeTo(m, 12)));
    }
  });

  it("has three answers only above b J = 1", () => {
    expect(socialEquilibria(1, 0, 0.99)).toHaveLength(1);
    expect(socialEquilibria(1, 0, 1.01)).toHaveLength(3);
    expect(socialEquilibria(0.5, 0, 2.02)).toHaveLength(3);
  });
});

describe("core and periphery", () => {
  it("the even spread breaks at lower trade costs than those at which the core still holds", () => {
    for (const s of [3.5, 4, 5, 6, 8]) expect(breakPoint(s, 0.4)).toBeLessThan(sustainPoint(s, 0.4));
  });

  it("just below the break point moving to the larger region pays, just above it does not", () => {
    const gain = (cost: number): number => {
      const { realWage } = shortRun(0.501, cost, 5, 0.4);
      return realWage[0] - realWage[1];
    };
    expect(gain(breakPoint(5, 0.4) * 0.99)).toBeGreaterThan(0);
    expect(gain(breakPoint(5, 0.4) * 1.01)).toBeLessThan(0);
  });

  it("gathers at any cost where goods are unlike enough (the black hole)", () => {
    expect(breakPoint(1.5, 0.4)).toBe(Infinity);
    expect(sustainPoint(1.5, 0.4)).toBe(Infinity);
  });
});

describe("cohorts", () => {
  it("in stable shares grow by the growth factor, class by class", () => {
    const table = { fertility: [0, 0.2, 0.9, 0.4], survival: [0.99, 0.97, 0.8] };
    const { growth, shares } = stablePopulation(table);
    ageOneStep(table, shares).forEach((people, age) => expect(people / shares[age]).toBeCloseTo(growth, 12));
  });

  it("die out where a woman leaves less than herself, and double where she leaves two", () => {
    expect(stablePopulation({ fertility: [0.5], survival: [] }).growth).toBeCloseTo(0.5, 15);
    expect(stablePopulation({ fertility: [0, 4], survival: [1] }).growth).toBeCloseTo(2, 15);
    expect(() => stablePopulation({ fertility: [0, 0], survival: [1] })).toThrow("no class has children");
  });
});

describe("rank and size", () => {
  it("does not depend on order or unit, and leaves out empty places", () => {
    const sizes = [3, 100, 0, 12, 7, 40];
    const { slope, places } = rankSize(sizes);
    expect(places).toBe(5);
    expect(rankSize(sizes.map((size) => 1000 * size).toReversed()).slope).toBeCloseTo(slope, 12);
  });

  it("has no answer for fewer than two sizes, or equal ones", () => {
    expect(rankSize([5]).slope).toBeNaN();
    expect(rankSize([5, 5, 5]).slope).toBeNaN();
  });
});

describe("capital at rest", () => {
  it("earns the same everywhere, and is all shared out", () => {
    const technology = [1, 1.3, 0.6];
    const labour = [10, 4, 25];
    const { capital, marginal } = restingCapital(100, technology, labour, 0.4);
    expect(capital.reduce((sum, each) => sum + each, 0)).toBeCloseTo(100, 12);
    capital.forEach((stock, k) => {
      expect(0.4 * technology[k] * (labour[k] / stock) ** 0.6).toBeCloseTo(marginal, 12);
    });
  });
});

describe("smaller forms", () => {
  it("the best city size is where net output has no slope", () => {
    const economy = { productivity: 1.4, gain: 0.08, cost: 0.03, costElasticity: 0.5 };
    const best = optimalSize(economy);
    for (const factor of [0.5, 0.99, 1.01, 2])
      expect(netOutput(economy, factor * best)).toBeLessThan(netOutput(economy, best));
  });

  it("Hoover's share: one of four has all, three quarters change hands; weights are people", () => {
    expect(hoover([0, 0, 0, 8])).toBe(0.75);
    expect(hoover([1, 5], [3, 1])).toBeCloseTo(hoover([1, 1, 1, 5]), 15);
    expect(hoover([0, 0])).toBeNaN();
  });

  it("the error function is odd, 0 at 0, 1 far out", () => {
    expect(erf(0)).toBe(0);
    expect(erf(1)).toBeCloseTo(0.8427007929497149, 14);
    expect(erf(3.5)).toBeCloseTo(0.9999992569016276, 14);
    expect(erf(-1)).toBe(-erf(1));
    expect([erf(9), erf(-9), erf(NaN)]).toEqual([1, -1, NaN]);
  });

  it("coordination is high only where both are high and level", () => {
    expect(couplingCoordination(1, 1)).toEqual({ coupling: 1, level: 1, coordination: 1 });
    expect(couplingCoordination(0.9, 0).coordination).toBe(0);
    expect(couplingCoordination(0.3, 0.3).coupling).toBeCloseTo(1, 15);
    expect(couplingCoordination(0.3, 0.3).coordination).toBeLessThan(0.6);
  });

  it("rounds of spending and lending add up to the closed form", () => {
    let [spent, lent] = [0, 0];
    for (let round = 0; round < 200; round++) {
      spent += (0.6 * 0.5) ** round;
      lent += 45 * (0.45 * 0.5) ** round;
    }
    expect(localMultiplier(0.6, 0.5)).toBeCloseTo(spent, 12);
    expect(localLoans(100, 0.45, 0.5)).toBeCloseTo(lent, 12);
  });

  it("the linkage leaves arable land as it was, and farmers and the collective share the net", () => {
    const { arableBalance, net, farmers, collective } = linkageProceeds(37, 0.35, 12, 4, 0.85);
    expect(arableBalance).toBeCloseTo(0, 13);
    expect(farmers + collective).toBeCloseTo(net, 12);
  });
});
