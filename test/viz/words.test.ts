import { expect, test } from "vitest";
import { INDICATORS } from "../../sim/indicators/catalogue.ts";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import { en } from "../../viz/i18n/en.ts";
import { figure, number, unitName } from "../../viz/i18n/format.ts";
import { pieces, say } from "../../viz/i18n/words.ts";
import { zh } from "../../viz/i18n/zh.ts";

const slotsOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

const slotsOfAll = (words: Readonly<Record<string, string>>): [string, string[]][] =>
  Object.entries(words)
    .map(([key, text]): [string, string[]] => [key, slotsOf(text)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

test("Chinese has every word of the page, with the same slots as English", () => {
  expect(slotsOfAll(zh)).toEqual(slotsOfAll(en));
  expect(Object.entries(zh).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("a text keeps its filled slots apart from its words, so that figures can stand out", () => {
  expect(pieces("en", "status.seeds", { done: 3, all: 8 })).toEqual([
    { text: "3", slot: "done" },
    { text: " of ", slot: null },
    { text: "8", slot: "all" },
    { text: " seeds are in.", slot: null },
  ]);
});

test("what is put into a slot is not read as a slot again", () => {
  expect(say("en", "foot.seed", { seed: "{hash}" })).toBe("Seed {hash}");
});

test("a share is written in per cent, a person is whole, a minus sign is a minus sign", () => {
  expect(figure(0.384, "share", "en")).toBe("38\u202f%");
  expect(figure(0.0384, "share", "en")).toBe("3.8\u202f%");
  expect(figure(0.384, "share", "zh")).toBe("38%");
  expect(figure(-1234.6, "persons", "en")).toBe("−1,235 persons");
  expect(figure(1_234_567, "yuan/year", "zh", { compact: true })).toBe("123万元/年");
  expect(figure(0.02, "per-year", "en")).toBe("2\u202f% a year");
  expect(figure(2.345, "ratio", "en")).toBe("2.35");
});

test("what rounds to nothing has no sign", () => {
  expect(number(-0.04, 1, "en", { signed: true })).toBe("0.0");
  expect(number(0.04, 1, "en", { signed: true })).toBe("0.0");
  expect(number(0.06, 1, "en", { signed: true })).toBe("+0.1");
});

test("a figure that isn't there is a dash, not NaN", () => {
  expect(figure(Number.NaN, "persons", "en")).toBe("–");
  expect(figure(Infinity, "share", "zh")).toBe("–");
});

test("every unit of levers and indicators has a word in both languages", () => {
  const levers = Object.values(PARAMETERS).filter(({ kind }) => kind === "lever");
  const units = new Set([...levers, ...INDICATORS].map(({ unit }) => unit));
  // What is chosen by name has none.
  units.delete("code");
  expect([...units].filter((unit) => !(`unit.${unit}` in en))).toEqual([]);
});

test("an unknown unit is shown as it is written in the catalogue", () => {
  expect(unitName("persons/ha", "en")).toBe("persons/ha");
});
