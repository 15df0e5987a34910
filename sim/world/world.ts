/**
 * The world: all tables over one buffer, which is at once state, save file and what goes between threads.
 * Numbers that must not be lost are whole: persons in agents, money in yuan, land in square metres. Whole
 * numbers below 2^53 add up exactly in any order, so the ledger can ask for equality.
 */
import { elsewhereColumns } from "./elsewhere.ts";
import { enterpriseColumns, relocationColumns, TIER_PAIRS } from "./enterprises.ts";
import { branchColumns, BRANCHES, functionColumns, marketColumns } from "./functions.ts";
import { clockColumns, firmColumns, jurisdictionColumns, SECTORS } from "./jurisdictions.ts";
import { householdColumns, personColumns } from "./persons.ts";
import {
  accordColumns,
  borderColumns,
  memberColumns,
  neighbourColumns,
  NEIGHBOURS,
  platformColumns,
  stripColumns,
  STRIPS,
} from "./platforms.ts";
import {
  leverColumns,
  motiveColumns,
  networkColumns,
  reachColumns,
  settlementColumns,
  zoneColumns,
  zonePairColumns,
} from "./settlements.ts";
import { outlayColumns } from "./outlays.ts";
import { TIER_NAMES } from "./tiers.ts";
import { tableBytes, viewTable, type Columns, type Views } from "./table.ts";

/** How many rows each table has; fixed for the life of a world. */
export interface WorldSizes {
  readonly settlements: number;
  /** Counties, and the outside as the last row. */
  readonly jurisdictions: number;
  readonly zones: number;
  readonly reach: number;
  readonly persons: number;
  readonly households: number;
  /** Room for agents of enterprises. */
  readonly enterprises: number;
  /** How many enterprises an agent of enterprises stands for, one founded in a run at least. */
  readonly enterpriseScale: number;
  /** Rows of levers from one lever to the next: one a settlement, or 0 where all share those of a world without policy. */
  readonly levers: number;
  /** How many levers there are. */
  readonly leverKinds: number;
  readonly policies: number;
  /** Terms of the utility of moves. */
  readonly terms: number;
  /** Persons per agent. */
  readonly scale: number;
}

const SIZE_NAMES = [
  "settlements",
  "jurisdictions",
  "zones",
  "reach",
  "persons",
  "households",
  "enterprises",
  "enterpriseScale",
  "levers",
  "terms",
  "policies",
  "scale",
  "leverKinds",
] as const satisfies readonly (keyof WorldSizes)[];

/** Tables in the order in which they stand in the buffer; the state hash takes in each month those before households. */
export const TABLES = {
  clock: clockColumns,
  settlements: settlementColumns,
  jurisdictions: jurisdictionColumns,
  firms: firmColumns,
  zones: zoneColumns,
  zonePairs: zonePairColumns,
  network: networkColumns,
  motives: motiveColumns,
  elsewhere: elsewhereColumns,
  relocations: relocationColumns,
  platforms: platformColumns,
  members: memberColumns,
  neighbours: neighbourColumns,
  borders: borderColumns,
  strips: stripColumns,
  accords: accordColumns,
  functions: functionColumns,
  branches: branchColumns,
  markets: marketColumns,
  households: householdColumns,
  enterprises: enterpriseColumns,
  persons: personColumns,
  reach: reachColumns,
  levers: leverColumns,
  outlays: outlayColumns,
} as const satisfies Record<string, Columns>;
export type TableName = keyof typeof TABLES;

const rowsOf = (sizes: WorldSizes): Readonly<Record<TableName, number>> => ({
  clock: 1,
  settlements: sizes.settlements,
  jurisdictions: sizes.jurisdictions,
  firms: sizes.settlements * SECTORS,
  zones: sizes.zones,
  zonePairs: sizes.zones * sizes.zones,
  reach: sizes.reach,
  levers: sizes.levers === 0 ? sizes.settlements : sizes.leverKinds * sizes.levers,
  network: sizes.settlements * sizes.zones,
  motives: TIER_NAMES.length * TIER_NAMES.length * sizes.terms,
  elsewhere: sizes.jurisdictions,
  platforms: sizes.jurisdictions,
  members: sizes.settlements,
  neighbours: sizes.jurisdictions - 1,
  borders: (sizes.jurisdictions - 1) * NEIGHBOURS,
  strips: (sizes.jurisdictions - 1) * NEIGHBOURS * STRIPS,
  accords: 1,
  functions: sizes.settlements,
  branches: sizes.settlements * BRANCHES,
  markets: BRANCHES,
  relocations: TIER_PAIRS,
  households: sizes.households,
  enterprises: sizes.enterprises,
  persons: sizes.persons,
  outlays: sizes.policies * sizes.jurisdictions,
});

