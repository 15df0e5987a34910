/** All known answers of kernels, in the order in which they are printed. */
import type { Answer } from "./answer.ts";
import { corePeriphery, rank, size } from "./cities.ts";
import { coordination, gradients } from "./coordination.ts";
import { choice, expectedIncome, others } from "./migration.ts";
import { capital, land } from "./money.ts";
import { cohorts, coupling } from "./people.ts";
import { access, movement, neighbours } from "./space.ts";
import { diversity, inequality } from "./spread.ts";

export { compare } from "./answer.ts";

export const ANSWERS: readonly Answer[] = [
  ...expectedIncome,
  ...choice,
  ...others,
  ...movement,
  ...access,
  ...neighbours,
  ...corePeriphery,
  ...size,
  ...rank,
  ...capital,
  ...land,
  ...coordination,
  ...gradients,
  ...inequality,
  ...diversity,
  ...cohorts,
  ...coupling,
];
