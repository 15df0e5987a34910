/** Putting rows in order by whole numbers, without moving the rows: counting, digit by digit from the last. */

/** Two lists of rows, one to read and one to write; used for one order after another. */
export interface Lists {
  readonly order: Uint32Array;
  readonly other: Uint32Array;
}

export const listsFor = (rows: number): Lists => ({
  order: new Uint32Array(rows),
  other: new Uint32Array(rows),
});

/** Writes 0, 1, 2 and so on. */
export function number(rows: Uint32Array): void {
  for (let k = 0; k < rows.length; k++) rows[k] = k;
}

/**
 * Writes the rows of `order` to `into`, sorted by the digit of each; rows with the same digit stay in their order, so
 * that sorting by the least important number first, and by the most important last, sorts by all of them.
 *
 * @param digit from 0 to `base - 1`
 */
export function arrange(
  order: Uint32Array,
  base: number,
  digit: (row: number) => number,
  into: Uint32Array,
): void {
  const next = new Uint32Array(base + 1);
  for (let k = 0; k < order.length; k++) next[digit(order[k]) + 1]++;
  for (let d = 0; d < base; d++) next[d + 1] += next[d];
  for (let k = 0; k < order.length; k++) into[next[digit(order[k])]++] = order[k];
}
