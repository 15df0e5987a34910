/** Revenue that a city takes of the counties around it, and gives to those that lack. */

/**
 * What each county gains, or loses, as its city takes a share of the others' own revenue and gives it to those whose
 * revenue a head is below the mean of all its counties, in proportion to what they lack; what nobody lacks it keeps.
 * Whole yuan in `gain`, which add up to nothing.
 */
export function levelRevenue(
  own: ArrayLike<number>,
  people: ArrayLike<number>,
  city: ArrayLike<number>,
  share: number,
  gain: Float64Array,
): void {
  gain.fill(0);
  const counties = own.length - 1;
  for (let k = 0; k < counties; k++) {
    if (city[k] !== k) continue;
    let taken = 0;
    let revenue = 0;
    let heads = 0;
    for (let c = 0; c < counties; c++) {
      if (city[c] !== k) continue;
      revenue += own[c];
      heads += people[c];
      if (c === k) continue;
      gain[c] = -Math.floor(Math.max(0, own[c]) * share);
      taken -= gain[c];
    }
    const mean = heads > 0 ? Math.max(0, revenue) / heads : 0;
    const lack = (c: number): number => Math.max(0, mean * people[c] - own[c]);
    let lacking = 0;
    for (let c = 0; c < counties; c++) if (city[c] === k) lacking += lack(c);
    gain[k] += taken;
    if (lacking === 0) continue;
    for (let c = 0; c < counties; c++) {
      if (city[c] !== k || c === k) continue;
      const given = Math.floor((taken * lack(c)) / lacking);
      gain[c] += given;
      gain[k] -= given;
    }
  }
}
