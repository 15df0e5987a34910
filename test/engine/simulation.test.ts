import { describe, expect, it } from "vitest";
import { createSimulation, prepareScenario, RunCancelled, simulate } from "../../sim/engine/simulation.ts";
import { FLOW_KINDS } from "../../sim/engine/result.ts";
import { fromFile, valleyWithEveryLever } from "../laws/scenarios.ts";

const scenario = fromFile("valley", "scale=100", "years=2");

describe("a simulation", () => {
  it("ends after its months, and tells so when asked for more", () => {
    const simulation = createSimulation(scenario);
    expect(simulation.months).toBe(24);
    simulation.run();
    expect(simulation.month).toBe(24);
    expect(() => simulation.step()).toThrow(
      new RangeError("the run ends after 24 months; there is no month 25"),
    );
    expect(simulation.run().years).toEqual([2020, 2021, 2022]);
  });

  it("stops at once when it is cancelled, before the month that it would begin", () => {
    const signal = { aborted: false };
    const simulation = createSimulation(scenario);
    const run = (): unknown =>
      simulation.run({
        signal,
        onYear: () => {
          signal.aborted = true;
        },
      });
    expect(run).toThrow(RunCancelled);
    expect(simulation.month).toBe(12);
    expect(run).toThrow("cancelled after 12 months");
    signal.aborted = false;
    expect(simulation.run().hash).toBe(simulate(scenario).hash);
  });

  it.each([
    ["scale", 0],
    ["scale", 1.5],
    ["scale", 10_001],
    ["scale", NaN],
    ["years", 0],
    ["years", 101],
    ["years", -1],
  ] as const)("refuses %s %d and tells what it expects", (name, value) => {
    const most = name === "scale" ? "10000" : "100";
    expect(() => prepareScenario(scenario, { [name]: value })).toThrow(
      new RangeError(`${name} is ${value}; expected a whole number from 1 to ${most}.`),
    );
  });

  it("takes scale and years from the options before those of the scenario", () => {
    const result = simulate(scenario, { scale: 200, years: 1 });
    expect(result.scale).toBe(200);
    expect(result.years).toEqual([2020, 2021]);
    expect(result.hash).toBe(simulate(fromFile("valley", "scale=200", "years=1")).hash);
  });
});

describe("a first month under other policies", () => {
  const policies = valleyWithEveryLever(100, 2).policies;
  const prepared = prepareScenario(scenario, { room: policies.length });

  it("gives the run that the scenario with these policies gives, and without them that of none", () => {
    const treated = prepared.under(policies).start("arms").run();
    const written = simulate({ ...scenario, policies }, { seed: "arms" });
    expect(treated.hash).toBe(written.hash);
    expect(treated.indicators).toEqual(written.indicators);
    expect(treated.outlays).toEqual(written.outlays);
    const none = prepared.under([]).start("arms").run();
    const plain = simulate(scenario, { seed: "arms" });
    expect(none.hash).toBe(plain.hash);
    expect(none.indicators).toEqual(plain.indicators);
  });

  it("has books for no more policies than it was given room for", () => {
    expect(() => prepareScenario(scenario).under(policies)).toThrow(
      new RangeError("there are 1 policies in a world made ready for 0; give prepareScenario more room."),
    );
  });
});

describe("a first month that serves another scenario", () => {
  const policies = valleyWithEveryLever(100, 2).policies;
  const treated = { ...scenario, policies };
  const prepared = prepareScenario(treated);

  it("gives the run that the other gives, under its own name", () => {
    for (const other of [
      { ...scenario, id: "other" },
      { ...treated, overrides: ["policies.a.value=2"] },
    ]) {
      const served = prepared.serving(other)?.start("serving").run();
      const own = simulate(other, { seed: "serving" });
      expect(served?.hash).toBe(own.hash);
      expect(served?.indicators).toEqual(own.indicators);
      expect([served?.scenario, served?.overrides]).toEqual([own.scenario, own.overrides]);
    }
  });

  it("serves none of other years, size, places, parameters, drivers or shocks, and no more policies than it has books for", () => {
    const shock = { driver: "farmPrice", from: "2021-01", factor: 2 } as const;
    const others = [
      { ...treated, years: 1 },
      { ...treated, start: 2021 },
      { ...treated, world: { ...treated.world, synthesisSeed: "other" } },
      { ...treated, parameters: { capitalShare: 0.5 } },
      {
        ...treated,
        drivers: { ...treated.drivers, fertility: { ...treated.drivers.fertility, points: [[2020, 3]] } },
      },
      { ...treated, shocks: [shock] },
      { ...treated, policies: [...policies, { ...policies[0], id: "second" }] },
    ] as const;
    for (const other of others) expect(prepared.serving(other as typeof treated)).toBeUndefined();
    expect(prepared.serving(treated, { scale: 300 })).toBeUndefined();
    expect(prepared.serving(treated)).toBeDefined();
  });
});

