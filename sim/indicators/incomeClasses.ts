/** Classes in which incomes are counted: of equal width in logarithms, so many to a factor e, from e^4 yuan a year on. */

const CLASSES_TO_E = 256;
const FIRST_LN = 4;
export const CLASSES = 4096;

/** Logarithm of the middle of a class of incomes, yuan a year. */
export const middleOfClass = (k: number): number => FIRST_LN + (k + 0.5) / CLASSES_TO_E;

/** The class of an income by its logarithm; what is beyond the last stands in it. */
export const classOf = (lnIncome: number): number =>
  Math.max(0, Math.min(CLASSES - 1, Math.floor((lnIncome - FIRST_LN) * CLASSES_TO_E)));
