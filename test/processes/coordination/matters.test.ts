import { describe, expect, it } from "vitest";
import { leverValues } from "../../../sim/policy/levers.ts";
import { Mode } from "../../../sim/world/platforms.ts";
import type { World } from "../../../sim/world/world.ts";
import { a, before, bench, deal, everyCounty, rich, sizes } from "./dealing.ts";

type Rule = "zoningRule" | "sitingRule" | "linkRule";
const MATTERS: readonly Rule[] = ["zoningRule", "sitingRule", "linkRule"];
const rule =
  (matter: Rule, mode: number) =>
  (world: World): void => {
    for (let j = 0; j < sizes.settlements; j++) leverValues(world, matter)[j] = mode;
  };
const costly = { assumptions: { ...a, facilityHarm: 100_000 } };
/** What the three matters come to: uses of border strips, links built, and whether a facility found its place. */
const outcomeOf = (change: (world: World) => void): Record<Rule, unknown> => {
  const world = bench.after((w) => (rich(w), change(w)), costly);
  return {
    zoningRule: [...world.strips.use],
    sitingRule: world.accords.stalled[0],
    linkRule: [...world.borders.provision],
  };
};
const alone = outcomeOf(() => {});
const together = outcomeOf(deal(Mode.planned));

describe("each matter between counties", () => {
  it("comes to something else by plan than without one", () => {
    for (const matter of MATTERS) expect(together[matter]).not.toEqual(alone[matter]);
  });

  it.each(MATTERS)("%s plans that matter as a plan of all does, and no other", (matter) => {
    const one = outcomeOf(rule(matter, Mode.planned));
    for (const each of MATTERS) expect(one[each]).toEqual(each === matter ? together[each] : alone[each]);
  });

  it.each(MATTERS)("%s goes before what holds for all matters", (matter) => {
    const world = bench.after((w) => (deal(Mode.planned)(w), rule(matter, Mode.market)(w)));
    const modes = { zoningRule: "zoning", sitingRule: "siting", linkRule: "links" } as const;
    for (const each of MATTERS) {
      const expected = each === matter ? Mode.market : Mode.planned;
      for (const c of everyCounty) expect(world.neighbours[modes[each]][c]).toBe(expected);
    }
    expect([...world.neighbours.mode]).toEqual(everyCounty.map(() => Mode.planned));
  });

  it("leaves pollution at the border to the dealings of all matters", () => {
    const rules = bench.after((w) => MATTERS.forEach((matter) => rule(matter, Mode.planned)(w)));
    expect(rules.borders.emission).toEqual(bench.after().borders.emission);
    expect(before.borders.emission.length).toBeGreaterThan(0);
  });
});
