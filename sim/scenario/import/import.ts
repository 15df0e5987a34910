/** The door of the import: the text of a table in, the text of a scenario file out, or all that is wrong at once. */
import { limitFaults, shorten, type Fault } from "../faults.ts";
import type { SourceInfo } from "../scenario.ts";
import { didYouMean } from "../suggest.ts";
import { validateScenario } from "../validate.ts";
import { CITY_SOURCES } from "./cities.ts";
import { completeUnits, TABLE } from "./complete.ts";
import { wholeFault } from "./csv.ts";
import { DRIVER_SOURCES, nationalDrivers } from "./drivers.ts";
import { chooseCities, FARTHEST_KM, gatewayOf } from "./gateways.ts";
import { idGiver, slug } from "./ids.ts";
import { FILL_SOURCES } from "./national.ts";
import { namesOf, type Note } from "./notes.ts";
import { readUnits, UNDATED_YEAR } from "./read.ts";
import type { ImportedUnit } from "./unit.ts";
import { writeScenario } from "./write.ts";

export { readUnits } from "./read.ts";
export type { ImportedCensus, ImportedUnit } from "./unit.ts";

export interface ImportOptions {
  /** Name of the table in faults and sources; `units.csv` if nothing is said. */
  readonly file?: string | undefined;
  /** First simulated year; without it the latest of which every unit has figures. */
  readonly start?: number | undefined;
  /** Takes the units of this prefecture alone. */
  readonly prefecture?: string | undefined;
  /** Seed of the run and of what is synthesised; without it the id. */
  readonly seed?: string | undefined;
  /** Id of the scenario, which is also the name of its file; without it made from the prefecture or the file. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

export type ImportResult =
  | {
      readonly ok: true;
      /** The text of a scenario file; it parses without faults. */
      readonly yaml: string;
      /** What was assumed, a sentence each; they also stand at the head of the file. */
      readonly assumptions: readonly string[];
      /** The same in both languages. */
      readonly notes: readonly Note[];
      /** The units that stand in the scenario. */
      readonly units: readonly ImportedUnit[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const YEARS = 30;
const WANTED_AGENTS = 100_000;
const NICE_SCALES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** Turns a table of units into a scenario. Never throws: what is wrong comes back as faults. */
export function importUnits(csv: string, options: ImportOptions = {}): ImportResult {
  const { file = "units.csv" } = options;
  const table = readUnits(csv, file, options.start ?? UNDATED_YEAR);
  const chosen = chooseUnits(table.units, options, file);
  const faults = [...table.faults, ...chosen.faults];
  if (faults.length > 0) return { ok: false, faults: limitFaults(faults) };
  const { units } = chosen;
  const start = options.start ?? commonYear(units);
  const cities = chooseCities(units, start);
  const lacking = [...startFaults(units, start, file), ...(cities.length === 0 ? [farAway(file)] : [])];
  if (lacking.length > 0) return { ok: false, faults: limitFaults(lacking) };

  const name = nameOf(units, options, file);
  const id = slug(options.id ?? name) || (codeOf(units) ?? "imported");
  const giveId = idGiver();
  const gatewayIds = cities.map((city) => giveId(city.id));
  const prefectures = new Map<string, string>();
  for (const { prefecture } of units) {
    if (prefecture !== undefined && !prefectures.has(prefecture)) {
      prefectures.set(
        prefecture,
        giveId(
          slug(prefecture),
          codeOf(units.filter((unit) => unit.prefecture === prefecture)),
          "prefecture",
        ),
      );
    }
  }
  const ids = new Map(
    units.map((unit) => [unit, giveId(slug(unit.nameEn ?? unit.name), unit.code && `c${unit.code}`)]),
  );
  const completion = completeUnits(units, {
    start,
    all: table.units,
    idOf: (unit) => ids.get(unit) ?? "unit",
    parentOf: ({ prefecture }) => (prefecture === undefined ? undefined : prefectures.get(prefecture)),
  });
  const persons = units.reduce((sum, { census }) => {
    const { residents, registered = 0 } = census[start];
    return sum + Math.max(residents, registered);
  }, 0);
  const scale = NICE_SCALES.findLast((nice) => persons / nice >= WANTED_AGENTS) ?? 1;
  const notes = [...table.notes, ...completion.notes, ...outsideNotes(cities, start)];
  const yaml = writeScenario({
    id,
    title: { en: name, zh: name },
    summary: summaryOf(units.length, start, file),
    start,
    years: YEARS,
    scale,
    seed: options.seed ?? id,
    sources: sourcesOf(completion.counties, file),
    prefectures: [...prefectures].map(([own, key]) => ({ id: key, name: { en: own, zh: own } })),
    counties: completion.counties,
    gateways: cities.map((city, k) => gatewayOf(city, gatewayIds[k], start)),
    links: [],
    drivers: nationalDrivers(start),
    comment: [
      `Made by urflow import from ${shorten(file, 80)}. What was assumed:`,
      ...notes.map(({ en }) => `- ${en}`),
    ],
  });
  const checked = validateScenario(yaml, { file: `${id}.yaml` });
  if (!checked.ok) return { ok: false, faults: checked.faults.map((fault) => ofTable(fault, file)) };
  return { ok: true, yaml, assumptions: notes.map(({ en }) => en), notes, units };
}

function chooseUnits(
  units: readonly ImportedUnit[],
  { prefecture }: ImportOptions,
  file: string,
): { units: readonly ImportedUnit[]; faults: readonly Fault[] } {
  if (prefecture === undefined || units.length === 0) return { units, faults: [] };
  const same = (a: string | undefined): boolean => a !== undefined && bare(a) === bare(prefecture);
  const chosen = units.filter((unit) => same(unit.prefecture));
  if (chosen.length > 0) return { units: chosen, faults: [] };
  const names = [...new Set(units.flatMap((unit) => unit.prefecture ?? []))];
  const expected = names.length === 0 ? "a column with the prefecture" : `one of ${namesOf(names, 20).en}`;
  const mend = `${didYouMean(prefecture, names)}Correct the name, or leave it out to take all units.`;
  return {
    units: [],
    faults: [{ ...wholeFault(file, shorten(prefecture), expected, mend), path: "prefecture" }],
  };
}

/** 衢州 and 衢州市 are one. */
const bare = (prefecture: string): string =>
  prefecture
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/(市|地区|盟|自治州)$/u, "");

/** The latest year of which all have residents and urban residents; else the one of which most have. */
function commonYear(units: readonly ImportedUnit[]): number {
  const counts = new Map<number, number>();
  for (const { census } of units) {
    for (const [year, row] of Object.entries(census)) {
      if (row.urban !== undefined) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
    }
  }
  const years = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  return years[0]?.[0] ?? UNDATED_YEAR;
}

function startFaults(units: readonly ImportedUnit[], start: number, file: string): Fault[] {
  const years = [...new Set(units.flatMap(({ census }) => Object.keys(census)))].sort();
  if (!years.includes(String(start))) {
    const mend = "Start in one of these years, or add columns of that year.";
    const fault = wholeFault(file, String(start), `a year of the table: ${years.join(", ")}`, mend);
    return [{ ...fault, path: "start" }];
  }
  return units.flatMap(({ census, line, name }): Fault[] => {
    const row = census[start];
    const missing =
      row === undefined ? "population" : row.urban === undefined ? "urban or urban_share" : undefined;
    if (missing === undefined) return [];
    const value = `missing for ${shorten(name)} in ${start}`;
    const mend = "Fill it in, delete the row, or start in another year.";
    return [{ file, line, column: 1, path: missing, value, expected: "a figure of the start year", mend }];
  });
}

function farAway(file: string): Fault {
  const expected = `a region within ${FARTHEST_KM} km of one of the built-in Chinese cities`;
  const mend = "Check longitude and latitude: are they swapped?";
  return { ...wholeFault(file, "far from every labour market", expected, mend), path: "longitude, latitude" };
}

function nameOf(units: readonly ImportedUnit[], { title, prefecture }: ImportOptions, file: string): string {
  if (title !== undefined && title.trim() !== "") return title.trim();
  const names = [...new Set(units.map((unit) => unit.prefecture))];
  if (names.length === 1 && names[0] !== undefined) return names[0];
  return prefecture ?? (file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") || "Imported region");
}

/** `p3308` where the codes of all units begin so. */
function codeOf(units: readonly ImportedUnit[]): string | undefined {
  const codes = units.map(({ code }) => code?.slice(0, 4));
  return codes[0] !== undefined && codes.every((code) => code === codes[0]) ? `p${codes[0]}` : undefined;
}

const summaryOf = (count: number, start: number, file: string): Note => ({
  en: `${count} units of the table ${shorten(file, 80)}, from ${start} on. What was assumed stands at the head of the file.`,
  zh: `来自表格${shorten(file, 80)}的${count}个单元，自${start}年起。所作假设列于文件开头。`,
});

function outsideNotes(cities: readonly { en: string; zh: string }[], start: number): Note[] {
  const en = cities.map((city) => city.en);
  const zh = cities.map((city) => city.zh);
  return [
    {
      en: `Outside labour markets are the cities most attractive by size over travel time: ${en.join(", ")}. Their workers are 0.6 of their residents, their wages those of migrant workers times an assumed factor.`,
      zh: `外部劳动力市场按规模与行程时间选取：${zh.join("、")}。从业者取常住人口的0.6，工资为农民工平均工资乘以假定系数。`,
    },
    {
      en: `Outside series (wages, productivity, fertility, mortality, transfers, farm prices) are national ones or assumed, from ${start} on.`,
      zh: `自${start}年起的外部序列（工资、生产率、生育、死亡、转移支付、农产品价格）为全国数据或假设。`,
    },
    {
      en: "Travel times follow from distance; towns and villages lie where the seed lays them.",
      zh: "行程时间由距离推算；乡镇与村庄的位置由种子生成。",
    },
  ];
}

/** The sources that the counties name, those of the outside, and the table itself. */
function sourcesOf(
  counties: readonly { readonly sources: Readonly<Record<string, string>> }[],
  file: string,
): Record<string, SourceInfo> {
  const used = new Set(counties.flatMap(({ sources }) => Object.values(sources)));
  const fills = Object.entries(FILL_SOURCES).filter(([key]) => used.has(key));
  return {
    [TABLE]: {
      title: `Table ${shorten(file, 200)}`,
      note: "Imported. Where its figures come from is for the author of the table to say.",
    },
    ...Object.fromEntries(fills),
    ...CITY_SOURCES,
    ...DRIVER_SOURCES,
  };
}

/** What only the whole scenario shows, told of the table. */
const ofTable = (fault: Fault, file: string): Fault => ({ ...fault, file, line: 1, column: 1 });
