/** The world of the Meetjesland: what of it is published, what is marked as made up, and how it begins. */
import { describe, expect, it } from "vitest";
import { openPlaces } from "../../sim/processes/migration/placeTerms.ts";
import { buildWorld } from "../../sim/scenario/build/build.ts";
import { censusOf } from "../../sim/scenario/build/census.ts";
import { M2_PER_HECTARE } from "../../sim/world/land.ts";
import { Activity } from "../../sim/world/persons.ts";
import { OUTSIDE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { misses, oddNumbers, openBooks } from "../laws/books.ts";
import { openRun, runMonths } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";
import { scenarioText } from "../scenario/files.ts";

/** Residents on 1 January 1995 by Statbel. */
const REGISTER = {
  ghent: 227_483,
  bruges: 116_273,
  aalter: 17_468,
  assenede: 13_639,
  eeklo: 19_069,
  evergem: 29_975,
  kaprijke: 6249,
  knesselare: 7799,
  lovendegem: 9183,
  maldegem: 21_655,
  nevele: 10_742,
  "sint-laureins": 6535,
  waarschoot: 7789,
  wachtebeke: 7001,
  zelzate: 12_282,
  zomergem: 8163,
} as const;

const scenario = fromFile("meetjesland");
const { counties } = scenario.world;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const over = (ids: readonly string[], figure: (county: number) => number): number =>
  sum(counties.flatMap(({ id }, k) => (ids.includes(id) ? [figure(k)] : [])));
const ids = counties.map(({ id }) => id);
const between = ids.filter((id) => id !== "ghent" && id !== "bruges");
const leader = between.filter((id) => id !== "wachtebeke" && id !== "zelzate");
const arrondissement = ["assenede", "eeklo", "kaprijke", "maldegem", "sint-laureins", "zelzate"];

/** Persons who live in each county. */
function residentsOf({ settlements: s, sizes }: World): number[] {
  const people = counties.map(() => 0);
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== OUTSIDE) people[s.jurisdiction[j]] += s.residents[j] * sizes.scale;
  }
  return people;
}

describe("work in the Meetjesland", () => {
  it("is done by few villagers past retirement: farmers are as many as its fields need, within a half", () => {
    const { world, assumptions: a } = buildWorld(scenario);
    const { persons: p, settlements: s, sizes, clock } = world;
    let [all, old] = [0, 0];
    for (let i = 0; i < clock.personRows[0]; i++) {
      if (p.activity[i] !== Activity.farming) continue;
      all++;
      if (-p.born[i] >= a.retirementAge * 12) old++;
    }
    expect(old / all).toBeLessThan(0.15);
    const hectares = sum([...s.arable, ...s.orchard]) / M2_PER_HECTARE;
    expect((all * sizes.scale) / (hectares * a.farmLabourPerHectare)).toBeLessThan(1.5);
  });
});

describe("the Meetjesland as published", () => {
  it("is Ghent, Bruges and fourteen municipalities between them, with Brussels and Antwerp outside", () => {
    expect(counties.filter(({ kind }) => kind === "core").map(({ id }) => id)).toEqual(["ghent", "bruges"]);
    expect(between).toHaveLength(14);
    expect(scenario.world.gateways.map(({ id }) => id)).toEqual(["brussels", "antwerp"]);
    expect(scenario.start).toBe(1995);
  });

  it("has the residents of the register of 1995, and the total of its arrondissement", () => {
    const residents = counties.map(({ id }, k) => [id, censusOf(scenario, k).residents]);
    expect(Object.fromEntries(residents)).toEqual(REGISTER);
    expect(over(arrondissement, (k) => censusOf(scenario, k).residents)).toBe(79_429);
  });

  it("has areas that add up to those published for the LEADER area and the arrondissement of Eeklo", () => {
    expect(over(leader, (k) => counties[k].areaKm2)).toBeCloseTo(646.42, 6);
    expect(over(arrondissement, (k) => counties[k].areaKm2)).toBeCloseTo(333.83, 6);
  });

  it("counts every resident in exactly one age band, one distribution for all", () => {
    const old = counties.map((_, k) => {
      const { ages, residents } = censusOf(scenario, k);
      expect(sum(ages)).toBe(residents);
      return sum(ages.slice(14)) / residents;
    });
    for (const share of old) expect(share).toBeCloseTo(0.1593, 3);
  });
});

