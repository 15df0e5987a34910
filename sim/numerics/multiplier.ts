/** What money that comes back does: rounds of spending and of lending, added up. */

/**
 * Income in place per yuan that comes in, where the share c of income is spent and the share m of spending
 * stays: 1 / (1 - c m).
 *
 * Source: the regional multiplier; as "local multiplier 3" J. Sacks (2002), The Money Trail, New Economics
 * Foundation.
 */
export const localMultiplier = (spent: number, retained: number): number => 1 / (1 - spent * retained);

/**
 * Loans in place from first deposits D, where the share l of deposits is lent in place and the share q of
 * loans is deposited there again: l D / (1 - l q).
 *
 * Source: the money multiplier of a bank among many, C. A. Phillips (1920), Bank Credit.
 */
export const localLoans = (deposits: number, lent: number, depositedAgain: number): number =>
  (lent * deposits) / (1 - lent * depositedAgain);

/** Deposits that leave: neither reserve nor lent in place, (1 - r - l) D. */
export const depositDrain = (deposits: number, reserve: number, lent: number): number =>
  (1 - reserve - lent) * deposits;
