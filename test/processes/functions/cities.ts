/** Worlds whose towns and cities make something, and what they make. */
import type { ParameterId } from "../../../sim/policy/parameters.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { BRANCH_NAMES, type BranchName, BRANCHES } from "../../../sim/world/functions.ts";
import { MANUFACTURING, SECTORS } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE, TOWN } from "../../../sim/world/tiers.ts";
import { type World } from "../../../sim/world/world.ts";
import { fromFile, policyOf, smallWorld } from "../../laws/scenarios.ts";
import { rowsWhere, sum } from "../bench.ts";

export const DECEMBER = 11;
export const valley = fromFile("valley", "scale=40");

export const towns = ({ settlements: s, sizes }: World): number[] =>
  rowsWhere(sizes.settlements, (j) => s.tier[j] >= TOWN && s.tier[j] !== OUTSIDE);
export const shares = (world: World, j: number): Float64Array =>
  world.branches.share.subarray(j * BRANCHES, (j + 1) * BRANCHES);
export const works = ({ firms, sizes }: World): number =>
  sum(Array.from({ length: sizes.settlements }, (_, j) => firms.value[j * SECTORS + MANUFACTURING]));

export function make(world: World, j: number, parts: Readonly<Partial<Record<BranchName, number>>>): void {
  shares(world, j).set(BRANCH_NAMES.map((name) => parts[name] ?? 0));
}

/** Two cities without towns, 20 minutes apart or so. */
export function twoCities(parameters: Readonly<Partial<Record<ParameterId, number>>> = {}): Scenario {
  const county = { residents: 8000, registeredPart: 1.1, urbanPart: 0.7, towns: 0, villages: 3 };
  return smallWorld({ counties: [county, county], gateways: 1, scale: 10, years: 10, parameters });
}

export const steer = (rule: number, power = 1): Scenario => ({
  ...valley,
  policies: [
    policyOf(
      "steer",
      (
        [
          ["clusterFunctions", rule],
          ["functionSteering", power],
        ] as const
      ).map(([lever, value]) => ({
        id: lever,
        lever,
        from: "2020-01",
        value,
        payer: "state" as const,
        source: "assumed",
      })),
    ),
  ],
});
