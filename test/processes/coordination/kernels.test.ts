/** Known answers of games between neighbours, typed in from closed forms. */
import { describe, expect, it } from "vitest";
import { brandFactor, nextEquity, payingChance } from "../../../sim/processes/coordination/brand.ts";
import {
  complementarity,
  complementGain,
  duplicationPenalty,
} from "../../../sim/processes/functions/complementarity.ts";
import { exchange, gradientFlow, levelledOut } from "../../../sim/processes/coordination/gradient.ts";
import { coasePrice, emission, emissionWelfare } from "../../../sim/processes/coordination/pollution.ts";
import {
  bargainedProvision,
  jointProvision,
  ownProvision,
  provisionWelfare,
} from "../../../sim/processes/coordination/publicGood.ts";
import {
  auctionTransfers,
  lowestBid,
  maximinBid,
  stalemateChance,
  volunteerChance,
} from "../../../sim/processes/coordination/siting.ts";
import {
  bargain,
  INCOMPATIBILITY,
  jointBest,
  ownBest,
  segmentWelfare,
  type Settlement,
  USES,
  zoningConflict,
} from "../../../sim/processes/coordination/zoning.ts";
import { rootKey } from "../../../sim/numerics/keyed.ts";
import { uniform } from "../../../sim/numerics/threefry.ts";

describe("a public good that spills over (Williams 1966, Oates 1972)", () => {
  it.each([
    [0, 1, -2, -2],
    [0.25, 0.8, -1.6, -1.5537128973715806],
    [0.5, 0.6666666666666666, -1.3333333333333333, -1.1890697837836712],
    [1, 0.5, -1, -0.6137056388801094],
  ])("of spillover %d is provided to the part %d of the optimum", (spillover, alone, worst, best) => {
    expect(ownProvision(1, 1, spillover)).toBeCloseTo(alone, 12);
    expect(jointProvision(1, 1)).toBe(1);
    expect(provisionWelfare(ownProvision(1, 1, spillover), 1, 1, spillover)).toBeCloseTo(worst, 12);
    expect(provisionWelfare(jointProvision(1, 1), 1, 1, spillover)).toBeCloseTo(best, 12);
  });

  it("comes to the optimum by a bargain without loss, to the own choice by one that loses all", () => {
    expect(bargainedProvision(2, 0.5, 0.5, 0)).toBe(jointProvision(2, 0.5));
    expect(bargainedProvision(2, 0.5, 0.5, 1)).toBe(ownProvision(2, 0.5, 0.5));
  });

  it("isn't provided better by anyone who looks to itself than the closed form says", () => {
    const other = ownProvision(1.3, 0.7, 0.4);
    const own = (g: number): number => 1.3 * Math.log(g + 0.4 * other) - 0.7 * g;
    for (const g of [0.5, 0.9, 0.99, 1.01, 1.1, 2]) expect(own(g * other)).toBeLessThan(own(other));
  });
});

describe("pollution at a border (Coase 1960)", () => {
  it.each([
    [1, 1, -1, 0],
    [0.5, 2, -1.3068528194400546, 0.5],
    [0.25, 4, -2.613705638880109, 0.75],
  ])(
    "with %d of the damage at home is %d times what is best for both",
    (ownShare, emitted, welfare, price) => {
      expect(emission(1, 1, ownShare, 0)).toBeCloseTo(emitted, 12);
      expect(emission(1, 1, ownShare, 1)).toBe(1);
      expect(emissionWelfare(emitted, 1, 1)).toBeCloseTo(welfare, 12);
      expect(emissionWelfare(1, 1, 1)).toBe(-1);
      expect(coasePrice(1, ownShare)).toBe(price);
      // The price makes the side feel what it does to the other.
      expect(1 / (ownShare + coasePrice(1, ownShare))).toBe(1);
    },
  );
});

