/** Tables as Parquet files: typed columns, compressed, the same bytes for the same table. */
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Column, Table } from "./table.ts";

type ColumnSource = Parameters<typeof parquetWriteBuffer>[0]["columnData"][number];

/**
 * @param createdBy what the file names as its maker, such as `urflow 0.1.0`
 * @returns the bytes of a Parquet file with the table's columns in order
 */
export function toParquet({ columns }: Table, createdBy: string): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData: columns.map(columnSource), createdBy }));
}

function columnSource(column: Column): ColumnSource {
  const { name } = column;
  switch (column.kind) {
    case "text":
      return { name, type: "STRING", nullable: false, data: [...column.values] };
    case "whole":
      return { name, type: "INT32", nullable: false, data: column.values };
    case "flag":
      return { name, type: "BOOLEAN", nullable: false, data: [...column.values] };
    case "number":
      return column.values.some(Number.isNaN)
        ? {
            name,
            type: "DOUBLE",
            data: Array.from(column.values, (value) => (Number.isNaN(value) ? null : value)),
          }
        : { name, type: "DOUBLE", data: column.values };
  }
}
