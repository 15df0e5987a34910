import { beforeAll, describe, expect, it } from "vitest";
import { rootKey } from "../../../sim/numerics/keyed.ts";
import { considerations, keenness } from "../../../sim/processes/migration/thinkers.ts";
import { chancesOf } from "../../../sim/processes/migration/law.ts";
import { Life, lifeOf, LIVES } from "../../../sim/processes/migration/lives.ts";
import { createAlternatives } from "../../../sim/processes/migration/alternatives.ts";
import { nestOf } from "../../../sim/processes/migration/nests.ts";
import { openScales } from "../../../sim/processes/migration/scales.ts";
import { ALIVE } from "../../../sim/world/persons.ts";
import { CORE, OUTSIDE, TIER_NAMES, VILLAGE } from "../../../sim/world/tiers.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { openRun, runMonths } from "../../laws/run.ts";

/** People of each county and way of life whom the build asks; the sampling error of the constants comes from it. */
const ASKED = 150;
/** Standard errors that a figure may be off: one in fifteen thousand is farther by chance. */
const ERRORS = 4;

describe.each([
  ["valley", "scale=10", 1],
  ["valley", "scale=10", 0.4],
  ["quzhou", "scale=40", 1],
])("the first month of %s at %s and a dissimilarity of %d continues the start year", (id, scale, tau) => {
  const scenario = fromFile(id, scale, `parameters.nestDissimilarity=${tau}`);
  const { setting } = openRun(scenario, "rest", []);
  const { world, assumptions: a } = setting;
  const { persons: p, households: h, settlements: s, clock } = world;
  const counties = scenario.world.counties.map((county) => county.id);

  /** Expected moves into each way of life, net, and their error from asking a sample; in agents a month. */
  const flows = counties.map(() => ({
    net: new Float64Array(LIVES),
    variance: new Float64Array(LIVES),
    gross: 0,
  }));
  const villagers = new Float64Array(counties.length);
  /** Residents of 16 to 39 whose home is here. */
  const young = new Float64Array(counties.length);
  /** People of each county by way of life: where there are none, nobody can come back. */
  const people = counties.map(() => new Float64Array(LIVES));

  beforeAll(() => {
    const alternatives = createAlternatives();
    const chances = new Float64Array(alternatives.utility.length);
    // Asked in the run's own luck: other places come to mind than those that the constants were found with.
    const scales = openScales({ ...setting, root: rootKey("rest") }, alternatives);
    scales.refresh(0);
    const groups = new Map<number, { county: number; shifts: Float64Array[] }>();
    for (let i = 0; i < clock.personRows[0]; i++) {
      const keen = keenness(p.activity[i]);
      const home = h.home[p.household[i]];
      const county = s.jurisdiction[home];
      if (p.residence[i] === home && -p.born[i] >= 16 * 12 && -p.born[i] < 40 * 12) young[county]++;
      if ((p.flags[i] & ALIVE) === 0 || keen === 0 || county >= counties.length) continue;
      scales.person(i, 0);
      const own = lifeOf(world, county, p.residence[i], p.activity[i]);
      const shift = new Float64Array(LIVES);
      const { count, residence, activity, nest } = alternatives;
      for (let k = 0; k < count; k++) nest[k] = nestOf(world, home, residence[k]);
      chancesOf(alternatives, a, chances);
      for (let k = 0; k < count; k++) shift[lifeOf(world, county, residence[k], activity[k])] += chances[k];
      const rate = keen * considerations(a);
      let leaves = 0;
      for (let life = 0; life < LIVES; life++) {
        shift[life] *= rate;
        if (life !== own) leaves += shift[life];
      }
      shift[own] = -leaves;
      flows[county].gross += leaves;
      people[county][own]++;
      const group = county * LIVES + own;
      if (!groups.has(group)) groups.set(group, { county, shifts: [] });
      groups.get(group)!.shifts.push(shift);
    }
    for (const { county, shifts } of groups.values()) {
      for (let life = 0; life < LIVES; life++) {
        let sum = 0;
        let squares = 0;
        for (const shift of shifts) {
          sum += shift[life];
          squares += shift[life] * shift[life];
        }
        const agents = shifts.length;
        flows[county].net[life] += sum;
        // Of a group that is asked in part, its size times the mean of the sample, with that mean's error.
        const variance = squares / agents - (sum / agents) ** 2;
        flows[county].variance[life] += (agents * agents * variance) / Math.min(ASKED, agents);
      }
    }
    for (let j = 0; j < world.sizes.settlements; j++) {
      if (s.tier[j] === VILLAGE) villagers[s.jurisdiction[j]] += s.residents[j];
    }
  });

  it.each(counties)("as many of %s take up farming as give it up, and as many leave as is said", (county) => {
    const k = counties.indexOf(county);
    const { net, variance, gross } = flows[k];
    expect(gross).toBeGreaterThan(5);
    // Who leaves goes where those away live now.
    const leaving = (a.startOutflow * young[k]) / 12;
    const away = people[k][Life.region] + people[k][Life.outside];
    const target = { [Life.farm]: 0, [Life.region]: 0, [Life.outside]: leaving };
    if (away > 0) {
      target[Life.region] = (leaving * people[k][Life.region]) / away;
      target[Life.outside] = (leaving * people[k][Life.outside]) / away;
    }
    for (const life of [Life.farm, Life.region, Life.outside]) {
      if (people[k][life] === 0) continue;
      const error = Math.sqrt(variance[life]);
      expect(Math.abs(net[life] - target[life])).toBeLessThan(ERRORS * error + 0.02 * gross);
      expect(error).toBeLessThan(0.1 * gross);
    }
  });

  it.each(counties)("villages of %s lose to its towns and seat what the start year shows", (county) => {
    const k = counties.indexOf(county);
    const { net, variance, gross } = flows[k];
    const target = (a.startDrain * villagers[k]) / 12;
    expect(Math.abs(net[Life.urban] - target)).toBeLessThan(
      ERRORS * Math.sqrt(variance[Life.urban]) + 0.02 * gross,
    );
  });
});

