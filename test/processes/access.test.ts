import { describe, expect, it } from "vitest";
import { catchmentTrips, catchmentWeight } from "../../sim/processes/access.ts";
import { rentShareOf } from "../../sim/processes/rents.ts";
import { CLINIC, HOSPITAL, kindShare, SCHOOL, serviceUnits } from "../../sim/world/services.ts";
import { OUTSIDE, SEAT, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const bench = benchFor("access", fromFile("valley", "scale=20"), 12);
const { before, setting } = bench;
const { assumptions: a, drivers } = setting;
const { settlements: s, sizes } = before;
const plain = bench.after();
const inRegion = rowsWhere(sizes.settlements, (j) => s.tier[j] !== OUTSIDE);

describe("access to services", () => {
  const kinds = [
    ["schools", "accessSchool", "schoolUnit", SCHOOL],
    ["clinics", "accessClinic", "clinicUnit", CLINIC],
    ["county hospitals", "accessHospital", "hospitalUnit", HOSPITAL],
  ] as const;
  const clientsOf = (w: World, kind: number, j: number): number =>
    sizes.scale * (kind === SCHOOL ? w.settlements.pupils[j] : w.settlements.residents[j]);
  /** Supply of a kind in a place, in what it is worth where people live as close as can be. */
  const worth = (w: World, kind: number, j: number): number => {
    const people = w.settlements.residents[j] * sizes.scale;
    const units = serviceUnits(people, w.settlements.areaKm2[j], a.densityCost);
    return (
      (w.settlements.serviceSupply[j] * kindShare(s.tier[j], kind, a.schoolShare, a.hospitalShare) * people) /
      units
    );
  };

  it.each(kinds)(
    "of %s gives out all that is supplied: clients times access is supply",
    (_, of, unit, kind) => {
      const one = before.clock[unit][0] * drivers.productivity[12];
      const enjoyed = sum(inRegion.map((j) => clientsOf(plain, kind, j) * plain.settlements[of][j] * one));
      expect(enjoyed / sum(inRegion.map((j) => worth(plain, kind, j)))).toBeCloseTo(1, 9);
    },
  );

  it.each(kinds)("to %s is at the start one on average over their clients", (_, of, __, kind) => {
    const { before: start } = benchFor("access", fromFile("valley", "scale=20"));
    const clients = sum(inRegion.map((j) => clientsOf(start, kind, j)));
    const mean = sum(inRegion.map((j) => clientsOf(start, kind, j) * start.settlements[of][j])) / clients;
    expect(clients).toBeGreaterThan(1000);
    expect(mean).toBeCloseTo(1, 6);
  });

  it("is the mean of the three kinds, and one at the gateways", () => {
    for (let j = 0; j < sizes.settlements; j++) {
      const { accessSchool, accessClinic, accessHospital } = plain.settlements;
      const mean = (accessSchool[j] + accessClinic[j] + accessHospital[j]) / 3;
      expect(plain.settlements.access[j]).toBeCloseTo(s.tier[j] === OUTSIDE ? 1 : mean, 12);
    }
  });

  it("to a county hospital is there within its catchment of a seat or core alone", () => {
    const trips = catchmentTrips(before, a.hospitalMinutes);
    const near = new Set(
      rowsWhere(sizes.reach, (row) => s.tier[trips.to[row]] >= SEAT && trips.weight[row] > 0).map(
        (row) => trips.from[row],
      ),
    );
    for (const j of inRegion) expect(plain.settlements.accessHospital[j] > 0).toBe(near.has(j));
    expect(near.size).toBeGreaterThan(5);
  });

  it("counts pupils by age: from six to below eighteen", () => {
    const { persons: p, clock } = before;
    for (const j of inRegion.slice(0, 20)) {
      const young = rowsWhere(
        clock.personRows[0],
        (i) => p.flags[i] !== 0 && p.residence[i] === j && 12 - p.born[i] >= 72 && 12 - p.born[i] < 216,
      );
      expect(plain.settlements.pupils[j]).toBe(young.length);
    }
  });

  it("costs twice as much a head at the density that says so, and nothing where nobody lives", () => {
    expect(serviceUnits(3000, 100, 30)).toBe(6000);
    expect(serviceUnits(3_000_000, 100, 30) / 3_000_000).toBeCloseTo(1.001, 12);
    expect(serviceUnits(3000, 100, 0)).toBe(3000);
    expect(serviceUnits(0, 100, 30)).toBe(0);
    const shares = [SCHOOL, CLINIC, HOSPITAL].map((kind) => kindShare(SEAT, kind, 0.5, 0.7));
    expect(sum(shares)).toBeCloseTo(1, 12);
    expect(kindShare(VILLAGE, HOSPITAL, 0.5, 0.7)).toBe(0);
    expect(kindShare(VILLAGE, CLINIC, 0.4, 0.7)).toBe(0.6);
  });

  it("rises with supply in place and for those near it, and for nobody out of reach", () => {
    const [seat] = rowsWhere(sizes.settlements, (j) => s.tier[j] === SEAT);
    const more = bench.after((w) => {
      w.settlements.serviceSupply[seat] *= 2;
    });
    const trips = catchmentTrips(before, a.hospitalMinutes);
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
