import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference, figure, figureText, grouped } from "../../../sim/batch/report/figures.ts";
import { headline } from "../../../sim/batch/report/headline.ts";
import { layOut } from "../../../sim/batch/report/layout.ts";
import { axis, tickText } from "../../../sim/batch/report/scale.ts";

describe("figures", () => {
  test("come in the form that readers of their unit expect", () => {
    expect(figure(0.4127, "share")).toBe("41.3 %");
    expect(figure(1234567, "persons")).toBe("1,234,567");
    expect(figure(2.07891, "ratio")).toBe("2.079");
    expect(figure(-12.34, "permille/year")).toBe("-12.3");
    expect(figure(1_230_000_000, "yuan/year")).toBe("1.23 bn");
    expect(figure(-994_000_000, "yuan/year")).toBe("-994 m");
    expect(figure(11_164, "yuan/year")).toBe("11,164");
    expect(figure(NaN, "share")).toBe("–");
  });

  test("of money count in Chinese by ten thousand and by a hundred million", () => {
    expect(figureText(1_230_000_000, "yuan/year")).toEqual({ en: "1.23 bn", zh: "12.30亿" });
    expect(figureText(-15_570_000, "yuan")).toEqual({ en: "-15.57 m", zh: "-1557万" });
    expect(figureText(0.5, "share")).toEqual({ en: "50.0 %", zh: "50.0 %" });
  });

  test("have no sign where they round to nothing", () => {
    expect(figure(-0.00001, "share")).toBe("0.0 %");
    expect(difference(0.000001, "share")).toBe("0.00 pp");
    expect(difference(0.0127, "share")).toBe("+1.27 pp");
    expect(difference(-340, "persons")).toBe("-340");
  });

  test("of whole numbers keep every digit", () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(Number(grouped(value).replaceAll(",", ""))).toBe(value);
        expect(grouped(value)).toMatch(/^-?\d{1,3}(,\d{3})*$/);
      }),
      { seed: 4 },
    );
  });
});

describe("an axis", () => {
  test("holds every value on a few round steps", () => {
    const values = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(values, (list) => {
        fc.pre(list.every((value) => value === 0 || Math.abs(value) > 1e-6));
        const { low, high, ticks, step } = axis(list);
        for (const value of list) {
          expect(value).toBeGreaterThanOrEqual(low - step * 1e-6);
          expect(value).toBeLessThanOrEqual(high + step * 1e-6);
        }
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(Number(step.toExponential().split("e")[0])).toSatisfy((lead: number) =>
          [1, 2, 5].includes(lead),
        );
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  test("has ticks whose texts all differ", () => {
    for (const [values, unit] of [
      [[0.4811, 0.4823], "share"],
      [[1_001_000_000, 1_004_000_000], "yuan/year"],
      [[999_000, 1_100_000], "yuan"],
      [[2.01, 2.04], "ratio"],
    ] as const) {
      const { ticks, step } = axis([...values]);
      const texts = ticks.map((tick) => tickText(tick, step, unit));
      expect(new Set(texts.map(({ en }) => en)).size).toBe(ticks.length);
      expect(new Set(texts.map(({ zh }) => zh)).size).toBe(ticks.length);
    }
  });
});

describe("the headline", () => {
  const told = (people: number, lent: number, language: "en" | "zh" = "en"): string =>
    headline({
      scenario: { id: "x", title: { en: "X", zh: "某" } },
      years: [2020, 2050],
      indicators: {
        "population.village": Float64Array.of(1000, people),
        "savingsLent.village": Float64Array.of(NaN, lent),
      },
    })[language];

  test("says what the villages lost of people and of savings", () => {
    expect(told(590, 0.63)).toBe(
      "By 2050 the villages have lost 41 % of their people and 63 of every 100 yuan they saved.",
    );
    expect(told(966, 0.63)).toContain("lost 3.4 % of their people");
  });

  test("says what they gained or kept, if they did", () => {
    expect(told(1200, -0.1)).toBe(
      "By 2050 the villages have gained 20 % in people and gained 10 yuan for every 100 they saved.",
    );
    expect(told(1001, 0.001)).toBe(
      "By 2050 the villages have kept about as many people as in 2020 and kept the money they saved.",
    );
    expect(told(590, 1.2)).toContain("more than all they saved: 120 yuan for every 100");
    expect(told(590, NaN)).toBe("By 2050 the villages have lost 41 % of their people.");
  });

  test("says the same in Chinese, without the signs that keep a line together on the page", () => {
    expect(told(590, 0.63, "zh")).toBe("到2050年，乡村失去了41%的人口，每存下100元就有63元流失。");
    expect(told(1200, NaN, "zh")).toBe("到2050年，乡村人口增加了20%。");
  });
});

test("a printed table lines up its columns, also with Chinese signs", () => {
  expect(
    layOut(
      [
        ["a", "1"],
        ["衢州", "23"],
        ["long", ""],
      ],
      "<>",
    ),
  ).toBe("a      1\n衢州  23\nlong");
});
