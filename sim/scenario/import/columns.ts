/** The columns that a table of units may have, and the names under which they are known. Documented in docs/import.md. */
import { BAND_FROM } from "../bands.ts";
import { type Column, persons } from "./columns/column.ts";
import { gatewayColumns } from "./columns/gateway.ts";
import { lifeColumns } from "./columns/life.ts";
import { populationColumns } from "./columns/population.ts";
import { unitColumns } from "./columns/unit.ts";

/** `age_0`, `age_1_4`, …, `age_85plus`. */
export const bandName = (band: number): string => {
  if (band === 0) return "age_0";
  if (band === BAND_FROM.length - 1) return "age_85plus";
  return `age_${BAND_FROM[band]}_${BAND_FROM[band + 1] - 1}`;
};

/** By field. Where two columns know the same name, the first keeps it. */
export const COLUMNS = {
  ...unitColumns,
  ...gatewayColumns,
  ...populationColumns,
  ...lifeColumns,
} as const satisfies Readonly<Record<string, Column>>;

/** A figure of the unit or of one of its years; `age7` is the eighth age band. */
export type Field = keyof typeof COLUMNS | `age${number}`;

export const ageField = (band: number): Field => `age${band}`;

const AGE_COLUMN = persons();

export function columnOf(field: Field): Column {
  return isAge(field) ? { ...AGE_COLUMN, names: [bandName(Number(field.slice(3)))] } : COLUMNS[field];
}

const isAge = (field: Field): field is `age${number}` => /^age\d/.test(field);
