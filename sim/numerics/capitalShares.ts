/**
 * Capital that goes where it earns most comes to rest where it earns the same everywhere: with Y = A K^a
 * L^(1-a) that is K in proportion to L A^(1/(1-a)).
 *
 * Source: equal marginal products of Cobb-Douglas production; after R. E. Lucas (1990), American Economic
 * Review 80(2), 92-96.
 */
import { pow } from "./elementary.ts";
import { compensatedSum } from "./sums.ts";

/**
 * @param total capital of all places
 * @param technology A of each place, at least 0
 * @param labour L of each place, at least 0
 * @param share a, in (0, 1)
 * @returns capital of each place, and the marginal product that all have in common
 */
export function restingCapital(
  total: number,
  technology: ArrayLike<number>,
  labour: ArrayLike<number>,
  share: number,
): { readonly capital: Float64Array; readonly marginal: number } {
  const pull = Float64Array.from(labour, (workers, k) => workers * pow(technology[k], 1 / (1 - share)));
  const all = compensatedSum(pull);
  return {
    capital: pull.map((weight) => (total * weight) / all),
    marginal: share * pow(total / all, share - 1),
  };
}
