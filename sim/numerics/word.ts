/** The words of a double: how the logarithms get at its exponent and leading digits. */

/** One double and its two words; only the words are read back, which is the cheap direction. */
export const WORD = new Float64Array(1);
export const WORDS = new Int32Array(WORD.buffer);

/** Index in WORDS of the word with sign and exponent (1 on every little-endian machine). */
export const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** High word of the number 1/2, from which exponents are counted. */
export const WORD_OF_HALF = 0x3fe00000;

/** Below this, doubles are subnormal and their exponent word says less. */
export const SMALLEST_NORMAL = 2.2250738585072014e-308;
export const LARGEST = 1.7976931348623157e308;
/** Lifts every subnormal into the normal range. */
export const TWO_54 = 18014398509481984;
