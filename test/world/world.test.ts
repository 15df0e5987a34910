import { describe, expect, it } from "vitest";
import { BYTES, column, tableBytes, viewTable } from "../../sim/world/table.ts";
import { Activity, ACTIVITIES, ALIVE, Homestead, Mode } from "../../sim/world/persons.ts";
import { LAND_USES, settlementColumns } from "../../sim/world/settlements.ts";
import {
  copyWorld,
  createWorld,
  openWorld,
  TABLES,
  type TableName,
  type WorldSizes,
} from "../../sim/world/world.ts";
import { accountPlace, openBook } from "../../sim/world/book.ts";
import { buildWorld } from "../../sim/scenario/build/build.ts";
import { differences, sameBytes } from "../laws/bytes.ts";
import { fromFile } from "../laws/scenarios.ts";

const SIZES: WorldSizes = {
  settlements: 7,
  jurisdictions: 3,
  zones: 5,
  reach: 11,
  persons: 101,
  households: 37,
  enterprises: 41,
  enterpriseScale: 1,
  levers: 7,
  leverKinds: 9,
  policies: 2,
  terms: 12,
  scale: 20,
};
const tables = Object.keys(TABLES) as TableName[];
/** Areas that are parts of the land in use, or of none: who works fields, what the law counts. */
const OF_OTHER_AREAS = new Set([
  "homesteadReturned",
  "homesteadEach",
  "startArable",
  "leasedHouseholds",
  "leasedCooperatives",
  "leasedFirms",
  "quotaHeld",
]);

