/**
 * A table is a struct of arrays: named columns over one shared buffer, each with a type, a unit and a
 * meaning. All state of a world lives in tables, so copying the buffer copies the world.
 */
export interface ArrayTypes {
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i16: Int16Array;
  i32: Int32Array;
  f32: Float32Array;
  f64: Float64Array;
}
export type ColumnType = keyof ArrayTypes;

export interface Column<T extends ColumnType = ColumnType> {
  readonly type: T;
  readonly unit: string;
  readonly doc: string;
}

export type Columns = Readonly<Record<string, Column>>;

/** The typed arrays of a table, one per column. */
export type Views<C extends Columns> = { readonly [K in keyof C]: ArrayTypes[C[K]["type"]] };

export const column = <T extends ColumnType>(type: T, unit: string, doc: string): Column<T> => ({
  type,
  unit,
  doc,
});

const ARRAYS: {
  [T in ColumnType]: new (buffer: ArrayBufferLike, offset: number, length: number) => ArrayTypes[T];
} = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i16: Int16Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
};

export const BYTES: Readonly<Record<ColumnType, number>> = {
  u8: 1,
  u16: 2,
  u32: 4,
  i16: 2,
  i32: 4,
  f32: 4,
  f64: 8,
};

/** Every column starts on eight bytes, so any type fits and words can be hashed four bytes at a time. */
const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Bytes that a table of `rows` rows takes in the buffer. */
export function tableBytes(columns: Columns, rows: number): number {
  let bytes = 0;
  for (const name of Object.keys(columns)) bytes += aligned(BYTES[columns[name].type] * rows);
  return bytes;
}

/** Lays views over `buffer` from `offset`; columns stand in the order of their definition. */
export function viewTable<C extends Columns>(
  columns: C,
  rows: number,
  buffer: ArrayBufferLike,
  offset: number,
): Views<C> {
  // Engines keep an object slow whose many keys were added one by one under computed names, and then every access in
  // a hot loop is a look-up. One that was parsed has all its keys from the start, and all worlds share its shape.
  const empty = Object.fromEntries(Object.keys(columns).map((name) => [name, null]));
  const views = JSON.parse(JSON.stringify(empty)) as Record<string, ArrayTypes[ColumnType]>;
  let at = offset;
  for (const name of Object.keys(columns)) {
    const { type } = columns[name];
    views[name] = new ARRAYS[type](buffer, at, rows);
    at += aligned(BYTES[type] * rows);
  }
  // The loop above made one array of the declared type per column: that is what Views says.
  return views as unknown as Views<C>;
}