describe("a run of which some figures are recorded", () => {
  const full = simulate(fromFile("valley", "scale=100", "years=4"), { seed: "some" });
  const record = {
    indicators: new Set(["income.rural", "reciprocity.people", "reciprocity.capital"]),
    years: new Set([1, 4]),
  };
  const some = createSimulation(fromFile("valley", "scale=100", "years=4"), { seed: "some", record });
  while (some.month < some.months) some.step();

  it("has these figures in these years, the same as with all, flows of the year too, and is the same run", () => {
    expect(some.hash).toBe(full.hash);
    const { indicators } = some;
    expect(new Set(Object.keys(indicators))).toEqual(record.indicators);
    for (const [id, series] of Object.entries(indicators)) {
      for (const year of [1, 4]) expect(series[year]).toBe(full.indicators[id][year]);
      for (const year of [0, 2, 3]) expect(series[year]).toBeNaN();
    }
    expect(indicators["reciprocity.people"][4]).not.toBeNaN();
  });

  it("is the same without a state hash, which then tells nothing", () => {
    const unhashed = createSimulation(fromFile("valley", "scale=100", "years=4"), {
      seed: "some",
      record,
      hashed: false,
    });
    while (unhashed.month < unhashed.months) unhashed.step();
    expect(unhashed.indicators).toEqual(some.indicators);
    expect(unhashed.hash).toMatch(/^0+$/);
  });

  it("has no result, for that would lack what wasn't recorded", () => {
    expect(() => some.result()).toThrow("not everything was recorded");
  });
});

describe("the result of a run", () => {
  const simulation = createSimulation(valleyWithEveryLever(100, 2), { seed: "result" });
  const result = simulation.run();
  const { settlements, zones } = simulation.world.sizes;

  it("names the run: scenario, policies, seed, scale, version, hash", () => {
    expect(result.scenario.id).toBe("valley");
    expect(result.policies.map(({ id }) => id)).toEqual(["every-lever"]);
    expect(result.seed).toBe("result");
    expect(result.scale).toBe(100);
    expect(result.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(result.hash).toBe(simulation.hash);
    expect(result.ledger.months).toBe(24);
    expect(result.ledger.checks).toBeGreaterThan(24 * settlements);
  });

  it("lists places in the order of their rows, and each settlement in its zone", () => {
    expect(result.settlements).toHaveLength(settlements);
    expect(result.zones).toHaveLength(zones);
    for (const [row, place] of result.settlements.entries()) {
      const zone = result.zones[place.zone];
      expect(zone.tier).toBe(place.tier);
      expect(zone.jurisdiction).toBe(place.jurisdiction);
      expect(place.jurisdiction).toBe(
        place.tier === "outside" ? -1 : simulation.world.settlements.jurisdiction[row],
      );
    }
    expect(new Set(result.settlements.map(({ id }) => id)).size).toBe(settlements);
    expect(new Set(result.zones.map(({ id }) => id)).size).toBe(zones);
  });

  it("has a figure for the start and each year, and people who add up", () => {
    for (const values of Object.values(result.indicators)) expect(values).toHaveLength(3);
    expect(result.population).toHaveLength(3 * settlements);
    for (let year = 0; year <= 2; year++) {
      const everyone = result.population.subarray(year * settlements, (year + 1) * settlements);
      const byTier = ["village", "town", "seat", "core", "outside"].reduce(
        (sum, tier) => sum + result.indicators[`population.${tier}`][year],
        0,
      );
      expect(everyone.reduce((sum, people) => sum + people, 0)).toBe(byTier);
    }
  });

  it("has people by county, who are those of its settlements and add up to the region's", () => {
    const { jurisdictions, counties, population, indicators } = result;
    for (let year = 0; year <= 2; year++) {
      const sum = (column: Int32Array): number =>
        column
          .subarray(year * jurisdictions.length, (year + 1) * jurisdictions.length)
          .reduce((total, people) => total + people, 0);
      jurisdictions.forEach((_, county) => {
        const living = (tiers: readonly string[]): number =>
          result.settlements.reduce(
            (total, { jurisdiction, tier }, k) =>
              total +
              (jurisdiction === county && tiers.includes(tier) ? population[year * settlements + k] : 0),
            0,
          );
        const at = year * jurisdictions.length + county;
        expect(counties.residents[at]).toBe(living(["village", "town", "seat", "core"]));
        expect(counties.urban[at]).toBe(living(["town", "seat", "core"]));
      });
      expect(sum(counties.residents)).toBe(indicators["population.region"][year]);
      expect(sum(counties.urban) / sum(counties.residents)).toBe(indicators.urbanShare[year]);
      expect(sum(counties.old) / sum(counties.residents)).toBe(indicators["share65.region"][year]);
    }
  });

  it("has flows between all pairs of zones in each year, none below zero but land value", () => {
    for (const kind of FLOW_KINDS) {
      expect(result.flows[kind]).toHaveLength(2 * zones * zones);
      expect(result.flows[kind].every(Number.isFinite)).toBe(true);
      if (kind !== "landValue") expect(Math.min(...result.flows[kind])).toBeGreaterThanOrEqual(0);
    }
  });

  it("changes of people are births, deaths and arrivals", () => {
    // Moves change nothing of the sum; those who come from elsewhere do.
    const { births, deaths, arrivals, startAlive, alive } = simulation.world.clock;
    const change = births[0] + arrivals[0] - deaths[0];
    expect(startAlive[0] + change).toBe(alive[0]);
    const total = (year: number): number =>
      result.population.subarray(year * settlements, (year + 1) * settlements).reduce((sum, n) => sum + n, 0);
    expect(total(2) - total(0)).toBe(change * 100);
  });

  it("tells of spending that was planned and not paid, and of none else", () => {
    for (const { planned, paid } of result.cuts) expect(paid).toBeLessThan(planned * 0.999);
  });
});
