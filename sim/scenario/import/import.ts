/** The door of the import: the text of a table in, the text of a scenario file out, or all that is wrong at once. */
import { limitFaults, shorten, type Fault } from "../faults.ts";
import { validateScenario } from "../validate.ts";
import { chooseUnits, commonYear, startFaults } from "./choose.ts";
import { completeUnits } from "./complete.ts";
import { wholeFault } from "./csv.ts";
import { nationalDrivers } from "./drivers.ts";
import { tightCounties, tightFault } from "./fit.ts";
import { FARTHEST_KM, gatewaysOfCountry, gatewaysOfTable } from "./gateways.ts";
import { codeOf, idGiver, slug } from "./ids.ts";
import { linksOf } from "./links.ts";
import type { Note } from "./notes.ts";
import { readTable, UNDATED_YEAR, type UnitTable } from "./read.ts";
import { sourcesOf } from "./sources.ts";
import type { ImportedUnit } from "./unit.ts";
import { writeScenario, type Draft } from "./write.ts";

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
      /** The text of a scenario file; it parses without faults, and its world can be built. */
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
  const table = readTable(csv, file, options.start ?? UNDATED_YEAR);
  const { units, faults } = chooseUnits(table, options.prefecture, file);
  if (faults.length > 0) return refused(faults);
  const start = options.start ?? commonYear(units);
  const lacking = startFaults(table, units, start, file);
  if (lacking.length > 0) return refused(lacking);

  const name = nameOf(units, options, file);
  // Where the table lies on this machine is no part of the scenario.
  const own = file.replace(/^.*[\\/]/, "");
  const id = slug(options.id ?? name) || (codeOf(units) ?? "imported");
  const giveId = idGiver();
  const outer =
    table.gateways.length > 0
      ? gatewaysOfTable(table.gateways, start, giveId)
      : gatewaysOfCountry(units, start, giveId);
  if (outer.outside.length === 0) return refused([farAway(file)]);
  const prefectures = prefecturesOf(units, giveId);
  const { counties, notes: fills } = completeUnits(units, {
    start,
    all: table.units,
    ids: units.map((unit) => giveId(slug(unit.nameEn ?? unit.name), unit.code && `c${unit.code}`)),
    parentOf: ({ prefecture }) => (prefecture === undefined ? undefined : prefectures.get(prefecture)),
  });
  const roads = linksOf(units, counties, outer.outside, file);
  if (roads.faults.length > 0) return refused(roads.faults);
  const slips = units.flatMap(({ notes }) => notes);
  const notes = [...table.notes, ...slips, ...fills, ...outer.notes, ...roads.notes, ...closingNotes(start)];
  const gateways = outer.outside.map(({ gateway }) => gateway);
  const draft: Draft = {
    id,
    title: { en: name, zh: name },
    summary: summaryOf(units.length, start, own),
    start,
    years: YEARS,
    scale: scaleOf(units, start),
    seed: options.seed ?? id,
    sources: sourcesOf(counties, gateways, own),
    prefectures: [...prefectures].map(([chinese, key]) => ({ id: key, name: { en: chinese, zh: chinese } })),
    counties,
    gateways,
    links: roads.links,
    drivers: nationalDrivers(start),
    comment: [
      `Made by urflow import from ${shorten(own, 80)}. What was assumed:`,
      ...notes.map(({ en }) => `- ${en}`),
    ],
  };
  const written = writeFitting(draft, units, table, file);
  if (typeof written !== "string") return refused(written);
  return { ok: true, yaml: written, assumptions: notes.map(({ en }) => en), notes, units };
}

const refused = (faults: readonly Fault[]): ImportResult => ({ ok: false, faults: limitFaults(faults) });

/** The text of the file, with made-up areas as large as its people need; or what only the whole world shows. */
function writeFitting(
  draft: Draft,
  units: readonly ImportedUnit[],
  table: UnitTable,
  file: string,
): string | Fault[] {
  const text = writeScenario(draft);
  const checked = validateScenario(text, { file: `${draft.id}.yaml` });
  if (!checked.ok) return checked.faults.map((fault) => ({ ...fault, file, line: 1, column: 1 }));
  const { tight, trouble } = tightCounties(checked.scenario);
  if (trouble !== undefined) {
    return [
      wholeFault(
        file,
        `a region that cannot be built: ${trouble}`,
        "a region that can",
        "Correct the table.",
      ),
    ];
  }
  if (tight.length === 0) return text;
  const needs = new Map(tight.map(({ county, needed }) => [county, needed]));
  const faults = draft.counties.flatMap(({ id, areaKm2 }, k) => {
    const needed = needs.get(id);
    const unit = units[k];
    if (needed === undefined || unit.areaKm2 === undefined) return [];
    const { line, column } = table.cellsOf.get(unit)?.get("areaKm2") ?? { line: unit.line, column: 1 };
    return [tightFault({ file, line, column }, areaKm2, needed)];
  });
  if (faults.length > 0) return faults;
  const counties = draft.counties.map((county) => ({
    ...county,
    areaKm2: needs.get(county.id) ?? county.areaKm2,
  }));
  return writeScenario({ ...draft, counties });
}

function prefecturesOf(
  units: readonly ImportedUnit[],
  giveId: (...wishes: (string | undefined)[]) => string,
): ReadonlyMap<string, string> {
  const prefectures = new Map<string, string>();
  for (const { prefecture } of units) {
    if (prefecture === undefined || prefectures.has(prefecture)) continue;
    const code = codeOf(units.filter((unit) => unit.prefecture === prefecture));
    prefectures.set(prefecture, giveId(slug(prefecture), code, "prefecture"));
  }
  return prefectures;
}

/** Persons per agent, so that there are about a hundred thousand agents. */
function scaleOf(units: readonly ImportedUnit[], start: number): number {
  const persons = units.reduce((sum, { census }) => {
    const { residents, registered = 0 } = census[start];
    return sum + Math.max(residents, registered);
  }, 0);
  return NICE_SCALES.findLast((nice) => persons / nice >= WANTED_AGENTS) ?? 1;
}

function nameOf(units: readonly ImportedUnit[], { title, prefecture }: ImportOptions, file: string): string {
  if (title !== undefined && title.trim() !== "") return title.trim();
  const names = [...new Set(units.map((unit) => unit.prefecture))];
  if (names.length === 1 && names[0] !== undefined) return names[0];
  return prefecture ?? (file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") || "Imported region");
}

function farAway(file: string): Fault {
  const expected = `a region within ${FARTHEST_KM} km of one of the built-in Chinese cities, or rows of kind gateway`;
  const mend = "Are longitude and latitude swapped? Elsewhere in the world, add rows of kind gateway.";
  return { ...wholeFault(file, "far from every labour market", expected, mend), path: "longitude, latitude" };
}

const summaryOf = (count: number, start: number, file: string): Note => ({
  en: `${count} units of the table ${shorten(file, 80)}, from ${start} on. What was assumed stands at the head of the file.`,
  zh: `来自表格${shorten(file, 80)}的${count}个单元，自${start}年起。所作假设列于文件开头。`,
});

const closingNotes = (start: number): readonly Note[] => [
  {
    en: `Outside series (wages, productivity, fertility, mortality, transfers, farm prices) are national ones or assumed, from ${start} on.`,
    zh: `自${start}年起的外部序列（工资、生产率、生育、死亡、转移支付、农产品价格）为全国数据或假设。`,
  },
  {
    en: "Travel times that were not measured follow from distance; towns and villages lie where the seed lays them.",
    zh: "未测得的行程时间由距离推算；乡镇与村庄的位置由种子生成。",
  },
];
