/** Known answers of banks, land, access, shops and flows: each value from its closed form, typed in. */
import { describe, expect, it } from "vitest";
import { theilDecomposition } from "../../sim/numerics/inequality.ts";
import { reciprocity } from "../../sim/indicators/observation.ts";
import { catchmentWeight, floatingCatchment } from "../../sim/processes/access.ts";
import { shopAttraction } from "../../sim/processes/households/shops.ts";
import { linkageQuota } from "../../sim/processes/land/homesteads.ts";
import { lenderWeight, lendingCost, loanable } from "../../sim/processes/lending.ts";
import { PARAMETERS, resolveAssumptions } from "../../sim/policy/parameters.ts";

describe("the deposit drain", () => {
  /** Deposits of 100 with a reserve of a tenth and local loans of 45 % of deposits: as much again drains away. */
  const DRAIN = { deposits: 100, reserve: 0.1, local: 45, drain: 45 };

  it("what may be lent is what the reserve leaves; what isn't lent in place may leave", () => {
    expect(loanable(DRAIN.deposits, DRAIN.reserve, 0)).toBe(90);
    expect(loanable(DRAIN.deposits, DRAIN.reserve, DRAIN.local)).toBe(DRAIN.drain);
    expect(loanable(DRAIN.deposits, DRAIN.reserve, 90)).toBe(0);
    expect(loanable(DRAIN.deposits, DRAIN.reserve, 95)).toBe(0);
    expect(PARAMETERS.reserveRatio.default).toBe(DRAIN.reserve);
  });

  it("lenders give in proportion to capital and by e for each spread of return", () => {
    expect(lenderWeight(200, 0.05, 0.03) / lenderWeight(100, 0.05, 0.03)).toBeCloseTo(2, 12);
    expect(lenderWeight(100, 0.08, 0.03) / lenderWeight(100, 0.05, 0.03)).toBeCloseTo(Math.E, 9);
    expect(lenderWeight(0, 0.5, 0.03)).toBe(0);
    const a = resolveAssumptions({});
    expect([0, 1, 2, 3, 4].map((tier) => lendingCost(tier, a))).toEqual([
      a.lendingCostVillage,
      a.lendingCostTown,
      a.lendingCostCity,
      a.lendingCostCity,
      a.lendingCostCity,
    ]);
  });
});

describe("remittances", () => {
  it("a migrant of the mean wage sends a quarter: 14,883 of 59,532 yuan a year", () => {
    expect(59_532 * PARAMETERS.remittanceShare.default).toBe(14_883);
  });
});

describe("the linkage of increase and decrease", () => {
  /** 100 ha reclaimed, three tenths of it to house people again: 70 ha or 1,050 mu of quota. */
  it("gives seventy of a hundred hectares as quota", () => {
    expect(linkageQuota(100, 0.3)).toBeCloseTo(70, 12);
    expect(linkageQuota(100, 0.3) * 15).toBeCloseTo(1050, 9);
    expect(linkageQuota(100, 1)).toBe(0);
  });

  it("costs 50,000 yuan a mu to reclaim by default", () => {
    expect(PARAMETERS.reclaimCost.default / 15).toBe(50_000);
  });
});

