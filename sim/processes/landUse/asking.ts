/** Who asks for building land in a month, and who pays for what they get. */
import type { Assumptions } from "../../policy/parameters.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import type { World } from "../../world/world.ts";

/** Part of the wanted investment for which firms ask for land in one month: a year's wish, month by month. Assumed. */
const DESIRE_PART = 1 / 12;

/** Building land short of what capital and wanted investment need, m2: max(0, (K + I) / k - built). */
export const landShortage = (capital: number, wanted: number, perHectare: number, builtM2: number): number =>
  Math.max(0, ((capital + wanted) / perHectare) * M2_PER_HECTARE - builtM2);

/**
 * Writes what firms of a place ask for, m2 by sector: shops what commercial land is short of, works what industrial
 * land, which they share, is short of, by what each of them has and wishes. Returns the sum.
 *
 * @param into one number a settlement and sector, rows as in `firms`
 */
export function askForLand(
  { settlements: s, firms }: World,
  { capitalPerHectare }: Pick<Assumptions, "capitalPerHectare">,
  j: number,
  into: Float64Array,
): number {
  const row = j * SECTORS;
  const wish = (sector: number): number => firms.desire[row + sector] * DESIRE_PART;
  const capital = firms.capital[row + PROCESSING] + firms.capital[row + MANUFACTURING];
  const wished = wish(PROCESSING) + wish(MANUFACTURING);
  const works = landShortage(capital, wished, capitalPerHectare, s.industrial[j]);
  const mills = works > 0 ? (firms.capital[row + PROCESSING] + wish(PROCESSING)) / (capital + wished) : 0;
  into[row + PROCESSING] = works * mills;
  into[row + MANUFACTURING] = works - into[row + PROCESSING];
  into[row + SERVICES] = landShortage(
    firms.capital[row + SERVICES],
    wish(SERVICES),
    capitalPerHectare,
    s.commercial[j],
  );
  return works + into[row + SERVICES];
}

/**
 * Takes a price from the accounts of a place's firms, whole yuan: from each sector by what it asked for, and what one
 * can't pay from the others, as long as they have money. Returns what was paid.
 *
 * @param cash one number a settlement and sector; @param row the place's first of them
 * @param asked rows as in `cash`
 */
export function charge(cash: Float64Array, row: number, due: number, asked: ArrayLike<number>): number {
  let all = 0;
  for (let at = row; at < row + SECTORS; at++) all += asked[at];
  let left = due;
  const take = (at: number, most: number): void => {
    const part = Math.min(left, most, Math.max(0, cash[at]));
    cash[at] -= part;
    left -= part;
  };
  for (let at = row; at < row + SECTORS; at++) take(at, Math.floor((due * asked[at]) / all));
  for (let at = row + SECTORS - 1; at >= row; at--) take(at, left);
  return due - left;
}
