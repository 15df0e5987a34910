/** The laws of choice beside the plain logit: what is kept of a decision, and what they leave as it is. */
import { describe, expect, it } from "vitest";
import { createSimulation, type Observer, resumeSimulation } from "../../../sim/engine/simulation.ts";
import { whyOf } from "../../../sim/engine/trace/why.ts";
import { resolveAssumptions } from "../../../sim/policy/parameters.ts";
import { chancesOf } from "../../../sim/processes/migration/law.ts";
import { MARKET_UNIT, SIZE, TERM_COUNT, TERMS } from "../../../sim/processes/migration/terms.ts";
import { Mode } from "../../../sim/world/persons.ts";
import { TIER_NAMES } from "../../../sim/world/tiers.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { sum } from "../bench.ts";

const TIERS = TIER_NAMES.length;
const YEARS = 2;

describe.each([
  ["a nested logit", ["parameters.nestDissimilarity=0.5"], false],
  ["radiation", ["parameters.destinationLaw=radiation"], true],
  ["both", ["parameters.nestDissimilarity=0.6", "parameters.destinationLaw=1"], true],
])("under %s", (_, settings, radiates) => {
  const scenario = fromFile("valley", "scale=20", `years=${YEARS}`, ...settings);
  const a = resolveAssumptions(scenario.parameters);
  const told = new Float64Array(TIERS * TIERS * TERM_COUNT * YEARS);
  let [changes, farthest, drawn, strange, inexact, amiss] = [0, 0, 0, 0, 0, 0];
  const observer: Observer = {
    person: -1,
    thought(person, month, weighed, chosen) {
      const { count, residence, workplace, mode, utility, terms } = weighed;
      const chances = new Float64Array(count);
      chancesOf(weighed, a, chances);
      const compared = weighed.drawn > 0 ? count - 1 : count;
      const all = chances.subarray(0, compared).reduce((total, chance) => total + chance, 0);
      farthest = Math.max(farthest, Math.abs(all - 1));
      if (chosen === 0) return;
      changes++;
      const { world } = simulation;
      const { tier, size } = world.settlements;
      const why = whyOf(weighed, chosen, a);
      if (sum(Object.values(why.terms)) !== why.difference) inexact++;
      if (Math.abs(utility[chosen] - utility[0] - why.difference) > TERM_COUNT / 2 ** 21) amiss++;
      if (!(why.chance > 0 && why.chance + why.chanceToStay < 1 + 1e-9)) strange++;
      const pair = (Math.floor(month / 12) * TIERS + tier[residence[0]]) * TIERS + tier[residence[chosen]];
      TERMS.forEach((term, t) => (told[pair * TERM_COUNT + t] += why.terms[term] * scenario.scale));
      if (weighed.drawn === 0) return;
      drawn++;
      const home = world.households.home[world.persons.household[person]];
      const place = residence[chosen];
      const market =
        a.choiceScale * a.nestDissimilarity * a.sizeWeight * Math.log(Math.max(1, size[place]) / MARKET_UNIT);
      if (
        chosen !== count - 1 ||
        place === home ||
        place === residence[0] ||
        place !== workplace[chosen] ||
        mode[chosen] !== Mode.circulating ||
        Math.abs(terms[chosen * TERM_COUNT + SIZE] - market) > 1e-9
      )
        strange++;
    },
    paid() {},
    born() {},
    came() {},
    wed() {},
    after() {},
  };
  const simulation = createSimulation(scenario, { seed: "law", observer });
  const snapshots = new Map<number, ArrayBuffer>();
  while (simulation.month < simulation.months) {
    if ([5, 12, 17].includes(simulation.month)) snapshots.set(simulation.month, simulation.snapshot());
    simulation.step();
  }
  const { motives } = simulation.result();

  it("the terms of each decision add up exactly to what set the chosen life apart", () => {
    expect(changes).toBeGreaterThan(500);
    expect([inexact, amiss]).toEqual([0, 0]);
    expect([...motives.sums]).toEqual([...told]);
  });

  it("chances of what is compared add up to one, and a place that is drawn has its share of leaving", () => {
    expect(farthest).toBeLessThan(1e-9);
    expect(strange).toBe(0);
    expect(drawn > 100).toBe(radiates);
  });

  it("a run goes on from a snapshot as if it had never stopped", () => {
    for (const snapshot of snapshots.values()) {
      const resumed = resumeSimulation(snapshot);
      while (resumed.month < resumed.months) resumed.step();
      expect(resumed.hash).toBe(simulation.hash);
    }
    expect(snapshots.size).toBe(3);
  });

  it("people choose otherwise than under the plain logit", () => {
    const plain = createSimulation(fromFile("valley", "scale=20", `years=${YEARS}`), { seed: "law" });
    plain.run();
    expect(plain.hash).not.toBe(simulation.hash);
  });
});

it("a dissimilarity of 1 and the first law are the plain logit, bit by bit", () => {
  const hashes = [[], ["parameters.nestDissimilarity=1", "parameters.destinationLaw=0"]].map((settings) => {
    const simulation = createSimulation(fromFile("valley", "scale=40", "years=1", ...settings), {
      seed: "law",
    });
    while (simulation.month < simulation.months) simulation.step();
    return [...simulation.world.persons.residence].join();
  });
  expect(hashes[1]).toBe(hashes[0]);
});

it("a law is chosen by its name or its number, and there is no half of one", () => {
  const chosen = (value: string): number | undefined =>
    fromFile("valley", `parameters.destinationLaw=${value}`).parameters.destinationLaw;
  expect(["logit", "radiation", "0", "1"].map(chosen)).toEqual([0, 1, 0, 1]);
  for (const value of ["0.5", "2", "gravity"])
    expect(() => chosen(value)).toThrow(/destinationLaw is .*; expected one of logit, radiation/);
});
