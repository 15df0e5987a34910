/** What a column of a table of units is: how its cells are read, their bounds and unit, its names. */

/** How a cell of a column is read. */
export type Form = "text" | "whole" | "decimal" | "share";

export interface Column {
  readonly form: Form;
  /** Bounds in the unit of the format: persons, shares from 0 to 1, hectares. */
  readonly min: number;
  readonly max: number;
  /** The first is how this column is called in messages and in the documentation. */
  readonly names: readonly string[];
  /** Whether it belongs to a year: its name may end in one. */
  readonly dated: boolean;
  readonly unit: string;
}

const MAX_PERSONS = 100_000_000;

/** Text. */
export const text = (...names: string[]): Column => ({
  form: "text",
  min: 0,
  max: 0,
  names,
  dated: false,
  unit: "text",
});

/** A number within bounds. */
export const figure = (form: Form, unit: string, min: number, max: number, ...names: string[]): Column => ({
  form,
  min,
  max,
  names,
  dated: false,
  unit,
});

/** The same column, of a year. */
export const dated = (column: Column): Column => ({ ...column, dated: true });

/** Whole persons of a year. */
export const persons = (...names: string[]): Column =>
  dated(figure("whole", "persons", 0, MAX_PERSONS, ...names));

/** A share from 0 to 1. */
export const share = (...names: string[]): Column => figure("share", "share", 0, 1, ...names);
