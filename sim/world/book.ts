/**
 * Keeping the counts: every change of a person is "strike out, change, enter again", so no count, deposit or
 * homestead can be forgotten. All sums are of whole numbers, so striking out undoes entering exactly.
 */
import { Activity, Homestead, Mode } from "./persons.ts";
import type { World } from "./world.ts";

export type Book = {
  /** Takes the person out of all counts; the row itself stays as it is. */
  readonly strike: (person: number) => void;
  /** Counts the person where its row says. */
  readonly enter: (person: number) => void;
};

/** Columns in which the book counts anyone, whatever they do. */
export const ENTRY_COLUMNS = [
  "settlements.residents",
  "settlements.registered",
  "settlements.deposits",
  "households.members",
  "households.present",
  "jurisdictions.vault",
  "network.count",
] as const;

/** All columns that the book keeps: also hands by what they do, and who lives in a homestead or has left it idle. */
export const BOOK_COLUMNS = [
  ...ENTRY_COLUMNS,
  "settlements.farmers",
  "settlements.searching",
  "settlements.processing",
  "settlements.manufacturing",
  "settlements.services",
  "settlements.public",
  "settlements.homesteadUsed",
  "settlements.homesteadIdle",
  "households.homestead",
] as const;

/** The settlement whose bank holds the person's savings: home for those whose family stays there. */
export function accountPlace(world: World, person: number): number {
  const { persons, households } = world;
  return persons.mode[person] === Mode.circulating
    ? households.home[persons.household[person]]
    : persons.residence[person];
}

export function openBook(world: World): Book {
  const { persons, households, settlements, jurisdictions, network } = world;
  const { zones, scale } = world.sizes;
  const byActivity: Record<number, Int32Array> = {
    [Activity.farming]: settlements.farmers,
    [Activity.searching]: settlements.searching,
    [Activity.processing]: settlements.processing,
    [Activity.manufacturing]: settlements.manufacturing,
    [Activity.services]: settlements.services,
    [Activity.public]: settlements.public,
  };

  const count = (person: number, sign: 1 | -1): void => {
    const residence = persons.residence[person];
    const household = persons.household[person];
    const home = households.home[household];
    settlements.residents[residence] += sign;
    settlements.registered[persons.registered[person]] += sign;
    const workers = byActivity[persons.activity[person]];
    if (workers !== undefined) workers[persons.workplace[person]] += sign;
    network.count[home * zones + settlements.zone[residence]] += sign;
    households.members[household] += sign;
    if (residence === home) {
      households.present[household] += sign;
      tellHomestead(household, home);
    }
    const account = accountPlace(world, person);
    const amount = sign * persons.savings[person] * scale;
    settlements.deposits[account] += amount;
    jurisdictions.vault[settlements.jurisdiction[account]] += amount;
  };

  /** A homestead is idle while no member lives there; a reclaimed one is gone. */
  const tellHomestead = (household: number, home: number): void => {
    const state = households.homestead[household];
    const each = settlements.homesteadEach[home];
    if (state === Homestead.used && households.present[household] === 0) {
      households.homestead[household] = Homestead.idle;
      settlements.homesteadUsed[home] -= each;
      settlements.homesteadIdle[home] += each;
    } else if (state === Homestead.idle && households.present[household] > 0) {
      households.homestead[household] = Homestead.used;
      settlements.homesteadIdle[home] -= each;
      settlements.homesteadUsed[home] += each;
    }
  };

  return { strike: (person) => count(person, -1), enter: (person) => count(person, 1) };
}
