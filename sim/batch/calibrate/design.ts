/** Where calibration looks: points of the unit cube, one coordinate for each tuned parameter. */
import { shuffle } from "./chance.ts";

/**
 * A Latin hypercube: each coordinate is cut into as many equal parts as there are points, and each part holds one
 * point, at a drawn place within it. McKay, Beckman & Conover 1979, Technometrics 21: 239-245.
 *
 * @param uniform draws in [0, 1)
 * @returns points in the order of drawing, each with as many coordinates as asked
 */
export function latinHypercube(points: number, coordinates: number, uniform: () => number): Float64Array[] {
  const columns = Array.from({ length: coordinates }, () =>
    Float64Array.from(shuffle(points, uniform), (part) => (part + uniform()) / points),
  );
  return Array.from({ length: points }, (_, k) => Float64Array.from(columns, (column) => column[k]));
}
