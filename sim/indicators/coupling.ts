/** Indicators of how well town and country fare together. The scores are ours: no two papers use the same. */
import { couplingCoordination, type Coupling } from "../numerics/coupling.ts";
import { SEAT, VILLAGE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import { isUrban, type Observation } from "./observation.ts";
import { meanOver } from "./overPlaces.ts";

/** A score of places that pass: the mean of three shares, each between 0 and 1. */
function score(now: Observation, passes: (tier: number) => boolean): number {
  const { world, income, residents, old } = now;
  const { settlements: s } = world;
  const over = (column: Float64Array): number =>
    column.reduce((sum, figure, tier) => sum + (passes(tier) ? figure : 0), 0);
  const people = over(residents);
  const earned = over(income.map((each, tier) => each * residents[tier])) / people;
  const access = meanOver(
    world,
    (j) => s.access[j],
    (j) => (passes(s.tier[j]) ? s.residents[j] : 0),
  );
  const cities = (j: number): number => (s.tier[j] >= SEAT ? 1 : 0);
  const wage = 12 * meanOver(world, (j) => s.startWage[j], cities);
  return (earned / (earned + wage) + access / (access + 1) + 1 - over(old) / people) / 3;
}

/** Villages beside towns and cities. */
const coupled = (now: Observation): Coupling =>
  couplingCoordination(
    score(now, (tier) => tier === VILLAGE),
    score(now, isUrban),
  );

const SCORES =
  "scores of villages and of towns to cores, each the mean of y / (y + yearly wage of seats and cores at the start), access / (access + 1) and the share under 65; ours";

export const coupling: readonly Measure[] = [
  {
    id: "coupling.degree",
    label: { en: "Coupling of town and country", zh: "城乡耦合度" },
    unit: "ratio",
    formula: `C = 2 sqrt(a b) / (a + b) of ${SCORES}`,
    good: "up",
    measure: (now) => coupled(now).coupling,
  },
  {
    id: "coupling.coordination",
    label: { en: "Coordination of town and country", zh: "城乡耦合协调度" },
    unit: "ratio",
    formula: "D = sqrt(C T): the coupling C and the mean T of the same two scores",
    good: "up",
    measure: (now) => coupled(now).coordination,
  },
];
