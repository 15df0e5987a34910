import { describe, expect, it } from "vitest";
import { exp, ln } from "../../sim/numerics/elementary.ts";
import {
  EXP_HIGH,
  EXP_LOW,
  FOLD,
  LN2_HIGH,
  LN2_LOW,
  LN_HIGH,
  LN_LOW,
  LN_RECIPROCAL,
  LOWEST_EXPONENT,
  POWER_OF_TWO,
  powerOfTwoFraction,
  STEPS,
} from "../../sim/numerics/tables.ts";
import { lnError } from "./exact.ts";

describe("the tables of the elementary functions", () => {
  it("hold every power of two exactly", () => {
    expect(POWER_OF_TWO.length).toBe(2098);
    POWER_OF_TWO.forEach((power, i) => expect(power).toBe(2 ** (i + LOWEST_EXPONENT)));
  });

  it("bring every reduced argument within 2^-7 of 1, without rounding", () => {
    for (let step = 0; step < STEPS; step++) {
      const half = step < FOLD ? 1 : 0.5;
      const reciprocal = LN_RECIPROCAL[step] ?? NaN;
      // Eight bits, or seven after the point: a product with 24 bits is exact.
      expect(Number.isInteger(reciprocal * 256)).toBe(true);
      for (const z of [half * (1 + step / STEPS), half * (1 + (step + 1) / STEPS)]) {
        expect(Math.abs(z * reciprocal - 1)).toBeLessThanOrEqual(2 ** -7);
      }
    }
    expect([LN_RECIPROCAL[0], LN_RECIPROCAL[STEPS - 1]]).toEqual([1, 1]);
  });

  it("hold logarithms whose high parts add up exactly", () => {
    const onGrid = (value: number): boolean => Number.isInteger(value * 2 ** 42);
    expect(onGrid(LN2_HIGH) && LN_HIGH.every(onGrid)).toBe(true);
    expect(lnError(2, LN2_HIGH + LN2_LOW)).toBeLessThan(0.51);
    for (let step = 0; step < STEPS; step++) {
      const logarithm = (LN_HIGH[step] ?? NaN) + (LN_LOW[step] ?? NaN);
      expect(logarithm).toBe(0 - ln(LN_RECIPROCAL[step] ?? NaN));
      expect(Math.abs(LN_LOW[step] ?? NaN)).toBeLessThanOrEqual(2 ** -43);
    }
  });

  it("hold roots of 2 in two parts, of which the first is the nearest double", () => {
    for (let step = 0; step < STEPS; step++) {
      const [high, low] = powerOfTwoFraction(step / STEPS);
      expect([high, low]).toEqual([EXP_HIGH[step], EXP_LOW[step]]);
      expect(high + low).toBe(high);
      expect(Math.abs(high / exp((step / STEPS) * Math.LN2) - 1)).toBeLessThan(3e-16);
    }
    // The square of the middle one, exactly: (high + low)^2 = 2, what is left is below 2^-100.
    const [high, low] = powerOfTwoFraction(0.5);
    const square = BigInt(high * 2 ** 52) ** 2n;
    const rest = 2n ** 105n - square;
    expect(Math.abs(Number(rest) / 2 ** 104 / (2 * high) - low)).toBeLessThan(2 ** -100);
  });

  it("refuse a fraction that they do not hold", () => {
    for (const fraction of [1, -1 / 128, 1 / 3, NaN]) {
      expect(() => powerOfTwoFraction(fraction)).toThrow(/is not a multiple of 1\/128 in \[0, 1\)/);
    }
  });
});
