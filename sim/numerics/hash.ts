/**
 * A 64-bit hash of a state: two lanes of 32 bits, each of which takes in every word in its own way. It tells
 * whether two runs are the same; it is not a defence against a forger.
 *
 * Each step is a bijection of the lane for a given word and of the word for a given lane, so no single
 * changed word can go unseen. The closing mix is that of MurmurHash3 (A. Appleby, public domain).
 */
export type HashState = {
  /** The two lanes. */
  readonly lanes: Uint32Array;
  /** Words taken in so far, modulo 2^32. */
  words: number;
};

const START_A = 0x6a09e667;
const START_B = 0xbb67ae85;
const FACTOR_A = 0x9e3779b1;
const FACTOR_B = 0x85ebca77;

export function createHash(): HashState {
  return { lanes: Uint32Array.of(START_A, START_B), words: 0 };
}

/** Takes in words[from..to), in order. Splitting a range into calls changes nothing. */
export function hashWords(state: HashState, words: Uint32Array, from = 0, to = words.length): void {
  mix(state.lanes, words, from, to);
  if (to > from) state.words = (state.words + (to - from)) >>> 0;
}

/** The loop stands alone: what follows a long loop in the same function is thrown back to slow code each time. */
function mix(lanes: Uint32Array, words: Uint32Array, from: number, to: number): void {
  let a = lanes[0] | 0;
  let b = lanes[1] | 0;
  for (let i = from; i < to; i++) {
    const word = words[i] | 0;
    a ^= word;
    a = Math.imul((a << 15) | (a >>> 17), FACTOR_A);
    b = (b + word) | 0;
    b = Math.imul((b << 19) | (b >>> 13), FACTOR_B);
  }
  lanes[0] = a;
  lanes[1] = b;
}

const ONE = new Uint32Array(1);

/** Takes in one number as an unsigned 32-bit word. */
export function hashNumber(state: HashState, uint32: number): void {
  ONE[0] = uint32;
  hashWords(state, ONE, 0, 1);
}

/** The hash so far as 16 hexadecimal digits; the state may take in more afterwards. */
export function hashHex(state: HashState): string {
  const a = finish(state.lanes[0] ^ state.words);
  const b = finish(state.lanes[1] ^ a);
  return hex(finish(a ^ b)) + hex(b);
}

/**
 * The hash of a state that follows another: covers the whole run so far in 16 digits.
 *
 * @param previous 16 hexadecimal digits, the chain up to the step before
 * @throws RangeError where previous is something else
 */
export function chain(previous: string, state: HashState): string {
  if (!/^[0-9a-f]{16}$/.test(previous)) {
    throw new RangeError(
      `chain: previous is "${previous}"; expected 16 hexadecimal digits, as from hashHex.`,
    );
  }
  const link = createHash();
  const current = hashHex(state);
  for (const digits of [previous, current]) {
    hashNumber(link, parseInt(digits.slice(0, 8), 16));
    hashNumber(link, parseInt(digits.slice(8), 16));
  }
  return hashHex(link);
}

/** Spreads every bit of a word over the whole word; a bijection. */
function finish(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, "0");
}
