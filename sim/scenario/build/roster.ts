/**
 * The roster: agents of the first month as they are entered, each with its own draws. It is a table of columns with
 * room for all from the beginning: one to one there are millions, and an object for each would take ten times as much.
 */
import { childKey, purposeKey, Purpose, rootKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { COMPULSORY, plainChance, stagesFor, UPPER } from "../../processes/demography/schooling.ts";
import { Mode } from "../../world/persons.ts";
import type { Scenario } from "../scenario.ts";

/** Agents of the first month, one row each. */
export interface RosterColumns {
  /** Settlement of the family's house and land. */
  readonly home: Uint16Array;
  readonly residence: Uint16Array;
  readonly ageMonths: Uint16Array;
  /** 1 or 0. */
  readonly female: Uint8Array;
  readonly schooling: Uint8Array;
  readonly mode: Uint8Array;
  /** Months since leaving home, 0 for those at home. */
  readonly awayMonths: Uint8Array;
}

/** All of them, and their families. */
export interface StartPeople {
  readonly roster: Roster;
  /** Rows of the roster in the order in which they stand in the world; as many as there are agents. */
  readonly order: Uint32Array;
  /** Household of each row of the roster. */
  readonly household: Uint32Array;
  /** Home settlement of each household. */
  readonly householdHome: Uint16Array;
  /** Agents of each county who came from beyond the region. */
  readonly newcomers: Int32Array;
}

/** What a draw of the synthesis is for; one number each, so that none hangs on another. */
export const Draw = { size: 101, age: 102, schooling: 103, sex: 104, stay: 105 } as const;

/** Months of age at the end of school: compulsory, and upper secondary. */
const LEAVING = 15 * 12;
const YOUNG = 18 * 12;
const LONGEST_STAY = 120;

export interface Roster extends RosterColumns {
  /** Agents entered so far. */
  readonly count: number;
  /** A uniform for a purpose and an index, from the synthesis seed. */
  draw(purpose: number, index: number): number;
  /** A uniform for the next agent to be entered. */
  drawNext(purpose: number): number;
  /** Its luck key, which is worked out again rather than kept. */
  readonly keyOf: (person: number) => number;
  /** Months that the agent has been away. */
  stay(person: number): number;
  /** Enters an agent at home in its settlement. */
  enterHome(settlement: number, ageMonths: number, schoolingMean: number): void;
  /** Enters an agent whose family lives at `home` and who has been living elsewhere. */
  enterAway(home: number, residence: number, ageMonths: number, schoolingMean: number): void;
}

const columnsFor = (room: number): RosterColumns => ({
  home: new Uint16Array(room),
  residence: new Uint16Array(room),
  ageMonths: new Uint16Array(room),
  female: new Uint8Array(room),
  schooling: new Uint8Array(room),
  mode: new Uint8Array(room),
  awayMonths: new Uint8Array(room),
});

/** @param room for how many agents; no more may be entered */
export function openRoster(scenario: Scenario, assumptions: Assumptions, room: number): Roster {
  const root = purposeKey(rootKey(scenario.world.synthesisSeed), Purpose.synthesis);
  const draw = (purpose: number, index: number): number => uniform(root.key0, root.key1, purpose, index);
  const columns = columnsFor(room);
  const upper = plainChance(stagesFor(assumptions.schoolingTarget).upper);
  const stay = (person: number): number => 1 + Math.floor(draw(Draw.stay, person) * LONGEST_STAY);
  let count = 0;

  const schoolingOf = (id: number, ageMonths: number, mean: number): number => {
    // The young learn for longer than the mean of all adults says, the old for less.
    const years = Math.min(40, Math.max(0, ageMonths / 12 - 18));
    const luck = draw(Draw.schooling, id);
    if (ageMonths >= YOUNG)
      return Math.round(Math.min(19, Math.max(0, mean + 2.5 - 0.125 * years + 5 * (luck - 0.5))));
    return ageMonths >= LEAVING && luck < upper ? UPPER : COMPULSORY;
  };

  const enter = (
    home: number,
    residence: number,
    ageMonths: number,
    schoolingMean: number,
    mode: number,
    awayMonths: number,
  ): void => {
    const id = count++;
    // Columns have room for as many as the census counts; a row beyond it would be lost without a word.
    if (id >= room) throw new RangeError(`the roster has room for ${room} agents; one more was entered`);
    columns.home[id] = home;
    columns.residence[id] = residence;
    columns.ageMonths[id] = ageMonths;
    columns.female[id] = draw(Draw.sex, id) < 0.49 ? 1 : 0;
    columns.schooling[id] = schoolingOf(id, ageMonths, schoolingMean);
    columns.mode[id] = mode;
    columns.awayMonths[id] = awayMonths;
  };

  return {
    ...columns,
    get count() {
      return count;
    },
    draw,
    drawNext: (purpose) => draw(purpose, count),
    keyOf: (person) => childKey(root.key0, person, 0),
    stay,
    enterHome: (settlement, ageMonths, schoolingMean) =>
      enter(settlement, settlement, ageMonths, schoolingMean, Mode.home, 0),
    enterAway: (home, residence, ageMonths, schoolingMean) =>
      enter(home, residence, ageMonths, schoolingMean, Mode.circulating, stay(count)),
  };
}
