import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildWorld } from "../../../sim/scenario/build/build.ts";
import { importUnits } from "../../../sim/scenario/import/import.ts";
import { parseScenario } from "../../../sim/scenario/validate.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import { HEADER, PLAIN, table } from "./tables.ts";

/** A unit in the east of China with any mixture of what a table may tell. */
const unit = fc.record({
  name: fc.oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
    fc.constantFrom(
      "柯城区",
      "Kecheng",
      "__proto__",
      "null",
      "true",
      "1e3",
      "- x",
      "a: b",
      "#",
      "'",
      "\\",
      "~",
      "市",
    ),
  ),
  population: fc.oneof(fc.integer({ min: 300, max: 5000 }), fc.integer({ min: 1, max: 2_000_000 })),
  urban: fc.double({ min: 0, max: 1, noNaN: true }),
  longitude: fc.double({ min: 112, max: 121, noNaN: true }),
  latitude: fc.double({ min: 24, max: 36, noNaN: true }),
  /** Over the residents; without it the table does not tell. */
  registered: fc.option(fc.double({ min: 0.06, max: 19, noNaN: true })),
  towns: fc.option(fc.integer({ min: 0, max: 30 }), { nil: "" }),
  villages: fc.option(fc.integer({ min: 1, max: 300 }), { nil: "" }),
  prefecture: fc.constantFrom("", "A", "衢州市"),
  kind: fc.constantFrom("", "", "core", "county"),
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const tableOf = (units: readonly (typeof unit extends fc.Arbitrary<infer T> ? T : never)[]): string =>
  table([
    [...HEADER, "registered", "towns", "villages", "prefecture", "kind"],
    ...units.map((one) => [
      quoted(one.name),
      one.population,
      one.urban,
      one.longitude,
      one.latitude,
      one.registered === null ? "" : Math.ceil(one.registered * one.population),
      one.towns,
      one.villages,
      one.prefecture,
      one.kind,
    ]),
  ]);

describe("any table that is accepted", () => {
  it("gives a scenario that parses, builds, and has the residents of the table", () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (units) => {
        const result = importUnits(tableOf(units));
        if (!result.ok) return;
        accepted++;
        const scenario = parseScenario(result.yaml);
        const { counties } = scenario.world;
        expect(counties.map(({ name }) => name.zh)).toEqual(result.units.map(({ name }) => name));
        expect(counties.map(({ census }) => census[0].residents)).toEqual(
          units.map(({ population }) => population),
        );
        const persons = counties.reduce(
          (sum, { census: [row] }) => sum + Math.max(row.residents, row.registered),
          0,
        );
        const scale = Math.max(scenario.scale, Math.floor(persons / 3000));
        const { world } = buildWorld({ ...scenario, scale, years: 1 });
        const { settlements: s } = world;
        const residents = counties.map(() => 0);
        for (let j = 0; j < world.sizes.settlements; j++) {
          if (s.tier[j] !== OUTSIDE) residents[s.jurisdiction[j]] += s.residents[j] * scale;
        }
        residents.forEach((count, k) => {
          expect(Math.abs(count - units[k].population)).toBeLessThanOrEqual(scale);
        });
      }),
      { seed: 21, numRuns: 30 },
    );
    expect(accepted).toBeGreaterThan(10);
  });
});

describe("any text", () => {
  it("is either a scenario that parses or a list of faults with their places", () => {
    const pieces = fc.constantFrom(
      ...PLAIN.split(/(?=[,\n])/),
      ",",
      "\n",
      '"',
      ";",
      "-",
      "%",
      "柯",
      "\u0000",
      "1e9",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(), (list, cut) => {
        const at = cut % PLAIN.length;
        for (const text of [
          list.join(""),
          PLAIN.slice(0, at) + list.slice(0, 3).join("") + PLAIN.slice(at),
        ]) {
          const result = importUnits(text);
          if (result.ok) expect(parseScenario(result.yaml).world.counties.length).toBeGreaterThan(0);
          else
            for (const { line, column } of result.faults) expect(Math.min(line, column)).toBeGreaterThan(0);
        }
      }),
      { seed: 22, numRuns: 300 },
    );
  });
});
