/** The state of a world as bytes, to ask whether two worlds are the same and, if not, where they differ. */
import { TABLES, type TableName, type World } from "../../sim/world/world.ts";

const bytesOf = (world: World): Uint8Array => new Uint8Array(world.buffer, 0, world.offsets.end);

export function sameBytes(a: World, b: World): boolean {
  return Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
}

/** Columns in which two worlds differ, with the first row. */
export function differences(a: World, b: World): string[] {
  const found: string[] = [];
  for (const table of Object.keys(TABLES) as TableName[]) {
    for (const [name, column] of Object.entries(a[table]) as [string, ArrayLike<number>][]) {
      const other = (b[table] as Record<string, ArrayLike<number>>)[name];
      for (let row = 0; row < column.length; row++) {
        if (Object.is(column[row], other[row])) continue;
        found.push(`${table}.${name}[${row}]: ${column[row]} and ${other[row]}`);
        break;
      }
    }
  }
  return found;
}
