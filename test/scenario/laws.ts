/** What every scenario that passed the door obeys, whatever file it came from. Written apart from the checks. */
import { expect } from "vitest";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import { formatFault, type Fault } from "../../sim/scenario/faults.ts";
import { DRIVERS, type County, type Scenario } from "../../sim/scenario/scenario.ts";
import type { Validation } from "../../sim/scenario/validate.ts";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Either a sound scenario or faults that tell all they must. */
export function expectSoundOutcome(outcome: Validation): void {
  if (outcome.ok) expectSound(outcome.scenario);
  else expectTelling(outcome.faults);
}

export function expectTelling(faults: readonly Fault[]): void {
  expect(faults.length).toBeGreaterThanOrEqual(1);
  for (const fault of faults) {
    expect(Number.isInteger(fault.line) && fault.line >= 1).toBe(true);
    expect(Number.isInteger(fault.column) && fault.column >= 1).toBe(true);
    for (const part of [fault.file, fault.value, fault.expected, fault.mend])
      expect(part.trim()).not.toBe("");
    const line = formatFault(fault);
    expect(line.length).toBeLessThan(3000);
    expect(line).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\u202e]+$/u);
  }
}

export function expectSound(scenario: Scenario): void {
  const { world, start, years, scale } = scenario;
  for (const county of world.counties) expectSoundCounty(county, start);
  const ids = [...world.counties, ...world.gateways, ...world.prefectures].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(world.counties.some(({ kind }) => kind === "core")).toBe(true);
  expect(world.gateways.length).toBeGreaterThan(0);
  for (const { from, to, minutes } of world.links) {
    expect(ids).toContain(from);
    expect(ids).toContain(to);
    expect(from).not.toBe(to);
    expect(minutes).toBeGreaterThan(0);
  }
  const rows = world.counties.map(({ census }) => census.find(({ year }) => year === start));
  const persons = sum(rows.map((row) => Math.max(row?.residents ?? 0, row?.registered ?? 0)));
  expect(persons / scale).toBeGreaterThan(99);
  expect(persons / scale).toBeLessThan(5_000_001);
  expect(Number.isInteger(years) && years >= 1 && years <= 100).toBe(true);
  expectSoundDrivers(scenario);
  expectSoundPolicies(scenario);
  const sources = new Set(["assumed", ...Object.keys(scenario.sources)]);
  for (const source of namedSources(scenario)) expect(sources).toContain(source);
}

function expectSoundCounty(county: County, start: number): void {
  expect(county.census.filter(({ year }) => year === start)).toHaveLength(1);
  for (const row of county.census) {
    expect(row.ages).toHaveLength(19);
    expect(Math.abs(sum(row.ages) - row.residents)).toBeLessThanOrEqual(row.residents / 1000);
    expect(row.urban).toBeLessThanOrEqual(row.residents);
    for (const persons of [row.residents, row.registered, row.urban, ...row.ages]) {
      expect(Number.isInteger(persons) && persons >= 0).toBe(true);
    }
    if (row.employment !== undefined) expect(sum(Object.values(row.employment))).toBeCloseTo(1, 1);
  }
  if (county.terrain !== undefined) expect(sum(Object.values(county.terrain))).toBeCloseTo(1, 1);
  expect(county.areaKm2).toBeGreaterThan(0);
  expect(Number.isInteger(county.villages) && county.villages >= 1).toBe(true);
}

function expectSoundDrivers({ drivers }: Scenario): void {
  for (const id of DRIVERS) {
    const years = drivers[id].points.map(([year]) => year);
    expect(years.length).toBeGreaterThan(0);
    for (let k = 1; k < years.length; k++) expect(years[k]).toBeGreaterThan(years[k - 1]);
    for (const [, value] of drivers[id].points) expect(Number.isFinite(value)).toBe(true);
  }
}

function expectSoundPolicies({ policies, world, start, years }: Scenario): void {
  for (const { designation, measures } of policies) {
    const first = measures.map(({ from }) => from).sort()[0] ?? "";
    expect(first < `${start + years}-01`).toBe(true);
    for (const { lever, value, from, until, where } of measures) {
      const row = PARAMETERS[lever];
      expect(row.kind).toBe("lever");
      expect(value).toBeGreaterThanOrEqual(row.min);
      expect(value).toBeLessThanOrEqual(row.max);
      if (until !== undefined) expect(from < until).toBe(true);
      if (where === "designated") expect(designation).toBeDefined();
      else for (const id of where?.counties ?? []) expect(world.counties.map((one) => one.id)).toContain(id);
    }
  }
}

const namedSources = ({ world, drivers, policies }: Scenario): string[] => [
  ...[...world.counties, ...world.gateways].flatMap(({ sources }) => Object.values(sources)),
  ...world.counties.flatMap(({ census }) => census.map(({ source }) => source)),
  ...world.links.map(({ source }) => source),
  ...DRIVERS.map((id) => drivers[id].source),
  ...policies.flatMap(({ measures }) => measures.map(({ source }) => source)),
];