describe("a facility that nobody wants nearby", () => {
  it.each([
    [2, 0.25, 0.75, 0.0625],
    [3, 0.25, 0.5, 0.125],
    [5, 0.5, 0.1591035847462854, 0.4204482076268573],
    [10, 0.1, 0.2257363173188729, 0.0774263682681127],
  ])("among %d volunteers at cost %d (Diekmann 1985)", (players, ratio, chance, none) => {
    expect(volunteerChance(ratio, players)).toBeCloseTo(chance, 12);
    expect(stalemateChance(ratio, players)).toBeCloseTo(none, 12);
    expect((1 - chance) ** players).toBeCloseTo(none, 12);
  });

  it("finds nobody where hosting costs more than it is worth, and a single one where it is worth it", () => {
    expect([volunteerChance(1, 3), stalemateChance(1.5, 3)]).toEqual([0, 1]);
    expect([volunteerChance(0.5, 1), stalemateChance(0.5, 1)]).toEqual([1, 0]);
  });

  it("goes to the lowest bid, which the others more than pay (Kunreuther et al. 1987)", () => {
    const cost = [30, 45, 60];
    const bids = cost.map((c) => maximinBid(c, 3));
    expect(bids).toEqual([20, 30, 40]);
    const host = lowestBid(bids);
    expect(host).toBe(0);
    const transfers = new Float64Array(3);
    auctionTransfers(bids, host, transfers);
    expect([...transfers].map((paid, k) => paid - (k === host ? cost[k] : 0))).toEqual([-10, -15, -20]);
    expect(-transfers.reduce((sum, paid) => sum + paid, 0)).toBe(15);
  });

  it("never leaves the auction in deficit, whatever the costs", () => {
    const { key0, key1 } = rootKey("auctions");
    for (let draw = 0; draw < 200; draw++) {
      const players = 2 + (draw % 7);
      const bids = Array.from({ length: players }, (_, k) =>
        maximinBid(uniform(key0, key1, draw, k), players),
      );
      const transfers = new Float64Array(players);
      auctionTransfers(bids, lowestBid(bids), transfers);
      expect(transfers.reduce((sum, paid) => sum + paid, 0)).toBeLessThanOrEqual(1e-12);
    }
    expect(lowestBid([])).toBe(-1);
  });
});

describe("zoning at a border", () => {
  const [E, A, U, N] = [0, 1, 2, 3];

  it("has the conflict index of the known answer", () => {
    expect(zoningConflict([E, E, A, U, A, E], [U, N, A, N, U, E], [1, 1, 1, 1, 1, 1])).toBeCloseTo(
      0.43333333333333335,
      12,
    );
    expect(zoningConflict([E, E], [N, E], [3, 1])).toBe(0.75);
    expect(zoningConflict([], [], [])).toBeNaN();
  });

  it("hurts both ways alike, and like uses not at all", () => {
    for (let one = 0; one < USES; one++) {
      expect(INCOMPATIBILITY[one * USES + one]).toBe(0);
      for (let other = 0; other < USES; other++)
        expect(INCOMPATIBILITY[one * USES + other]).toBe(INCOMPATIBILITY[other * USES + one]);
    }
  });

  const { key0, key1 } = rootKey("zoning");
  const rents = (draw: number, side: number): Float64Array =>
    Float64Array.from({ length: USES }, (_, use) => 2 * uniform(key0, key1, draw, side * USES + use));

  it("is best for both under the plan, nearly as good in the market, worst where each looks to itself", () => {
    const plan: Settlement = { left: 0, right: 0, payment: 0 };
    const market: Settlement = { left: 0, right: 0, payment: 0 };
    const sums = { alone: 0, market: 0, plan: 0 };
    let stoppedShort = 0;
    for (let draw = 0; draw < 400; draw++) {
      const [left, right] = [rents(draw, 0), rents(draw, 1)];
      const alone = segmentWelfare(left, right, ownBest(left), ownBest(right), 0.8);
      jointBest(left, right, 0.8, plan);
      bargain(left, right, 0.8, 0, market);
      const planned = segmentWelfare(left, right, plan.left, plan.right, 0.8);
      const dealt = segmentWelfare(left, right, market.left, market.right, 0.8);
      expect(dealt).toBeGreaterThanOrEqual(alone - 1e-12);
      expect(planned).toBeGreaterThanOrEqual(dealt - 1e-12);
      if (planned > dealt + 1e-12) stoppedShort++;
      sums.alone += alone;
      sums.market += dealt;
      sums.plan += planned;
    }
    expect(stoppedShort).toBeGreaterThan(0);
    expect((sums.plan - sums.market) / (sums.plan - sums.alone)).toBeLessThan(0.1);
  });

  it("pays who changes for the neighbour's sake, between its loss and the other's gain", () => {
    // The left would make nuisance for a little more than farming, next to the other's town.
    const deal: Settlement = { left: 0, right: 0, payment: 0 };
    bargain([0, 1, 0, 1.1], [0, 0, 2, 0], 0.8, 0, deal);
    expect([deal.left, deal.right]).toEqual([A, U]);
    const relief = 0.4 * (0.9 - 0.2);
    // Changing costs it 0.1 of rent and brings it the relief; the price lies half way from there to the other's relief.
    expect(deal.payment).toBeCloseTo(-0.05, 12);
    expect(-deal.payment).toBeLessThan(relief);
    bargain([0, 1, 0, 1.1], [0, 0, 2, 0], 0.8, 1, deal);
    expect(deal.left).toBe(A);
    bargain([0, 1, 0, 1.5], [0, 0, 2, 0], 0.8, 1, deal);
    expect([deal.left, deal.payment]).toEqual([N, 0]);
  });
});

