/** All known answers, of kernels and of the engine, in the order in which they are printed. */
import type { Answer } from "./answer.ts";
import { corePeriphery, rank, size } from "./cities.ts";
import { choice, others } from "./choice.ts";
import { coordination, gradients } from "./coordination.ts";
import * as economy from "./engineEconomy.ts";
import * as people from "./enginePeople.ts";
import { expectedIncome } from "./expectedIncome.ts";
import { capital, land } from "./money.ts";
import { cohorts, coupling } from "./people.ts";
import { access, movement, neighbours } from "./space.ts";
import { diversity, inequality } from "./spread.ts";

export { compare } from "./answer.ts";

export const KERNEL_ANSWERS: readonly Answer[] = [
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

export const ENGINE_ANSWERS: readonly Answer[] = [
  ...people.expectedIncome,
  ...people.chain,
  ...people.movement,
  ...people.nests,
  ...people.radiation,
  ...people.lives,
  ...economy.capital,
  ...economy.size,
  ...economy.games,
];

export const ANSWERS: readonly Answer[] = [...KERNEL_ANSWERS, ...ENGINE_ANSWERS];
