/**
 * Threefry2x32-20 for many counters at once: the same draws as `uniform`. All twenty rounds are written out for four
 * counters side by side, so that the processor works at four draws while each waits for its own last step.
 */
import { uniform } from "./threefry.ts";

/** The parity constant of Skein's key schedule. */
const PARITY = 0x1bd11bda;

/**
 * out[i] = uniform(key0, key1, counters[i], counter1) for i from 0 to n - 1.
 *
 * @param counters first counter words, such as the luck keys of those who draw; at least n
 * @param out at least n long
 */
export function uniforms(
  key0: number,
  key1: number,
  counters: Uint32Array,
  counter1: number,
  out: Float64Array,
  n: number,
): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  const start = (counter1 + k1) | 0;
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) {
    let xa = (counters[i] + k0) | 0;
    let xb = (counters[i + 1] + k0) | 0;
    let xc = (counters[i + 2] + k0) | 0;
    let xd = (counters[i + 3] + k0) | 0;
    let ya = start;
    let yb = start;
    let yc = start;
    let yd = start;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 13) | (ya >>> 19)) ^ xa;
    yb = ((yb << 13) | (yb >>> 19)) ^ xb;
    yc = ((yc << 13) | (yc >>> 19)) ^ xc;
    yd = ((yd << 13) | (yd >>> 19)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 15) | (ya >>> 17)) ^ xa;
    yb = ((yb << 15) | (yb >>> 17)) ^ xb;
    yc = ((yc << 15) | (yc >>> 17)) ^ xc;
    yd = ((yd << 15) | (yd >>> 17)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 26) | (ya >>> 6)) ^ xa;
    yb = ((yb << 26) | (yb >>> 6)) ^ xb;
    yc = ((yc << 26) | (yc >>> 6)) ^ xc;
    yd = ((yd << 26) | (yd >>> 6)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 6) | (ya >>> 26)) ^ xa;
    yb = ((yb << 6) | (yb >>> 26)) ^ xb;
    yc = ((yc << 6) | (yc >>> 26)) ^ xc;
    yd = ((yd << 6) | (yd >>> 26)) ^ xd;
    xa = (xa + k1) | 0;
    xb = (xb + k1) | 0;
    xc = (xc + k1) | 0;
    xd = (xd + k1) | 0;
    ya = (ya + k2 + 1) | 0;
    yb = (yb + k2 + 1) | 0;
    yc = (yc + k2 + 1) | 0;
    yd = (yd + k2 + 1) | 0;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 17) | (ya >>> 15)) ^ xa;
    yb = ((yb << 17) | (yb >>> 15)) ^ xb;
    yc = ((yc << 17) | (yc >>> 15)) ^ xc;
    yd = ((yd << 17) | (yd >>> 15)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 29) | (ya >>> 3)) ^ xa;
    yb = ((yb << 29) | (yb >>> 3)) ^ xb;
    yc = ((yc << 29) | (yc >>> 3)) ^ xc;
    yd = ((yd << 29) | (yd >>> 3)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 16) | (ya >>> 16)) ^ xa;
    yb = ((yb << 16) | (yb >>> 16)) ^ xb;
    yc = ((yc << 16) | (yc >>> 16)) ^ xc;
    yd = ((yd << 16) | (yd >>> 16)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 24) | (ya >>> 8)) ^ xa;
    yb = ((yb << 24) | (yb >>> 8)) ^ xb;
    yc = ((yc << 24) | (yc >>> 8)) ^ xc;
    yd = ((yd << 24) | (yd >>> 8)) ^ xd;
    xa = (xa + k2) | 0;
    xb = (xb + k2) | 0;
    xc = (xc + k2) | 0;
    xd = (xd + k2) | 0;
    ya = (ya + k0 + 2) | 0;
    yb = (yb + k0 + 2) | 0;
    yc = (yc + k0 + 2) | 0;
    yd = (yd + k0 + 2) | 0;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 13) | (ya >>> 19)) ^ xa;
    yb = ((yb << 13) | (yb >>> 19)) ^ xb;
    yc = ((yc << 13) | (yc >>> 19)) ^ xc;
    yd = ((yd << 13) | (yd >>> 19)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 15) | (ya >>> 17)) ^ xa;
    yb = ((yb << 15) | (yb >>> 17)) ^ xb;
    yc = ((yc << 15) | (yc >>> 17)) ^ xc;
    yd = ((yd << 15) | (yd >>> 17)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 26) | (ya >>> 6)) ^ xa;
    yb = ((yb << 26) | (yb >>> 6)) ^ xb;
    yc = ((yc << 26) | (yc >>> 6)) ^ xc;
    yd = ((yd << 26) | (yd >>> 6)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 6) | (ya >>> 26)) ^ xa;
    yb = ((yb << 6) | (yb >>> 26)) ^ xb;
    yc = ((yc << 6) | (yc >>> 26)) ^ xc;
    yd = ((yd << 6) | (yd >>> 26)) ^ xd;
    xa = (xa + k0) | 0;
    xb = (xb + k0) | 0;
    xc = (xc + k0) | 0;
    xd = (xd + k0) | 0;
    ya = (ya + k1 + 3) | 0;
    yb = (yb + k1 + 3) | 0;
    yc = (yc + k1 + 3) | 0;
    yd = (yd + k1 + 3) | 0;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 17) | (ya >>> 15)) ^ xa;
    yb = ((yb << 17) | (yb >>> 15)) ^ xb;
    yc = ((yc << 17) | (yc >>> 15)) ^ xc;
    yd = ((yd << 17) | (yd >>> 15)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 29) | (ya >>> 3)) ^ xa;
    yb = ((yb << 29) | (yb >>> 3)) ^ xb;
    yc = ((yc << 29) | (yc >>> 3)) ^ xc;
    yd = ((yd << 29) | (yd >>> 3)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 16) | (ya >>> 16)) ^ xa;
    yb = ((yb << 16) | (yb >>> 16)) ^ xb;
    yc = ((yc << 16) | (yc >>> 16)) ^ xc;
    yd = ((yd << 16) | (yd >>> 16)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 24) | (ya >>> 8)) ^ xa;
    yb = ((yb << 24) | (yb >>> 8)) ^ xb;
    yc = ((yc << 24) | (yc >>> 8)) ^ xc;
    yd = ((yd << 24) | (yd >>> 8)) ^ xd;
    xa = (xa + k1) | 0;
    xb = (xb + k1) | 0;
    xc = (xc + k1) | 0;
    xd = (xd + k1) | 0;
    ya = (ya + k2 + 4) | 0;
    yb = (yb + k2 + 4) | 0;
    yc = (yc + k2 + 4) | 0;
    yd = (yd + k2 + 4) | 0;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 13) | (ya >>> 19)) ^ xa;
    yb = ((yb << 13) | (yb >>> 19)) ^ xb;
    yc = ((yc << 13) | (yc >>> 19)) ^ xc;
    yd = ((yd << 13) | (yd >>> 19)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 15) | (ya >>> 17)) ^ xa;
    yb = ((yb << 15) | (yb >>> 17)) ^ xb;
    yc = ((yc << 15) | (yc >>> 17)) ^ xc;
    yd = ((yd << 15) | (yd >>> 17)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 26) | (ya >>> 6)) ^ xa;
    yb = ((yb << 26) | (yb >>> 6)) ^ xb;
    yc = ((yc << 26) | (yc >>> 6)) ^ xc;
    yd = ((yd << 26) | (yd >>> 6)) ^ xd;
    xa = (xa + ya) | 0;
    xb = (xb + yb) | 0;
    xc = (xc + yc) | 0;
    xd = (xd + yd) | 0;
    ya = ((ya << 6) | (ya >>> 26)) ^ xa;
    yb = ((yb << 6) | (yb >>> 26)) ^ xb;
    yc = ((yc << 6) | (yc >>> 26)) ^ xc;
    yd = ((yd << 6) | (yd >>> 26)) ^ xd;
    xa = (xa + k2) | 0;
    xb = (xb + k2) | 0;
    xc = (xc + k2) | 0;
    xd = (xd + k2) | 0;
    ya = (ya + k0 + 5) | 0;
    yb = (yb + k0 + 5) | 0;
    yc = (yc + k0 + 5) | 0;
    yd = (yd + k0 + 5) | 0;
    out[i] = ((xa >>> 0) * 1048576 + (ya >>> 12) + 0.5) * 2.220446049250313e-16;
    out[i + 1] = ((xb >>> 0) * 1048576 + (yb >>> 12) + 0.5) * 2.220446049250313e-16;
    out[i + 2] = ((xc >>> 0) * 1048576 + (yc >>> 12) + 0.5) * 2.220446049250313e-16;
    out[i + 3] = ((xd >>> 0) * 1048576 + (yd >>> 12) + 0.5) * 2.220446049250313e-16;
  }
  for (let i = whole; i < n; i++) out[i] = uniform(key0, key1, counters[i], counter1);
}
