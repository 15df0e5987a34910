/** Distances on a local plane: longitude and latitude in degrees to kilometres, good enough within a region. */
import { PI } from "./constants.ts";

/** Kilometres per degree of latitude. */
export const KM_PER_DEGREE = 111.32;

/** Kilometres per degree of longitude: the cosine of the latitude by its series, good to 1e-9 below 80 degrees. */
export function kmPerDegreeEast(latitude: number): number {
  const x = (latitude * PI) / 180;
  const square = x * x;
  let term = 1;
  let cosine = 1;
  for (let k = 1; k <= 10; k++) {
    term *= -square / ((2 * k - 1) * (2 * k));
    cosine += term;
  }
  return KM_PER_DEGREE * cosine;
}

/** Straight-line kilometres on a local plane. */
export function kilometres(lonA: number, latA: number, lonB: number, latB: number): number {
  const east = (lonB - lonA) * kmPerDegreeEast((latA + latB) / 2);
  const north = (latB - latA) * KM_PER_DEGREE;
  return Math.sqrt(east * east + north * north);
}
