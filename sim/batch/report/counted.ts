/** Counts in words: one of a thing, or several. */

/** `1 unit`, `12 units`; the plural is given where it is not the word with an s. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** The seeds 1 to `count`, as a summary names them. */
export const seedNames = (count: number): string => (count === 1 ? "seed 1" : `seeds 1 to ${count}`);
