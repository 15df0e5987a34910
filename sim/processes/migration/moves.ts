/** Makes the moves that people decided on, takes children along, and adds up what decided them. */
import { ALONE, openTotals } from "../../numerics/crew.ts";
import { openBook } from "../../world/book.ts";
import { Activity, Mode, NOBODY } from "../../world/persons.ts";
import { OUTSIDE, TIER_NAMES, TOWN } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import type { Alternatives } from "./alternatives.ts";
import { TERMS } from "./terms.ts";
import { openWholeMoves } from "./wholeMoves.ts";

/** Utilities are added up in whole 2^-20ths, so that their sums are exact in any order. */
export const GRAIN = 1_048_576;
const GROWN_UP = 18;
const OLD = 60;

export interface Moves {
  /** Before the month's thinking: nothing is noted yet. */
  readonly clearNotes: () => void;
  /** Adds the terms that set the chosen alternative apart from the present life to this worker's sums by tiers. */
  note(person: number, chosen: number): void;
  /** After it: what all workers of the crew have noted goes to the motives. */
  keepNotes(): void;
  /** Gives the person a new place, work and way of life, and keeps all counts. */
  make(
    person: number,
    month: number,
    residence: number,
    workplace: number,
    activity: number,
    mode: number,
  ): void;
}

export function openMoves(setting: Setting, { terms, residence }: Alternatives): Moves {
  const { world, crew = ALONE } = setting;
  const { persons: p, households: h, settlements: s, jurisdictions, zonePairs, motives } = world;
  const { zones, scale } = world.sizes;
  const book = openBook(world);
  const rows = motives.sum.length;
  const sums = openTotals(crew, 2 * rows);

  const note = (person: number, chosen: number): void => {
    const from = s.tier[p.residence[person]];
    const to = s.tier[residence[chosen]];
    const row = (from * TIER_NAMES.length + to) * TERMS.length;
    const base = chosen * TERMS.length;
    for (let t = 0; t < TERMS.length; t++) {
      sums.own[row + t] += Math.round((terms[base + t] - terms[t]) * GRAIN);
      sums.own[rows + row + t]++;
    }
  };

  const keepNotes = (): void => {
    sums.gather();
    for (let k = 0; k < rows; k++) {
      motives.sum[k] += sums.own[k] * scale;
      motives.changes[k] += sums.own[rows + k] * scale;
    }
  };

  /** Who comes to be registered in another county, or moves from its villages and towns to a city, is its to provide for. */
  const register = (person: number, to: number): void => {
    const from = p.registered[person];
    const county = s.jurisdiction[to];
    if (s.jurisdiction[from] !== county || (s.tier[from] <= TOWN && s.tier[to] > TOWN)) {
      jurisdictions.naturalised[county] += scale;
    }
    p.registered[person] = to;
  };

  const relocate = (person: number, month: number, to: number, mode: number): void => {
    const from = p.residence[person];
    if (from !== to) zonePairs.people[s.zone[from] * zones + s.zone[to]] += scale;
    if (p.mode[person] <= Mode.commuting && mode >= Mode.circulating) p.left[person] = month;
    p.residence[person] = to;
    p.mode[person] = mode;
    if (mode === Mode.settled && s.tier[to] !== OUTSIDE) register(person, to);
  };

  /** Children go with the parent who settles, where no other grown-up of working age stays with them. */
  const takeChildren = (person: number, month: number): void => {
    const household = p.household[person];
    const home = h.home[household];
    const ageOf = (i: number): number => (month - p.born[i]) / 12;
    for (let i = h.first[household]; i !== NOBODY; i = p.next[i]) {
      if (p.residence[i] === home && ageOf(i) >= GROWN_UP && ageOf(i) < OLD) return;
    }
    for (let i = h.first[household]; i !== NOBODY; i = p.next[i]) {
      if (p.residence[i] !== home || ageOf(i) >= GROWN_UP || p.activity[i] !== Activity.none) continue;
      book.strike(i);
      relocate(i, month, p.residence[person], Mode.settled);
      p.workplace[i] = p.residence[person];
      book.enter(i);
    }
  };

  const moveWhole = openWholeMoves(setting, book, register);

  const make: Moves["make"] = (person, month, to, workplace, activity, mode) => {
    // Only those who circulate settle alone.
    if (mode === Mode.settled && p.mode[person] !== Mode.circulating) return moveWhole(person, to, activity);
    book.strike(person);
    relocate(person, month, to, mode);
    p.workplace[person] = workplace;
    p.activity[person] = activity;
    book.enter(person);
    if (mode === Mode.settled) takeChildren(person, month);
  };

  return { clearNotes: sums.clear, note, keepNotes, make };
}
