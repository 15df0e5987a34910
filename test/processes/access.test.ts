import { describe, expect, it } from "vitest";
import { catchmentTrips, catchmentWeight } from "../../sim/processes/access.ts";
import { rentShareOf } from "../../sim/processes/rents.ts";
import { OUTSIDE, SEAT, VILLAGE } from "../../sim/world/tiers.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const bench = benchFor("access", fromFile("valley", "scale=20"), 12);
const { before, setting } = bench;
const { assumptions: a, drivers } = setting;
const { settlements: s, sizes } = before;
const plain = bench.after();
const inRegion = rowsWhere(sizes.settlements, (j) => s.tier[j] !== OUTSIDE);

describe("access to services", () => {
  it("gives out all that is supplied where anyone can reach it: people times access is supply", () => {
    const unit = before.clock.accessUnit[0] * drivers.productivity[12];
    const enjoyed = sum(
      inRegion.map((j) => s.residents[j] * sizes.scale * plain.settlements.access[j] * unit),
    );
    expect(enjoyed / sum(inRegion.map((j) => s.serviceSupply[j]))).toBeCloseTo(1, 9);
  });

  it("is at the start one on average, the supply per head of the region", () => {
    const start = benchFor("access", fromFile("valley", "scale=20"));
    const { settlements } = start.before;
    const people = sum(inRegion.map((j) => settlements.residents[j]));
    const mean = sum(inRegion.map((j) => settlements.residents[j] * settlements.access[j])) / people;
    expect(mean).toBeCloseTo(1, 6);
  });

  it("rises with supply in place and for those near it, and for nobody out of reach", () => {
    const [seat] = rowsWhere(sizes.settlements, (j) => s.tier[j] === SEAT);
    const more = bench.after((w) => {
      w.settlements.serviceSupply[seat] *= 2;
    });
    const trips = catchmentTrips(before, a.catchmentMinutes);
    const near = new Set(
      rowsWhere(sizes.reach, (row) => trips.to[row] === seat && trips.weight[row] > 0).map(
        (row) => trips.from[row],
      ),
    );
    expect(near.size).toBeGreaterThan(1);
    for (const j of inRegion) {
      if (near.has(j)) expect(more.settlements.access[j]).toBeGreaterThan(plain.settlements.access[j]);
      else expect(more.settlements.access[j]).toBe(plain.settlements.access[j]);
    }
  });

  it("falls where more people come, and is worked out anew in January alone", () => {
    const [village] = rowsWhere(
      sizes.settlements,
      (j) => s.tier[j] === VILLAGE && plain.settlements.access[j] > 0,
    );
    const crowd = bench.after((w) => {
      w.settlements.residents[village] += 1000;
    });
    expect(crowd.settlements.access[village]).toBeLessThan(plain.settlements.access[village]);
    const march = benchFor("access", fromFile("valley", "scale=20"), 2);
    expect(march.after((w) => w.settlements.serviceSupply.fill(0)).settlements.access).toEqual(
      march.before.settlements.access,
    );
  });

  it("weighs what is in place fully, what is at the edge not at all, and less the farther it is", () => {
    expect(catchmentWeight(0, 20)).toBe(1);
    expect(catchmentWeight(20, 20)).toBeCloseTo(0, 12);
    expect(catchmentWeight(20.001, 20)).toBe(0);
    for (let t = 1; t <= 20; t++) expect(catchmentWeight(t, 20)).toBeLessThan(catchmentWeight(t - 1, 20));
  });
});

describe("rents", () => {
  const rents = benchFor("rents", fromFile("valley", "scale=20"), 6);

  it("rise with residents per built area by their elasticity, up to nine tenths of a wage", () => {
    const [seat] = rowsWhere(sizes.settlements, (j) => s.tier[j] === SEAT);
    const twice = rents.after((w) => {
      w.settlements.residents[seat] *= 2;
    });
    const was = rents.after().settlements.rentShare[seat];
    expect(twice.settlements.rentShare[seat] / was).toBeCloseTo(2 ** a.rentElasticity, 9);
    const crammed = rents.after((w) => {
      w.settlements.residents[seat] *= 1000;
    });
    expect(crammed.settlements.rentShare[seat]).toBe(0.9);
  });

  it("fall where land is built over, and stay as they are outside", () => {
    const [seat] = rowsWhere(sizes.settlements, (j) => s.tier[j] === SEAT);
    const built = rents.after((w) => {
      w.settlements.commercial[seat] *= 3;
    });
    expect(built.settlements.rentShare[seat]).toBeLessThan(rents.after().settlements.rentShare[seat]);
    for (const j of rowsWhere(sizes.settlements, (k) => s.tier[k] === OUTSIDE)) {
      expect(rents.after((w) => (w.settlements.residents[j] *= 5)).settlements.rentShare[j]).toBe(
        rents.before.settlements.rentShare[j],
      );
    }
  });

  it("are those of the start at the density of the start", () => {
    expect(rentShareOf(0.15, 0.01, 0.01, 0.7)).toBe(0.15);
    expect(rentShareOf(0.15, 0.02, 0.01, 0.7)).toBeCloseTo(0.15 * 1.6245047927124712, 12);
    expect(rentShareOf(0.15, 0.02, 0.01, 0)).toBe(0.15);
    expect(rentShareOf(0.15, 0.02, 0, 0.7)).toBe(0.15);
  });
});
