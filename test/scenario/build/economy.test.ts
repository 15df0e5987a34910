import { describe, expect, it } from "vitest";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import { buildWorld } from "../../../sim/scenario/build/build.ts";
import { serviceUnits } from "../../../sim/world/services.ts";
import { employmentOf } from "../../../sim/scenario/build/work.ts";
import { driverAt, resolveDrivers } from "../../../sim/scenario/drivers.ts";
import type { Driver } from "../../../sim/scenario/scenario.ts";
import { SECTORS } from "../../../sim/world/jurisdictions.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { Activity, ALIVE } from "../../../sim/world/persons.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { rowsWhere, sum } from "../../processes/bench.ts";

const driver = (points: Driver["points"], after: Driver["after"] = "hold"): Driver => ({
  unit: "",
  points,
  after,
  source: "assumed",
});

/** Of primary employment. */
const TREND = { primaryTrend: PARAMETERS.primaryTrend.default };

describe("drivers", () => {
  const series = driver([
    [2020, 1],
    [2024, 3],
    [2026, 2],
  ]);

  it("are straight between their points, flat before the first, and go on as they say", () => {
    const at = (year: number, each = series): number => driverAt(each, year);
    expect([2010, 2020, 2021, 2022.5, 2024, 2025, 2026, 2050].map((year) => at(year))).toEqual([
      1, 1, 1.5, 2.25, 3, 2.5, 2, 2,
    ]);
    const trend = { ...series, after: "trend" as const };
    expect([2026, 2028, 2030].map((year) => at(year, trend))).toEqual([2, 1, 0]);
    expect(driverAt(driver([[2020, 7]], "trend"), 2050)).toBe(7);
  });

  it("of growth compound month by month to what a year has grown, from one at the start", () => {
    const scenario = fromFile("valley");
    const growth = {
      ...scenario.drivers,
      outsideWageGrowth: driver([[2020, 0.04]]),
      productivityGrowth: driver([[2020, 0]]),
    };
    const { outsideWage, productivity } = resolveDrivers({ ...scenario, drivers: growth }, 25);
    expect(outsideWage).toHaveLength(25);
    expect(outsideWage[0]).toBe(1);
    expect(outsideWage[1]).toBeCloseTo(1.04 ** (1 / 12), 12);
    expect(outsideWage[12]).toBeCloseTo(1.04, 12);
    expect(outsideWage[24]).toBeCloseTo(1.04 ** 2, 12);
    expect([...new Set(productivity)]).toEqual([1]);
  });

  it("of levels are those of the month; transfers are shared over the year, prices are over the first", () => {
    const scenario = fromFile("valley");
    const drivers = {
      ...scenario.drivers,
      transferPerHead: driver([
        [2020, 2400],
        [2022, 4800],
      ]),
      farmPrice: driver([
        [2020, 2],
        [2021, 3],
      ]),
      fertility: driver([
        [2020, 1.2],
        [2021, 2.4],
      ]),
      mortality: driver([[2020, 0.9]]),
    };
    const series12 = resolveDrivers({ ...scenario, drivers }, 13);
    expect([series12.transferPerHead[0], series12.transferPerHead[12]]).toEqual([200, 300]);
    expect([series12.farmPrice[0], series12.farmPrice[12]]).toEqual([1, 1.5]);
    expect(series12.fertility[6]).toBeCloseTo(1.8, 12);
    expect(series12.mortality[12]).toBe(0.9);
  });
});

describe("employment by sector", () => {
  it("is that of the census of the start year", () => {
    const valley = fromFile("valley");
    expect(employmentOf(valley, 0, TREND)).toEqual({ primary: 0.14, secondary: 0.36, tertiary: 0.5 });
  });

  it("is that of the last census before it, with the primary share moved by the national trend", () => {
    const { primary, secondary, tertiary } = employmentOf(fromFile("quzhou"), 5, TREND);
    // Jiangshan 2010: 0.418, 0.3265, 0.2556; ten years of 4.3 % less each.
    expect(primary).toBeCloseTo(0.418 * 0.957 ** 10, 9);
    expect(primary + secondary + tertiary).toBeCloseTo(1, 12);
    expect(secondary / tertiary).toBeCloseTo(0.3265 / 0.2556, 9);
  });
});