describe("what no source gives", () => {
  it("is marked as synthesised in every municipality", () => {
    const made = ["arableHa", "registered", "urban", "ages", "inMigrants", "schoolingYears", "employment"];
    for (const { synthesised } of counties) expect(synthesised).toEqual(expect.arrayContaining(made));
    for (const { synthesised } of counties) expect(synthesised).not.toContain("residents");
  });

  it("has a source, or the word assumed, and so has each driver and gateway", () => {
    const known = ["assumed", ...Object.keys(scenario.sources)];
    const named = [...counties, ...scenario.world.gateways].flatMap(({ sources }) => Object.values(sources));
    expect(known).toEqual(expect.arrayContaining([...new Set(named)]));
    const { transferPerHead, farmPrice, ...others } = scenario.drivers;
    expect([transferPerHead.source, farmPrice.source]).toEqual(["assumed", "assumed"]);
    for (const { source } of Object.values(others)) expect(scenario.sources).toHaveProperty(source);
  });

  it("leaves no source unused", () => {
    const text = scenarioText("meetjesland");
    expect(Object.keys(scenario.sources).filter((key) => text.split(key).length <= 2)).toEqual([]);
  });
});

describe("the Meetjesland as built", () => {
  it("holds its published populations, to the grain of its agents", () => {
    const { world } = buildWorld(scenario);
    const off = residentsOf(world).map((people, k) => Math.abs(people - censusOf(scenario, k).residents));
    expect(Math.max(...off)).toBeLessThanOrEqual(scenario.scale / 2);
  });

  it("asks nothing of those registered elsewhere", () => {
    const { setting } = openRun(scenario, "barrier", []);
    const here = openPlaces(setting);
    here.refresh(0);
    expect(here.registration.every((utility) => utility === 0)).toBe(true);
    expect(here.servicesPart).toEqual(here.servicesFull);
  });

  it("keeps people, money and land in its books for two years", () => {
    const run = openRun(fromFile("meetjesland", "scale=40", "years=2"), "books");
    const opening = openBooks(run.built.world);
    const wrong: string[] = [];
    runMonths(run, 24, (world, process, month) => {
      if (process !== run.steps.at(-1)!.name) return;
      wrong.push(
        ...[...misses(world, opening), ...oddNumbers(world)].map((what) => `month ${month}: ${what}`),
      );
    });
    expect(wrong).toEqual([]);
  });

  it("is at rest: in the first year people stay, budgets balance and unemployment moves within two points", () => {
    const run = openRun(scenario, "rest");
    const { world } = run.built;
    const { settlements: s, jurisdictions: g } = world;
    const unemployment = (): number => {
      let looking = 0;
      let workers = 0;
      for (let j = 0; j < world.sizes.settlements; j++) {
        const employed = s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
        looking += s.searching[j];
        workers += s.searching[j] + employed + s.farmers[j];
      }
      return looking / workers;
    };
    const cash = (): number[] => counties.map((_, c) => g.cash[c] - g.debt[c]);
    const people = residentsOf(world);
    const before = { unemployment: unemployment(), cash: cash() };
    runMonths(run, 12);
    const grown = residentsOf(world).map((now, k) => Math.abs(now / people[k] - 1));
    expect(Math.max(...grown)).toBeLessThan(0.02);
    expect(Math.abs(unemployment() - before.unemployment)).toBeLessThan(0.02);
    const balance = sum(cash()) - sum(before.cash);
    expect(Math.abs(balance)).toBeLessThan(0.01 * 12 * sum([...g.monthlyRevenue]));
  });
});
