import { describe, expect, it } from "vitest";
import { createSimulation, resumeSimulation } from "../../sim/engine/simulation.ts";
import { selectProcesses } from "../../sim/engine/selection.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import { smallWorld } from "../laws/scenarios.ts";

const scenario = smallWorld({
  counties: [{ residents: 3000, registeredPart: 1, urbanPart: 0.4, towns: 1, villages: 2 }],
  gateways: 1,
  scale: 10,
  years: 2,
  parameters: {},
});
const open = (processes?: readonly string[]) => createSimulation(scenario, { seed: "part", processes });

describe("a simulation of chosen processes", () => {
  it("is the whole model without a choice, or with all names", () => {
    const whole = open();
    const named = open(PROCESSES.map(({ name }) => name).toReversed());
    expect(named.processes).toEqual(whole.processes);
    for (let month = 0; month < 6; month++) for (const each of [whole, named]) each.step();
    expect(named.hash).toBe(whole.hash);
  });

  it("of none leaves the world as it was, month after month", () => {
    const still = open([]);
    const before = still.world.persons.savings.slice();
    const wages = still.world.settlements.wage.slice();
    for (let month = 0; month < 14; month++) still.step();
    expect(still.world.persons.savings).toEqual(before);
    expect(still.world.settlements.wage).toEqual(wages);
    expect(still.world.clock.alive[0]).toBe(still.world.clock.startAlive[0]);
  });

  it("of demography alone lets people be born and die, and nobody decide to move", () => {
    const lives = open(["demography"]);
    const wages = lives.world.settlements.wage.slice();
    for (let month = 0; month < 24; month++) lives.step();
    const { clock, motives, settlements } = lives.world;
    expect(clock.births[0]).toBeGreaterThan(0);
    expect(clock.deaths[0]).toBeGreaterThan(0);
    expect(motives.sum.every((sum) => sum === 0)).toBe(true);
    expect(settlements.wage).toEqual(wages);
  });

  it("goes on with the same ones from a snapshot", () => {
    const names = ["migration", "demography"];
    const through = open(names);
    for (let month = 0; month < 5; month++) through.step();
    const resumed = resumeSimulation(through.snapshot());
    expect(resumed.processes).toEqual(names);
    for (const each of [through, resumed]) for (let month = 0; month < 7; month++) each.step();
    expect(resumed.hash).toBe(through.hash);
  });

  it("runs them in the order of the month, and knows their names", () => {
    expect(selectProcesses(["migration", "employment"]).map(({ name }) => name)).toEqual([
      "employment",
      "migration",
    ]);
    expect(() => selectProcesses(["employment", "migraton"])).toThrow(
      /processes holds "migraton"; expected names among .*migration.* Did you mean migration\?$/,
    );
    expect(() => open(["wages"])).toThrow(RangeError);
  });
});