describe.each([
  ["valley", 10],
  ["quzhou", 40],
] as const)("the economy of %s in the first month", (id, scale) => {
  const scenario = fromFile(id, `scale=${scale}`);
  const { world, assumptions: a } = buildWorld(scenario);
  const { settlements: s, firms, jurisdictions: g, zones: z, zonePairs, sizes } = world;
  const region = rowsWhere(sizes.settlements, (j) => s.tier[j] !== OUTSIDE);
  const counties = scenario.world.counties.map((county, c) => [county.id, c] as const);

  it("pays wages by tier over the mean of the gateways", () => {
    const { gateways } = scenario.world;
    const mean =
      sum(gateways.map((each) => each.monthlyWage * each.workers)) /
      sum(gateways.map((each) => each.workers));
    const over: Record<number, number> = {
      [VILLAGE]: a.startWageVillage,
      [TOWN]: a.startWageTown,
      [SEAT]: a.startWageSeat,
      [CORE]: a.startWageCore,
    };
    for (const j of region) expect(s.wage[j]).toBeCloseTo(mean * over[s.tier[j]]!, 9);
  });

  it.each(counties)(
    "shares out the non-farm work of %s between works and offices as the census does",
    (_, c) => {
      const { secondary, tertiary } = employmentOf(scenario, c, TREND);
      const rows = region.filter((j) => s.jurisdiction[j] === c);
      const works = sum(rows.map((j) => s.processing[j] + s.manufacturing[j]));
      const offices = sum(rows.map((j) => s.services[j] + s.public[j]));
      expect(Math.abs(works / (works + offices) - secondary / (secondary + tertiary))).toBeLessThan(0.06);
      expect(Math.abs(sum(rows.map((j) => s.public[j])) / offices - a.publicJobShare)).toBeLessThan(0.03);
    },
  );

  it("leaves the frictional part of the labour force without work", () => {
    const idle = sum(region.map((j) => s.searching[j]));
    const force =
      idle + sum(region.map((j) => s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j]));
    expect(Math.abs(idle / force - a.naturalUnemployment)).toBeLessThan(0.006);
  });

  it.each(counties)(
    "puts three quarters of the townspeople of %s into its seat, where it has towns",
    (_, c) => {
      const rows = region.filter((j) => s.jurisdiction[j] === c && s.tier[j] !== VILLAGE);
      const seat = sum(rows.filter((j) => s.tier[j] >= SEAT).map((j) => s.residents[j]));
      expect(seat / sum(rows.map((j) => s.residents[j]))).toBeCloseTo(a.seatShareOfUrban, 3);
    },
  );

  it("spreads the sizes of villages as the table says", () => {
    const logs = region
      .filter((j) => s.tier[j] === VILLAGE && s.residents[j] > 0)
      .map((j) => Math.log(s.residents[j]));
    // Within a county; between counties the mean size differs besides.
    const within = counties.flatMap(([, c]) => {
      const own = region.filter(
        (j) => s.tier[j] === VILLAGE && s.jurisdiction[j] === c && s.residents[j] > 0,
      );
      const mean = sum(own.map((j) => Math.log(s.residents[j]))) / own.length;
      return own.map((j) => (Math.log(s.residents[j]) - mean) ** 2);
    });
    const spread = Math.sqrt(sum(within) / (within.length - counties.length));
    expect(logs.length).toBeGreaterThan(50);
    expect(Math.abs(spread - a.villageSpread)).toBeLessThan(
      4 * (a.villageSpread / Math.sqrt(2 * logs.length)) + 0.05,
    );
  });

  it("owes no more than its leverage allows, and what is owed is lent out of deposits", () => {
    let most = 0;
    for (let zone = 0; zone < sizes.zones; zone++) {
      if (z.tier[zone] === OUTSIDE) continue;
      const rows = rowsWhere(
        sizes.settlements * SECTORS,
        (row) => s.zone[Math.floor(row / SECTORS)] === zone,
      );
      const debt = sum(rows.map((row) => firms.debt[row]));
      const capital = sum(rows.map((row) => firms.capital[row]));
      expect(debt).toBeLessThanOrEqual(a.startLeverage * capital + 1);
      if (capital > 0) most = Math.max(most, debt / capital);
      const deposits = sum(rowsWhere(sizes.settlements, (j) => s.zone[j] === zone).map((j) => s.deposits[j]));
      const lent = sum(
        rowsWhere(sizes.zones, () => true).map((to) => zonePairs.loans[zone * sizes.zones + to]),
      );
      expect(lent).toBeLessThanOrEqual((1 - a.reserveRatio) * deposits);
    }
    expect(most).toBeGreaterThan(0.1);
    const tight = buildWorld({ ...scenario, parameters: { startLeverage: 0.02 } }).world;
    const debtOf = (row: number): number =>
      s.tier[Math.floor(row / SECTORS)] === OUTSIDE ? 0 : tight.firms.debt[row];
    const capital = sum(
      rowsWhere(tight.firms.capital.length, () => true).map((row) => tight.firms.capital[row]),
    );
    expect(sum([...tight.firms.debt.keys()].map(debtOf))).toBeLessThanOrEqual(0.02 * capital + sizes.zones);
  });

  it("balances budgets: a county plans to spend what comes in", () => {
    for (const [, c] of counties) {
      const rows = region.filter((j) => s.jurisdiction[j] === c);
      const units = sum(rows.map((j) => serviceUnits(s.residents[j] * scale, s.areaKm2[j], a.densityCost)));
      const upkeep = (sum(rows.map((j) => s.publicLand[j])) * a.upkeep) / 12;
      expect((g.servicePerHead[c] * units + upkeep) / g.monthlyRevenue[c]).toBeGreaterThan(0.999);
      expect(g.debt[c]).toBe(0);
      expect(g.funded[c]).toBe(1);
      expect(g.publicWageShare[c]).toBeGreaterThan(0.1);
      expect(g.publicWageShare[c]).toBeLessThanOrEqual(0.9 + 1e-9);
    }
  });
});

