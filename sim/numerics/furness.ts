/**
 * The doubly constrained gravity law: trips T_ij = a_i b_j O_i D_j f_ij whose rows add up to what every place
 * sends and whose columns add up to what every place takes. The factors a and b are found by scaling rows and
 * columns in turn.
 *
 * Sources: K. P. Furness (1965), Traffic Engineering and Control 7, 458-460; A. G. Wilson (1967),
 * Transportation Research 1, 253-269.
 */
import { compensatedSum } from "./sums.ts";

const MOST_ROUNDS = 10_000;

/**
 * @param sent O_i; shape: rows
 * @param taken D_j, of the same total; shape: columns
 * @param ease f_ij >= 0, such as e^(-beta cost); flat by row and column
 * @returns trips, flat by row and column; margins met to 1e-12 of the total
 * @throws RangeError where the totals differ, shapes do not fit, or no trips meet both margins
 */
export function furness(
  sent: ArrayLike<number>,
  taken: ArrayLike<number>,
  ease: ArrayLike<number>,
): Float64Array {
  const rows = sent.length;
  const columns = taken.length;
  const total = compensatedSum(sent);
  if (ease.length !== rows * columns) {
    throw new RangeError(
      `furness: ease has ${ease.length} values; expected ${rows} x ${columns} = ${rows * columns}.`,
    );
  }
  if (!(Math.abs(total - compensatedSum(taken)) <= 1e-9 * total)) {
    throw new RangeError(
      `furness: ${total} are sent and ${compensatedSum(taken)} taken; expected equally many.`,
    );
  }
  const trips = Float64Array.from(ease);
  const rowSum = (i: number): number => compensatedSum(trips, i * columns, (i + 1) * columns);
  const columnSum = (j: number): number => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += trips[i * columns + j];
    return sum;
  };
  const scale = (at: number, wanted: number, found: number): void => {
    trips[at] = wanted === 0 || found === 0 ? 0 : (trips[at] * wanted) / found;
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (let i = 0; i < rows; i++) {
      const found = rowSum(i);
      for (let j = 0; j < columns; j++) scale(i * columns + j, sent[i], found);
    }
    for (let j = 0; j < columns; j++) {
      const found = columnSum(j);
      for (let i = 0; i < rows; i++) scale(i * columns + j, taken[j], found);
    }
    // Columns fit after their own turn; rows tell how far it still is.
    let gap = 0;
    for (let i = 0; i < rows; i++) gap = Math.max(gap, Math.abs(rowSum(i) - sent[i]));
    for (let j = 0; j < columns; j++) gap = Math.max(gap, Math.abs(columnSum(j) - taken[j]));
    if (gap <= 1e-12 * total) return trips;
  }
  throw new RangeError(
    `furness: no trips meet both margins after ${MOST_ROUNDS} rounds; expected more ease above 0.`,
  );
}
