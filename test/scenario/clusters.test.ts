/** The worlds of city clusters: the Yangtze River Delta, Chengdu and Chongqing, Harbin and Changchun. */
import { describe, expect, it } from "vitest";
import { simulate } from "../../sim/engine/simulation.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import { COUNTY_FIGURES } from "../../sim/scenario/schemaCounty.ts";
import type { CensusRow, County, Scenario } from "../../sim/scenario/scenario.ts";
import { buildWorld } from "../../sim/scenario/build/build.ts";
import { misses, oddNumbers, openBooks } from "../laws/books.ts";
import { CORE } from "../../sim/world/tiers.ts";
import { openRun, runMonths } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";
import { scenarioText } from "./files.ts";

/** Thousand residents of each city in the census of 2020, as published. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "yangtze-delta": {
    shanghai: 24_871, suzhou: 12_748, hangzhou: 11_936, ningbo: 9404, hefei: 9370, nanjing: 9315, nantong: 7727,
    wuxi: 7462, yancheng: 6710, changzhou: 5278, yangzhou: 4560, taizhou: 4513, wuhu: 3644, zhenjiang: 3210,
  },
  "chengdu-chongqing": {
    chongqing: 32_054, chengdu: 20_938, nanchong: 5608, dazhou: 5385, mianyang: 4868, yibin: 4589, luzhou: 4254,
    deyang: 3456, guangan: 3255, leshan: 3160, neijiang: 3141, meishan: 2955, suining: 2814, zigong: 2489,
    ziyang: 2309, yaan: 1435,
  },
  "harbin-changchun": {
    harbin: 10_010, changchun: 9067, qiqihar: 4067, suihua: 3756, jilin: 3624, daqing: 2782, mudanjiang: 2290,
    songyuan: 2253, yanbian: 1942, siping: 1815, liaoyuan: 997,
  },
}; // prettier-ignore

/** Thousand residents of the cities of the north-east in the census of 2010, in the boundaries of 2020. */
const NORTH_EAST_2010: Readonly<Record<string, number>> = {
  harbin: 10_636, changchun: 8767, qiqihar: 5367, suihua: 5418, jilin: 4413, daqing: 2905, mudanjiang: 2799,
  songyuan: 2880, yanbian: 2223, siping: 2292, liaoyuan: 1176,
}; // prettier-ignore

const CORES: Readonly<Record<string, readonly string[]>> = {
  "yangtze-delta": ["shanghai", "suzhou", "hangzhou", "ningbo", "hefei", "nanjing"],
  "chengdu-chongqing": ["chongqing", "chengdu"],
  "harbin-changchun": ["harbin", "changchun"],
};

/** Those of them that lead: Shanghai is the lead of the delta, the two other regions have two. */
const LEADS: typeof CORES = { ...CORES, "yangtze-delta": ["shanghai"] };

const worlds = Object.keys(PUBLISHED);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const thousands = (persons: number): number => Math.round(persons / 1000);

function rowOf({ id, census }: County, year: number): CensusRow {
  const row = census.find((one) => one.year === year);
  if (row === undefined) throw new Error(`${id} has no row of ${year}`);
  return row;
}

const residentsOf = ({ world }: Scenario, year: number): Record<string, number> =>
  Object.fromEntries(world.counties.map((city) => [city.id, thousands(rowOf(city, year).residents)]));

/** What is written of a city and must say where it is from: figures of the city and of its censuses. */
function figuresOf(city: County): string[] {
  const figures: string[] = COUNTY_FIGURES.filter((name) => city[name] !== undefined);
  const { inMigrants, schoolingYears } = rowOf(city, 2020);
  if (inMigrants !== undefined) figures.push("inMigrants");
  if (schoolingYears !== undefined) figures.push("schoolingYears");
  return [...figures, "seat", "residents", "urban", "registered", "ages"];
}