describe("ages of work", () => {
  it.each([
    [55, 65],
    [65, 65],
  ])(
    "end at %d, and for farmers at %d, at the start and a year after",
    (retirementAge, farmRetirementAge) => {
      const run = openRun(
        fromFile(
          "valley",
          "scale=20",
          `parameters.retirementAge=${retirementAge}`,
          `parameters.farmRetirementAge=${farmRetirementAge}`,
        ),
        "ages",
      );
      const { persons: p, clock } = run.built.world;
      const look = (month: number, endOf: (doing: number) => number): void => {
        let [retired, early, working] = [0, 0, 0];
        for (let i = 0; i < clock.personRows[0]; i++) {
          const age = (month - p.born[i]) / 12;
          if ((p.flags[i] & ALIVE) === 0) continue;
          if (p.activity[i] !== Activity.retired) working += age >= endOf(p.activity[i]) ? 1 : 0;
          else {
            retired++;
            if (age < retirementAge) early++;
          }
        }
        expect(retired).toBeGreaterThan(500);
        expect([early, working]).toEqual([0, 0]);
      };
      look(0, (doing) => (doing === Activity.farming ? farmRetirementAge : retirementAge));
      runMonths(run, 12);
      // Everyone's year is looked at once a year; till then an old farmer may try something else.
      look(12, () => farmRetirementAge + 1);
    },
  );
});
