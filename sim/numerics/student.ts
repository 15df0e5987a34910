/** Student's t distribution, as far as 95 % intervals need it. */

/** The 97.5th percentile for 1 to 30 degrees of freedom. */
const TABLE = [
  12.706204736174705, 4.302652729749464, 3.1824463052837095, 2.7764451051977943, 2.5705818356363155,
  2.44691185114497, 2.3646242515927853, 2.3060041352041667, 2.2621571627982053, 2.228138851986275,
  2.2009851600916397, 2.178812829667229, 2.1603686564627926, 2.144786687917804, 2.1314495455597755,
  2.1199052992212546, 2.109815577833317, 2.1009220402410387, 2.0930240544083096, 2.085963447265865,
  2.0796138447276804, 2.0738730679040263, 2.0686576104190486, 2.063898561628026, 2.0595385527532977,
  2.055529438642873, 2.0518305164802855, 2.048407141795245, 2.0452296421327043, 2.042272456301238,
] as const;

/** The 97.5th percentile of the normal distribution. */
const NORMAL = 1.959963984540054;

/**
 * The 97.5th percentile of Student's t: half the width of a 95 % interval in standard errors. From a table
 * up to 30 degrees of freedom, beyond by the expansion in 1 / degrees (error below 1e-7). NaN below 1.
 *
 * Source: M. Abramowitz and I. A. Stegun (1964), Handbook of Mathematical Functions, 26.7.5.
 *
 * @param degrees of freedom, a whole number
 */
export function student975(degrees: number): number {
  if (!(degrees >= 1)) return NaN;
  if (degrees <= TABLE.length) return TABLE[degrees - 1];
  const z = NORMAL;
  const square = z * z;
  const first = (z * (square + 1)) / 4;
  const second = (z * ((5 * square + 16) * square + 3)) / 96;
  const third = (z * (((3 * square + 19) * square + 17) * square - 15)) / 384;
  const fourth = (z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945)) / 92160;
  return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
}
