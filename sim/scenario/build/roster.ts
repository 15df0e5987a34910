/** The roster: agents of the first month as they are entered, each with its own draws. */
import { childKey, purposeKey, Purpose, rootKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { COMPULSORY, plainChance, stagesFor, UPPER } from "../../processes/demography/schooling.ts";
import { Mode } from "../../world/persons.ts";
import type { Scenario } from "../scenario.ts";

/** One agent of the first month. */
export interface StartPerson {
  readonly key: number;
  /** Settlement of the family's house and land. */
  readonly home: number;
  readonly residence: number;
  readonly registered: number;
  readonly ageMonths: number;
  readonly female: boolean;
  readonly schooling: number;
  readonly mode: number;
  /** Months since leaving home, 0 for those at home. */
  readonly awayMonths: number;
  household: number;
}

/** All of them, and their families. */
export interface StartPeople {
  readonly persons: readonly StartPerson[];
  /** Home settlement of each household. */
  readonly householdHome: readonly number[];
  /** Agents of each county who came from beyond the region. */
  readonly newcomers: Int32Array;
}

/** What a draw of the synthesis is for; one number each, so that none hangs on another. */
export const Draw = { size: 101, age: 102, schooling: 103, sex: 104, stay: 105 } as const;

/** Months of age at the end of school: compulsory, and upper secondary. */
const LEAVING = 15 * 12;
const YOUNG = 18 * 12;
const LONGEST_STAY = 120;

export interface Roster {
  readonly persons: StartPerson[];
  /** A uniform for a purpose and an index, from the synthesis seed. */
  draw(purpose: number, index: number): number;
  /** A uniform for the next agent to be entered. */
  drawNext(purpose: number): number;
  /** Months that the agent has been away. */
  stay(person: number): number;
  /** Enters an agent at home in its settlement. */
  enterHome(settlement: number, ageMonths: number, schoolingMean: number): void;
  /** Enters an agent whose family lives at `home` and who has been living elsewhere. */
  enterAway(home: number, residence: number, ageMonths: number, schoolingMean: number): void;
}

export function openRoster(scenario: Scenario, assumptions: Assumptions): Roster {
  const key = purposeKey(rootKey(scenario.world.synthesisSeed), Purpose.synthesis);
  const draw = (purpose: number, index: number): number => uniform(key.key0, key.key1, purpose, index);
  const persons: StartPerson[] = [];
  const upper = plainChance(stagesFor(assumptions.schoolingTarget).upper);
  const stay = (person: number): number => 1 + Math.floor(draw(Draw.stay, person) * LONGEST_STAY);

  const enter = (
    home: number,
    residence: number,
    ageMonths: number,
    schoolingMean: number,
    mode: number,
    awayMonths: number,
  ): void => {
    const id = persons.length;
    // The young learn for longer than the mean of all adults says, the old for less.
    const years = Math.min(40, Math.max(0, ageMonths / 12 - 18));
    const luck = draw(Draw.schooling, id);
    const grown = Math.round(
      Math.min(19, Math.max(0, schoolingMean + 2.5 - 0.125 * years + 5 * (luck - 0.5))),
    );
    const goesOn = ageMonths >= LEAVING && luck < upper;
    const schooling = ageMonths >= YOUNG ? grown : goesOn ? UPPER : COMPULSORY;
    persons.push({
      key: childKey(key.key0, id, 0),
      home,
      residence,
      registered: home,
      ageMonths,
      female: draw(Draw.sex, id) < 0.49,
      schooling,
      mode,
      awayMonths,
      household: -1,
    });
  };

  return {
    persons,
    draw,
    drawNext: (purpose) => draw(purpose, persons.length),
    stay,
    enterHome: (settlement, ageMonths, schoolingMean) =>
      enter(settlement, settlement, ageMonths, schoolingMean, Mode.home, 0),
    enterAway: (home, residence, ageMonths, schoolingMean) =>
      enter(home, residence, ageMonths, schoolingMean, Mode.circulating, stay(persons.length)),
  };
}