export type World = { readonly [T in TableName]: Views<(typeof TABLES)[T]> } & {
  readonly buffer: ArrayBufferLike;
  readonly sizes: WorldSizes;
  /** First byte of each table, and the byte behind the last. */
  readonly offsets: Readonly<Record<TableName | "end", number>>;
};

const MAGIC = 0x4c465255; // "URFL" in little-endian bytes
/** Raised whenever a table changes, since an older buffer then means something else. */
export const WORLD_VERSION = 10;
const HEADER_BYTES = 64;

function offsetsOf(sizes: WorldSizes): Record<TableName | "end", number> {
  const rows = rowsOf(sizes);
  const offsets = {} as Record<TableName | "end", number>;
  let at = HEADER_BYTES;
  for (const name of Object.keys(TABLES) as TableName[]) {
    offsets[name] = at;
    at += tableBytes(TABLES[name], rows[name]);
  }
  offsets.end = at;
  return offsets;
}

/** Written out, so that the sizes of all worlds are objects of one shape to the engine, wherever they come from. */
const sizesOf = (given: WorldSizes): WorldSizes => ({
  settlements: given.settlements,
  jurisdictions: given.jurisdictions,
  zones: given.zones,
  reach: given.reach,
  persons: given.persons,
  households: given.households,
  enterprises: given.enterprises,
  enterpriseScale: given.enterpriseScale,
  levers: given.levers,
  leverKinds: given.leverKinds,
  policies: given.policies,
  terms: given.terms,
  scale: given.scale,
});

function viewWorld(sizes: WorldSizes, buffer: ArrayBufferLike): World {
  const offsets = offsetsOf(sizes);
  const rows = rowsOf(sizes);
  const view = <T extends TableName>(name: T): Views<(typeof TABLES)[T]> =>
    viewTable(TABLES[name], rows[name], buffer, offsets[name]);
  // Written out for the same reason.
  return {
    clock: view("clock"),
    settlements: view("settlements"),
    jurisdictions: view("jurisdictions"),
    firms: view("firms"),
    zones: view("zones"),
    zonePairs: view("zonePairs"),
    reach: view("reach"),
    levers: view("levers"),
    network: view("network"),
    motives: view("motives"),
    elsewhere: view("elsewhere"),
    relocations: view("relocations"),
    platforms: view("platforms"),
    members: view("members"),
    neighbours: view("neighbours"),
    borders: view("borders"),
    strips: view("strips"),
    accords: view("accords"),
    functions: view("functions"),
    branches: view("branches"),
    markets: view("markets"),
    households: view("households"),
    enterprises: view("enterprises"),
    persons: view("persons"),
    outlays: view("outlays"),
    buffer,
    sizes: sizesOf(sizes),
    offsets,
  };
}

/** An empty world of the given size; `shared` puts it into memory that threads share. */
export function createWorld(sizes: WorldSizes, shared = false): World {
  if (sizes.settlements > 0xfffe) {
    throw new RangeError(`world has ${sizes.settlements} settlements; at most 65,534 fit: merge villages`);
  }
  const bytes = offsetsOf(sizes).end;
  const buffer = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4);
  header[0] = MAGIC;
  header[1] = WORLD_VERSION;
  SIZE_NAMES.forEach((name, k) => (header[2 + k] = sizes[name]));
  return viewWorld(sizes, buffer);
}

/**
 * Reads a world that `createWorld` made, in place.
 * Throws where the bytes are not one: wrong mark, other version, or cut short.
 */
export function openWorld(buffer: ArrayBufferLike): World {
  if (buffer.byteLength < HEADER_BYTES) {
    throw new RangeError(`snapshot has ${buffer.byteLength} bytes; expected at least ${HEADER_BYTES}`);
  }
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4);
  if (header[0] !== MAGIC) throw new TypeError("not an urflow snapshot: the first four bytes are not URFL");
  if (header[1] !== WORLD_VERSION) {
    throw new TypeError(
      `snapshot is of format ${header[1]}; this version reads ${WORLD_VERSION}. Run it again from its scenario.`,
    );
  }
  const sizes = Object.fromEntries(
    SIZE_NAMES.map((name, k) => [name, header[2 + k]]),
  ) as unknown as WorldSizes;
  const bytes = offsetsOf(sizes).end;
  if (buffer.byteLength < bytes) {
    throw new RangeError(`snapshot is cut short: ${buffer.byteLength} bytes of ${bytes}`);
  }
  return viewWorld(sizes, buffer);
}

/** A copy that shares nothing with the original; `shared` puts it into memory that threads share. */
export function copyWorld(world: World, shared = false): World {
  const bytes = world.offsets.end;
  const buffer = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  new Uint8Array(buffer).set(new Uint8Array(world.buffer, 0, world.offsets.end));
  return viewWorld(world.sizes, buffer);
}
