import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lognormal } from "../../sim/numerics/distributions.ts";
import { theilLOfGroups, theilOfGroups } from "../../sim/numerics/inequality.ts";
import { gini, theilDecomposition, theilL, theilT } from "../../sim/numerics/statistics.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 2020 });

// Known answers come from closed forms, computed apart from this code.

const incomes = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

describe("known answers", () => {
  it("incomes 1 to 5", () => {
    expect(gini([3, 1, 5, 2, 4])).toBeCloseTo(0.2666666666666668, 14);
    expect(theilT([3, 1, 5, 2, 4])).toBeCloseTo(0.11968759358350922, 14);
    expect(theilL([3, 1, 5, 2, 4])).toBeCloseTo(0.14111394011170048, 14);
  });

  it("one of four has all: Gini 3/4, Theil's T ln 4, Theil's L without bound", () => {
    expect(gini([0, 0, 0, 1])).toBe(0.75);
    expect(theilT([0, 0, 0, 1])).toBeCloseTo(1.3862943611198906, 14);
    expect(theilL([0, 0, 0, 1])).toBe(Infinity);
  });

  it("all equal: nothing", () => {
    for (const measure of [gini, theilT, theilL]) expect(measure([7, 7, 7])).toBeCloseTo(0, 15);
  });

  it("nothing to hold: no answer", () => {
    for (const measure of [gini, theilT, theilL]) expect(measure([])).toBeNaN();
    for (const measure of [gini, theilT, theilL]) expect(measure([0, 0])).toBeNaN();
  });

  it("lognormal incomes: Gini 2 Phi(s / sqrt 2) - 1", () => {
    const n = 20_000;
    const middles = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
    expect(gini(middles.map((u) => lognormal(u, 0, 0.5)))).toBeCloseTo(0.2763262613535272, 4);
    expect(gini(middles.map((u) => lognormal(u, 0, 1)))).toBeCloseTo(0.5205000163047472, 3);
    // Theil's T and L of a lognormal law are both half the variance of the logarithm.
    expect(theilT(middles.map((u) => lognormal(u, 3, 0.5)))).toBeCloseTo(0.125, 3);
    expect(theilL(middles.map((u) => lognormal(u, 3, 0.5)))).toBeCloseTo(0.125, 3);
  });

  it("two groups, 1 2 3 and 4 6 8 10, within and between", () => {
    const { t, l } = theilDecomposition([1, 2, 3, 4, 6, 8, 10], [0, 0, 0, 1, 1, 1, 1], 2);
    expect(t.total).toBeCloseTo(0.20305694062595364, 14);
    expect(t.within).toBeCloseTo(0.05867298510125916, 14);
    expect(t.between).toBeCloseTo(0.14438395552469452, 14);
    expect(l.total).toBeCloseTo(0.24447324209657906, 14);
    expect(l.within).toBeCloseTo(0.07303460052160096, 14);
    expect(l.between).toBeCloseTo(0.17143864157497815, 14);
  });

  it("China's towns and country by mean income and shares of people, in three years", () => {
    const rows: [
      urban: number,
      townIncome: number,
      countryIncome: number,
      g: number,
      t: number,
      l: number,
    ][] = [
      [0.67, 54188, 23119, 0.15635188207732154, 0.06182869627101406, 0.07135257039868656],
      [0.4995, 19109.4, 5919, 0.2636473373703014, 0.14624915432209756, 0.16274891159336732],
      [0.1792, 343.4, 133.6, 0.18025479150934223, 0.09138197327858055, 0.07878678527193957],
    ];
    for (const [urban, townIncome, countryIncome, g, t, l] of rows) {
      const means = [townIncome, countryIncome];
      const people = [urban, 1 - urban];
      expect(gini(means, people)).toBeCloseTo(g, 13);
      expect(theilT(means, people)).toBeCloseTo(t, 13);
      expect(theilL(means, people)).toBeCloseTo(l, 13);
    }
  });
});

