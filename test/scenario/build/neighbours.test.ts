import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestNeighbours, type Point } from "../../../sim/scenario/build/neighbours.ts";

const distance = (a: Point, b: Point): number => Math.sqrt((a.east - b.east) ** 2 + (a.north - b.north) ** 2);

function byComparingAll(
  points: readonly Point[],
  most: number,
  cost: (a: number, b: number) => number,
): unknown {
  return points.map(({ row }) =>
    points
      .filter((other) => other.row !== row)
      .map((other) => ({ row: other.row, cost: cost(row, other.row) }))
      .toSorted((a, b) => a.cost - b.cost || a.row - b.row)
      .slice(0, most),
  );
}

describe("the nearest neighbours found by rings of cells", () => {
  it("are those found by comparing all pairs, also where places share a point and roads are slow", () => {
    const somewhere = fc.record({
      east: fc.integer({ min: 0, max: 60 }),
      north: fc.integer({ min: -9, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(somewhere, { maxLength: 70 }), fc.integer({ min: 1, max: 4 }), (places, most) => {
        const points = places.map((place, k): Point => ({ row: k * 3, ...place }));
        const slow = (row: number): number => 1 + (row % 7) / 10;
        const cost = (a: number, b: number): number =>
          2 * distance(points[a / 3], points[b / 3]) * ((slow(a) + slow(b)) / 2);
        expect(nearestNeighbours(points, most, cost, 2)).toEqual(byComparingAll(points, most, cost));
      }),
      { seed: 20_261, numRuns: 300 },
    );
  });

  it("are none for a place that stands alone", () => {
    expect(nearestNeighbours([{ row: 5, east: 1, north: 1 }], 3, () => 1, 1)).toEqual([[]]);
    expect(nearestNeighbours([], 3, () => 1, 1)).toEqual([]);
  });
});
