/**
 * The state of the migration kernel: a model of people who move between places, small enough to be written
 * down in a few lines, by which simulators can be compared (see bench/).
 */
import { column, tableBytes, viewTable, type Views } from "../../../world/table.ts";

export const placeColumns = {
  x: column("f64", "share of the region's side", "east, in [0, 1)"),
  y: column("f64", "share of the region's side", "north, in [0, 1)"),
  amenity: column("f64", "utility", "what makes the place pleasant whatever it pays"),
  basePay: column("f64", "utility", "pay of a person of skill 0.5 where the mean number of people lives"),
  capacity: column("f64", "agents", "how many live there without getting into each other's way"),
  residents: column("i32", "agents", "who live there; kept up to date by every step"),
  pay: column("f64", "utility", "pay of a person of skill 0.5 in this step"),
} as const;

/** Nine bytes an agent. */
export const peopleColumns = {
  home: column("u16", "row of places", "where the agent comes from; constant"),
  place: column("u16", "row of places", "where the agent lives"),
  skill: column("i32", "2^-31", "skill, as the fraction of 1 that the number over 2^31 is; constant"),
  age: column("u8", "years", "carried, as in the published kernel; no rule reads it"),
} as const;

export const recordColumns = {
  moves: column("f64", "moves", "changes of place so far"),
  distance: column("f64", "share of the region's side", "length of all moves so far"),
} as const;

export interface MigrationSizes {
  readonly agents: number;
  /** At most MOST_PLACES. */
  readonly places: number;
}

export interface MigrationWorld {
  readonly buffer: ArrayBufferLike;
  readonly sizes: MigrationSizes;
  readonly places: Views<typeof placeColumns>;
  readonly people: Views<typeof peopleColumns>;
  readonly record: Views<typeof recordColumns>;
}

/**
 * Four candidates are the first four digits of one draw of 52 bits, in the system whose base is the number
 * n of places. Each place then has its chance of 1 / n to within n^4 / 2^52 of it: below 0.01 % up to here.
 */
export const MOST_PLACES = 800;

/** @throws RangeError where there are too few or too many places */
export function createMigrationWorld(sizes: MigrationSizes, shared: boolean): MigrationWorld {
  if (!(sizes.places >= 1 && sizes.places <= MOST_PLACES)) {
    throw new RangeError(`migration: places is ${sizes.places}; expected 1 to ${MOST_PLACES}`);
  }
  const bytes = offsetsOf(sizes).end;
  return openMigrationWorld(sizes, shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
}

/** The world that `createMigrationWorld` made, seen by another thread. */
export function openMigrationWorld(sizes: MigrationSizes, buffer: ArrayBufferLike): MigrationWorld {
  const at = offsetsOf(sizes);
  return {
    buffer,
    sizes,
    record: viewTable(recordColumns, 1, buffer, 0),
    places: viewTable(placeColumns, sizes.places, buffer, at.places),
    people: viewTable(peopleColumns, sizes.agents, buffer, at.people),
  };
}

function offsetsOf(sizes: MigrationSizes): { places: number; people: number; end: number } {
  const places = tableBytes(recordColumns, 1);
  const people = places + tableBytes(placeColumns, sizes.places);
  return { places, people, end: people + tableBytes(peopleColumns, sizes.agents) };
}
