import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Edge, shortestPaths } from "../../sim/numerics/shortestPaths.ts";

/** All lengths between nodes, by trying every node on the way (Floyd & Warshall 1962). */
function allLengths(edges: readonly (readonly Edge[])[]): number[][] {
  const lengths = edges.map((from, k) =>
    edges.map((_, to) =>
      k === to ? 0 : Math.min(Infinity, ...from.filter((edge) => edge.to === to).map(({ length }) => length)),
    ),
  );
  for (let via = 0; via < edges.length; via++) {
    for (const row of lengths) {
      for (let to = 0; to < edges.length; to++) row[to] = Math.min(row[to], row[via] + lengths[via][to]);
    }
  }
  return lengths;
}

/** Whole lengths, whose sums are exact in any order, with many ties. */
const nets = fc.integer({ min: 1, max: 12 }).chain((nodes) =>
  fc.array(fc.array(fc.record({ to: fc.nat(nodes - 1), length: fc.nat(5) }), { maxLength: 4 }), {
    minLength: nodes,
    maxLength: nodes,
  }),
);

describe("the shortest paths through a net", () => {
  it("are those that are found by trying every way", () => {
    fc.assert(
      fc.property(nets, (edges) => {
        const lengths = new Float64Array(edges.length);
        const known = allLengths(edges);
        edges.forEach((_, from) => {
          const settled = shortestPaths(edges, from, Infinity, lengths);
          expect([...lengths]).toEqual(known[from]);
          expect(settled.map((at) => lengths[at])).toEqual(
            known[from].filter((length) => length < Infinity).toSorted((a, b) => a - b),
          );
        });
      }),
    );
  });

  it("end at the limit", () => {
    const edges: Edge[][] = [[{ to: 1, length: 4 }], [{ to: 2, length: 4 }], []];
    const lengths = new Float64Array(3);
    expect(shortestPaths(edges, 0, 7, lengths)).toEqual([0, 1]);
    expect([...lengths]).toEqual([0, 4, Infinity]);
  });
});
