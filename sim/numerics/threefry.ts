/**
 * Threefry2x32: a counter-based random generator. A draw is a pure function of a key (64 bits) and a counter
 * (64 bits), so it needs no state, no order and no luck of who asked first. It uses only additions, rotations
 * and exclusive-or on 32-bit words.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw (2011), "Parallel random numbers: as easy as
 * 1, 2, 3", SC '11, doi:10.1145/2063384.2063405.
 *
 * Keys and counters are taken modulo 2^32; signed and unsigned forms of a word are the same word.
 */

/** The parity constant of Skein's key schedule. */
const PARITY = 0x1bd11bda;
/** Rotations of the eight rounds that repeat. */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;

/**
 * Both words of one block, as unsigned 32-bit numbers in out[0] and out[1]. The readable form of the
 * algorithm; `uniform` is the same with its rounds written out.
 *
 * @param rounds 20 by default; 13 is the fewest that the authors found to pass every test of BigCrush.
 */
export function block(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Uint32Array,
  rounds = 20,
): void {
  const keys = [key0 | 0, key1 | 0, PARITY ^ key0 ^ key1];
  let x = (counter0 + key0) | 0;
  let y = (counter1 + key1) | 0;
  for (let round = 0; round < rounds; round++) {
    const rotation = ROTATIONS[round % 8];
    x = (x + y) | 0;
    y = ((y << rotation) | (y >>> (32 - rotation))) ^ x;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x = (x + keys[injection % 3]) | 0;
      y = (y + keys[(injection + 1) % 3] + injection) | 0;
    }
  }
  out[0] = x;
  out[1] = y;
}

/**
 * One draw from the open interval (0, 1): the 52 highest bits of the block plus a half, times 2^-52. Never 0
 * and never 1, so its logarithm is finite; 1 - u is exact.
 *
 * The rounds are written out four by four in a loop: short enough for V8 to inline twice in one loop body,
 * which spares the call and the boxed result. For many draws at a time see `uniforms` in threefry-batch.ts.
 */
export function uniform(key0: number, key1: number, counter0: number, counter1: number): number {
  // The three key words; they take turns, so that a, b and c always hold those that come next.
  let a = key1 | 0;
  let b = PARITY ^ key0 ^ key1;
  let c = key0 | 0;
  let x = (counter0 + c) | 0;
  let y = (counter1 + a) | 0;
  for (let injection = 1; ; injection += 2) {
    y = ((y << 13) | (y >>> 19)) ^ (x = (x + y) | 0);
    y = ((y << 15) | (y >>> 17)) ^ (x = (x + y) | 0);
    y = ((y << 26) | (y >>> 6)) ^ (x = (x + y) | 0);
    y = ((y << 6) | (y >>> 26)) ^ (x = (x + y) | 0);
    x = (x + a) | 0;
    y = (y + b + injection) | 0;
    if (injection === 5) break;
    y = ((y << 17) | (y >>> 15)) ^ (x = (x + y) | 0);
    y = ((y << 29) | (y >>> 3)) ^ (x = (x + y) | 0);
    y = ((y << 16) | (y >>> 16)) ^ (x = (x + y) | 0);
    y = ((y << 24) | (y >>> 8)) ^ (x = (x + y) | 0);
    x = (x + b) | 0;
    y = (y + c + injection + 1) | 0;
    const next = c;
    c = b;
    b = a;
    a = next;
  }
  return ((x >>> 0) * 1048576 + (y >>> 12) + 0.5) * 2.220446049250313e-16;
}

/** As uniform, by 13 rounds: a third faster, other draws. For kernels that are nothing but draws. */
export function uniform13(key0: number, key1: number, counter0: number, counter1: number): number {
  // The three key words; they take turns, so that a, b and c always hold those that come next.
  let a = key1 | 0;
  let b = PARITY ^ key0 ^ key1;
  let c = key0 | 0;
  let x = (counter0 + c) | 0;
  let y = (counter1 + a) | 0;
  for (let injection = 1; ; injection += 2) {
    y = ((y << 13) | (y >>> 19)) ^ (x = (x + y) | 0);
    y = ((y << 15) | (y >>> 17)) ^ (x = (x + y) | 0);
    y = ((y << 26) | (y >>> 6)) ^ (x = (x + y) | 0);
    y = ((y << 6) | (y >>> 26)) ^ (x = (x + y) | 0);
    x = (x + a) | 0;
    y = (y + b + injection) | 0;
    if (injection === 3) break;
    y = ((y << 17) | (y >>> 15)) ^ (x = (x + y) | 0);
    y = ((y << 29) | (y >>> 3)) ^ (x = (x + y) | 0);
    y = ((y << 16) | (y >>> 16)) ^ (x = (x + y) | 0);
    y = ((y << 24) | (y >>> 8)) ^ (x = (x + y) | 0);
    x = (x + b) | 0;
    y = (y + c + injection + 1) | 0;
    const next = c;
    c = b;
    b = a;
    a = next;
  }
  y = ((y << 17) | (y >>> 15)) ^ (x = (x + y) | 0);
  return ((x >>> 0) * 1048576 + (y >>> 12) + 0.5) * 2.220446049250313e-16;
}

/** The first word of the block, an unsigned 32-bit number: it is the upper part of the uniform draw. */
export function bits(key0: number, key1: number, counter0: number, counter1: number): number {
  return (uniform(key0, key1, counter0, counter1) * 4294967296) >>> 0;
}
