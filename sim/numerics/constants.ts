/** Numbers of mathematics that several places need, as doubles. */

export const PI = 3.141592653589793;

/** Fraction of the golden ratio: multiples of it fill the unit interval evenly (Kronecker sequence). */
export const GOLDEN = 0.6180339887498949;
