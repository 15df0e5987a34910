/**
 * A 64-bit hash of a state. Two pairs of lanes of 32 bits take in words by turns, so that the processor works at one
 * pair while it waits for the other; within a pair each lane takes in every word in its own way. It tells whether two
 * runs are the same; it is not a defence against a forger.
 *
 * Each step is a bijection of the lane for a given word and of the word for a given lane, so no single
 * changed word can go unseen. The closing mix is that of MurmurHash3 (A. Appleby, public domain).
 */
export type HashState = {
  /** Two lanes for words at even places, two for those at odd ones. */
  readonly lanes: Uint32Array;
  /** Words taken in so far, modulo 2^32. */
  words: number;
};

const START_A = 0x6a09e667;
const START_B = 0xbb67ae85;
const START_C = 0x3c6ef372;
const START_D = 0xa54ff53a;
const FACTOR_A = 0x9e3779b1;
const FACTOR_B = 0x85ebca77;

export function createHash(): HashState {
  return { lanes: Uint32Array.of(START_A, START_B, START_C, START_D), words: 0 };
}

/** Takes in words[from..to), in order. Splitting a range into calls changes nothing. */
export function hashWords(state: HashState, words: Uint32Array, from = 0, to = words.length): void {
  const { lanes } = state;
  let at = from;
  // A range that begins at an odd place of the state: its first word belongs to the second pair.
  if (at < to && (state.words & 1) === 1) mixOne(lanes, 2, words[at++]);
  const even = at + ((to - at) & ~1);
  mix(lanes, words, at, even);
  if (even < to) mixOne(lanes, 0, words[even]);
  if (to > from) state.words = (state.words + (to - from)) >>> 0;
}

function mixOne(lanes: Uint32Array, pair: number, word: number): void {
  const a = lanes[pair] ^ word;
  lanes[pair] = Math.imul((a << 15) | (a >>> 17), FACTOR_A);
  const b = (lanes[pair + 1] + word) | 0;
  lanes[pair + 1] = Math.imul((b << 19) | (b >>> 13), FACTOR_B);
}

/** The loop stands alone: what follows a long loop in the same function is thrown back to slow code each time. */
function mix(lanes: Uint32Array, words: Uint32Array, from: number, to: number): void {
  let a = lanes[0] | 0;
  let b = lanes[1] | 0;
  let c = lanes[2] | 0;
  let d = lanes[3] | 0;
  for (let i = from; i < to; i += 2) {
    const even = words[i] | 0;
    const odd = words[i + 1] | 0;
    a ^= even;
    c ^= odd;
    a = Math.imul((a << 15) | (a >>> 17), FACTOR_A);
    c = Math.imul((c << 15) | (c >>> 17), FACTOR_A);
    b = (b + even) | 0;
    d = (d + odd) | 0;
    b = Math.imul((b << 19) | (b >>> 13), FACTOR_B);
    d = Math.imul((d << 19) | (d >>> 13), FACTOR_B);
  }
  lanes[0] = a;
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
}

const ONE = new Uint32Array(1);

/** Takes in one number as an unsigned 32-bit word. */
export function hashNumber(state: HashState, uint32: number): void {
  ONE[0] = uint32;
  hashWords(state, ONE, 0, 1);
}

/** The hash so far as 16 hexadecimal digits; the state may take in more afterwards. */
export function hashHex(state: HashState): string {
  const { lanes, words } = state;
  const a = finish(finish(lanes[0] ^ words) ^ lanes[2]);
  const b = finish(finish(lanes[1] ^ a) ^ lanes[3]);
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
