import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { childKey, drawCounter, Purpose, purposeKey, rootKey } from "../../sim/numerics/keyed.ts";
import { uniform } from "../../sim/numerics/threefry.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 2020 });

const isWord = (value: number): boolean => value >>> 0 === value;

describe("the key of a run", () => {
  it("is made from any string, and the same from the same string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (seed) => {
        const key = rootKey(seed);
        expect(rootKey(seed)).toEqual(key);
        expect(isWord(key.key0) && isWord(key.key1)).toBe(true);
      }),
    );
  });

  it("differs between seeds, also between neighbouring numbers", () => {
    const keys = new Set<string>();
    for (let seed = 0; seed < 20_000; seed++) keys.add(Object.values(rootKey(String(seed))).join());
    for (const seed of ["", " ", "a", "A", "baseline", "baseline ", "Ürümqi", "衢州"]) {
      keys.add(Object.values(rootKey(seed)).join());
    }
    expect(keys.size).toBe(20_008);
  });

  it("of a known seed is what it has always been: recorded results depend on it", () => {
    expect(rootKey("urflow")).toEqual({ key0: 2363881073, key1: 3141784137 });
  });

  it("neither loads nor draws with Math.random", async () => {
    vi.resetModules();
    const random = vi.spyOn(Math, "random");
    const fresh = await import("../../sim/numerics/keyed.ts");
    fresh.rootKey("quiet");
    expect(random).not.toHaveBeenCalled();
    random.mockRestore();
  });
});

describe("purposes", () => {
  it("keep their ids, for recorded results depend on them; new ones are appended", () => {
    expect(Object.entries(Purpose).slice(0, 13)).toEqual([
      ["synthesis", 1],
      ["consider", 2],
      ["choice", 3],
      ["candidates", 4],
      ["hire", 5],
      ["separate", 6],
      ["birth", 7],
      ["death", 8],
      ["schooling", 9],
      ["firm", 10],
      ["policy", 11],
      ["kernel", 12],
      ["noise", 13],
    ]);
    expect(new Set(Object.values(Purpose)).size).toBe(Object.keys(Purpose).length);
  });

  it("have keys of their own, whose draws for one person have nothing in common", () => {
    const root = rootKey("purposes");
    const keys = Object.values(Purpose).map((purpose) => purposeKey(root, purpose));
    expect(new Set(keys.map((key) => `${key.key0},${key.key1}`)).size).toBe(keys.length);
    const [one, two] = keys;
    let products = 0;
    for (let person = 0; person < 20_000; person++) {
      const first = uniform(one?.key0 ?? 0, one?.key1 ?? 0, person, 0);
      const second = uniform(two?.key0 ?? 0, two?.key1 ?? 0, person, 0);
      products += (first - 0.5) * (second - 0.5);
    }
    // The correlation has deviation 1 / sqrt(20000) = 0.007.
    expect(Math.abs((12 * products) / 20_000)).toBeLessThan(0.035);
  });
});

describe("the luck key of a newborn", () => {
  it("depends on parent, ordinal and month, and on nothing else", () => {
    const key = childKey(12345, 0, 7);
    expect(isWord(key)).toBe(true);
    expect(childKey(12345, 0, 7)).toBe(key);
    expect(new Set([key, childKey(12346, 0, 7), childKey(12345, 1, 7), childKey(12345, 0, 8)]).size).toBe(4);
  });

  it("rarely meets another: pairs among 30,000 children are as few as chance has it", () => {
    const keys = new Set<number>();
    for (let parent = 0; parent < 1000; parent++) {
      for (let child = 0; child < 30; child++) keys.add(childKey(parent, child % 3, child));
    }
    // Expected pairs: 30000^2 / 2^33 = 0.1; six or more would be a fault of the hash.
    expect(keys.size).toBeGreaterThan(30_000 - 6);
  });
});

it("the counter of a draw tells step and index apart up to its stated limits", () => {
  expect(drawCounter(0, 0)).toBe(0);
  expect(drawCounter(0, 63)).toBe(63);
  expect(drawCounter(1, 0)).toBe(64);
  expect(drawCounter(67_108_863, 63)).toBe(0xffffffff);
  expect(drawCounter(67_108_864, 0)).toBe(0);
  const seen = new Set<number>();
  for (let step = 0; step < 360; step++) {
    for (let index = 0; index < 64; index++) seen.add(drawCounter(step, index));
  }
  expect(seen.size).toBe(360 * 64);
});
