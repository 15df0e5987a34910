import { describe, expect, it } from "vitest";
import { HEADER, refusals, ROWS, table, told, withColumn } from "./tables.ts";

describe("a table is refused that", () => {
  it("lies far from every built-in labour market and has no gateways of its own", () => {
    const flanders = table([HEADER, ["Eeklo", 21161, 0.8, 3.556, 51.186]]);
    expect(told(flanders)).toContain("rows of kind gateway");
  });

  it("has gateways and no unit, or fewer people than a world has agents", () => {
    const gateways = table([
      [...HEADER, "kind"],
      ["Hangzhou", 11_936_000, "", 120.16, 30.27, "gateway"],
    ]);
    expect(refusals(gateways)).toMatchObject([{ value: "a table of gateways alone" }]);
    const hamlet = table([HEADER, ["Hamlet", 60, 0, 118.87, 28.94], ["Farm", 39, 0, 118.8, 28.9]]);
    expect(told(hamlet)).toContain("population is 99 in all units together; expected at least 100 persons");
    expect(refusals(hamlet)).toHaveLength(1);
  });

  it("has a travel time that is none, at its own place", () => {
    expect(refusals(withColumn("minutes_to_kecheng", 0, 20, 0))).toMatchObject([
      { line: 4, column: 34, path: "minutes_to_kecheng", value: "0" },
    ]);
  });

  it("has a way to the core city of a prefecture that names none", () => {
    const csv = table([
      [...HEADER, "prefecture", "kind", "minutes_to_core"],
      ["Kecheng", 528847, 0.767, 118.87, 28.94, "P", "core", ""],
      ["Changshan", 259966, 0.491, 118.52, 28.9, "Q", "county", 60],
    ]);
    expect(refusals(csv)).toMatchObject([{ line: 3, value: "a way to no core city" }]);
  });

  it("has a row of totals among its units", () => {
    const total = ROWS.reduce((sum, [, residents]) => sum + Number(residents), 0);
    const csv = table([HEADER, ["Quzhou", total, 0.63, 118.67, 28.93], ...ROWS]);
    expect(refusals(csv)).toMatchObject([{ line: 2, column: 1, path: "unit" }]);
    expect(told(csv)).toContain("It is the sum of all the others: delete the row.");
  });

  it("names no core city where it names all kinds", () => {
    expect(told(withColumn("kind", "county", "county", "county"))).toContain(
      "at least one county of kind core",
    );
  });

  it("has travel times to nowhere, which is told once, at the header of their column", () => {
    const csv = withColumn("minutes_to_atlantis", 10, 20, 30);
    expect(refusals(csv)).toMatchObject([{ line: 1, column: 48, path: "minutes_to_atlantis" }]);
    expect(refusals(`sep=,\n\n${csv}`)).toMatchObject([{ line: 3, column: 48 }]);
    expect(told(withColumn("minutes_to_kechen", 0, 20, 30))).toContain("Did you mean kecheng?");
  });
});
