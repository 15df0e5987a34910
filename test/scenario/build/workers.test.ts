import { describe, expect, it } from "vitest";
import { resolveAssumptions } from "../../../sim/policy/parameters.ts";
import { layPlaces } from "../../../sim/scenario/build/places.ts";
import { enterResidents } from "../../../sim/scenario/build/residents.ts";
import { openRoster } from "../../../sim/scenario/build/roster.ts";
import { chooseWorkers, workersOf } from "../../../sim/scenario/build/workers.ts";
import { VILLAGE } from "../../../sim/world/tiers.ts";
import { fromFile } from "../../laws/scenarios.ts";

const scenario = fromFile("valley", "scale=100");
const assumptions = resolveAssumptions(scenario.parameters);
const places = layPlaces(scenario);
const roster = openRoster(scenario, assumptions, 100_000);
enterResidents(roster, scenario, places, 0, assumptions);
const isUrban = (id: number): boolean => places.places[roster.residence[id]].tier !== VILLAGE;
const workers = [...Array(roster.count).keys()].filter(
  (id) => roster.ageMonths[id] >= 16 * 12 && roster.ageMonths[id] < 55 * 12,
);
const urban = workers.filter(isUrban);
const all = workersOf(roster, places, 1)[0];

describe("the workers of a county", () => {
  it("are all of an age to have come, those of towns and those of villages", () => {
    expect([...all.urban]).toEqual(urban);
    expect([...all.rural]).toEqual(workers.filter((id) => !isUrban(id)));
  });

  it("are those who live in it", () => {
    enterResidents(roster, scenario, places, 1, assumptions);
    const [first, second] = workersOf(roster, places, 2);
    expect([first.urban, first.rural]).toEqual([all.urban, all.rural]);
    const counties = [...second.urban, ...second.rural].map(
      (id) => places.places[roster.residence[id]].jurisdiction,
    );
    expect(new Set(counties)).toEqual(new Set([1]));
  });
});

describe("those of a county's workers who came from elsewhere", () => {
  it("are as many as were counted, in towns and in villages", () => {
    const chosen = chooseWorkers(all, 40, 0.75);
    expect(new Set(chosen).size).toBe(40);
    expect([...chosen].filter(isUrban)).toHaveLength(30);
  });

  it("are nobody twice, and all workers at most, where more were counted than there are workers", () => {
    for (const count of [workers.length - 1, workers.length, workers.length + 1, 2 * workers.length]) {
      const chosen = chooseWorkers(all, count, 0.75);
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen).toHaveLength(Math.min(count, workers.length));
    }
    expect(urban.length).toBeGreaterThan(50);
  });
});
