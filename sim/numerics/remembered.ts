/** Values that seldom change from month to month: a function of them is worked out anew only where one has. */

/** Three arguments and a result. */
const WIDTH = 4;

export type Remembered = (row: number, a: number, b?: number, c?: number) => number;

/**
 * Remembers for each row the last arguments and the result. The function must depend on nothing else, so that the result
 * is the same as if it were called each time.
 *
 * @param f of up to three numbers; those not given are 0
 */
export function remembered(rows: number, f: (a: number, b: number, c: number) => number): Remembered {
  // Side by side, arguments first, so that a look at a row is one at memory. NaN equals nothing: the first call works it out.
  const last = new Float64Array(rows * WIDTH).fill(NaN);
  return (row, a, b = 0, c = 0) => {
    const at = row * WIDTH;
    if (last[at] === a && last[at + 1] === b && last[at + 2] === c) return last[at + 3];
    last[at] = a;
    last[at + 1] = b;
    last[at + 2] = c;
    return (last[at + 3] = f(a, b, c));
  };
}
