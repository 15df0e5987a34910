/** Units of a table as counties of a scenario: what is missing is filled in by stated rules, and told. */
import { kilometres } from "../build/places.ts";
import type { CensusRow, County } from "../scenario.ts";
import { slug } from "./ids.ts";
import {
  MOST_PER_KM2,
  nationalAges,
  RURAL_PER_KM2,
  VILLAGE_RESIDENTS,
  VILLAGES_PER_TOWN,
} from "./national.ts";
import { namesOf, type Note } from "./notes.ts";
import type { ImportedCensus, ImportedUnit } from "./unit.ts";

/** Key of the source that stands for the table itself. */
export const TABLE = "table";
/** Most villages that are made up for one world; beyond, they are made larger. */
const MOST_VILLAGES = 25_000;
const MOST_VILLAGES_OF_UNIT = 20_000;
const MOST_TOWNS_OF_UNIT = 5000;

/** What was filled in, by rule, and for which units. */
export type Fills = Map<string, { readonly note: (units: Note) => Note; readonly names: string[] }>;

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

export function completeUnits(units: readonly ImportedUnit[], plan: Plan): Completion {
  const fills: Fills = new Map();
  const fill = (unit: ImportedUnit, note: (units: Note) => Note): void => {
    const key = note({ en: "", zh: "" }).en;
    const known = fills.get(key) ?? { note, names: [] };
    known.names.push(unit.name);
    fills.set(key, known);
  };
  const cores = coresOf(units, plan.start);
  const rural = units.reduce((sum, unit) => sum + ruralOf(unit, plan.start), 0);
  const villageSize = Math.max(VILLAGE_RESIDENTS, rural / MOST_VILLAGES);
  const counties = units.map((unit, k) => ({
    id: plan.ids[k],
    ...completeUnit(unit, plan, cores.has(unit), villageSize, fill),
  }));
  const all = { en: "all units", zh: "全部单元" };
  const notes = [...fills.values()].map(({ note, names }) =>
    note(names.length === units.length && names.length > 1 ? all : namesOf(names)),
  );
  return { counties, notes: [...coreNotes(units, cores), ...notes] };
}

type Fill = (unit: ImportedUnit, note: (units: Note) => Note) => void;

const startOf = (unit: ImportedUnit, start: number): ImportedCensus => {
  const row = unit.census[start];
  if (row === undefined) throw new RangeError(`${unit.name} has no figures of ${start}`);
  return row;
};

const ruralOf = (unit: ImportedUnit, start: number): number => {
  const { residents, urban = 0 } = startOf(unit, start);
  return residents - urban;
};

function completeUnit(
  unit: ImportedUnit,
  plan: Plan,
  core: boolean,
  villageSize: number,
  fill: Fill,
): Omit<County, "id"> {
  const { start } = plan;
  const sources: Record<string, string> = { seat: TABLE };
  const synthesised: string[] = [];
  const made = (figure: string, source: string): void => {
    sources[figure] = source;
    if (!synthesised.includes(figure)) synthesised.push(figure);
  };
  const area = unit.areaKm2 ?? areaOf(unit, plan);
  if (unit.areaKm2 === undefined) {
    made("areaKm2", "area-by-spacing");
    fill(unit, ({ en, zh }) => ({
      en: `Areas follow from the distance to the nearest units of the table, and hold at most ${MOST_PER_KM2} persons a square kilometre: ${en}.`,
      zh: `面积由与最近单元的距离推算，每平方公里至多${MOST_PER_KM2}人：${zh}。`,
    }));
  } else sources["areaKm2"] = TABLE;
  const villages =
    unit.villages ??
    Math.min(MOST_VILLAGES_OF_UNIT, Math.max(1, Math.round(ruralOf(unit, start) / villageSize)));
  if (unit.villages === undefined) {
    made("villages", "villages-by-rural-residents");
    const size = Math.round(villageSize);
    fill(unit, ({ en, zh }) => ({
      en: `Villages are as many as rural residents over ${size}: ${en}.`,
      zh: `行政村数按每村${size}名乡村居民推算：${zh}。`,
    }));
  } else sources["villages"] = TABLE;
  const towns = unit.towns ?? Math.min(MOST_TOWNS_OF_UNIT, Math.round(villages / VILLAGES_PER_TOWN));
  if (unit.towns === undefined) {
    made("towns", "towns-by-villages");
    fill(unit, ({ en, zh }) => ({
      en: `There is one town for ${VILLAGES_PER_TOWN} villages: ${en}.`,
      zh: `每${VILLAGES_PER_TOWN}个村设一个乡镇：${zh}。`,
    }));
  } else sources["towns"] = TABLE;
  for (const figure of ["terrain", "arableHa", "ownRevenue"] as const) {
    if (unit[figure] !== undefined) sources[figure] = TABLE;
  }
  if (unit.arableHa === undefined) {
    fill(unit, ({ en, zh }) => ({
      en: `Without arable land in the table, fields follow from the registered rural people: ${en}.`,
      zh: `表中没有耕地，农地按农村户籍人口推算：${zh}。`,
    }));
  }
  const english = unit.nameEn ?? unit.name;
  if (unit.nameEn === undefined && slug(unit.name) === "") {
    fill(unit, ({ en, zh }) => ({
      en: `Without a column name_en, the name of the table stands in English too: ${en}.`,
      zh: `没有name_en列，英文名使用表中名称：${zh}。`,
    }));
  }
  return {
    name: { en: english, zh: unit.name },
    code: unit.code,
    parent: plan.parentOf(unit),
    kind: core ? "core" : "county",
    seat: { longitude: unit.longitude, latitude: unit.latitude },
    areaKm2: area,
    towns,
    villages,
    terrain: unit.terrain,
    arableHa: unit.arableHa,
    ownRevenue: unit.ownRevenue,
    sources,
    synthesised,
    census: censusRows(unit, start, made, fill),
  };
}

