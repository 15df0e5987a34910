/** Shares of those who chose, beside the chances that a closed form gives each. */

export interface Shares {
  /** How many chose. */
  readonly draws: number;
  readonly engine: number[];
  readonly closed: number[];
}

/** Largest distance of a share from another, over the standard error of so many draws with the other as chances. */
export const errorsOff = (draws: number, shares: readonly number[], chances: readonly number[]): number =>
  Math.max(
    ...shares.map((share, k) => {
      const error = Math.sqrt((chances[k] * (1 - chances[k])) / draws);
      // What can't be must not be; else a share of one in a million draws is no surprise.
      return error === 0 ? (share === chances[k] ? 0 : Infinity) : Math.abs(share - chances[k]) / error;
    }),
  );