describe("the two-step floating catchment", () => {
  /** Three places of 300, 500, 200 people; supplies of 3 and 6; minutes from each place to each supply; t0 = 20. */
  const PEOPLE = [300, 500, 200];
  const SUPPLY = [3, 6];
  const MINUTES = [
    [5, 25],
    [15, 18],
    [30, 10],
  ];
  const trips = (weight: (minutes: number) => number) => {
    const pairs = MINUTES.flatMap((row, from) =>
      row.map((minutes, to) => ({ from, to, weight: weight(minutes) })),
    );
    return {
      from: pairs.map((pair) => pair.from),
      to: pairs.map((pair) => pair.to),
      weight: pairs.map((pair) => pair.weight),
    };
  };
  const access = (weight: (minutes: number) => number): Float64Array => {
    const out = new Float64Array(3);
    floatingCatchment(trips(weight), PEOPLE, [...SUPPLY, 0], out);
    return out;
  };

  it("binary: within twenty minutes or not", () => {
    const found = access((minutes) => (minutes <= 20 ? 1 : 0));
    [0.00375, 0.012321428571428572, 0.008571428571428572].forEach((value, k) => {
      expect(found[k]).toBeCloseTo(value, 15);
    });
  });

  it("Gaussian: the near count more", () => {
    const weights = [
      [0.9218064474828315, 0],
      [0.37692629918269593, 0.1536235354492797],
      [0, 0.7013665732390044],
    ];
    MINUTES.forEach((row, from) =>
      row.forEach((minutes, to) => expect(catchmentWeight(minutes, 20)).toBeCloseTo(weights[from][to], 12)),
    );
    const found = access((minutes) => catchmentWeight(minutes, 20));
    [0.005947073351616604, 0.006677746559281652, 0.019385023574370965].forEach((value, k) => {
      expect(found[k]).toBeCloseTo(value, 14);
    });
  });

  it.each([
    ["binary", (minutes: number) => (minutes <= 20 ? 1 : 0)],
    ["Gaussian", (minutes: number) => catchmentWeight(minutes, 20)],
  ] as const)("%s: people times access is all that is supplied, nine", (_, weight) => {
    const found = access(weight);
    expect(PEOPLE.reduce((sum, people, k) => sum + people * found[k], 0)).toBeCloseTo(9, 12);
  });
});

describe("shops", () => {
  it("draw by mass and fall off by e^-decay a minute, so two masses at two distances share as Huff says", () => {
    const near = shopAttraction(100, 5, 0.07);
    const far = shopAttraction(300, 25, 0.07);
    // 100 e^-0.35 against 300 e^-1.75.
    expect(near / (near + far)).toBeCloseTo(70.46880897187134 / (70.46880897187134 + 52.132183035133544), 12);
    expect(shopAttraction(0, 5, 0.07)).toBe(0);
    expect(shopAttraction(100, 0, 0.07)).toBe(100);
  });
});

describe("the gap between town and country", () => {
  /** Shares and incomes of urban people, national: Theil T and L between the two groups. */
  it.each([
    [2024, 0.67, 54_188, 23_119, 2.3438730048877545, 0.06182869627101406, 0.07135257039868656],
    [2010, 0.4995, 19_109.4, 5919, 3.2284845413076537, 0.14624915432209756, 0.16274891159336732],
    [1978, 0.1792, 343.4, 133.6, 2.570359281437126, 0.09138197327858055, 0.07878678527193957],
  ])("in %i", (_, urban, townIncome, villageIncome, ratio, theilT, theilL) => {
    expect(townIncome / villageIncome).toBeCloseTo(ratio, 12);
    const { t, l } = theilDecomposition([townIncome, villageIncome], [0, 1], 2, [urban, 1 - urban]);
    expect(t.between).toBeCloseTo(theilT, 12);
    expect(l.between).toBeCloseTo(theilL, 12);
    expect(t.within).toBeCloseTo(0, 12);
  });

  it("is inequality between groups; the rest is within, and both make up the whole", () => {
    const values = [1, 2, 3, 4, 6, 8, 10];
    const { t, l } = theilDecomposition(values, [0, 0, 0, 1, 1, 1, 1], 2);
    expect(t.total).toBeCloseTo(0.20305694062595364, 12);
    expect(t.within).toBeCloseTo(0.05867298510125916, 12);
    expect(t.between).toBeCloseTo(0.14438395552469452, 12);
    expect(l.within).toBeCloseTo(0.07303460052160096, 12);
    expect(l.between).toBeCloseTo(0.17143864157497815, 12);
  });
});

describe("reciprocity", () => {
  it("is two-way at 1, one-way at 0, and undefined where nothing flows", () => {
    expect(reciprocity(5, 5)).toBe(1);
    expect(reciprocity(5, 0)).toBe(0);
    expect(reciprocity(0, 7)).toBe(0);
    expect(reciprocity(1, 3)).toBe(0.5);
    expect(reciprocity(3, 1)).toBe(0.5);
    expect(reciprocity(0, 0)).toBeNaN();
  });
});