/** Rows of all years that have residents and urban residents. */
function censusRows(
  unit: ImportedUnit,
  start: number,
  made: (figure: string, source: string) => void,
  fill: Fill,
): CensusRow[] {
  const years = Object.keys(unit.census).map(Number);
  const withRegistered = years.filter((year) => unit.census[year].registered !== undefined);
  return years.flatMap((year): CensusRow[] => {
    const { residents, urban, ages, registered, ...rest } = unit.census[year];
    if (urban === undefined) {
      if (year === start) throw new RangeError(`${unit.name} has no urban residents of ${start}`);
      fill(unit, ({ en, zh }) => ({
        en: `Figures of ${year} without urban residents are left out: ${en}.`,
        zh: `${year}年缺少城镇人口的数据未采用：${zh}。`,
      }));
      return [];
    }
    if (ages === undefined) {
      made("ages", "national-ages");
      fill(unit, ({ en, zh }) => ({
        en: `Ages of ${year} follow the national pattern: ${en}.`,
        zh: `${year}年的年龄结构采用全国结构：${zh}。`,
      }));
    }
    const other = nearestTo(year, withRegistered);
    if (registered === undefined) {
      made("registered", "assumed");
      fill(unit, ({ en, zh }) =>
        other === undefined
          ? {
              en: `Without registered people in the table, all residents of ${year} are registered where they live, and nobody is away: ${en}.`,
              zh: `表中没有户籍人口，假定${year}年常住人口均在当地登记，无人外出：${zh}。`,
            }
          : {
              en: `Registered people of ${year} are those of ${other}: ${en}.`,
              zh: `${year}年户籍人口采用${other}年的数据：${zh}。`,
            },
      );
    }
    const known = other === undefined ? undefined : unit.census[other].registered;
    return [
      {
        year,
        residents,
        registered: registered ?? known ?? residents,
        urban,
        ages: ages ?? nationalAges(year, residents),
        ...rest,
        source: TABLE,
      },
    ];
  });
}

const nearestTo = (year: number, years: readonly number[]): number | undefined =>
  [...years].sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b)[0];

/** Square of the mean distance to the three nearest units, and at least what its people need. */
function areaOf(unit: ImportedUnit, { all, start }: Plan): number {
  const { residents, registered = 0 } = startOf(unit, start);
  const distances = all
    .filter((other) => other !== unit)
    .map((other) => kilometres(unit.longitude, unit.latitude, other.longitude, other.latitude))
    .sort((a, b) => a - b)
    .slice(0, 3);
  const mean = distances.reduce((sum, km) => sum + km, 0) / Math.max(1, distances.length);
  const spaced = distances.length === 0 ? ruralOf(unit, start) / RURAL_PER_KM2 : mean * mean;
  const peopled = Math.max(residents, registered) / MOST_PER_KM2 + (unit.arableHa ?? 0) / 100;
  return Math.ceil(Math.min(2_000_000, Math.max(1, spaced, peopled)));
}

function coreNotes(units: readonly ImportedUnit[], cores: ReadonlySet<ImportedUnit>): Note[] {
  const made = units.filter((unit) => cores.has(unit) && unit.kind === undefined);
  if (made.length === 0) return [];
  const { en, zh } = namesOf(made.map(({ name }) => name));
  return [
    {
      en: `Core cities are, in each prefecture, the seat with most urban residents and the district (区) with most: ${en}. All other seats are county seats.`,
      zh: `各地级市中城镇人口最多的单元、以及城镇人口最多的区设为中心城市：${zh}；其余为县城。`,
    },
  ];
}

/** Units that are core cities: as the table says, else the largest of each prefecture and its largest district. */
function coresOf(units: readonly ImportedUnit[], start: number): ReadonlySet<ImportedUnit> {
  const cores = new Set(units.filter(({ kind }) => kind === "core"));
  const urban = (unit: ImportedUnit): number => unit.census[start]?.urban ?? 0;
  const groups = new Map<string, ImportedUnit[]>();
  for (const unit of units) {
    const key = unit.prefecture ?? "";
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  for (const group of groups.values()) {
    const open = group.filter(({ kind }) => kind === undefined);
    if (open.length === 0 || group.some((unit) => cores.has(unit))) continue;
    const largest = (among: readonly ImportedUnit[]): ImportedUnit[] =>
      [...among].sort((a, b) => urban(b) - urban(a)).slice(0, 1);
    for (const unit of [...largest(open), ...largest(open.filter(({ name }) => name.endsWith("区")))])
      cores.add(unit);
  }
  return cores;
}