describe("the first year of the valley is at rest", () => {
  const run = openRun(fromFile("valley", "scale=10"), "rest");
  const { world, drivers } = run.built;
  const { settlements: s } = world;
  const tiers = TIER_NAMES.slice(VILLAGE, CORE + 1);
  const startDemand = s.serviceDemand.slice();
  const startWage = s.wage.slice();
  interface Month {
    readonly unemployment: number;
    readonly force: number;
    readonly wages: readonly number[];
    readonly demand: number;
    readonly demandByTier: readonly number[];
  }
  const months: Month[] = [];

  const look = (): Month => {
    const force = new Float64Array(tiers.length);
    const wage = new Float64Array(tiers.length);
    const was = new Float64Array(tiers.length);
    const demand = new Float64Array(tiers.length);
    const start = new Float64Array(tiers.length);
    let idle = 0;
    for (let j = 0; j < world.sizes.settlements; j++) {
      const tier = s.tier[j];
      if (tier === OUTSIDE) continue;
      const here = s.searching[j] + s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
      idle += s.searching[j];
      force[tier] += here;
      wage[tier] += here * s.wage[j];
      was[tier] += here * startWage[j];
      demand[tier] += s.serviceDemand[j];
      start[tier] += startDemand[j];
    }
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    return {
      unemployment: idle / total(force),
      force: total(force),
      wages: [...wage].map((sum, tier) => sum / was[tier]),
      demand: total(demand) / total(start),
      demandByTier: [...demand].map((sum, tier) => sum / start[tier]),
    };
  };

  beforeAll(() => {
    months.push(look());
    for (let month = 0; month < 12; month++) {
      runMonths(run, 1);
      months.push(look());
    }
  });

  const within = (ratio: number, margin: number, month: number): void => {
    expect(ratio).toBeGreaterThan(1 - margin);
    expect(ratio).toBeLessThan((1 + margin) * drivers.productivity[month]);
  };

  // What is known not to hold yet is expected to fail, with the bound that it must come to hold.
  it.fails("unemployment within the sampling error of 5 %", () => {
    for (const { unemployment, force } of months) {
      expect(Math.abs(unemployment - 0.05)).toBeLessThan(ERRORS * Math.sqrt((0.05 * 0.95) / force));
    }
  });

  it.each(tiers)(
    "wages of the tier %s within 3 % of the start, or of the start grown with productivity",
    (tier) => {
      months.forEach(({ wages }, month) => within(wages[tiers.indexOf(tier)], 0.03, month));
    },
  );

  it.fails("service demand of the region within 5 %", () => {
    months.forEach(({ demand }, month) => within(demand, 0.05, month));
  });

  it.fails.each(tiers)("service demand of the tier %s within 5 %", (tier) => {
    months.forEach(({ demandByTier }, month) => within(demandByTier[tiers.indexOf(tier)], 0.05, month));
  });
});
