import { describe, expect, it } from "vitest";
import { createSimulation, type Observer } from "../../sim/engine/simulation.ts";
import { whyOf } from "../../sim/engine/trace/why.ts";
import { motives as measures } from "../../sim/indicators/motives.ts";
import { resolveAssumptions } from "../../sim/policy/parameters.ts";
import { TERM_COUNT, TERMS } from "../../sim/processes/migration/terms.ts";
import { TIER_NAMES, VILLAGE } from "../../sim/world/tiers.ts";
import { fromFile } from "../laws/scenarios.ts";
import { sum } from "../processes/bench.ts";

const TIERS = TIER_NAMES.length;
const YEARS = 3;
const scenario = fromFile("valley", "scale=40", `years=${YEARS}`);
const law = resolveAssumptions(scenario.parameters);

/** What every decision of the run was, told by an observer: no sum of the world has a part in it. */
const told = {
  differences: new Float64Array(YEARS),
  utilities: new Float64Array(YEARS),
  terms: new Float64Array(YEARS * TIERS * TIERS * TERM_COUNT),
  changes: new Float64Array(YEARS * TIERS * TIERS),
};
const observer: Observer = {
  person: -1,
  thought(_, month, weighed, chosen) {
    if (chosen === 0) return;
    const year = Math.floor(month / 12);
    const { tier } = simulation.world.settlements;
    const [from, to] = [tier[weighed.residence[0]], tier[weighed.residence[chosen]]];
    const pair = (year * TIERS + from) * TIERS + to;
    const { terms, difference } = whyOf(weighed, chosen, law);
    told.changes[pair] += scenario.scale;
    told.differences[year] += difference * scenario.scale;
    told.utilities[year] += (weighed.utility[chosen] - weighed.utility[0]) * scenario.scale;
    TERMS.forEach((term, t) => (told.terms[pair * TERM_COUNT + t] += terms[term] * scenario.scale));
  },
  paid() {},
  born() {},
  came() {},
  wed() {},
  after() {},
};
const simulation = createSimulation(scenario, { seed: "motives", observer });
const { motives, indicators } = simulation.run();

describe("motives", () => {
  it("add up, over terms and tiers, to the sum of what decided each change of life, exactly", () => {
    const perYear = TIERS * TIERS * TERM_COUNT;
    for (let year = 0; year < YEARS; year++) {
      const all = sum(motives.sums.subarray(year * perYear, (year + 1) * perYear));
      expect(all).toBe(told.differences[year]);
      expect(Math.abs(all)).toBeGreaterThan(100);
    }
  });

  it("are what each person weighed, by year, tiers and term", () => {
    expect([...motives.sums]).toEqual([...told.terms]);
    expect([...motives.changes]).toEqual([...told.changes]);
    expect(sum(motives.changes)).toBeGreaterThan(1000);
    expect(motives.terms).toEqual([...TERMS]);
  });

  it("differ from utilities by no more than the grain in which they are kept", () => {
    for (let year = 0; year < YEARS; year++) {
      const decided = sum(motives.changes.subarray(year * TIERS * TIERS, (year + 1) * TIERS * TIERS));
      const most = (decided * TERM_COUNT) / 2 ** 21;
      expect(Math.abs(told.utilities[year] - told.differences[year])).toBeLessThan(most);
    }
  });

  it("have as means over those who leave villages the indicators of the year, and none at the start", () => {
    measures.forEach(({ id }, term) => {
      expect(indicators[id][0]).toBeNaN();
      for (let year = 0; year < YEARS; year++) {
        const leaving = [1, 2, 3, 4].map((to) => (year * TIERS + VILLAGE) * TIERS + to);
        const part = sum(leaving.map((pair) => motives.sums[pair * TERM_COUNT + term]));
        const people = sum(leaving.map((pair) => motives.changes[pair]));
        expect(indicators[id][year + 1]).toBeCloseTo(part / people, 10);
      }
    });
  });

  it("say that leaving a village costs a move and distance, and is not for belonging", () => {
    for (let year = 1; year <= YEARS; year++) {
      expect(indicators["motive.cost"][year]).toBeLessThan(-2);
      expect(indicators["motive.distance"][year]).toBeLessThan(0);
      expect(indicators["motive.belonging"][year]).toBeLessThan(0);
    }
  });
});
