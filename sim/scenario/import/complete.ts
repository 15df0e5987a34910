/** Units of a table as counties of a scenario: what is missing is filled in by stated rules, and told. */
import { kilometres } from "../build/places.ts";
import type { CensusRow, County } from "../scenario.ts";
import { censusRows } from "./censusRows.ts";
import { coresOf } from "./cores.ts";
import { openFills, type Fills } from "./fills.ts";
import { slug } from "./ids.ts";
import {
  FARTHEST_NEIGHBOUR_KM,
  MOST_PER_KM2,
  RURAL_PER_KM2,
  VILLAGE_RESIDENTS,
  VILLAGES_PER_TOWN,
} from "./national.ts";
import type { Note } from "./notes.ts";
import { TABLE } from "./sources.ts";
import type { ImportedUnit } from "./unit.ts";

/** Most villages that are made up for one world; beyond, they are made larger. */
const MOST_VILLAGES = 25_000;
const MOST_VILLAGES_OF_UNIT = 20_000;
const MOST_TOWNS_OF_UNIT = 5000;

export interface Completion {
  readonly counties: readonly County[];
  readonly notes: readonly Note[];
}

export interface Plan {
  readonly start: number;
  /** All units of the table: neighbours outside the chosen ones tell how far a unit reaches. */
  readonly all: readonly ImportedUnit[];
  /** In the order of the chosen units. */
  readonly ids: readonly string[];
  readonly parentOf: (unit: ImportedUnit) => string | undefined;
}

/** @param units with residents and urban residents in the start year */
export function completeUnits(units: readonly ImportedUnit[], plan: Plan): Completion {
  const fills = openFills(units.length);
  const { cores, notes } = coresOf(units, plan.start);
  const rural = units.reduce((sum, { census }) => {
    const { residents, urban = 0 } = census[plan.start];
    return sum + residents - urban;
  }, 0);
  const villageSize = Math.max(VILLAGE_RESIDENTS, rural / MOST_VILLAGES);
  const counties = units.map((unit, k) => ({
    id: plan.ids[k],
    ...completeUnit(unit, plan, cores.has(unit), villageSize, fills),
  }));
  return { counties, notes: [...notes, ...fills.notes()] };
}

function completeUnit(
  unit: ImportedUnit,
  plan: Plan,
  core: boolean,
  villageSize: number,
  fills: Fills,
): Omit<County, "id"> {
  const { start } = plan;
  const { fill } = fills;
  const sources: Record<string, string> = { seat: TABLE };
  const synthesised: string[] = [];
  const made = (figure: string, source: string): void => {
    sources[figure] = source;
    if (!synthesised.includes(figure)) synthesised.push(figure);
  };
  const given = ["areaKm2", "towns", "villages", "terrain", "arableHa", "ownRevenue"] as const;
  for (const figure of given) if (unit[figure] !== undefined) sources[figure] = TABLE;

  const census = censusRows(unit, start, made, fills);
  const first = census.find(({ year }) => year === start);
  if (first === undefined) throw new RangeError(`${unit.name} has no figures of ${start}`);
  const rural = first.residents - first.urban;
  const villages =
    unit.villages ?? Math.min(MOST_VILLAGES_OF_UNIT, Math.max(1, Math.round(rural / villageSize)));
  if (unit.villages === undefined) {
    made("villages", "villages-by-rural-residents");
    const size = Math.round(villageSize);
    fill(unit, ({ en, zh }) => ({
      en: `There is one village for ${size} rural residents: ${en}.`,
      zh: `行政村数按每村${size}名乡村居民推算：${zh}。`,
    }));
  }
  if (unit.towns === undefined) {
    made("towns", "towns-by-villages");
    fill(unit, ({ en, zh }) => ({
      en: `There is one town for ${VILLAGES_PER_TOWN} villages: ${en}.`,
      zh: `每${VILLAGES_PER_TOWN}个村设一个乡镇：${zh}。`,
    }));
  }
  if (unit.areaKm2 === undefined) {
    made("areaKm2", "area-by-spacing");
    fill(unit, ({ en, zh }) => ({
      en: `Areas follow from the distance to the nearest units of the table (alone, from the rural residents), and hold at most ${MOST_PER_KM2} persons a square kilometre: ${en}.`,
      zh: `面积由与最近单元的距离推算（孤立单元按乡村人口），每平方公里至多${MOST_PER_KM2}人：${zh}。`,
    }));
  }
  if (unit.arableHa === undefined) {
    fill(unit, ({ en, zh }) => ({
      en: `Without arable land in the table, fields follow from the registered rural people: ${en}.`,
      zh: `表中没有耕地，农地按农村户籍人口推算：${zh}。`,
    }));
  }
  if (unit.nameEn === undefined && slug(unit.name) === "") {
    fill(unit, ({ en, zh }) => ({
      en: `Without a column name_en, the name of the table stands in English too: ${en}.`,
      zh: `没有name_en列，英文名使用表中名称：${zh}。`,
    }));
  }
  return {
    name: { en: unit.nameEn ?? unit.name, zh: unit.name },
    code: unit.code,
    parent: plan.parentOf(unit),
    kind: core ? "core" : "county",
    seat: { longitude: unit.longitude, latitude: unit.latitude },
    areaKm2: unit.areaKm2 ?? areaOf(unit, plan.all, first),
    towns: unit.towns ?? Math.min(MOST_TOWNS_OF_UNIT, Math.round(villages / VILLAGES_PER_TOWN)),
    villages,
    terrain: unit.terrain,
    arableHa: unit.arableHa,
    ownRevenue: unit.ownRevenue,
    sources,
    synthesised,
    census,
  };
}

/** Square of the mean distance to the three nearest units in reach, and at least what its people need. */
function areaOf(unit: ImportedUnit, all: readonly ImportedUnit[], first: CensusRow): number {
  const distances = all
    .filter((other) => other !== unit)
    .map((other) => kilometres(unit.longitude, unit.latitude, other.longitude, other.latitude))
    .filter((km) => km <= FARTHEST_NEIGHBOUR_KM)
    .sort((a, b) => a - b)
    .slice(0, 3);
  const mean = distances.reduce((sum, km) => sum + km, 0) / Math.max(1, distances.length);
  const alone = (first.residents - first.urban) / RURAL_PER_KM2;
  const spaced = distances.length === 0 ? alone : mean * mean;
  const peopled = Math.max(first.residents, first.registered) / MOST_PER_KM2 + (unit.arableHa ?? 0) / 100;
  return Math.ceil(Math.min(2_000_000, Math.max(1, spaced, peopled)));
}
