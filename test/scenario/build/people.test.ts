import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageBandOf, type Counted, countPeople } from "./count.ts";
import { urbanByBand } from "../../../sim/scenario/build/ages.ts";
import { evenStep } from "../../../sim/scenario/build/evenly.ts";
import { buildWorld } from "../../../sim/scenario/build/build.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { Activity, FEMALE, Homestead, Mode, NOBODY } from "../../../sim/world/persons.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { fromFile, someWorld } from "../../laws/scenarios.ts";

const census = (scenario: Scenario, county: number) =>
  scenario.world.counties[county].census.find(({ year }) => year === scenario.start)!;

describe.each([
  ["valley", 10],
  ["valley", 47],
  ["quzhou", 20],
] as const)("the people of %s with %i persons an agent are those of the census", (id, scale) => {
  const scenario = fromFile(id, `scale=${scale}`);
  const { world } = buildWorld(scenario);
  const counted: Counted = countPeople(world);
  const counties = scenario.world.counties.map(({ id: name }, county) => [name, county] as const);

  it.each(counties)("residents of %s, in town and country, within one agent", (_, county) => {
    const row = census(scenario, county);
    const tiers = counted.residents[county];
    const urban = tiers[TOWN] + tiers[SEAT] + tiers[CORE];
    expect(Math.abs(tiers[VILLAGE] + urban - row.residents / scale)).toBeLessThan(1);
    expect(Math.abs(urban - row.urban / scale)).toBeLessThan(1);
  });

  it.each(counties)(
    "residents of %s in each age band within one agent, in town and in the country",
    (_, county) => {
      const row = census(scenario, county);
      const sum = row.ages.reduce((all, people) => all + people, 0);
      const urban = urbanByBand(row.ages, row.urban);
      row.ages.forEach((people, band) => {
        const townspeople = (urban[band] / sum) * row.residents;
        const villagers = ((people - urban[band]) / sum) * row.residents;
        expect(Math.abs(counted.urbanByBand[county][band] - townspeople / scale)).toBeLessThan(1);
        expect(Math.abs(counted.ruralByBand[county][band] - villagers / scale)).toBeLessThan(1);
      });
    },
  );

  it.each(counties)("registered of %s, those away among them, within one agent", (_, county) => {
    const row = census(scenario, county);
    // Residents and the gap to the registered are rounded each for itself.
    expect(Math.abs(counted.registered[county] - row.registered / scale)).toBeLessThanOrEqual(1);
  });

  it("those registered in the region and not living in it are at the gateways, with their families' home here", () => {
    const { persons: p, households: h, settlements: s, clock } = world;
    let outside = 0;
    for (let i = 0; i < clock.personRows[0]; i++) {
      if (s.tier[p.residence[i]] !== OUTSIDE) continue;
      outside++;
      expect(s.tier[h.home[p.household[i]]]).toBe(VILLAGE);
      expect(p.registered[i]).toBe(h.home[p.household[i]]);
      expect(p.mode[i]).toBe(Mode.circulating);
      expect(p.left[i]).toBeLessThan(0);
    }
    // Of those registered and not there, some live in other counties of the region; newcomers fill their places.
    let inRegion = 0;
    for (let i = 0; i < clock.personRows[0]; i++) {
      const lives = s.jurisdiction[p.residence[i]];
      const [from, to] = [s.tier[p.registered[i]], s.tier[p.residence[i]]];
      if (from !== OUTSIDE && to !== OUTSIDE && s.jurisdiction[p.registered[i]] !== lives) inRegion++;
    }
    const away = counties.reduce((sum, [, county]) => {
      const { registered, residents, inMigrants } = census(scenario, county);
      const moved = inMigrants === undefined ? 0 : inMigrants.sameProvince + inMigrants.otherProvince;
      const came = Math.max(0, residents - registered, moved);
      return sum + (registered + came - residents) / scale;
    }, 0);
    expect(Math.abs(outside + inRegion - away)).toBeLessThan(counties.length + 1);
  });

  it("households are whole: each has members, a list of them, and a home where they are registered", () => {
    const { persons: p, households: h, settlements: s, sizes, clock } = world;
    let listed = 0;
    // Rows beyond those of the families wait for newcomers.
    expect(sizes.households - clock.householdRows[0]).toBeGreaterThanOrEqual(clock.startElsewhere[0]);
    for (let k = clock.householdRows[0]; k < sizes.households; k++) expect(h.first[k]).toBe(NOBODY);
    for (let k = 0; k < clock.householdRows[0]; k++) {
      let members = 0;
      let atHome = 0;
      for (let i = h.first[k]; i !== NOBODY; i = p.next[i]) {
        expect(p.household[i]).toBe(k);
        members++;
        if (p.residence[i] === h.home[k]) atHome++;
      }
      listed += members;
      expect(members).toBeGreaterThan(0);
      expect([h.members[k], h.present[k]]).toEqual([members, atHome]);
      const rural = s.tier[h.home[k]] <= TOWN;
      expect(h.homestead[k]).toBe(!rural ? Homestead.none : atHome > 0 ? Homestead.used : Homestead.idle);
    }
    expect(listed).toBe(clock.alive[0]);
    const families = new Float64Array(sizes.settlements);
    for (let k = 0; k < clock.householdRows[0]; k++) families[h.home[k]] += scale;
    expect(s.families).toEqual(families);
    // Of mean size: 2.7 where the census doesn't tell.
    expect(clock.alive[0] / clock.householdRows[0]).toBeGreaterThan(2);
    expect(clock.alive[0] / clock.householdRows[0]).toBeLessThan(4.5);
  });

  it("women are just under a half, and people do what their age lets them", () => {
    const { persons: p, settlements: s, clock } = world;
    let women = 0;
    for (let i = 0; i < clock.personRows[0]; i++) {
      if ((p.flags[i] & FEMALE) !== 0) women++;
      const age = Math.floor(-p.born[i] / 12);
      const does = p.activity[i];
      if (age < 16) expect(does).toBe(Activity.none);
      if (age >= 60) expect([Activity.retired, Activity.farming]).toContain(does);
      else expect(does).not.toBe(Activity.retired);
      expect(does === Activity.outside).toBe(
        s.tier[p.residence[i]] === OUTSIDE && does !== Activity.none && does !== Activity.retired,
      );
      if (does === Activity.farming) expect(s.tier[p.residence[i]]).toBeLessThanOrEqual(TOWN);
    }
    const part = women / clock.alive[0];
    expect(Math.abs(part - 0.49)).toBeLessThan(4 * Math.sqrt(0.25 / clock.alive[0]));
  });
});

