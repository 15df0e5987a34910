/** Which of the great cities a region's people leave for: the most attractive by size over travel time. */
import { kilometres } from "../build/places.ts";
import type { Gateway } from "../scenario.ts";
import { CITIES, MIGRANT_WAGE_2020, WORKER_SHARE, type City } from "./cities.ts";
import { wageIndex } from "./drivers.ts";
import type { ImportedUnit } from "./unit.ts";

/** How many cities stand in a scenario. */
const MOST = 5;
/** A city nearer than this to a seat of the region is a part of it, not an outside. */
const WITHIN_KM = 30;
/** Beyond this the built-in cities are another country. */
export const FARTHEST_KM = 2500;
/** Minutes that every journey takes, and kilometres of straight line that an hour overcomes (90 km/h, detour 1.35). */
const JOURNEY_START = 30;
const KM_PER_HOUR = 90 / 1.35;

/** @returns cities by falling attraction; none where the region is farther than `FARTHEST_KM` from all of them */
export function chooseCities(units: readonly ImportedUnit[], start: number): City[] {
  let persons = 0;
  let longitude = 0;
  let latitude = 0;
  for (const unit of units) {
    const weight = unit.census[start]?.residents ?? 1;
    persons += weight;
    longitude += unit.longitude * weight;
    latitude += unit.latitude * weight;
  }
  longitude /= persons;
  latitude /= persons;
  const names = units.flatMap(({ name, prefecture }) => [name, prefecture ?? name]);
  return CITIES.filter(
    (city) =>
      !names.some((name) => name.startsWith(city.zh) || name.toLowerCase() === city.id) &&
      units.every((unit) => distance(unit, city) > WITHIN_KM),
  )
    .map((city) => ({ city, km: distance({ longitude, latitude }, city) }))
    .filter(({ km }) => km < FARTHEST_KM)
    .map(({ city, km }) => ({ city, pull: city.residents / (JOURNEY_START + (km / KM_PER_HOUR) * 60) }))
    .sort((a, b) => b.pull - a.pull)
    .slice(0, MOST)
    .map(({ city }) => city);
}

const distance = (
  a: { readonly longitude: number; readonly latitude: number },
  b: { readonly longitude: number; readonly latitude: number },
): number => kilometres(a.longitude, a.latitude, b.longitude, b.latitude);

/** A city as an outside labour market in the start year. */
export function gatewayOf(city: City, id: string, start: number): Gateway {
  return {
    id,
    name: { en: city.en, zh: city.zh },
    longitude: city.longitude,
    latitude: city.latitude,
    workers: Math.round((city.residents * WORKER_SHARE) / 10) * 10_000,
    monthlyWage: Math.round((MIGRANT_WAGE_2020 * city.wage * wageIndex(start)) / 10) * 10,
    rentShare: city.rent,
    sources: { workers: "city-workers", monthlyWage: "city-wages", rentShare: "assumed" },
  };
}
