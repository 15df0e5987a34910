/** The outside of a region: the gateways of the table, or the great cities that attract its people most. */
import { kilometres } from "../build/places.ts";
import type { Gateway } from "../scenario.ts";
import { nearestTo } from "./censusRows.ts";
import { CITIES, MIGRANT_WAGE_2020, WORKER_SHARE, type City } from "./cities.ts";
import { TABLE } from "./sources.ts";
import { wageIndex } from "./drivers.ts";
import { slug } from "./ids.ts";
import type { Note } from "./notes.ts";
import type { ImportedGateway, ImportedUnit } from "./unit.ts";

/** A gateway and the names under which a column of travel times may call it. */
export interface Outside {
  readonly gateway: Gateway;
  readonly names: readonly string[];
}

/** Cities that stand for each prefecture, and in one world at most. */
const MOST_OF_PREFECTURE = 5;
const MOST = 12;
/** A city nearer than this to a seat of the region is a part of it, not an outside: Foshan is 19 km from Guangzhou. */
const WITHIN_KM = 12;
/** Beyond this the built-in cities are another country. */
export const FARTHEST_KM = 2500;
/** Minutes that every journey takes, and kilometres of straight line that an hour overcomes (90 km/h, detour 1.35). */
const JOURNEY_START = 30;
const KM_PER_HOUR = 90 / 1.35;
/** Where the table does not tell; assumed. */
const OTHER_WAGE = 1.08;
const OTHER_RENT = 0.2;

export function gatewaysOfTable(
  rows: readonly ImportedGateway[],
  start: number,
  giveId: (...wishes: (string | undefined)[]) => string,
): { readonly outside: readonly Outside[]; readonly notes: readonly Note[] } {
  const outside = rows.map((row): Outside => {
    const { name, nameEn, longitude, latitude, workers, residents, monthlyWage, rentShare } = row;
    const year = nearestTo(start, Object.keys(residents).map(Number));
    const people = year === undefined ? 0 : residents[year];
    const id = giveId(slug(nameEn ?? name), "gateway");
    const gateway: Gateway = {
      id,
      name: { en: nameEn ?? name, zh: name },
      longitude,
      latitude,
      workers: workers ?? Math.max(1, Math.round(people * WORKER_SHARE)),
      monthlyWage: monthlyWage ?? wageOf(OTHER_WAGE, start),
      rentShare: rentShare ?? OTHER_RENT,
      sources: {
        workers: workers === undefined ? "assumed" : TABLE,
        monthlyWage: monthlyWage === undefined ? "city-wages" : TABLE,
        rentShare: rentShare === undefined ? "assumed" : TABLE,
      },
    };
    return { gateway, names: [id, name, nameEn ?? name] };
  });
  const en = outside.map(({ gateway }) => gateway.name.en).join(", ");
  const zh = outside.map(({ gateway }) => gateway.name.zh).join("、");
  const note: Note = {
    en:
      `Outside labour markets are the rows of kind gateway: ${en}. What they lack is assumed: workers ${WORKER_SHARE} of the ` +
      `residents of the year nearest to the start, the wage ${OTHER_WAGE} of that of migrant workers, the share of rent ${OTHER_RENT}.`,
    zh:
      `外部劳动力市场为表中的外部城市：${zh}。缺失的数据为假设：从业者为最近年份常住人口的${WORKER_SHARE}，` +
      `工资为农民工平均工资的${OTHER_WAGE}倍，房租占比${OTHER_RENT}。`,
  };
  return { outside, notes: [note] };
}

/**
 * The built-in cities of most attraction for each prefecture, by size over travel time, and those that a column of
 * travel times names. None where the region is farther than `FARTHEST_KM` from all of them.
 */
export function gatewaysOfCountry(
  units: readonly ImportedUnit[],
  start: number,
  giveId: (...wishes: (string | undefined)[]) => string,
): { readonly outside: readonly Outside[]; readonly notes: readonly Note[] } {
  const cities = chooseCities(units, start);
  const outside = cities.map((city): Outside => {
    const id = giveId(city.id);
    return { gateway: asGateway(city, id, start), names: namesOfCity(city) };
  });
  const en = cities.map((city) => city.en).join(", ");
  const zh = cities.map((city) => city.zh).join("、");
  const note: Note = {
    en:
      `Outside labour markets are the cities most attractive by size over travel time: ${en}. Their workers are ` +
      `${WORKER_SHARE} of their residents, their wages those of migrant workers times an assumed factor.`,
    zh:
      `外部劳动力市场按规模与行程时间选取：${zh}。从业者取常住人口的${WORKER_SHARE}，` +
      "工资为农民工平均工资乘以假定系数。",
  };
  return { outside, notes: [note] };
}

function chooseCities(units: readonly ImportedUnit[], start: number): City[] {
  const names = new Set(units.flatMap(({ name, prefecture = name }) => [simple(name), simple(prefecture)]));
  const inside = (city: City): boolean =>
    names.has(simple(city.zh)) ||
    names.has(city.id) ||
    units.some((unit) => distance(unit, city) <= WITHIN_KM);
  const open = CITIES.filter((city) => !inside(city));
  const asked = new Set(units.flatMap(({ travel }) => travel.map(({ to }) => simple(to))));
  const chosen = new Set(open.filter((city) => namesOfCity(city).some((name) => asked.has(simple(name)))));
  const groups = new Map<string, ImportedUnit[]>();
  for (const unit of units) {
    const group = groups.get(unit.prefecture ?? "") ?? [];
    groups.set(unit.prefecture ?? "", [...group, unit]);
  }
  const ranked = [...groups.values()].map((group) => byAttraction(open, group, start));
  // Each prefecture's first, then each one's second: where all can't stand, none is without its nearest.
  for (let rank = 0; rank < MOST_OF_PREFECTURE; rank++) {
    for (const list of ranked) if (list[rank] !== undefined && chosen.size < MOST) chosen.add(list[rank]);
  }
  return [...chosen];
}

/** Cities by falling attraction for the people of some units. */
function byAttraction(cities: readonly City[], units: readonly ImportedUnit[], start: number): City[] {
  const pull = (city: City): number =>
    units.reduce((sum, unit) => {
      const km = distance(unit, city);
      const persons = unit.census[start]?.residents ?? 0;
      return km > FARTHEST_KM
        ? sum
        : sum + (persons * city.residents) / (JOURNEY_START + (km / KM_PER_HOUR) * 60);
    }, 0);
  return cities
    .map((city) => ({ city, pull: pull(city) }))
    .filter((one) => one.pull > 0)
    .sort((a, b) => b.pull - a.pull)
    .map(({ city }) => city);
}

/** For comparing names: without 市, signs and case. */
export const simple = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .replace(/市$/u, "");

const namesOfCity = ({ id, en, zh }: City): string[] => [id, en, zh];

interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

const distance = (a: Point, b: Point): number => kilometres(a.longitude, a.latitude, b.longitude, b.latitude);

const wageOf = (factor: number, start: number): number =>
  Math.round((MIGRANT_WAGE_2020 * factor * wageIndex(start)) / 10) * 10;

const asGateway = (city: City, id: string, start: number): Gateway => ({
  id,
  name: { en: city.en, zh: city.zh },
  longitude: city.longitude,
  latitude: city.latitude,
  workers: Math.round((city.residents * WORKER_SHARE) / 10) * 10_000,
  monthlyWage: wageOf(city.wage, start),
  rentShare: city.rent,
  sources: { workers: "city-workers", monthlyWage: "city-wages", rentShare: "assumed" },
});
