/** A scenario as the text of a file, laid out like those that come with urflow. */
import type { CensusRow, County, Driver, DriverId, Gateway, Scenario, SourceInfo } from "../scenario.ts";
import { DRIVERS } from "../scenario.ts";
import type { Text } from "../../indicators/indicator.ts";

export interface Draft
  extends
    Omit<Scenario, "world" | "parameters" | "policies" | "overrides">,
    Pick<Scenario["world"], "prefectures" | "counties" | "gateways" | "links"> {
  /** Lines of the comment at the head. */
  readonly comment: readonly string[];
}

/** JSON's way to write a text is one of YAML's. */
const quote = (text: string): string => JSON.stringify(text);
/** Ids in quotes where YAML would take them for something else than a text. */
const plainKey = (id: string): string => (/^(?!(?:true|false|null)$)[a-z]/.test(id) ? id : quote(id));
const both = ({ en, zh }: Text): string => `{ en: ${quote(en)}, zh: ${quote(zh)} }`;
const flow = (fields: Readonly<Record<string, number>>): string =>
  `{ ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;

export function writeScenario(draft: Draft): string {
  const lines = [
    "# yaml-language-server: $schema=./scenario.schema.json",
    ...draft.comment.flatMap(wrapComment),
    "urflow: 1",
    `id: ${quote(draft.id)}`,
    `title: ${both(draft.title)}`,
    "summary:",
    `  en: ${quote(draft.summary.en)}`,
    `  zh: ${quote(draft.summary.zh)}`,
    `start: ${draft.start}`,
    `years: ${draft.years}`,
    `scale: ${draft.scale}`,
    `seed: ${quote(draft.seed)}`,
    "",
    "sources:",
    ...Object.entries(draft.sources).flatMap(([key, source]) => sourceLines(key, source)),
    "",
    "world:",
    `  synthesisSeed: ${quote(`${draft.seed}-1`)}`,
    ...listOf("prefectures", draft.prefectures, ({ id, name }) => [
      `id: ${plainKey(id)}`,
      `name: ${both(name)}`,
    ]),
    ...listOf("counties", draft.counties, countyLines),
    ...listOf("gateways", draft.gateways, gatewayLines),
    ...listOf("links", draft.links, ({ from, to, minutes, source }) => [
      `{ from: ${plainKey(from)}, to: ${plainKey(to)}, minutes: ${minutes}, source: ${source} }`,
    ]),
    "",
    "drivers:",
    ...DRIVERS.flatMap((id) => driverLines(id, draft.drivers[id])),
    "",
  ];
  return lines.join("\n");
}

/** Comments of the file, no line longer than the file's others. */
function wrapComment(text: string): string[] {
  const lines: string[] = [];
  let line = "#";
  for (const word of text.split(" ")) {
    if (line.length + word.length > 108 && line !== "#") {
      lines.push(line);
      line = "#  ";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/** `name:` and its things below it, each behind a hyphen; one line where there are none. */
function listOf<T>(name: string, things: readonly T[], linesOf: (thing: T) => string[]): string[] {
  if (things.length === 0) return [`  ${name}: []`];
  return [
    `  ${name}:`,
    ...things.flatMap((thing) => linesOf(thing).map((line, k) => `    ${k === 0 ? "- " : "  "}${line}`)),
  ];
}

function sourceLines(key: string, { title, year, url, licence, note }: SourceInfo): string[] {
  return [
    `  ${plainKey(key)}:`,
    `    title: ${quote(title)}`,
    ...(year === undefined ? [] : [`    year: ${year}`]),
    ...(url === undefined ? [] : [`    url: ${quote(url)}`]),
    ...(licence === undefined ? [] : [`    licence: ${quote(licence)}`]),
    ...(note === undefined ? [] : [`    note: ${quote(note)}`]),
  ];
}

function countyLines(county: County): string[] {
  const { code, parent, terrain, arableHa, ownRevenue } = county;
  return [
    `id: ${plainKey(county.id)}`,
    `name: ${both(county.name)}`,
    ...(code === undefined ? [] : [`code: ${quote(code)}`]),
    ...(parent === undefined ? [] : [`parent: ${plainKey(parent)}`]),
    `kind: ${county.kind}`,
    `seat: ${flow(county.seat)}`,
    `areaKm2: ${county.areaKm2}`,
    `towns: ${county.towns}`,
    `villages: ${county.villages}`,
    ...(terrain === undefined ? [] : [`terrain: ${flow(terrain)}`]),
    ...(arableHa === undefined ? [] : [`arableHa: ${arableHa}`]),
    ...(ownRevenue === undefined ? [] : [`ownRevenue: ${ownRevenue}`]),
    "sources:",
    ...Object.entries(county.sources).map(([figure, source]) => `  ${figure}: ${source}`),
    `synthesised: [${county.synthesised.join(", ")}]`,
    "census:",
    ...county.census.flatMap((row) => rowLines(row).map((line, k) => `  ${k === 0 ? "- " : "  "}${line}`)),
  ];
}

function rowLines(row: CensusRow): string[] {
  const { inMigrants, schoolingYears, employment, birthPermille, deathPermille, households } = row;
  const optional = Object.entries({ schoolingYears, birthPermille, deathPermille, households });
  return [
    `year: ${row.year}`,
    `residents: ${row.residents}`,
    `registered: ${row.registered}`,
    `urban: ${row.urban}`,
    "ages:",
    `  [${row.ages.slice(0, 10).join(", ")},`,
    `   ${row.ages.slice(10).join(", ")}]`,
    ...(inMigrants === undefined ? [] : [`inMigrants: ${flow(inMigrants)}`]),
    ...(employment === undefined ? [] : [`employment: ${flow(employment)}`]),
    ...optional.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])),
    `source: ${row.source}`,
  ];
}

const gatewayLines = (gateway: Gateway): string[] => [
  `id: ${plainKey(gateway.id)}`,
  `name: ${both(gateway.name)}`,
  `longitude: ${gateway.longitude}`,
  `latitude: ${gateway.latitude}`,
  `workers: ${gateway.workers}`,
  `monthlyWage: ${gateway.monthlyWage}`,
  `rentShare: ${gateway.rentShare}`,
  `sources: { ${Object.entries(gateway.sources)
    .map(([figure, source]) => `${figure}: ${source}`)
    .join(", ")} }`,
];

const driverLines = (id: DriverId, { unit, points, after, source }: Driver): string[] => [
  `  ${id}:`,
  `    unit: ${unit}`,
  `    points: [${points.map(([year, value]) => `[${year}, ${value}]`).join(", ")}]`,
  `    after: ${after}`,
  `    source: ${source}`,
];
