/** From a table as it was read to a scenario: the choice of units, what is filled in, and the text of the file. */
import { limitFaults, shorten, type Fault } from "../faults.ts";
import { chooseUnits, commonYear } from "./choose.ts";
import { completeUnits } from "./complete.ts";
import { wholeFault } from "./csv.ts";
import { nationalDrivers } from "./drivers.ts";
import { FARTHEST_KM, gatewaysOfCountry, gatewaysOfTable } from "./gateways.ts";
import { codeOf, idGiver, slug } from "./ids.ts";
import { linksOf } from "./links.ts";
import type { Note } from "./notes.ts";
import type { UnitTable } from "./read.ts";
import { sourcesOf } from "./sources.ts";
import { personsOf, startFaults } from "./startFaults.ts";
import { closingNotes, nameOf, summaryOf } from "./told.ts";
import type { ImportedUnit } from "./unit.ts";
import type { Draft } from "./write.ts";
import { writeFitting } from "./writeFitting.ts";

/** What a region takes from a table, and what it is called. */
export interface RegionOptions {
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

/**
 * Makes a scenario of a table, or of one prefecture in it; never throws, and leaves the table as it is.
 *
 * @param table read with the start, where one is asked for
 */
export function importTable(table: UnitTable, options: RegionOptions = {}): ImportResult {
  const { file } = table;
  const { units, faults } = chooseUnits(table, options.prefecture);
  if (faults.length > 0) return refused(faults);
  const start = options.start ?? commonYear(units);
  const lacking = startFaults(table, units, start);
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
  const written = writeFitting(draft, units, table);
  if (typeof written !== "string") return refused(written);
  return { ok: true, yaml: written, assumptions: notes.map(({ en }) => en), notes, units };
}

const refused = (faults: readonly Fault[]): ImportResult => ({ ok: false, faults: limitFaults(faults) });

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
  const persons = personsOf(units, start);
  return NICE_SCALES.findLast((nice) => persons / nice >= WANTED_AGENTS) ?? 1;
}

function farAway(file: string): Fault {
  const expected = `a region within ${FARTHEST_KM} km of one of the built-in Chinese cities, or rows of kind gateway`;
  const mend = "Are longitude and latitude swapped? Elsewhere in the world, add rows of kind gateway.";
  return { ...wholeFault(file, "far from every labour market", expected, mend), path: "longitude, latitude" };
}
