import { describe, expect, it } from "vitest";
import { readUnits } from "../../../sim/scenario/import/import.ts";
import { QUZHOU } from "./quzhou.ts";
import { HEADER, imported, ROWS, scenarioOf, table, withColumn } from "./tables.ts";

describe("what a table tells", () => {
  it("stands in the scenario with the table as its source", () => {
    const csv = table([
      [
        ...HEADER,
        "area_km2",
        "towns",
        "villages",
        "arable_ha",
        "own_revenue_yuan",
        "plain",
        "hill",
        "mountain",
        "name_en",
      ],
      ["柯城区", 528847, "76.7%", 118.87, 28.94, 609, 10, 192, 9000, 6323000000, 0.15, 0.36, 0.49, "Kecheng"],
    ]);
    const [county] = scenarioOf(csv).world.counties;
    expect(county).toMatchObject({
      id: "kecheng",
      name: { en: "Kecheng", zh: "柯城区" },
      areaKm2: 609,
      towns: 10,
      villages: 192,
      arableHa: 9000,
      ownRevenue: 6323000000,
      terrain: { plain: 0.15, hill: 0.36, mountain: 0.49 },
    });
    for (const figure of ["areaKm2", "towns", "villages", "arableHa", "ownRevenue", "terrain"]) {
      expect(county.sources[figure]).toBe("table");
      expect(county.synthesised).not.toContain(figure);
    }
  });

  it("settles which seats are core cities", () => {
    const kinds = (csv: string): string[] => scenarioOf(csv).world.counties.map(({ kind }) => kind);
    expect(kinds(withColumn("kind", "county", "core", ""))).toEqual(["county", "core", "county"]);
    expect(kinds(withColumn("类型", "市辖区", "县", "县"))).toEqual(["core", "county", "county"]);
    // A large county-level city stands beside the largest district.
    const jinhua = table([
      HEADER,
      ["婺城区", 761662, 0.739, 119.65, 29.08],
      ["金东区", 315583, 0.468, 119.7, 29.1],
      ["义乌市", 1234015, 0.712, 120.07, 29.31],
      ["兰溪市", 560514, 0.372, 119.46, 29.21],
    ]);
    expect(kinds(jinhua)).toEqual(["core", "county", "core", "county"]);
  });

  it("includes travel times, the mean of both directions", () => {
    const csv = table([
      [...HEADER, "minutes_to_core", "minutes_to_Kaihua", "minutes_to_Changshan", "minutes_to_shanghai"],
      [...ROWS[0], "", "", 44, 190],
      [...ROWS[1], 46, 45, 0, ""],
      [...ROWS[2], 80, 0, 45, ""],
    ]);
    const links = scenarioOf(csv).world.links.map(({ from, to, minutes }) => `${from} ${to} ${minutes}`);
    expect(links.sort()).toEqual([
      "changshan kaihua 45",
      "changshan kecheng 45",
      "kaihua kecheng 80",
      "kecheng shanghai 190",
    ]);
    expect(imported(csv).assumptions.join()).toContain("two travel times between changshan and kecheng");
  });

  it("includes the labour markets outside, for a region anywhere", () => {
    const csv = table([
      [...HEADER, "kind", "workers", "monthly_wage_yuan"],
      ["Eeklo", 21161, 0.8, 3.556, 51.186, "core", "", ""],
      ["Maldegem", 24000, 0.5, 3.445, 51.208, "county", "", ""],
      ["Ghent", 260000, 1, 3.725, 51.054, "gateway", 150000, 20000],
      ["Bruges", 118000, 1, 3.224, 51.209, "gateway", "", ""],
    ]);
    const { counties, gateways } = scenarioOf(csv).world;
    expect(counties.map(({ id }) => id)).toEqual(["eeklo", "maldegem"]);
    expect(gateways).toMatchObject([
      {
        id: "ghent",
        workers: 150000,
        monthlyWage: 20000,
        sources: { workers: "table", monthlyWage: "table" },
      },
      { id: "bruges", workers: 70800, sources: { workers: "assumed", monthlyWage: "city-wages" } },
    ]);
  });

  it("is scaled where ages miss the residents a little, and told", () => {
    // One census table has 30,000 people too many in its ages.
    const slip = QUZHOU.replace("360229,185813,2184", "360229,185813,9184");
    const { units, faults } = readUnits(slip, "units.csv");
    expect(faults).toEqual([]);
    const { ages = [], residents } = units[4].census[2020];
    expect(ages.reduce((sum, band) => sum + band, 0)).toBe(residents);
    expect(imported(slip).assumptions.join()).toMatch(
      /Ages of 龙游县 in 2020 \(line 6\) sum to 367229, not to its 360229/,
    );
  });
});
