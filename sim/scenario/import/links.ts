/** Travel times of a table as links of a scenario. */
import { shorten, type Fault } from "../faults.ts";
import type { County, Link } from "../scenario.ts";
import { didYouMean } from "../suggest.ts";
import { TABLE } from "./sources.ts";
import { simple, type Outside } from "./gateways.ts";
import type { Note } from "./notes.ts";
import type { ImportedUnit } from "./unit.ts";

/** The word for the core city of one's own prefecture. */
const CORE = "core";

export interface Links {
  readonly links: readonly Link[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Note[];
}

/** @param counties in the order of the units */
export function linksOf(
  units: readonly ImportedUnit[],
  counties: readonly County[],
  outside: readonly Outside[],
  file: string,
): Links {
  const known = new Map<string, string>();
  const call = (name: string | undefined, id: string): void => {
    if (name !== undefined && !known.has(simple(name))) known.set(simple(name), id);
  };
  units.forEach((unit, k) => {
    for (const name of [unit.name, unit.nameEn, unit.code]) call(name, counties[k].id);
  });
  for (const { gateway, names } of outside) for (const name of names) call(name, gateway.id);
  const minutes = new Map<string, { from: string; to: string; all: number[] }>();
  const faults: Fault[] = [];
  units.forEach((unit, k) => {
    const from = counties[k].id;
    for (const way of unit.travel) {
      const toCore = simple(way.to) === CORE;
      const to = toCore ? coreOf(counties, k) : known.get(simple(way.to));
      const { line, column } = way.at;
      const place = { file, line, column, path: `minutes_to_${shorten(way.to)}` };
      if (to === undefined && toCore) {
        const expected = `a core city in the prefecture of ${shorten(unit.name)}`;
        const mend =
          "Name the city in the header of the column, or say in the column kind which unit is core.";
        faults.push({ ...place, value: "a way to no core city", expected, mend });
      } else if (to === undefined) {
        const mend = `${didYouMean(way.to, known.keys())}Name a unit, its code, a gateway, or core; or delete the column.`;
        faults.push({
          ...place,
          line: way.header.line,
          column: way.header.column,
          value: "a column to nowhere",
          expected: "the name of a place",
          mend,
        });
      } else if (to !== from && way.minutes <= 0) {
        const mend = "Empty the cell where nothing was measured.";
        faults.push({ ...place, value: String(way.minutes), expected: "more than 0 minutes", mend });
      } else if (to !== from) {
        const [a, b] = from < to ? [from, to] : [to, from];
        const link = minutes.get(`${a} ${b}`) ?? { from: a, to: b, all: [] };
        link.all.push(way.minutes);
        minutes.set(`${a} ${b}`, link);
      }
    }
  });
  const links = [...minutes.values()].map(({ from, to, all }): Link => {
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    return { from, to, minutes: Number(mean.toPrecision(6)), source: TABLE };
  });
  const uneven = [...minutes.values()].filter(({ all }) => all.some((value) => value !== all[0]));
  const notes: Note[] = uneven.map(({ from, to }) => ({
    en: `The table has two travel times between ${from} and ${to}; their mean is taken.`,
    zh: `表中${from}与${to}之间有两个行程时间，取其平均值。`,
  }));
  return { links, faults: once(faults), notes };
}

const coreOf = (counties: readonly County[], k: number): string | undefined =>
  counties[k].kind === "core"
    ? counties[k].id
    : counties.find(({ kind, parent }) => kind === "core" && parent === counties[k].parent)?.id;

/** A column to nowhere is told once, not for each of its rows. */
const once = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((fault) => [`${fault.line} ${fault.path}`, fault])).values(),
];
