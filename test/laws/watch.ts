/** A world that tells which of its columns are read and written: every column stands behind a proxy. */
import type { Setting } from "../../sim/processes/process.ts";
import { TABLES, type TableName, type World } from "../../sim/world/world.ts";

export interface Seen {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
}

type Column = Int32Array | Float64Array;

/** Methods of typed arrays that change them; all others only look. */
const CHANGING = new Set<PropertyKey>(["fill", "set", "sort", "reverse", "copyWithin"]);
/** Properties that tell nothing of the numbers within. */
const HARMLESS = new Set<PropertyKey>(["length", "byteLength", "BYTES_PER_ELEMENT", "constructor"]);

function watched(column: Column, path: string, { reads, writes }: Seen): Column {
  return new Proxy(column, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (HARMLESS.has(property)) return value;
      if (typeof value !== "function") {
        reads.add(path);
        return value;
      }
      // A view of a part must not lead past the proxy.
      if (property === "subarray")
        return (from?: number, to?: number) => watched(target.subarray(from, to), path, { reads, writes });
      if (property === "buffer") throw new Error(`${path}: buffer hides access`);
      (CHANGING.has(property) ? writes : reads).add(path);
      // A method of typed arrays works on the array itself, not on the proxy before it.
      return value.bind(target);
    },
    set(target, property, value: number) {
      writes.add(path);
      return Reflect.set(target, property, value, target);
    },
  });
}

/** The world behind proxies, and the set of columns seen since. */
export function watchWorld(world: World): { readonly world: World; readonly seen: Seen } {
  const seen: Seen = { reads: new Set(), writes: new Set() };
  const tables = Object.fromEntries(
    (Object.keys(TABLES) as TableName[]).map((table) => [
      table,
      Object.fromEntries(
        Object.entries(world[table]).map(([name, column]) => [
          name,
          // The proxy answers to everything that its column does, whatever its type.
          watched(column as unknown as Column, `${table}.${name}`, seen),
        ]),
      ),
    ]),
  );
  return { world: { ...world, ...tables }, seen };
}

export const watchSetting = (setting: Setting): { readonly setting: Setting; readonly seen: Seen } => {
  const { world, seen } = watchWorld(setting.world);
  return { setting: { ...setting, world }, seen };
};
