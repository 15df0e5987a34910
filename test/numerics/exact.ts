/**
 * Logarithm and exponential in whole-number arithmetic of 256 bits after the point: an oracle that shares
 * nothing with the code under test. Slow; for some thousands of arguments.
 */

const POINT = 256n;
const ONE = 1n << POINT;

const view = new DataView(new ArrayBuffer(8));

/** A finite double as mantissa * 2^exponent, exactly. */
function parts(x: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, x);
  const word = view.getBigUint64(0);
  const biased = Number((word >> 52n) & 2047n);
  const fraction = word & ((1n << 52n) - 1n);
  const size = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: x < 0 ? -size : size, exponent: Math.max(biased, 1) - 1075 };
}

function shifted(value: bigint, by: number): bigint {
  return by >= 0 ? value << BigInt(by) : value >> BigInt(-by);
}

/** A double in fixed point; what lies below 2^-256 is dropped. */
function fixed(x: number): bigint {
  const { mantissa, exponent } = parts(x);
  return shifted(mantissa, exponent + Number(POINT));
}

/** 2 artanh(s) for a fixed-point s of at most 1/3. */
function twiceArtanh(s: bigint): bigint {
  const square = (s * s) >> POINT;
  let power = s;
  let total = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    total += power / n;
    power = (power * square) >> POINT;
  }
  return 2n * total;
}

const LN2 = twiceArtanh(ONE / 3n);

/** ln(x) in fixed point, for a positive double. */
function fixedLn(x: number): bigint {
  // The sum below would leave the last bits of ln 2 there.
  if (x === 1) return 0n;
  const { mantissa, exponent } = parts(x);
  const bits = mantissa.toString(2).length;
  // mantissa = m * 2^bits with m in [1/2, 1); ln m by artanh((m - 1) / (m + 1)).
  const m = shifted(mantissa, Number(POINT) - bits);
  return BigInt(exponent + bits) * LN2 + twiceArtanh(((m - ONE) << POINT) / (m + ONE));
}

/** exp of a fixed-point number: a fixed-point mantissa near 1 and a power of two. */
function fixedExp(x: bigint): { mantissa: bigint; octaves: number } {
  const octaves = x / LN2;
  const rest = x - octaves * LN2;
  let term = ONE;
  let total = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
    total += term;
    term = ((term * rest) >> POINT) / n;
  }
  return { mantissa: total, octaves: Number(octaves) };
}

/** How far `result` is from mantissa * 2^octaves, in units of the last place of the result. */
function ulps(result: number, mantissa: bigint, octaves: number): number {
  const { mantissa: whole, exponent } = parts(result);
  // The result's last place is 2^exponent; compare in thousandths of it.
  const exact = shifted(mantissa * 1000n, octaves - Number(POINT) - exponent);
  return Number(abs(whole * 1000n - exact)) / 1000;
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}

/** Error of a claimed ln(x), in units of its last place. */
export function lnError(x: number, result: number): number {
  return ulps(result, fixedLn(x), 0);
}

/** Error of a claimed log2(x), in units of its last place. */
export function log2Error(x: number, result: number): number {
  return ulps(result, (fixedLn(x) << POINT) / LN2, 0);
}

/** Error of a claimed ln(1 + x), in units of its last place; for x of at least 2^-100 in size. */
export function ln1pError(x: number, result: number): number {
  const y = fixed(x);
  return ulps(result, twiceArtanh((y << POINT) / (2n * ONE + y)), 0);
}

/** Error of a claimed exp(x), in units of its last place. */
export function expError(x: number, result: number): number {
  const { mantissa, octaves } = fixedExp(fixed(x));
  return ulps(result, mantissa, octaves);
}

/** Error of a claimed pow(x, y), in units of its last place. */
export function powError(x: number, y: number, result: number): number {
  const { mantissa: whole, exponent } = parts(y);
  const { mantissa, octaves } = fixedExp(shifted(fixedLn(x) * whole, exponent));
  return ulps(result, mantissa, octaves);
}
