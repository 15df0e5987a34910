/** Drafts of rows as units and gateways: what must hold within one unit. */
import { shorten } from "../faults.ts";
import { SHARE_TOLERANCE } from "../limits.ts";
import { refuseCell, type Desk } from "./cells.ts";
import { censusOf } from "./census.ts";
import { columnOf, type Field } from "./columns.ts";
import type { Cell } from "./csv.ts";
import type { Note } from "./notes.ts";
import { differenceOf, type Draft, nameOf } from "./draft.ts";
import type { ImportedCensus, ImportedGateway, ImportedUnit } from "./unit.ts";

/** One of the two, or neither where a fault leaves too little of a row. */
export interface Settled {
  readonly unit?: ImportedUnit;
  readonly gateway?: ImportedGateway;
}

type Kind = "core" | "county" | "gateway";

export function settleDraft(desk: Desk, draft: Draft): Settled {
  const { at, fields } = draft;
  const name = nameOf(draft);
  const text = (field: Field): string | undefined => {
    const value = fields.get(field);
    return typeof value === "string" ? value : undefined;
  };
  const number = (field: Field): number | undefined => {
    const value = fields.get(field);
    return typeof value === "number" ? value : undefined;
  };
  const cell = (field: Field): Cell => draft.cells.get(field) ?? at;
  const kind = kindOf(desk, cell("kind"), text("kind"));
  const longitude = number("longitude");
  const latitude = number("latitude");
  const whole = longitude !== undefined && latitude !== undefined && name !== "";
  if (kind === "gateway") {
    return whole ? { gateway: gatewayOf(desk, draft, { longitude, latitude }, text, number) } : {};
  }
  const notes = [...draft.notes, ...differenceOf(draft)];
  const census = censusRows(desk, draft, notes);
  const code = text("code");
  if (code !== undefined && !/^\d{6,12}$/.test(code)) {
    const mend = "Correct the code, or empty the cell.";
    refuseCell(desk, cell("code"), "code", "6 to 12 digits", mend, `"${shorten(code)}"`);
  }
  const terrain = terrainOf(desk, cell("plain"), number);
  const area = number("areaKm2");
  const arable = number("arableHa");
  if (area !== undefined && arable !== undefined && arable > area * 100) {
    const mend = "Correct one of the two: arable land in hectares, the area in square kilometres.";
    refuseCell(
      desk,
      cell("arableHa"),
      columnOf("arableHa").names[0],
      `at most ${area * 100} ha, the area`,
      mend,
      String(arable),
    );
  }
  if (!whole) return {};
  return {
    unit: {
      name,
      nameEn: text("nameEn"),
      code,
      prefecture: text("prefecture"),
      kind,
      longitude,
      latitude,
      areaKm2: area,
      towns: number("towns"),
      villages: number("villages"),
      terrain,
      arableHa: arable,
      ownRevenue: number("ownRevenue"),
      census,
      travel: draft.travel,
      notes,
      line: at.line,
    },
  };
}

function censusRows(desk: Desk, draft: Draft, notes: Note[]): Record<number, ImportedCensus> {
  const { at, years } = draft;
  const name = nameOf(draft);
  const before = desk.faults.length;
  const census: Record<number, ImportedCensus> = {};
  for (const [year, figures] of [...years].sort(([a], [b]) => a - b)) {
    const row = censusOf(desk, figures, name, year, notes);
    if (row !== undefined) census[year] = row;
  }
  if (name === "" || before < desk.faults.length || Object.keys(census).length > 0) return census;
  if (!desk.faults.some(({ line }) => line === at.line)) {
    const expected = "the residents of at least one year";
    refuseCell(desk, at, "population", expected, "Fill them in, or delete the row.", "missing");
  }
  return census;
}

/** Undefined: a word of administration that says nothing about the tier. */
const KINDS: ReadonlyMap<string, Kind | undefined> = new Map([
  ["core", "core"],
  ["core city", "core"],
  ["中心城市", "core"],
  ["county", "county"],
  ["县城", "county"],
  ...["市", "区", "县", "旗", "市辖区", "县级市", "自治县"].map((word) => [word, undefined] as const),
  ["gateway", "gateway"],
  ["outside", "gateway"],
  ["外部", "gateway"],
  ["外部城市", "gateway"],
]);

function kindOf(desk: Desk, at: Cell, text: string | undefined): Kind | undefined {
  if (text === undefined) return undefined;
  const word = text.toLowerCase();
  if (!KINDS.has(word)) {
    const mend = "Write core for a core city, county for other units, gateway for a city outside the region.";
    refuseCell(desk, at, "kind", "core, county or gateway", mend, `"${shorten(text)}"`);
  }
  return KINDS.get(word);
}

function terrainOf(
  desk: Desk,
  at: Cell,
  number: (field: Field) => number | undefined,
): ImportedUnit["terrain"] {
  const [plain, hill, mountain] = [number("plain"), number("hill"), number("mountain")];
  if (plain === undefined && hill === undefined && mountain === undefined) return undefined;
  const sum = (plain ?? 0) + (hill ?? 0) + (mountain ?? 0);
  if (plain !== undefined && hill !== undefined && mountain !== undefined) {
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return { plain, hill, mountain };
  }
  const expected = "three shares that sum to 1: plain, hill and mountain";
  const value = `shares that sum to ${Number(sum.toPrecision(6))}`;
  refuseCell(desk, at, "terrain", expected, "Correct them, or empty all three.", value);
  return undefined;
}

function gatewayOf(
  desk: Desk,
  draft: Draft,
  point: { readonly longitude: number; readonly latitude: number },
  text: (field: Field) => string | undefined,
  number: (field: Field) => number | undefined,
): ImportedGateway {
  const { at, years } = draft;
  const residents: Record<number, number> = {};
  for (const [year, row] of years) {
    const figure = row.get("residents");
    if (figure !== undefined) residents[year] = figure.value;
  }
  const workers = number("workers");
  if (workers === undefined && Math.max(0, ...Object.values(residents)) < 2) {
    const expected = "the workers or the residents of a gateway";
    refuseCell(desk, at, "workers", expected, "Fill in one of the two columns.", "missing");
  }
  return {
    name: nameOf(draft),
    nameEn: text("nameEn"),
    ...point,
    workers,
    residents,
    monthlyWage: number("monthlyWage"),
    rentShare: number("rentShare"),
    line: at.line,
  };
}