describe("brand equity", () => {
  const rates = { gain: 0.25, decay: 0.1, harm: 0.3 };

  it("settles where what effort adds is what is forgotten", () => {
    let equity = 0;
    for (let year = 0; year < 400; year++) equity = nextEquity(equity, 0.8, 0.4, 0, rates);
    expect(equity).toBeCloseTo((0.25 * 0.8 * 0.4) / 0.1, 12);
  });

  it("stays between nothing and all, and falls with free riding", () => {
    expect(nextEquity(0.95, 1, 1, 0, rates)).toBe(1);
    expect(nextEquity(0.1, 0, 0, 1, rates)).toBe(0);
    expect(nextEquity(0.5, 0.5, 1, 0.4, rates)).toBeCloseTo(0.5 + 0.125 - 0.05 - 0.12, 12);
  });

  it("raises the farm-gate price by at most the premium", () => {
    expect([brandFactor(0.15, 0), brandFactor(0.15, 1)]).toEqual([1, 1.15]);
  });

  it("is paid for by half of the members where it brings what it costs, by hardly any far below", () => {
    expect(payingChance(0.03, 0.03, 0.02)).toBe(0.5);
    expect(payingChance(0, 0.1, 0.02)).toBeLessThan(0.01);
    expect(payingChance(0.1, 0, 0.02)).toBeGreaterThan(0.99);
  });
});

describe("division of labour in a cluster", () => {
  const one = (): number => 1;

  it("is complementary where places differ and are linked", () => {
    const [steel, silk] = [[1, 0], [0, 1]]; // prettier-ignore
    expect(complementarity([steel, silk], one, one)).toBe(1);
    expect(complementarity([steel, steel], one, one)).toBe(0);
    expect(complementarity([steel, silk], one, () => 0)).toBe(0);
    expect(complementarity([steel, silk, silk], one, one)).toBeCloseTo(2 / 3, 12);
    expect(complementarity([steel], one, one)).toBeNaN();
    expect(complementGain(0.1, 0.5)).toBe(1.05);
  });

  it("loses what the market doesn't take", () => {
    expect(duplicationPenalty([10, 10], [10, 10])).toBe(0);
    expect(duplicationPenalty([20, 0], [10, 10])).toBe(0.5);
    expect(duplicationPenalty([0, 0], [1, 1])).toBe(0);
  });
});

describe("generalised gradients", () => {
  it("level two places out as the closed form says", () => {
    const [a, b] = levelledOut(10, 2, 0.1, 5);
    expect(a).toBeCloseTo(7.471517764685769, 12);
    expect(b).toBeCloseTo(4.528482235314231, 12);
    let [high, low] = [10, 2];
    const steps = 100_000;
    for (let k = 0; k < steps; k++) {
      const flow = gradientFlow(high, low, { diffusion: 0.1 }) * (5 / steps);
      high -= flow;
      low += flow;
    }
    expect(high).toBeCloseTo(a, 4);
    expect(low).toBeCloseTo(b, 4);
  });

  it("draw from the lower to the higher where polarisation rules", () => {
    expect(gradientFlow(2, 10, { diffusion: 0.1, polarisation: 0.5 })).toBeCloseTo(-0.4, 12);
    expect(gradientFlow(10, 2, { diffusion: 0.1, polarisation: 0.5 })).toBeCloseTo(0.8, 12);
    expect(gradientFlow(10, 2, { diffusion: 0.1, contact: 0.5, open: 1.2 })).toBeCloseTo(0.48, 12);
  });

  it("set each other off where each place is the higher one in something", () => {
    const { net, gross, reciprocity } = exchange([0.9, 0.8, 0.2], [0.3, 0.4, 0.9], [0.5, 0.3, 0.2]);
    expect(net).toBeCloseTo(0.28, 12);
    expect(gross).toBeCloseTo(0.56, 12);
    expect(reciprocity).toBeCloseTo(0.5, 12);
    expect(exchange([1, 1], [0, 0], [1, 1]).reciprocity).toBe(0);
    expect(exchange([1, 0], [0, 1], [1, 1]).reciprocity).toBe(1);
    expect(exchange([1], [1], [1]).reciprocity).toBeNaN();
  });

  it("are refused between profiles of different dimensions", () => {
    expect(() => exchange([1], [1, 2], [1, 1])).toThrow("profiles of 1 and 2 dimensions with 2 weights");
  });
});
