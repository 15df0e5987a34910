import { describe, expect, it } from "vitest";
import { createSimulation } from "../../../sim/engine/simulation.ts";
import { buildWorld } from "../../../sim/scenario/build/build.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { fromFile } from "../../laws/scenarios.ts";

const valley = fromFile("valley", "scale=40", "years=20");

/** The valley with so many children per woman in all years, and perhaps more who may come. */
const fertile = (children: number, elsewherePool = 0.5): Scenario => ({
  ...valley,
  parameters: { ...valley.parameters, elsewherePool },
  drivers: {
    ...valley.drivers,
    fertility: {
      unit: "children per woman",
      points: [[valley.start, children]],
      after: "hold",
      source: "assumed",
    },
  },
});

describe("the room of a world", () => {
  it.each([1, 3, 6])("holds all who ever live where a woman has %d children", (children) => {
    const simulation = createSimulation(fertile(children, 3), { record: false });
    const { world } = simulation;
    while (simulation.month < simulation.months) simulation.step();
    expect(world.clock.month[0]).toBe(valley.years * 12);
    expect(world.clock.personRows[0]).toBeLessThan(world.sizes.persons);
    if (children === 6) expect(world.clock.alive[0]).toBeGreaterThan(1.3 * world.clock.startAlive[0]);
  });

  it("has no rows to spare but for chance and those who may come, where fewer are born than die", () => {
    const { world } = buildWorld(fertile(0.5));
    const { startAlive, startElsewhere } = world.clock;
    const spare = world.sizes.persons - startAlive[0] - startElsewhere[0];
    expect(spare).toBeGreaterThan(0);
    expect(spare).toBeLessThan(700);
  });

  it("grows with the births of the drivers and the years of the run", () => {
    const rows = (scenario: Scenario): number => buildWorld(scenario).world.sizes.persons;
    expect(rows(fertile(3))).toBeGreaterThan(rows(fertile(2)));
    expect(rows({ ...fertile(3), years: 30 })).toBeGreaterThan(rows(fertile(3)));
  });

  it("has levers for each place only where there are policies to set them", () => {
    const bare = createSimulation(valley).world;
    const governed = createSimulation(fromFile("valley-small-towns", "scale=40")).world;
    expect(bare.levers.value).toHaveLength(bare.sizes.settlements);
    expect(governed.levers.value).toHaveLength(governed.sizes.settlements * governed.sizes.leverKinds);
  });
});