describe("in small worlds made at random", () => {
  it("residents and urban residents of each county are those of the census within one agent", () => {
    fc.assert(
      fc.property(someWorld(1), (scenario) => {
        const counted = countPeople(buildWorld(scenario).world);
        scenario.world.counties.forEach((county, k) => {
          const row = census(scenario, k);
          const [village, town, seat, core] = counted.residents[k];
          expect(Math.abs(village + town + seat + core - row.residents / scenario.scale)).toBeLessThan(1);
          expect(Math.abs(town + seat + core - row.urban / scenario.scale)).toBeLessThan(1);
          if (county.towns === 0) expect(town).toBe(0);
        });
      }),
      { seed: 45, numRuns: 30 },
    );
  });
});

describe("town and country by age", () => {
  it("older people live in the country more often, and the sums are met", () => {
    const ages = Array.from({ length: 19 }, (_, band) => 100 + 10 * band);
    const all = ages.reduce((sum, people) => sum + people, 0);
    const urban = urbanByBand(ages, 0.4 * all);
    expect(urban.reduce((sum, people) => sum + people, 0)).toBeCloseTo(0.4 * all, 6);
    const share = ages.map((people, band) => urban[band] / people);
    expect(share[5]).toBeGreaterThan(share[15]);
    // 17.7 % of rural and 11.1 % of urban people were 65 and more in 2020: the odds of the old differ by e^-0.54.
    const odds = (part: number): number => part / (1 - part);
    expect(odds(share[15]) / odds(share[5])).toBeCloseTo(0.111 / 0.889 / (0.177 / 0.823), 2);
    expect(urbanByBand(ages, 0).every((people) => people < 1e-6)).toBe(true);
    expect(urbanByBand(ages, all).every((people, band) => Math.abs(people - ages[band]) < 1e-6)).toBe(true);
  });

  it("even steps come to each of n numbers once", () => {
    for (let n = 1; n < 400; n++) {
      const step = evenStep(n);
      expect(new Set(Array.from({ length: n }, (_, k) => (k * step) % n)).size).toBe(n);
    }
  });

  it("bands are those of the census", () => {
    expect([0, 11, 12, 59, 60, 119, 120, 84 * 12, 85 * 12, 99 * 12].map(ageBandOf)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 17, 18, 18,
    ]);
  });
});
