import { describe, expect, it } from "vitest";
import { leverIndex } from "../../../sim/policy/resolve.ts";
import { brandFactor } from "../../../sim/processes/coordination/brand.ts";
import { SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import { PlatformState } from "../../../sim/world/platforms.ts";
import { OUTSIDE, VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import type { Measure } from "../../../sim/policy/policy.ts";
import { type OpenRun, openRun, runMonths } from "../../laws/run.ts";
import { fromFile, policyOf } from "../../laws/scenarios.ts";
import { benchFor, money, rowsWhere, sum } from "../bench.ts";

const valley = fromFile("valley", "scale=20", "years=20");
const DECEMBER = 11;

const measure = (
  lever: Measure["lever"],
  value: number,
  from: string,
  until?: string,
  payer: Measure["payer"] = "state",
): Measure => ({
  id: `${lever}-${from}`,
  lever,
  where: { tiers: ["village"] },
  from,
  until,
  value,
  payer,
  source: "assumed",
});

/** What farms of a place sell in a month without the platform, rent of their fields included, whole yuan. */
const salesOf = ({ settlements: s, sizes }: World, j: number): number =>
  Math.floor((s.farmIncome[j] * s.farmers[j] * sizes.scale) / (1 - s.rentBurden[j]) / s.brandPremium[j]);

const runWith = (measures: readonly Measure[], years: number): OpenRun => {
  const run = openRun({ ...valley, policies: [policyOf("cluster", measures)] }, "platforms");
  runMonths(run, 12 * years);
  return run;
};

describe("without a policy", () => {
  const { before, after } = benchFor("coordination", valley, DECEMBER);

  it("no platform exists, prices stay, and no yuan moves in a year without a facility", () => {
    const world = after();
    expect([...world.platforms.state, ...world.members.platform].every((code) => code === 0)).toBe(true);
    expect(world.settlements.brandPremium.every((factor) => factor === 1)).toBe(true);
    expect([...world.jurisdictions.cash]).toEqual([...before.jurisdictions.cash]);
    expect([...world.firms.cash]).toEqual([...before.firms.cash]);
    expect([...world.zonePairs.minutes]).toEqual([...before.zonePairs.minutes]);
  });
});

describe("a platform", () => {
  const joint = benchFor("coordination", valley, DECEMBER);
  const { before, setting } = joint;
  const { settlements: s, sizes } = before;
  const { assumptions: a } = setting;
  const villages = rowsWhere(sizes.settlements, (j) => s.tier[j] === VILLAGE && s.jurisdiction[j] === 1);
  const membership = leverIndex("platformMembership");
  const support = leverIndex("platformSupport");
  const enrol =
    (value: number, supported = 0, rows = villages) =>
    (world: World): void => {
      for (const j of rows) {
        world.levers.value[j * sizes.levers + membership] = value;
        world.levers.value[j * sizes.levers + support] = supported;
      }
    };

  it("is founded in the county of its members, or shared by all, and not for one alone", () => {
    const own = joint.after(enrol(1)).platforms;
    expect([...own.state]).toEqual([0, PlatformState.running, 0, 0, 0]);
    expect(own.members[1]).toBe(villages.length);
    const shared = joint.after(enrol(2)).platforms;
    expect([...shared.state]).toEqual([0, 0, 0, 0, PlatformState.running]);
    const one = joint.after(enrol(1, 0, villages.slice(0, 1))).platforms;
    expect([...one.state]).toEqual([0, 0, 0, 0, 0]);
    expect(one.members[1]).toBe(1);
  });

  it("costs each member its part, and moves its price by brand, services and levy", () => {
    const world = joint.after((w) => {
      enrol(1, 0.5)(w);
      w.platforms.brand[1] = 0.8;
    });
    const sold = (j: number): number => salesOf(before, j) * 12;
    const all = sum(villages.map(sold));
    expect(world.platforms.unitCost[1]).toBeCloseTo(a.platformCostShare + a.platformFixedCost / all, 12);
    // It wasn't running last year, so its name was forgotten a little.
    const equity = 0.8 * (1 - a.brandDecay);
    expect(world.platforms.brand[1]).toBeCloseTo(equity, 12);
    const premium = brandFactor(a.brandPremium, equity) - 1;
    const levy = world.platforms.unitCost[1] * 0.5;
    const paying = villages.filter((j) => world.members.pays[j] === 1);
    expect(paying.length).toBe(world.platforms.paying[1]);
    expect(paying.length).toBeGreaterThan(villages.length / 2);
    for (const j of paying) {
      expect(world.members.levy[j]).toBeCloseTo(levy, 12);
      expect(world.settlements.brandPremium[j]).toBeCloseTo(1 + premium + a.platformServices - levy, 12);
    }
  });

  it("has members who use its name without paying, and keeps them from part of the premium", () => {
    const world = joint.after(
      (w) => {
        enrol(1)(w);
        w.platforms.brand[1] = 1;
      },
      { assumptions: { ...a, platformCostShare: 0.3, brandDecay: 0 } },
    );
    const free = villages.filter((j) => world.members.pays[j] === 0);
    expect(free.length).toBe(villages.length);
    for (const j of free) {
      expect(world.members.levy[j]).toBe(0);
      const left = 1 + a.brandPremium * (1 - a.brandExclusion);
      expect(world.settlements.brandPremium[j]).toBeCloseTo(left, 12);
    }
    const others = rowsWhere(sizes.settlements, (j) => !villages.includes(j));
    expect(others.every((j) => world.settlements.brandPremium[j] === 1)).toBe(true);
  });

  it("is paid by no more members where it costs more, and by no fewer where the brand is worth more", () => {
    const paying = (cost: number, brand: number): number[] => {
      const world = joint.after(
        (w) => {
          enrol(1)(w);
          w.platforms.brand[1] = brand;
        },
        { assumptions: { ...a, platformCostShare: cost } },
      );
      return villages.filter((j) => world.members.pays[j] === 1);
    };
    const [dear, plain, cheap, known] = [paying(0.05, 0), paying(0.02, 0), paying(0, 0), paying(0.02, 1)];
    // The luck of each is its own and the same, so who pays at the higher cost pays at the lower one too.
    expect(plain).toEqual(expect.arrayContaining(dear));
    expect(cheap).toEqual(expect.arrayContaining(plain));
    expect(known).toEqual(expect.arrayContaining(plain));
    expect(dear.length).toBeLessThan(cheap.length);
    expect(plain.length).toBeLessThan(known.length);
  });
});

describe("what a platform costs in a month", () => {
  const run = runWith(
    [measure("platformMembership", 1, "2020-01"), measure("platformSupport", 0.6, "2020-01")],
    1,
  );
  const { setting, steps } = run;
  const { world, assumptions: a } = setting;
  const { settlements: s, platforms, members, firms, jurisdictions: g, sizes, levers } = world;
  const step = steps.find(({ name }) => name === "coordination")!.step;
  const support = leverIndex("platformSupport");

  it("is paid by members from what buyers kept back and by who supports it, and spent to the last yuan", () => {
    // In the first county the county supports, elsewhere the state.
    for (let j = 0; j < sizes.settlements; j++) {
      levers.value[j * sizes.levers + support] = 0.6;
      levers.state[j * sizes.levers + support] = s.jurisdiction[j] === 1 ? 0 : 1;
    }
    const cash = g.cash.slice();
    const policyCost = g.policyCost.slice();
    const shops = firms.cash.slice();
    const start = money(world);
    step(12);
    expect(money(world)).toBe(start);
    const rows = rowsWhere(sizes.settlements, (j) => members.platform[j] > 0);
    const sold = (j: number): number => salesOf(world, j);
    const due = (j: number): number => Math.floor(platforms.unitCost[members.platform[j] - 1] * sold(j));
    const given = (j: number): number => Math.floor(members.levy[j] * sold(j));
    const supported = (j: number): number => Math.floor(due(j) * 0.6);
    for (let c = 0; c < sizes.jurisdictions - 1; c++) {
      const mine = rows.filter((j) => s.jurisdiction[j] === c);
      expect(platforms.due[c]).toBe(sum(mine.map(due)));
      expect(platforms.raised[c]).toBe(sum(mine.map((j) => given(j) + supported(j))));
      expect(g.policyCost[c] - policyCost[c]).toBe(sum(mine.map(supported)));
      expect(cash[c] - g.cash[c]).toBe(c === 1 ? sum(mine.map(supported)) : 0);
    }
    for (const town of new Set(rows.map((j) => s.town[j]))) {
      const mine = rows.filter((j) => s.town[j] === town);
      const local = sum(mine.map((j) => Math.floor((given(j) + supported(j)) * a.localBuildingShare)));
      expect(firms.cash[town * SECTORS + SERVICES] - shops[town * SECTORS + SERVICES]).toBe(local);
    }
    expect(sum(rows.map(given))).toBeGreaterThan(0);
  });
});

describe("brand equity after a year", () => {
  const measures = [measure("platformMembership", 1, "2020-01"), measure("platformSupport", 0.5, "2020-01")];
  const scenario = { ...valley, policies: [policyOf("cluster", measures)] };
  const { before, after, setting } = benchFor("coordination", scenario, 12 + DECEMBER, "equity");
  const { settlements: s, members: m, platforms: p, sizes } = before;
  const counties = [...Array(sizes.jurisdictions - 1).keys()];
  const { assumptions: a } = setting;

  it("has grown by what was paid and who was reached, and shrunk by what is forgotten and who rode free", () => {
    const world = after((w) => w.platforms.brand.fill(0.4));
    const sold = (j: number): number => salesOf(before, j);
    for (const c of counties) {
      const places = rowsWhere(sizes.settlements, (j) => s.jurisdiction[j] === c);
      const enrolled = places.filter((j) => m.platform[j] === c + 1);
      const free = enrolled.filter((j) => m.pays[j] === 0);
      // The twelfth month is paid for before the year is looked at.
      const due = sum(enrolled.map((j) => Math.floor(p.unitCost[c] * sold(j))));
      const given = sum(enrolled.map((j) => Math.floor(m.levy[j] * sold(j))));
      const half = sum(enrolled.map((j) => Math.floor(Math.floor(p.unitCost[c] * sold(j)) * 0.5)));
      const effort = Math.min(1, (p.raised[c] + given + half) / (p.due[c] + due));
      const coverage = sum(enrolled.map(sold)) / sum(places.map(sold));
      const riding = sum(free.map(sold)) / sum(enrolled.map(sold));
      expect(effort).toBeGreaterThan(0.5);
      expect(coverage).toBeGreaterThan(0.3);
      expect(world.platforms.effort[c]).toBeCloseTo(effort, 12);
      const grown = 0.4 + a.brandGain * effort * coverage - a.brandDecay * 0.4 - a.brandFreeRiding * riding;
      expect(world.platforms.brand[c]).toBeCloseTo(grown, 12);
      expect([world.platforms.raised[c], world.platforms.due[c]]).toEqual([0, 0]);
    }
  });

  it("is that of the region's produce where counties share the platform", () => {
    const shared = [measure("platformMembership", 2, "2020-01"), measure("platformSupport", 1, "2020-01")];
    const region = { ...valley, policies: [policyOf("region", shared)] };
    const joint = benchFor("coordination", region, 12 + DECEMBER, "equity");
    const { settlements: farms, members, sizes: size } = joint.before;
    const row = size.jurisdictions - 1;
    const world = joint.after((w) => w.platforms.brand.fill(0.4), {
      assumptions: { ...a, brandFreeRiding: 0, brandDecay: 0 },
    });
    const sold = (j: number): number => salesOf(joint.before, j);
    const everywhere = rowsWhere(size.settlements, (j) => farms.tier[j] < OUTSIDE);
    const enrolled = everywhere.filter((j) => members.platform[j] === row + 1);
    const coverage = sum(enrolled.map(sold)) / sum(everywhere.map(sold));
    expect(coverage).toBeLessThan(0.99);
    expect(world.platforms.brand[row]).toBeCloseTo(0.4 + a.brandGain * coverage, 12);
  });

  it("counts a year below the least funding, and ends a platform after so many in a row", () => {
    const short = { assumptions: { ...a, platformQuorum: 1 } };
    const once = after(undefined, short).platforms;
    const last = after((w) => w.platforms.short.fill(a.platformPatience - 1), short).platforms;
    const funded = after((w) => w.platforms.short.fill(a.platformPatience - 1)).platforms;
    for (const c of counties) {
      expect([once.state[c], once.short[c], once.ended[c]]).toEqual([PlatformState.running, 1, 0]);
      expect([last.state[c], last.short[c], last.ended[c]]).toEqual([PlatformState.dissolved, 0, 1]);
      expect([funded.state[c], funded.short[c], funded.ended[c]]).toEqual([PlatformState.running, 0, 0]);
    }
  });
});

describe("the policies that are written down", () => {
  it("found a platform in every county, or let all counties deal", () => {
    const cluster = openRun(fromFile("valley", "scale=40", "policies=[rural-cluster-platform]"), "written");
    runMonths(cluster, 24);
    expect([...cluster.built.world.platforms.state]).toEqual([1, 1, 1, 1, 0]);
    const together = openRun(fromFile("valley", "scale=40", "policies=[neighbour-coordination]"), "written");
    runMonths(together, 24);
    expect([...together.built.world.neighbours.mode]).toEqual([1, 1, 1, 1]);
  });
});

describe("a platform has two fates", () => {
  const member = measure("platformMembership", 1, "2021-01");
  const counties = 4;

  it("lives on without support once its brand is known", () => {
    const run = runWith([member, measure("platformSupport", 0.8, "2021-01", "2030-01")], 20);
    const { platforms } = run.built.world;
    expect([...platforms.state.slice(0, counties)]).toEqual(Array(counties).fill(PlatformState.running));
    for (let c = 0; c < counties; c++) expect(platforms.brand[c]).toBeGreaterThan(0.8);
    expect([...platforms.founded.slice(0, counties)]).toEqual(Array(counties).fill(1));
  });

  it("dissolves for want of money where its brand never gets known, and stays dissolved", () => {
    const run = runWith([member], 20);
    const { platforms, settlements } = run.built.world;
    expect([...platforms.state.slice(0, counties)]).toEqual(Array(counties).fill(PlatformState.dissolved));
    expect([...platforms.ended.slice(0, counties)]).toEqual(Array(counties).fill(1));
    expect([...platforms.founded.slice(0, counties)]).toEqual(Array(counties).fill(1));
    expect(settlements.brandPremium.every((factor) => factor === 1)).toBe(true);
  });

  it("is founded anew where its members are named anew, and remembers its brand", () => {
    const again = [
      measure("platformMembership", 1, "2020-01", "2026-01"),
      measure("platformSupport", 1, "2020-01", "2026-01"),
      measure("platformMembership", 1, "2027-01"),
    ];
    const run = runWith(again, 7);
    const { platforms } = run.built.world;
    expect([...platforms.state]).toEqual([0, 0, 0, 0, 0]);
    const brand = platforms.brand[1];
    expect(brand).toBeGreaterThan(0.3);
    runMonths(run, 12);
    expect(platforms.state[1]).toBe(PlatformState.running);
    expect(platforms.founded[1]).toBe(2);
    expect(platforms.brand[1]).toBeCloseTo(brand * (1 - run.setting.assumptions.brandDecay), 12);
  });
});

describe("production", () => {
  it("pays farmers by the factor of the platform, and all others as before", () => {
    const farm = benchFor("production", valley, 3);
    const plain = farm.after();
    const branded = farm.after((w) => (w.settlements.brandPremium[20] = 1.1));
    const ratio = Array.from(
      branded.settlements.farmIncome,
      (income, j) => income / plain.settlements.farmIncome[j],
    );
    expect(ratio[20]).toBeCloseTo(1.1, 12);
    expect(ratio.filter((r, j) => j !== 20 && r !== 1 && !Number.isNaN(r))).toEqual([]);
  });
});