describe("a table", () => {
  const columns = {
    flag: column("u8", "bool", ""),
    amount: column("f64", "yuan", ""),
    row: column("u16", "", ""),
  };

  it("lays its columns side by side, each on eight bytes", () => {
    expect(tableBytes(columns, 3)).toBe(8 + 24 + 8);
    const buffer = new ArrayBuffer(100);
    const { flag, amount, row } = viewTable(columns, 3, buffer, 16);
    expect([flag.byteOffset, amount.byteOffset, row.byteOffset]).toEqual([16, 24, 48]);
    for (const view of [flag, amount, row]) expect(view).toHaveLength(3);
    amount.fill(-1);
    expect([...flag, ...row]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("a world", () => {
  it("begins empty, with every column of the declared type and length", () => {
    const world = createWorld(SIZES);
    const rows: Partial<Record<TableName, number>> = {
      clock: 1,
      settlements: 7,
      persons: 101,
      households: 37,
      enterprises: 41,
      relocations: 25,
      reach: 11,
      outlays: 6,
    };
    for (const table of tables) {
      for (const [name, view] of Object.entries(world[table]) as [string, Float64Array][]) {
        const { type } = (TABLES[table] as Record<string, { type: keyof typeof BYTES }>)[name];
        expect(view.BYTES_PER_ELEMENT).toBe(BYTES[type]);
        if (rows[table] !== undefined) expect(view).toHaveLength(rows[table]);
        expect(view.every((value) => value === 0)).toBe(true);
      }
    }
    expect(world.firms.capital).toHaveLength(7 * 3);
    expect(world.zonePairs.loans).toHaveLength(25);
    expect(world.levers.value).toHaveLength(63);
    expect(world.network.count).toHaveLength(35);
    expect(world.motives.sum).toHaveLength(25 * 12);
  });

  it("has no two columns that share a byte", () => {
    const world = createWorld(SIZES);
    let mark = 0;
    for (const table of tables) {
      for (const view of Object.values(world[table]) as Float64Array[]) view.fill(++mark % 100);
    }
    mark = 0;
    for (const table of tables) {
      for (const view of Object.values(world[table]) as Float64Array[]) {
        const expected = ++mark % 100;
        expect(view.every((value) => value === expected)).toBe(true);
      }
    }
  });

  it("says of every column what it means, and its unit", () => {
    for (const table of tables) {
      for (const { unit, doc } of Object.values(TABLES[table]) as { unit: string; doc: string }[]) {
        expect(doc.length).toBeGreaterThan(3);
        expect(typeof unit).toBe("string");
      }
    }
  });

  it("is read again from its own bytes, and a copy shares nothing with it", () => {
    const world = createWorld(SIZES);
    world.persons.savings[100] = -7;
    world.settlements.wage[6] = Math.PI;
    const again = openWorld(world.buffer);
    expect(again.sizes).toEqual(SIZES);
    expect(differences(world, again)).toEqual([]);
    const copy = copyWorld(world);
    expect(sameBytes(copy, world)).toBe(true);
    copy.settlements.wage[6] = 1;
    expect(world.settlements.wage[6]).toBe(Math.PI);
    world.persons.savings[100] = 8;
    expect(copy.persons.savings[100]).toBe(-7);
  });

  it("may lie in memory that threads share", () => {
    const world = createWorld(SIZES, true);
    expect(world.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(sameBytes(world, createWorld(SIZES))).toBe(true);
  });

  it("refuses more settlements than a column can name", () => {
    expect(() => createWorld({ ...SIZES, settlements: 65_535 })).toThrow(
      "world has 65535 settlements; at most 65,534 fit",
    );
  });

  it("has a land account for each use, and knows them all", () => {
    const areas = Object.entries(settlementColumns).filter(
      ([name, { unit }]) => unit === "m2" && !OF_OTHER_AREAS.has(name),
    );
    expect(areas.map(([name]) => name)).toEqual([...LAND_USES]);
  });

  it("has codes that don't collide", () => {
    for (const codes of [Activity, Mode, Homestead]) {
      expect(new Set(Object.values(codes)).size).toBe(Object.keys(codes).length);
    }
    expect(Math.max(...Object.values(Activity))).toBe(ACTIVITIES - 1);
    // Workers' kinds are also the rows of jobs: three sectors of firms, then public service.
    expect([Activity.processing, Activity.manufacturing, Activity.services, Activity.public]).toEqual([
      3, 4, 5, 6,
    ]);
  });
});

describe("the book", () => {
  const { world: start } = buildWorld(fromFile("valley", "scale=200"));
  const living = [...Array(start.clock.personRows[0]).keys()].filter(
    (i) => (start.persons.flags[i] & ALIVE) !== 0,
  );

  it("striking a person out and entering the same person again changes nothing", () => {
    const world = copyWorld(start);
    const book = openBook(world);
    for (const i of living) book.strike(i);
    for (const counts of [world.settlements.residents, world.settlements.deposits, world.network.count]) {
      expect([...counts].every((value) => value === 0)).toBe(true);
    }
    for (const i of living.toReversed()) book.enter(i);
    expect(differences(world, start)).toEqual([]);
  });

  it("one move changes the counts of the two places, and nothing else", () => {
    const world = copyWorld(start);
    const book = openBook(world);
    const { persons: p, households: h, settlements: s } = world;
    const i = living.find(
      (k) =>
        p.mode[k] === Mode.home &&
        p.activity[k] === Activity.farming &&
        s.town[p.residence[k]] !== p.residence[k],
    )!;
    const [from, to] = [p.residence[i], s.town[p.residence[i]]];
    book.strike(i);
    p.residence[i] = to;
    p.workplace[i] = to;
    p.activity[i] = Activity.services;
    p.mode[i] = Mode.settled;
    book.enter(i);
    const change = (name: "residents" | "farmers" | "services" | "deposits", j: number): number =>
      s[name][j] - start.settlements[name][j];
    expect([change("residents", from), change("residents", to)]).toEqual([-1, 1]);
    expect([change("farmers", from), change("services", to)]).toEqual([-1, 1]);
    const savings = p.savings[i] * world.sizes.scale;
    expect([change("deposits", from), change("deposits", to)]).toEqual([-savings, savings]);
    expect(h.present[p.household[i]] - start.households.present[p.household[i]]).toBe(-1);
    expect(h.members[p.household[i]]).toBe(start.households.members[p.household[i]]);
  });

  it("keeps the account at home of those whose family stayed, and where they live of all others", () => {
    const { persons: p, households: h } = start;
    for (const i of living) {
      const home = h.home[p.household[i]];
      expect(accountPlace(start, i)).toBe(p.mode[i] === Mode.circulating ? home : p.residence[i]);
    }
  });
});
