/** A number in at most three significant digits, without trailing zeros. */
export const rounded = (value: number): string => String(Number(value.toPrecision(3)));