describe.each(worlds)("the world %s", (id) => {
  const scenario = fromFile(id);
  const { counties, gateways } = scenario.world;

  it("has each city with the residents that the census of 2020 published", () => {
    expect(residentsOf(scenario, 2020)).toEqual(PUBLISHED[id]);
  });

  it("counts every resident in exactly one age band", () => {
    for (const { census } of counties) {
      for (const { ages, residents } of census) expect(sum(ages)).toBe(residents);
    }
  });

  it("counts the cities that lead it, and no other core, as its leads", () => {
    const { world } = buildWorld(fromFile(id, "scale=8000"));
    const { lead, jurisdiction, tier } = world.settlements;
    const rows = [...lead.keys()].filter((j) => lead[j] === 1);
    expect(rows.map((j) => counties[jurisdiction[j]].id).sort()).toEqual([...LEADS[id]].sort());
    for (const j of rows) expect(tier[j]).toBe(CORE);
  });

  it("has a core city in each of its heads and nowhere else", () => {
    const cores = counties.filter(({ kind }) => kind === "core");
    expect(cores.map((city) => city.id).sort()).toEqual([...CORES[id]].sort());
  });

  it("says in both languages that a place of the hinterland stands for many, and marks it as made up", () => {
    expect(scenario.summary.en).toContain("sampled hinterland");
    expect(scenario.summary.zh).toContain("抽样");
    for (const { synthesised, sources } of counties) {
      expect(synthesised).toEqual(expect.arrayContaining(["towns", "villages"]));
      expect(sources.towns).toBe("sampled-hinterland");
    }
  });

  it("names for every figure of a city a source, or that it is assumed", () => {
    for (const city of counties) {
      const bare = figuresOf(city).filter((name) => city.sources[name] === undefined);
      expect([city.id, bare]).toEqual([city.id, []]);
    }
    for (const { sources } of gateways) {
      expect(Object.keys(sources).sort()).toEqual(["monthlyWage", "rentShare", "workers"]);
    }
  });

  it("calls every figure of a city synthesised that is assumed or made by a rule", () => {
    const isMade = (key: string): boolean =>
      key === "assumed" || /synthesised/i.test(scenario.sources[key].note ?? "");
    for (const { id: city, sources, synthesised } of counties) {
      const made = COUNTY_FIGURES.filter((name) => sources[name] !== undefined && isMade(sources[name]));
      expect([city, [...synthesised].sort()]).toEqual([city, made.sort()]);
    }
  });

  it("tells of every source how sure it is", () => {
    const words = /read|second|memory|assumed|synthesised|derived|arithmetic/i;
    const silent = Object.entries(scenario.sources).filter(([, { note }]) => !words.test(note ?? ""));
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it("uses every source that it states", () => {
    const text = scenarioText(id);
    expect(Object.keys(scenario.sources).filter((key) => text.split(key).length <= 2)).toEqual([]);
  });

  it("gives a reason above every parameter that differs from the table; wages of tiers share one", () => {
    const lines = scenarioText(id).split("\nparameters:\n")[1].trimEnd().split("\n");
    const bare = lines.filter((line, k) => !line.startsWith("  #") && !lines[k - 1]?.startsWith("  #"));
    expect(bare.map((line) => line.trim().split(":")[0])).toEqual([
      "startWageSeat",
      "startWageTown",
      "startWageVillage",
    ]);
  });

  it("makes twenty to forty thousand agents, and each city has its people to half an agent", () => {
    const { world } = buildWorld(scenario);
    const { settlements: s, sizes, clock } = world;
    expect(clock.alive[0]).toBeGreaterThan(20_000);
    expect(clock.alive[0]).toBeLessThan(40_000);
    counties.forEach((city, k) => {
      let agents = 0;
      for (let j = 0; j < sizes.settlements; j++) if (s.jurisdiction[j] === k) agents += s.residents[j];
      const miss = Math.abs(agents * scenario.scale - rowOf(city, 2020).residents);
      expect([city.id, miss <= scenario.scale / 2]).toEqual([city.id, true]);
    });
  });

  it("keeps its books for two years, with no odd number at the end of any month", () => {
    const run = openRun(scenario, "books");
    const opening = openBooks(run.built.world);
    const last = PROCESSES[PROCESSES.length - 1].name;
    const wrong: string[] = [];
    runMonths(run, 24, (world, name, month) => {
      if (name !== last) return;
      for (const miss of [...misses(world, opening), ...oddNumbers(world)])
        wrong.push(`month ${month}: ${miss}`);
    });
    expect(wrong).toEqual([]);
  });

  it("begins at rest: no city leaps in its first year, most have work, and no core chokes", () => {
    const { counties: people, indicators, jurisdictions } = simulate(scenario, { years: 2 });
    for (let k = 0; k < counties.length; k++) {
      const growth = people.residents[jurisdictions.length + k] / people.residents[k] - 1;
      expect([counties[k].id, Math.abs(growth) < 0.03]).toEqual([counties[k].id, true]);
    }
    for (const share of indicators.unemployment) expect(share).toBeLessThan(0.09);
    for (const share of indicators.congestionLoss) expect(share).toBeLessThan(0.2);
  });
});

describe("Harbin and Changchun", () => {
  const scenario = fromFile("harbin-changchun");
  const before = residentsOf(scenario, 2010);
  const after = residentsOf(scenario, 2020);

  it("have lost an eighth of their people from 2010 to 2020, and Changchun alone has grown", () => {
    expect(before).toEqual(NORTH_EAST_2010);
    expect(1 - sum(Object.values(after)) / sum(Object.values(before))).toBeCloseTo(1 / 8, 2);
    expect(Object.keys(before).filter((city) => after[city] > before[city])).toEqual(["changchun"]);
  });

  it("go on losing people in the run", () => {
    const { "population.region": people } = simulate(scenario, { years: 3 }).indicators;
    for (let year = 1; year < people.length; year++) expect(people[year]).toBeLessThan(people[year - 1]);
  });
});
