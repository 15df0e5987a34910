import { describe, expect, it } from "vitest";
import { HEADER, refusals, table, told, withColumn } from "./tables.ts";

describe("a table is refused that", () => {
  it("lies far from every built-in labour market and has no gateways of its own", () => {
    const flanders = table([HEADER, ["Eeklo", 21161, 0.8, 3.556, 51.186]]);
    expect(told(flanders)).toContain("rows of kind gateway");
  });

  it("names no core city where it names all kinds", () => {
    expect(told(withColumn("kind", "county", "county", "county"))).toContain(
      "at least one county of kind core",
    );
  });

  it("has travel times to nowhere, which is told once", () => {
    const csv = withColumn("minutes_to_atlantis", 10, 20, 30);
    expect(refusals(csv)).toMatchObject([{ line: 1, path: "minutes_to_atlantis" }]);
    expect(told(withColumn("minutes_to_kechen", 0, 20, 30))).toContain("Did you mean kecheng?");
  });
});
