/** What the world says of one person, and what a change of it is called. */
import { Activity, CIRCULATING, COMMUTING, Mode, SETTLED } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";
import type { Doing, MoveKind, Situation, Way } from "./life.ts";

export const DOING = Object.keys(Activity) as Doing[];
const WAYS = Object.keys(Mode) as Way[];

/** A row of persons, kept to be compared with what it says next. */
export interface State {
  readonly residence: number;
  readonly workplace: number;
  readonly home: number;
  readonly registered: number;
  readonly activity: number;
  readonly mode: number;
  readonly savings: number;
  readonly schooling: number;
}

export const stateOf = ({ persons: p, households: h }: World, i: number): State => ({
  residence: p.residence[i],
  workplace: p.workplace[i],
  home: h.home[p.household[i]],
  registered: p.registered[i],
  activity: p.activity[i],
  mode: p.mode[i],
  savings: p.savings[i],
  schooling: p.schooling[i],
});

/** @param nameOf id of a settlement, by row */
export const situationOf = (state: State, nameOf: (settlement: number) => string): Situation => ({
  residence: nameOf(state.residence),
  workplace: nameOf(state.workplace),
  home: nameOf(state.home),
  registered: nameOf(state.registered),
  doing: DOING[state.activity],
  mode: WAYS[state.mode],
});

export const livesOtherwise = (before: State, now: State): boolean =>
  before.residence !== now.residence ||
  before.workplace !== now.workplace ||
  before.activity !== now.activity ||
  before.mode !== now.mode;

/** @param decided false for a child that a parent took along */
export function kindOf(before: State, now: State, decided: boolean): MoveKind {
  if (!decided) return "isTaken";
  // A family that moves whole has its home where it goes.
  const movesWhole =
    before.home !== now.home && now.residence === now.home && before.residence === before.home;
  if (now.mode === SETTLED || movesWhole) return "settles";
  if (now.mode === CIRCULATING) return before.mode <= COMMUTING ? "leaves" : "movesOn";
  if (before.residence !== now.home) return "returns";
  if (now.mode === COMMUTING) return "commutes";
  return now.activity === Activity.farming ? "farms" : "seeksWork";
}
