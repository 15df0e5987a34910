import { describe, expect, it } from "vitest";
import { costSummary } from "../../../sim/batch/report/costs.ts";

const band = (low: number, high: number) => ({ mean: (low + high) / 2, low, high });
const told = (low: number, high: number, yuan: number | null): string =>
  costSummary(
    {
      payers: [{ policy: undefined, county: band(0, 0), state: band(50, 50) }],
      perPerson: [{ id: "village", persons: band(low, high), yuan }],
    },
    [],
    [],
  )!
    .split("\n")
    .find((line) => line.startsWith("people in villages"))!;

describe("what a person won costs the public", () => {
  it("is told where people are surely won", () => {
    expect(told(100, 300, 1234)).toMatch(/ 1,234 yuan each$/);
  });

  it("is told as nothing where they are won without any cost", () => {
    expect(told(100, 300, null)).toMatch(/ at no cost$/);
  });

  it("can't be told where it isn't sure that anyone is won", () => {
    expect(told(-100, 300, null)).toMatch(/ not distinguishable$/);
  });

  it("can't be told where there are surely fewer, which is said", () => {
    expect(told(-300, -100, null)).toMatch(/ nobody won: there are fewer$/);
  });
});