describe("laws", () => {
  it("weights are people: a weight of 3 is three people with that income", () => {
    const list = [4, 4, 4, 9, 1, 1];
    const weights = [3, 1, 2];
    for (const measure of [gini, theilT, theilL]) {
      expect(measure([4, 9, 1], weights)).toBeCloseTo(measure(list), 14);
      expect(measure([4, 9, 1, 55], [...weights, 0])).toBeCloseTo(measure(list), 14);
    }
  });

  it("scale and order of incomes do not matter; a transfer to someone richer raises every measure", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.5, max: 1000, noNaN: true }), (values, factor) => {
        const richer = values.toSorted((a, b) => a - b);
        const poorest = richer[0] ?? 0;
        richer[0] = poorest / 2;
        richer[richer.length - 1] = (richer.at(-1) ?? 0) + poorest / 2;
        for (const measure of [gini, theilT, theilL]) {
          const level = measure(values);
          expect(level).toBeGreaterThan(-1e-14);
          expect(measure(values.map((value) => value * factor).toReversed())).toBeCloseTo(level, 11);
          expect(measure(richer)).toBeGreaterThan(level - 1e-13);
        }
      }),
    );
  });

  it("inequality within and between groups is all of it, for any grouping", () => {
    fc.assert(
      fc.property(incomes, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), (values, groups) => {
        const { t, l } = theilDecomposition(values, groups, 5);
        expect(t.total).toBeCloseTo(theilT(values), 11);
        expect(l.total).toBeCloseTo(theilL(values), 11);
        for (const parts of [t, l]) {
          expect(parts.within + parts.between).toBe(parts.total);
          expect(Math.min(parts.within, parts.between)).toBeGreaterThan(-1e-13);
        }
      }),
    );
  });

  it("Theil's T of what groups add up to is that of their people", () => {
    fc.assert(
      fc.property(incomes, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), (values, groups) => {
        const people = new Float64Array(5);
        const amount = new Float64Array(5);
        const amountLn = new Float64Array(5);
        values.forEach((value, k) => {
          people[groups[k]]++;
          amount[groups[k]] += value;
          amountLn[groups[k]] += value * Math.log(value);
        });
        const { t } = theilDecomposition(values, groups, 5);
        const found = theilOfGroups(people, amount, amountLn);
        expect(found.within).toBeCloseTo(t.within, 11);
        expect(found.between).toBeCloseTo(t.between, 11);
        expect(found.total).toBe(found.within + found.between);
      }),
    );
    expect(theilOfGroups([0, 0], [0, 0], [0, 0]).total).toBeNaN();
  });

  it("Theil's L of sums is that of the list", () => {
    const values = [1, 2, 3, 4, 5, 8];
    const groups = [0, 0, 2, 2, 2, 0];
    const people = [3, 0, 3];
    const amount = [11, 0, 12];
    const lnSum = [Math.log(16), 0, Math.log(60)];
    const { l } = theilDecomposition(values, groups, 3);
    const found = theilLOfGroups(people, amount, lnSum);
    expect(found.within).toBeCloseTo(l.within, 12);
    expect(found.between).toBeCloseTo(l.between, 12);
    expect(found.total).toBeCloseTo(theilL(values), 12);
    // Two people with 1 and 3 have the mean 2: ln 2 - ln(3) / 2.
    expect(theilLOfGroups([2], [4], [Math.log(3)]).total).toBeCloseTo(Math.log(2) - Math.log(3) / 2, 14);
    expect(theilLOfGroups([0], [0], [0]).total).toBeNaN();
  });

  it("a group that has nothing is equal within, and far from the others", () => {
    const { t, l } = theilDecomposition([0, 0, 5, 5], [0, 0, 1, 1], 2);
    expect([t.within, t.between]).toEqual([0, Math.LN2]);
    expect([l.within, l.between]).toEqual([0, Infinity]);
  });
});
