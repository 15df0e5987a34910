/** Roots of functions of one number by halving: slow, sure, and the same bits everywhere. */

/**
 * A root of a continuous function between low and high, to the last place: halves the interval until no
 * double lies inside. Where f is 0 at an end, that end.
 *
 * @throws RangeError where f has the same sign at both ends, or is no number there
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  const atLow = f(low);
  const atHigh = f(high);
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  if (!(atLow < 0 !== atHigh < 0) || atLow !== atLow || atHigh !== atHigh) {
    throw new RangeError(
      `rootBetween: f is ${atLow} at ${low} and ${atHigh} at ${high}; expected one below and one above 0.`,
    );
  }
  let [left, right] = [low, high];
  for (;;) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) return middle;
    const value = f(middle);
    if (value === 0) return middle;
    if (value < 0 === atLow < 0) left = middle;
    else right = middle;
  }
}
