/** Known answers of cohorts, and of two systems that go together. */
import { ageOneStep, stablePopulation } from "../../../sim/numerics/cohort.ts";
import { couplingCoordination } from "../../../sim/numerics/coupling.ts";
import { about } from "./answer.ts";

const TABLE = { fertility: [0, 0.9, 0.3], survival: [0.98, 0.9] };
const STABLE = [0.37016024382879453, 0.34112875823379224, 0.2887109979374133];
const GROWTH = 1.0634021031542686;

export const cohorts = about(
  "Cohorts",
  "Leslie 1945 (Biometrika 33:183-212): dominant eigenvalue and its vector",
  [
    {
      kernel: "stablePopulation",
      of: "fertility 0, 0.9, 0.3, survival 0.98, 0.9: growth and shares",
      known: [GROWTH, ...STABLE],
      ours: () => {
        const { growth, shares } = stablePopulation(TABLE);
        return [growth, ...shares];
      },
    },
    {
      kernel: "ageOneStep",
      of: "a step from the stable shares, over the growth",
      known: STABLE,
      ours: () => ageOneStep(TABLE, STABLE).map((people) => people / GROWTH),
    },
    {
      kernel: "ageOneStep",
      of: "three hundred steps from a single newborn: growth of the last",
      known: GROWTH,
      ours: () => {
        let people: ArrayLike<number> = [1, 0, 0];
        let grown = 0;
        for (let step = 0; step < 300; step++) {
          const next = ageOneStep(TABLE, people);
          grown = next[1] / people[1];
          people = next;
        }
        return grown;
      },
    },
  ],
);

export const coupling = about(
  "Coupling and coordination",
  "C = 2 sqrt(ab) / (a + b), T = (a + b) / 2, D = sqrt(C T)",
  [
    {
      kernel: "couplingCoordination",
      of: "0.6 and 0.4: C, T, D",
      known: [0.9797958971132712, 0.5, 0.6999271023161167],
      ours: () => {
        const found = couplingCoordination(0.6, 0.4);
        return [found.coupling, found.level, found.coordination];
      },
    },
  ],
);
