import { describe, expect, it } from "vitest";
import { fifthsOf } from "../../sim/indicators/incomes.ts";

describe("fifths of incomes", () => {
  it("are parted within a class where a border falls into it", () => {
    // Ten people: 3 with 10, 4 with 20, 3 with 50; fifths of two: 10 10 | 10 20 | 20 20 | 20 50 | 50 50.
    expect([...fifthsOf([3, 4, 3], [10, 20, 50])]).toEqual([10, 15, 20, 35, 50]);
    expect([...fifthsOf([0, 1, 0], [10, 20, 50])].map((mean) => Math.round(mean))).toEqual([
      20, 20, 20, 20, 20,
    ]);
  });

  it("rise, and have the mean of all as their mean", () => {
    const [classes, incomes] = [
      [7, 0, 13, 2, 41, 5],
      [1, 2, 4, 8, 16, 32],
    ];
    const fifths = [...fifthsOf(classes, incomes)];
    const people = classes.reduce((sum, count) => sum + count, 0);
    const all = classes.reduce((sum, count, k) => sum + count * incomes[k], 0);
    expect(fifths.reduce((sum, mean) => sum + mean, 0) / 5).toBeCloseTo(all / people, 10);
    expect(fifths).toEqual(fifths.toSorted((a, b) => a - b));
  });

  it("of nobody have no income", () => {
    expect([...fifthsOf([0, 0], [1, 2])].every(Number.isNaN)).toBe(true);
  });
});
