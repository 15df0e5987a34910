import { describe, expect, it } from "vitest";
import { BAND_FROM } from "../../../sim/scenario/bands.ts";
import { bandName, COLUMNS } from "../../../sim/scenario/import/columns.ts";
import { headingOf, suggestHeader } from "../../../sim/scenario/import/heading.ts";

const fieldOf = (label: string): string | undefined => headingOf(label)?.field;

describe("the headings of a table", () => {
  it("are found under each of their documented names, with and without a year", () => {
    for (const [field, column] of Object.entries(COLUMNS)) {
      if (field === "minutes") continue;
      for (const name of column.names) {
        const undated = headingOf(name);
        expect([name, undated?.field]).toEqual([name, field]);
        expect(headingOf(`${name}_2010`)?.year).toBe(column.dated ? 2010 : undefined);
      }
    }
    BAND_FROM.forEach((_, band) => {
      expect(headingOf(`${bandName(band)}_2020`)).toMatchObject({ field: `age${band}`, year: 2020 });
    });
  });

  it("do not mind case, signs between words, or where the year stands", () => {
    expect(fieldOf("Resident-Population")).toBe("residents");
    expect(headingOf("2010年常住人口（人）")).toMatchObject({ field: "residents", year: 2010, factor: 1 });
    expect(headingOf("Urban share 2020")).toMatchObject({ field: "urbanShare", year: 2020 });
    expect(fieldOf("POP_2010")).toBe("residents");
    expect(fieldOf("urbanShare")).toBe("urbanShare");
    expect(fieldOf("areaKm2")).toBe("areaKm2");
    expect(headingOf("birthPermille2010")).toMatchObject({ field: "birthPermille", year: 2010 });
  });

  it("tell shares, per cent and other units apart", () => {
    expect(headingOf("urban")).toMatchObject({ field: "urban", percent: false });
    expect(headingOf("urban_pct")).toMatchObject({ field: "urbanShare", percent: true });
    expect(headingOf("城镇化率(%)")).toMatchObject({ field: "urbanShare", percent: true });
    expect(headingOf("城镇化率")).toMatchObject({ field: "urbanShare", percent: false });
    expect(headingOf("常住人口(万人)")?.factor).toBe(10_000);
    expect(headingOf("耕地面积(万亩)")?.factor).toBeCloseTo(10_000 / 15, 9);
    expect(headingOf("财政收入（亿元）")?.factor).toBe(1e8);
    expect(headingOf("employment_primary_pct_2010")).toMatchObject({
      field: "primary",
      percent: true,
      year: 2010,
    });
  });

  it("take a unit of measure for what it is of: land in hectares, mu or square kilometres alike", () => {
    const factorOf = (label: string): number | undefined => headingOf(label)?.factor;
    expect(factorOf("面积(平方公里)")).toBe(1);
    expect(factorOf("面积(公顷)")).toBeCloseTo(0.01, 12);
    expect(factorOf("area_ha")).toBeCloseTo(0.01, 12);
    expect(factorOf("土地面积（万亩）")).toBeCloseTo(100 / 15, 12);
    expect(factorOf("arable (km2)")).toBe(100);
    expect(factorOf("耕地面积（公顷）")).toBe(1);
    expect(factorOf("pop_thousand")).toBe(1000);
    expect(factorOf("revenue (mn)")).toBe(1e6);
    expect(factorOf("monthly_wage_yuan")).toBe(1);
    for (const none of [
      "人口（万元）",
      "财政收入（万人）",
      "births (persons)",
      "乡镇数（公顷）",
      "schooling (yuan)",
    ])
      expect([none, headingOf(none)]).toEqual([none, undefined]);
  });

  it("do not take a share of something for the thing itself", () => {
    for (const none of ["人口占比", "population_share", "耕地占比", "registered share", "arable_pct"])
      expect([none, headingOf(none)]).toEqual([none, undefined]);
    expect(fieldOf("rent_share")).toBe("rentShare");
    expect(fieldOf("第一产业就业比重")).toBe("primary");
  });

  it("know age bands in English and Chinese, and no other bands", () => {
    expect(fieldOf("1-4岁")).toBe("age1");
    expect(fieldOf("85岁及以上")).toBe("age18");
    expect(fieldOf("85+")).toBe("age18");
    expect(fieldOf("age_10_14")).toBe("age3");
    for (const none of ["age_10_19", "age_65plus", "age_3", "1-5岁", "14"])
      expect(fieldOf(none)).toBeUndefined();
  });

  it("know the shares of the young and the old", () => {
    expect(headingOf("0-14岁占比(%)")).toMatchObject({ field: "young", percent: true });
    expect(headingOf("65岁及以上人口比重_2020")).toMatchObject({ field: "old65", year: 2020 });
    expect(headingOf("age_60plus_pct_2010")).toMatchObject({ field: "old60", percent: true, year: 2010 });
    expect(fieldOf("60岁及以上")).toBeUndefined();
  });

  it("read where a column of travel times leads to", () => {
    expect(headingOf("minutes_to_hangzhou")).toMatchObject({ field: "minutes", to: "hangzhou" });
    expect(headingOf("到杭州分钟")).toMatchObject({ field: "minutes", to: "杭州" });
  });

  it("are unknown where nothing fits, with a suggestion where a name is near", () => {
    for (const none of ["", "x", "__proto__", "constructor", "gdp_2010", "longitude_2010", "hukou_pct"]) {
      expect(headingOf(none)).toBeUndefined();
    }
    expect(suggestHeader("popluation_2010")).toBe("Did you mean population? ");
  });
});
