/** A table before it becomes a file: named columns of equal length, written alike as CSV and as Parquet. */

export type Column =
  | { readonly name: string; readonly kind: "text"; readonly values: readonly string[] }
  /** Whole numbers of at most 32 bits. */
  | { readonly name: string; readonly kind: "whole"; readonly values: Int32Array }
  /** Double precision; NaN is a missing value: an empty field in CSV, null in Parquet. */
  | { readonly name: string; readonly kind: "number"; readonly values: Float64Array }
  | { readonly name: string; readonly kind: "flag"; readonly values: readonly boolean[] };

export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** A column that says the same in every row, such as the seed of a run. */
export const constant = (name: string, value: string, rows: number): Column => ({
  name,
  kind: "text",
  values: Array.from({ length: rows }, () => value),
});

/** @throws Error when two columns differ in length: a file made from them would lie. */
export function table(columns: readonly Column[]): Table {
  const rows = columns[0]?.values.length ?? 0;
  for (const { name, values } of columns) {
    if (values.length !== rows)
      throw new Error(`Column ${name} has ${values.length} rows; expected ${rows}.`);
  }
  return { rows, columns };
}

/** Tables with the same columns, one below the other. */
export function stack(tables: readonly Table[]): Table {
  const first = tables[0];
  if (first === undefined) return table([]);
  return table(
    first.columns.map((column, index) =>
      stackColumn(
        column,
        tables.map((one) => one.columns[index]),
      ),
    ),
  );
}

function stackColumn(like: Column, parts: readonly Column[]): Column {
  const rows = parts.reduce((sum, part) => sum + part.values.length, 0);
  const { name } = like;
  switch (like.kind) {
    case "text":
      return { name, kind: "text", values: parts.flatMap((part) => valuesOf(part, "text", name)) };
    case "flag":
      return { name, kind: "flag", values: parts.flatMap((part) => valuesOf(part, "flag", name)) };
    case "whole":
      return {
        name,
        kind: "whole",
        values: fill(
          new Int32Array(rows),
          parts.map((part) => valuesOf(part, "whole", name)),
        ),
      };
    case "number":
      return {
        name,
        kind: "number",
        values: fill(
          new Float64Array(rows),
          parts.map((part) => valuesOf(part, "number", name)),
        ),
      };
  }
}

type ValuesOf<K extends Column["kind"]> = Extract<Column, { kind: K }>["values"];

function valuesOf<K extends Column["kind"]>(part: Column, kind: K, name: string): ValuesOf<K> {
  if (part.kind !== kind || part.name !== name) {
    throw new Error(`Column ${part.name} (${part.kind}) stands where ${name} (${kind}) is expected.`);
  }
  // The kind was just compared, which the compiler cannot carry over to a type parameter.
  return part.values as ValuesOf<K>;
}

function fill<T extends Int32Array | Float64Array>(into: T, parts: readonly T[]): T {
  let row = 0;
  for (const part of parts) {
    into.set(part, row);
    row += part.length;
  }
  return into;
}
