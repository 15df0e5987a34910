import { createHash, hashHex, hashWords } from "../../../numerics/hash.ts";
import type { MigrationWorld } from "./columns.ts";

/** The hash of the whole state, as 16 hexadecimal digits. */
export function migrationHash(world: MigrationWorld): string {
  const state = createHash();
  hashWords(state, new Uint32Array(world.buffer));
  return hashHex(state);
}
