import { describe, expect, it } from "vitest";
import { leverIndex } from "../../../sim/policy/resolve.ts";
import { MANUFACTURING, PROCESSING } from "../../../sim/world/jurisdictions.ts";
import { SEAT } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { rowsWhere, sum } from "../bench.ts";
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
        w.levers.value[seat * sizes.levers + leverIndex("investmentSubsidy")] = 0.9;
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
    const sectorsMoved = (w: World): number[] =>
      [PROCESSING, MANUFACTURING].map(
        (sector) =>
          openRows(w).filter(
            (i) =>
              w.enterprises.sector[i] === sector &&
              w.enterprises.settlement[i] === seat &&
              before.enterprises.settlement[i] !== seat,
          ).length,
      );
    const supported = bench.after(
      (w) => {
        roomy(w);
        w.levers.value[seat * sizes.levers + leverIndex("processingSupport")] = 0.9;
      },
      { assumptions: restless },
    );
    const [mills, works] = sectorsMoved(supported);
    const [millsPlain, worksPlain] = sectorsMoved(bench.after(roomy, { assumptions: restless }));
    expect(mills).toBeGreaterThan(millsPlain);
    expect(works).toBeLessThanOrEqual(worksPlain);
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
