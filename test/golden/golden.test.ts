/**
 * Golden hashes: the model gives the numbers that it gave. They say that something changed, not what is right; that is
 * what laws and known answers are for. `node bin/golden.js "why the results change"` writes them anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareScenario } from "../../sim/engine/simulation.ts";
import { fromFile } from "../laws/scenarios.ts";

interface Golden {
  readonly scenario: string;
  readonly scale: number;
  readonly years: number;
  /** Why the hashes are as they are now: the reason of the last change. */
  readonly reason: string;
  /** By seed, the chained hash at the end of each year. */
  readonly hashes: Readonly<Record<string, readonly string[]>>;
}

const RUNS = [
  { scenario: "valley", scale: 10, years: 5 },
  { scenario: "valley-small-towns", scale: 10, years: 5 },
  { scenario: "quzhou", scale: 200, years: 2 },
  { scenario: "quzhou-small-towns", scale: 200, years: 2 },
] as const;
const SEEDS = ["1", "2"];

const fileOf = (scenario: string): string => fileURLToPath(new URL(`./${scenario}.json`, import.meta.url));
const read = (scenario: string): Golden => JSON.parse(readFileSync(fileOf(scenario), "utf8")) as Golden;
/** The reason given to bin/golden.js; without one, nothing is written. */
const renewal = process.env["URFLOW_GOLDEN_REASON"];

function yearlyHashes(scenario: string, scale: number, years: number): Record<string, string[]> {
  const prepared = prepareScenario(fromFile(scenario), { scale, years });
  return Object.fromEntries(
    SEEDS.map((seed) => {
      const simulation = prepared.start(seed);
      const hashes: string[] = [];
      simulation.run({ onYear: () => hashes.push(simulation.hash) });
      return [seed, hashes];
    }),
  );
}

describe.each(RUNS)("$scenario, $scale persons an agent, $years years", ({ scenario, scale, years }) => {
  let found: Record<string, string[]> = {};
  beforeAll(() => {
    found = yearlyHashes(scenario, scale, years);
    if (renewal === undefined) return;
    const golden: Golden = { scenario, scale, years, reason: renewal, hashes: found };
    writeFileSync(fileOf(scenario), `${JSON.stringify(golden, null, 2)}\n`);
  });

  it.each(SEEDS)("seed %s gives the hashes on record, year by year", (seed) => {
    const golden = read(scenario);
    expect(golden).toMatchObject({ scenario, scale, years });
    expect(found[seed]).toHaveLength(years);
    expect(found[seed], 'Where results are meant to change: node bin/golden.js "why"').toEqual(
      golden.hashes[seed],
    );
  });

  it("says why it is as it is", () => {
    expect(read(scenario).reason.trim().split(" ").length).toBeGreaterThan(2);
  });
});

it("no two of these runs are the same", () => {
  const all = RUNS.flatMap(({ scenario }) => Object.values(read(scenario).hashes).flat());
  // In its first year the policy hasn't begun: its arm is the same run as the one without.
  const own = all.filter((hash, k) => all.indexOf(hash) === k);
  expect(all.length - own.length).toBe(4);
});
