/**
 * Harris & Todaro 1970 (AER 60:126-142), by the engine itself: only work and migration go on, prices and jobs are held.
 * With a farm income of 100, a modern wage of 200 and jobs for three tenths of all, people come to the city until the
 * chance of a job makes both worth the same: (1 - u) 200 = 100, so u = 0.5 and six tenths of all are in modern work
 * or look for it.
 */
import { describe, expect, it } from "vitest";
import { employment } from "../../sim/processes/employment.ts";
import { migration } from "../../sim/processes/migration/migration.ts";
import type { Setting } from "../../sim/processes/process.ts";
import { MANUFACTURING, SECTORS } from "../../sim/world/jurisdictions.ts";
import { Activity, ALIVE, Mode } from "../../sim/world/persons.ts";
import { OUTSIDE, SEAT, VILLAGE } from "../../sim/world/tiers.ts";
import { openBook } from "../../sim/world/book.ts";
import { openRun } from "../laws/run.ts";
import { smallWorld } from "../laws/scenarios.ts";

const YEARS = 100;
/** One city and one village, and a gateway that nobody thinks of because it pays nothing. */
const scenario = smallWorld({
  counties: [{ residents: 9000, registeredPart: 1, urbanPart: 0.1, towns: 0, villages: 1 }],
  gateways: 1,
  scale: 2,
  years: YEARS,
  parameters: {},
});

/** Runs to rest; the shares of all who work in modern work and without it, over the last third of the time. */
function atRest(
  farmIncome: number,
  wage: number,
  jobShare: number,
): { readonly urban: number; readonly idle: number } {
  const { setting: whole } = openRun(scenario, "harris-todaro", []);
  const { world } = whole;
  const { persons: p, settlements: s, firms, jurisdictions: g, clock, sizes } = world;
  const city = s.tier.findIndex((tier) => tier >= SEAT && tier < OUTSIDE);
  const village = s.tier.indexOf(VILLAGE);
  const setting: Setting = {
    ...whole,
    // Income is all that counts, seen almost without error; people think seldom, so that nobody rushes.
    assumptions: {
      ...whole.assumptions,
      incomeWeight: 5,
      choiceScale: 0.012,
      discountRate: 0,
      considerRate: 0.06,
      separation: 0.02,
      distanceWeight: 0,
      networkWeight: 0,
      serviceWeight: 0,
      rentWeight: 0,
      belongingWeight: 0,
      familyWeight: 0,
      movingCost: 0,
      registrationBarrier: 0,
      commuteWeight: 0,
      sizeWeight: 0,
    },
    drivers: { ...whole.drivers, outsideWage: whole.drivers.outsideWage.map(() => 1e-9) },
  };
  for (const bond of [g.farmBond, g.urbanBond, g.regionBond, g.outsideBond]) bond.fill(0);

  // Everyone who works is of one age and schooling; the villagers farm to begin with.
  const book = openBook(world);
  let all = 0;
  for (let i = 0; i < clock.personRows[0]; i++) {
    const works =
      (p.flags[i] & ALIVE) !== 0 && p.activity[i] >= Activity.farming && p.activity[i] <= Activity.public;
    if (!works) continue;
    all++;
    book.strike(i);
    p.born[i] = -30 * 12;
    p.schooling[i] = 10;
    if (p.residence[i] === village) {
      p.activity[i] = Activity.farming;
      p.workplace[i] = village;
      p.mode[i] = Mode.home;
    }
    book.enter(i);
  }
  s.farmIncome.fill(farmIncome);
  for (let j = 0; j < sizes.settlements; j++) if (s.tier[j] !== OUTSIDE) s.wage[j] = wage;
  g.publicWanted.fill(0);

  const steps = [employment.prepare(setting), migration.prepare(setting)];
  let urban = 0;
  let idle = 0;
  let months = 0;
  const last = YEARS * 12;
  for (let month = 0; month < last; month++) {
    firms.wanted.fill(0);
    firms.wanted[city * SECTORS + MANUFACTURING] = jobShare * all * sizes.scale;
    let searching = 0;
    let force = 0;
    for (let j = 0; j < sizes.settlements; j++) {
      searching += s.searching[j];
      force += s.searching[j] + s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
    }
    s.unemployment.fill(searching / force);
    // Age counts for the years of work that remain: everyone stays thirty.
    for (const step of steps) step(month);
    for (let i = 0; i < clock.personRows[0]; i++) if (p.born[i] === month - 30 * 12) p.born[i]++;
    if (month < (last * 2) / 3) continue;
    months++;
    urban += force / all;
    idle += searching / force;
  }
  return { urban: urban / months, idle: idle / months };
}

describe("Harris and Todaro's equilibrium", () => {
  it.each([
    { farm: 100, wage: 200, jobs: 0.3, urban: 0.6, idle: 0.5 },
    // A sixth more jobs draw more people than there are jobs: Todaro's paradox, dL/dE = 2.
    { farm: 100, wage: 200, jobs: 0.35, urban: 0.7, idle: 0.5 },
    { farm: 150, wage: 200, jobs: 0.3, urban: 0.4, idle: 0.25 },
  ])(
    "farm income $farm, wage $wage, jobs for $jobs of all: $urban in the city, $idle of them idle",
    (known) => {
      const found = atRest(known.farm, known.wage, known.jobs);
      expect(Math.abs(found.urban - known.urban)).toBeLessThan(0.01);
      expect(Math.abs(found.idle - known.idle)).toBeLessThan(0.01);
    },
  );
});
