import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMissing, readNumber } from "../../../sim/scenario/import/numbers.ts";

const inCommas = (text: string): readonly number[] => readNumber(text, true).values;
const inSemicolons = (text: string): readonly number[] => readNumber(text, false).values;

describe("reading a number", () => {
  it("understands plain numbers, signs, exponents and full-width digits", () => {
    expect(inCommas("12.5")).toEqual([12.5]);
    expect(inCommas("-3")).toEqual([-3]);
    expect(inCommas("\u22123")).toEqual([-3]);
    expect(inCommas("1.2e3")).toEqual([1200]);
    expect(inCommas("１２３．５")).toEqual([123.5]);
  });

  it("understands thousands parted by commas, spaces and apostrophes", () => {
    for (const text of ["1,234,567", "1 234 567", "1\u00a0234\u202f567", "1'234'567", "1’234’567"]) {
      expect(inCommas(text)).toEqual([1234567]);
    }
    expect(inCommas("1,234.5")).toEqual([1234.5]);
  });

  it("understands decimal commas where commas do not part cells", () => {
    expect(inSemicolons("12,5")).toEqual([12.5]);
    expect(inSemicolons("1.234.567,5")).toEqual([1234567.5]);
    expect(inCommas("12,5")).toEqual([]);
  });

  it("gives both readings of a comma before three digits", () => {
    expect(inSemicolons("1,748")).toEqual([1748, 1.748]);
    expect(inCommas("1,748")).toEqual([1748]);
  });

  it("sees the sign of per cent and takes it off", () => {
    expect(readNumber("12.3 %", true)).toEqual({ values: [12.3], percent: true });
    expect(readNumber("12.3％", true)).toEqual({ values: [12.3], percent: true });
  });

  it("reads no number from words, infinities, hexadecimals or grouped nonsense", () => {
    for (const text of [
      "abc",
      "12abc",
      "Infinity",
      "1e999",
      "0x10",
      "1,23,456",
      "1 2",
      "--1",
      "1.2.3",
      "%",
      "1".repeat(60),
    ]) {
      expect(inCommas(text)).toEqual([]);
    }
  });

  it("knows the usual words for no figure", () => {
    for (const text of ["", "-", "—", "NA", "n/a", "null", "…", "无"]) expect(isMissing(text)).toBe(true);
    for (const text of ["0", "none of it", "x"]) expect(isMissing(text)).toBe(false);
  });

  it("reads back every number that is written with thousands", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        const grouped = String(value).replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ",");
        expect(inCommas(grouped)).toEqual([value]);
        expect(inSemicolons(grouped)).toContain(value);
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
