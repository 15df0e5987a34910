import { describe, expect, it } from "vitest";
import { INDICATORS } from "../../sim/indicators/catalogue.ts";
import { INDICATOR_GROUPS, isMeantBy } from "../../sim/indicators/groups.ts";

const names = INDICATOR_GROUPS.flatMap(({ ids }) => ids);

describe("the groups of indicators", () => {
  it.each(INDICATORS)("have $id in one of them", ({ id }) => {
    expect(names.filter((name) => isMeantBy(id, name))).toHaveLength(1);
  });

  it("name nothing that isn't there", () => {
    const empty = names.filter((name) => !INDICATORS.some(({ id }) => isMeantBy(id, name)));
    expect(empty).toEqual([]);
  });

  it("are twenty, each with a name in both languages", () => {
    expect(INDICATOR_GROUPS).toHaveLength(20);
    expect(new Set(INDICATOR_GROUPS.flatMap(({ title }) => [title.en, title.zh])).size).toBe(40);
  });
});
