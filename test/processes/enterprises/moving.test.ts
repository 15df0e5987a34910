import { describe, expect, it } from "vitest";
import { leverValues } from "../../../sim/policy/levers.ts";
import { MANUFACTURING, PROCESSING } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE, SEAT } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";
import { compare, openRows } from "./rows.ts";
import { a, before, bench, s, sizes, still } from "./valley.ts";

describe("moving", () => {
  const restless = { ...still, insolvencyMonths: 0, relocationRate: 1 };
  const movedTo = (w: World, j: number): number =>
    openRows(w).filter((i) => w.enterprises.settlement[i] === j && before.enterprises.settlement[i] !== j)
      .length;
  const seat = rowsWhere(sizes.settlements, (j) => s.tier[j] === SEAT)[0];
  const roomy = (w: World): void => {
    for (let j = 0; j < sizes.settlements; j++) w.settlements.industrial[j] *= 3;
  };

  it("takes capital, debt and till along, but for what can't be moved, and nothing is lost", () => {
    const world = bench.after(roomy, { assumptions: restless });
    const opening = openBooks(before);
    roomyAreas(world, opening.areas);
    const moved = openRows(world).filter(
      (i) => world.enterprises.settlement[i] !== before.enterprises.settlement[i],
    );
    expect(moved.length).toBeGreaterThan(5);
    const stoodFor = sum(moved.map((i) => world.enterprises.stands[i]));
    expect(sum(world.relocations.count) - sum(before.relocations.count)).toBe(stoodFor);
    expect(misses(world, opening)).toEqual([]);
    expect(compare(world, 6)).toBeGreaterThan(100);
    const scrapped = sum(world.firms.scrapped) - sum(before.firms.scrapped);
    const arrived = sum(world.relocations.capital) - sum(before.relocations.capital);
    expect(scrapped / (arrived + scrapped)).toBeCloseTo(a.relocationLoss, 4);
  });

  const roomyAreas = (w: World, areas: Float64Array): void =>
    areas.forEach((_, j) => (areas[j] += w.settlements.industrial[j] - s.industrial[j]));

  it("goes where grants are given, and stays where nothing is gained and a move costs much", () => {
    const granted = bench.after(
      (w) => {
        roomy(w);
        leverValues(w, "investmentSubsidy")[seat] = 0.9;
      },
      { assumptions: restless },
    );
    const plain = bench.after(roomy, { assumptions: restless });
    expect(movedTo(granted, seat)).toBeGreaterThan(movedTo(plain, seat));
    const dear = bench.after(roomy, {
      assumptions: { ...restless, relocationLoss: 1, relocationSpread: 0.005 },
    });
    expect(sum(dear.relocations.count) - sum(before.relocations.count)).toBe(0);
  });

  it("goes for grants to farm processing where it processes, and not otherwise", () => {
    // With three persons an agent there are mills enough for some to come up in a month.
    const fine = benchFor("enterprises", fromFile("valley", "scale=3"), 5);
    const cities = rowsWhere(sizes.settlements, (j) => s.tier[j] >= SEAT && s.tier[j] < OUTSIDE);
    const start = fine.before.enterprises.settlement;
    const arrivals = (w: World, sector: number): number =>
      openRows(w).filter(
        (i) =>
          w.enterprises.sector[i] === sector &&
          cities.includes(w.enterprises.settlement[i]) &&
          !cities.includes(start[i]),
      ).length;
    const keen = { assumptions: { ...restless, relocationSpread: 0.01, relocationDistance: 0 } };
    const supported = fine.after((w) => {
      roomy(w);
      for (const j of cities) leverValues(w, "processingSupport")[j] = 0.9;
    }, keen);
    const plain = fine.after(roomy, keen);
    expect(arrivals(supported, PROCESSING)).toBeGreaterThan(arrivals(plain, PROCESSING));
    expect(arrivals(supported, MANUFACTURING)).toBe(arrivals(plain, MANUFACTURING));
  });

  it("needs building land for all of it", () => {
    const full = bench.after(
      (w) => {
        w.settlements.industrial.fill(0);
        w.settlements.commercial.fill(0);
      },
      { assumptions: restless },
    );
    expect(sum(full.relocations.count)).toBe(sum(before.relocations.count));
  });
});
