import { describe, expect, it } from "vitest";
import { drawCounter, Purpose, purposeKey } from "../../sim/numerics/keyed.ts";
import { createAlternatives } from "../../sim/processes/migration/alternatives.ts";
import { openScales } from "../../sim/processes/migration/scales.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { uniform } from "../../sim/numerics/threefry.ts";
import { Activity, ALIVE, FEMALE, Mode } from "../../sim/world/persons.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { type OpenRun, openRun, runMonths } from "./run.ts";
import { everyLever, fromFile } from "./scenarios.ts";

const TREATED = "yunling";
const scenario = fromFile("valley", "scale=40", "years=4");
const treated: Scenario = { ...scenario, policies: [everyLever([TREATED], [])] };
const fromStart = (policy: (typeof treated.policies)[number]) => ({
  ...policy,
  measures: policy.measures.map((measure) => ({ ...measure, from: "2020-01" })),
});
const atOnce: Scenario = { ...treated, policies: treated.policies.map(fromStart) };
const treatedCounty = scenario.world.counties.findIndex(({ id }) => id === TREATED);

const bothArms = (other: Scenario, seed = "chance"): readonly [OpenRun, OpenRun] => [
  openRun(scenario, seed),
  openRun(other, seed),
];

describe("people have the same luck with and without a policy", () => {
  it("everyone is born and dies as without it, for years", () => {
    // How many come from elsewhere is for wages to say; here nobody does.
    const closed = fromFile("valley", "scale=40", "years=4", "parameters.elsewherePool=0");
    const base = openRun(closed, "chance");
    const policy = openRun({ ...closed, policies: treated.policies }, "chance");
    runMonths(base, 40);
    runMonths(policy, 40);
    const vital = ({ built: { world } }: OpenRun): string[] => {
      const { persons: p, clock } = world;
      // Whom people marry hangs on where they live; whether they live, and are women, doesn't.
      const bits = (i: number): number => p.flags[i] & (ALIVE | FEMALE);
      return Array.from({ length: clock.personRows[0] }, (_, i) => `${p.key[i]} ${p.born[i]} ${bits(i)}`);
    };
    expect(base.built.world.clock.births[0]).toBeGreaterThan(20);
    expect(base.built.world.clock.deaths[0]).toBeGreaterThan(50);
    expect(vital(policy)).toEqual(vital(base));
    expect(policy.built.world.persons.residence).not.toEqual(base.built.world.persons.residence);
  });

  it("in the first month the same people of other counties are hired and dismissed", () => {
    const [base, policy] = bothArms(atOnce);
    const start = base.built.world.persons.activity.slice();
    const until = (run: OpenRun): World => {
      for (const { name, step } of run.steps) {
        step(0);
        if (name === "employment") break;
      }
      return run.built.world;
    };
    const [a, b] = [until(base), until(policy)];
    let others = 0;
    let changed = 0;
    for (let i = 0; i < a.clock.personRows[0]; i++) {
      if (a.settlements.jurisdiction[a.persons.workplace[i]] === treatedCounty) continue;
      others++;
      expect(b.persons.activity[i]).toBe(a.persons.activity[i]);
      if (a.persons.activity[i] !== start[i]) changed++;
    }
    expect(others).toBeGreaterThan(3000);
    expect(changed).toBeGreaterThan(20);
  });

  it("the same places come to their mind in the first month", () => {
    const [base, policy] = bothArms(atOnce);
    for (const { steps } of [base, policy])
      for (const { name, step } of steps) if (name === "policies") step(0);
    const minds = [base, policy].map(({ setting }) => {
      const alternatives = createAlternatives();
      const scales = openScales(setting, alternatives);
      scales.refresh(0);
      return { alternatives, scales };
    });
    const { persons: p, clock } = base.built.world;
    let compared = 0;
    let differing = 0;
    for (let i = 0; i < clock.personRows[0]; i++) {
      if (p.activity[i] === Activity.none) continue;
      const [a, b] = minds.map(({ alternatives, scales }) => {
        scales.person(i, 0);
        const n = alternatives.count;
        return {
          lives: [
            alternatives.residence,
            alternatives.workplace,
            alternatives.activity,
            alternatives.mode,
          ].map((column) => [...column.subarray(0, n)]),
          utility: [...alternatives.utility.subarray(0, n)],
        };
      });
      // What a policy offers besides, to move whole, comes after all that comes to mind anyway.
      const usual = a.lives[0].length;
      expect(b.lives.map((column) => column.slice(0, usual))).toEqual(a.lives);
      for (const mode of b.lives[3].slice(usual)) expect(mode).toBe(Mode.settled);
      compared++;
      if (a.utility.some((value, k) => value !== b.utility[k])) differing++;
    }
    expect(compared).toBeGreaterThan(3000);
    // The policy must show in some minds, or there is nothing to compare.
    expect(differing).toBeGreaterThan(20);
    expect(differing).toBeLessThan(compared);
  });
});

