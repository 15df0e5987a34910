import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BLOCK,
  blockSum,
  compensatedSum,
  exactSum,
  joinBlocks,
  pairwiseSum,
} from "../../sim/numerics/sums.ts";
import { chance } from "./arguments.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 2020 });

const sums = { compensatedSum, pairwiseSum, blockSum, exactSum };

const anyValues = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), {
  maxLength: 50,
});

describe("every sum", () => {
  for (const [name, sum] of Object.entries(sums)) {
    it(`${name} of whole numbers is the whole sum, of nothing 0`, () => {
      const values = Array.from({ length: 5000 }, (_, i) => i + 1);
      expect(sum(values)).toBe(12_502_500);
      expect(sum(Float64Array.from(values))).toBe(12_502_500);
      expect(sum([])).toBe(0);
      expect(sum([-3])).toBe(-3);
    });
  }

  it("can be asked for a part", () => {
    const values = [1, 2, 4, 8, 16];
    expect(compensatedSum(values, 1, 4)).toBe(14);
    expect(pairwiseSum(values, 1, 4)).toBe(14);
    expect(exactSum(values, 1, 4)).toBe(14);
    expect(blockSum(values, 3)).toBe(7);
    expect(joinBlocks(values, 2)).toBe(3);
  });
});

describe("accuracy", () => {
  it("compensatedSum and blockSum keep what a plain sum loses to a large number that comes and goes", () => {
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(blockSum([1e16, 1, 1, 1, 1, -1e16])).toBe(4);
    const values = Array.from({ length: 10 * BLOCK }, (_, i): number => (i === 0 ? 1e16 : 1));
    expect(values.reduce((a, b) => a + b)).not.toBe(1e16 + 10 * BLOCK - 1);
    expect(compensatedSum([...values, -1e16])).toBe(10 * BLOCK - 1);
    // The first block's part is rounded, to a multiple of 2 at that size.
    expect(blockSum([...values, -1e16])).toBe(10 * BLOCK);
  });

  it("a million tenths are 100,000 within one step by compensation, within 1e-9 by halves", () => {
    const values = new Float64Array(1_000_000).fill(0.1);
    expect(compensatedSum(values)).toBe(100_000);
    expect(blockSum(values)).toBe(100_000);
    expect(exactSum(values)).toBe(100_000);
    expect(Math.abs(pairwiseSum(values) - 100_000)).toBeLessThan(1e-9);
  });

  it("an infinite value makes the sum infinite, not NaN", () => {
    expect(compensatedSum([1, Infinity, 2])).toBe(Infinity);
    expect(blockSum([1, -Infinity, 2])).toBe(-Infinity);
    expect(compensatedSum([Infinity, -Infinity])).toBeNaN();
  });
});

describe("exactSum", () => {
  it("is the exact sum rounded once: compared with whole numbers in units of 2^-1074", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const exact = values.reduce((sum, value) => sum + inSmallestUnits(value), 0n);
        expect(Math.abs(exactSum(values) - nearestDouble(exact))).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it("rounds halves to even, and looks below the half", () => {
    const half = 2 ** -53;
    expect(exactSum([1, half])).toBe(1);
    expect(exactSum([1, half, 2 ** -110])).toBe(1 + 2 ** -52);
    expect(exactSum([1, half, -(2 ** -110)])).toBe(1);
    expect(exactSum([1 + 2 ** -52, half])).toBe(1 + 2 ** -51);
    expect(exactSum([1 + 2 ** -52, half, -(2 ** -110)])).toBe(1 + 2 ** -52);
  });

  it("is the same in any order", () => {
    const values = Array.from({ length: 500 }, (_, i) => (chance(1, i) - 0.5) * 2 ** (i % 100));
    const forwards = exactSum(values);
    expect(exactSum(values.toReversed())).toBe(forwards);
    expect(exactSum(values.toSorted((a, b) => a - b))).toBe(forwards);
  });
});

it("blocks that were added anywhere and joined in order give blockSum to the last bit", () => {
  const values = Float64Array.from({ length: 10_000 }, (_, i) => (chance(2, i) - 0.3) * 10 ** (i % 12));
  const parts: number[] = [];
  for (let block = Math.ceil(values.length / BLOCK) - 1; block >= 0; block--) {
    parts[block] = compensatedSum(values, block * BLOCK, Math.min((block + 1) * BLOCK, values.length));
  }
  expect(joinBlocks(parts)).toBe(blockSum(values));
});

const view = new DataView(new ArrayBuffer(8));

/** A double as a whole number of the smallest doubles, 2^-1074. */
function inSmallestUnits(value: number): bigint {
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const exponent = bits >> 52n;
  const fraction = bits & (2n ** 52n - 1n);
  const size = exponent === 0n ? fraction : (fraction | (2n ** 52n)) << (exponent - 1n);
  return value < 0 ? -size : size;
}

/** The double nearest to a whole number of smallest doubles, halves to even. */
function nearestDouble(units: bigint): number {
  const size = units < 0n ? -units : units;
  const surplus = Math.max(0, size.toString(2).length - 53);
  const kept = size >> BigInt(surplus);
  const rest = size - (kept << BigInt(surplus));
  const twice = 2n * rest - (surplus > 0 ? 1n << BigInt(surplus) : 0n);
  const up = surplus > 0 && (twice > 0n || (twice === 0n && kept % 2n === 1n));
  // Whole numbers up to 2^53 and powers of two: both conversions are exact.
  const value =
    Number(kept + (up ? 1n : 0n)) * 2 ** Math.max(surplus - 1074, -537) * 2 ** Math.min(surplus - 537, 0);
  return units < 0n ? -value : value;
}
