/**
 * Laws of movement between places: the share of the movers of one place that each other place gets. Masses
 * are people (or jobs), at least 0; distances are in any one unit; a row leaves out its own place, whose
 * share is 0.
 *
 * Sources: F. Simini, M. C. González, A. Maritan & A.-L. Barabási (2012), Nature 484, 96-100 (radiation); its
 * finite-size form A. P. Masucci, J. Serras, A. Johansson & M. Batty (2013), Physical Review E 88, 022812;
 * the singly constrained gravity law A. G. Wilson (1971), Environment and Planning 3, 1-32.
 */
import { pow } from "./elementary.ts";
import { compensatedSum } from "./sums.ts";

/**
 * Mass nearer to `from` than each other place is, without `from` and that place: s_ij. Of places at one
 * distance the one with the lower index is the nearer: an order without ties, for else the row would not add
 * up.
 *
 * @param distances from `from` to every place
 */
export function interveningMass(
  masses: ArrayLike<number>,
  distances: ArrayLike<number>,
  from: number,
): Float64Array {
  const others = Array.from(masses, (_, j) => j).filter((j) => j !== from);
  others.sort((a, b) => distances[a] - distances[b] || a - b);
  const between = new Float64Array(masses.length);
  let nearer = 0;
  for (const j of others) {
    between[j] = nearer;
    nearer += masses[j];
  }
  return between;
}

/**
 * Radiation: p_ij = m_i m_j / ((m_i + s_ij) (m_i + m_j + s_ij)). In an endless world a row adds up to 1;
 * among finitely many places it lacks m_i / M, M the mass of all.
 *
 * @param finite divides by 1 - m_i / M, so that the row adds up to 1
 */
export function radiationRow(
  masses: ArrayLike<number>,
  distances: ArrayLike<number>,
  from: number,
  finite = false,
): Float64Array {
  const between = interveningMass(masses, distances, from);
  const own = masses[from];
  const whole = finite ? 1 - own / compensatedSum(masses) : 1;
  return between.map((nearer, j) => {
    if (j === from || own === 0 || masses[j] === 0) return 0;
    return (own * masses[j]) / ((own + nearer) * (own + nearer + masses[j])) / whole;
  });
}

/**
 * Singly constrained gravity: p_ij = m_j^a d_ij^-g / sum over k of m_k^a d_ik^-g. A row adds up to 1; NaN
 * where another place lies at no distance, or where there is no other mass.
 *
 * @param decay g, the distance elasticity; usual 0.6 to 1.5
 * @param massElasticity a; 1 by default
 */
export function gravityRow(
  masses: ArrayLike<number>,
  distances: ArrayLike<number>,
  from: number,
  decay: number,
  massElasticity = 1,
): Float64Array {
  const pull = Float64Array.from(masses, (mass, j) =>
    j === from || mass === 0 ? 0 : pow(mass, massElasticity) * pow(distances[j], -decay),
  );
  const all = compensatedSum(pull);
  return pull.map((weight) => weight / all);
}