describe("luck belongs to the person's key, not to the row in the table", () => {
  it("two searchers of one place who swap keys swap their luck at hiring", () => {
    const run = openRun(scenario, "swap");
    const employment = PROCESSES.find(({ name }) => name === "employment")!;
    for (const { name, step } of run.steps) if (name === "production") step(0);
    const before = run.built.world;
    const hired = (world: World): Set<number> => {
      employment.prepare({ ...run.setting, world })(0);
      const rows = new Set<number>();
      for (let i = 0; i < world.clock.personRows[0]; i++) {
        if (
          before.persons.activity[i] === Activity.searching &&
          world.persons.activity[i] !== Activity.searching
        )
          rows.add(i);
      }
      return rows;
    };
    const plain = hired(copyWorld(before));
    const { persons: p } = before;
    const isSearching = (i: number): boolean => p.activity[i] === Activity.searching && p.flags[i] !== 0;
    const lucky = [...plain][0];
    const unlucky = p.workplace.findIndex(
      (place, i) => place === p.workplace[lucky] && isSearching(i) && !plain.has(i),
    );
    expect(unlucky).toBeGreaterThanOrEqual(0);
    const swapped = copyWorld(before);
    swapped.persons.key[lucky] = p.key[unlucky];
    swapped.persons.key[unlucky] = p.key[lucky];
    const after = hired(swapped);
    expect(after.has(unlucky)).toBe(true);
    expect(after.has(lucky)).toBe(false);
    const rest = (rows: Set<number>): number[] => [...rows].filter((i) => i !== lucky && i !== unlucky);
    expect(rest(after)).toEqual(rest(plain));
  });

  it("a death is the draw of the person's key, month and purpose against the chance at that age", () => {
    const run = openRun(scenario, "death");
    const { world } = run.built;
    const before = copyWorld(world);
    const key = purposeKey(run.setting.root, Purpose.death);
    for (const { name, step } of run.steps) if (name === "demography") step(0);
    const draws: { readonly u: number; readonly died: boolean }[] = [];
    for (let i = 0; i < before.clock.personRows[0]; i += 12) {
      const died = (world.persons.flags[i] & ALIVE) === 0 || world.persons.key[i] !== before.persons.key[i];
      draws.push({ u: uniform(key.key0, key.key1, before.persons.key[i], drawCounter(0, 0)), died });
    }
    const dead = draws.filter(({ died }) => died);
    expect(dead.length).toBeGreaterThan(0);
    // Nobody's chance to die within a year is above a half below the age of 105.
    for (const { u } of dead) expect(u).toBeLessThan(0.5);
    const unluckiest = draws.filter(({ u }) => u < 0.0001);
    for (const { died } of unluckiest) expect(died).toBe(true);
  });

  it("hardly anyone shares a key with someone else at the start", () => {
    const { persons, clock } = openRun(scenario, "keys").built.world;
    const keys = new Set(persons.key.subarray(0, clock.personRows[0]));
    expect(clock.personRows[0] - keys.size).toBeLessThanOrEqual(1);
  });
});
