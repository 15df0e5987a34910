/** A birth: the child joins the mother's household, where she lives, with luck of its own drawn from hers. */
import { childKey, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { openBook } from "../../world/book.ts";
import { joinHousehold } from "../../world/kinship.ts";
import { Activity, ALIVE, FEMALE, Mode, NOBODY } from "../../world/persons.ts";
import { takePersonRow } from "../../world/rows.ts";
import type { Setting } from "../process.ts";
import { COMPULSORY } from "./schooling.ts";

/** Part of the newborn who are girls; assumed. */
const GIRLS = 0.485;
/** Draw of a newborn's own luck that tells its sex. */
const SEX_DRAW = 2;

export class PeopleFull extends Error {
  constructor(rows: number, month: number) {
    super(
      `no room for another person in month ${month}: the world was made for ${rows} agents. ` +
        "Lower fertility, shorten the run, or raise scale.",
    );
    this.name = "PeopleFull";
  }
}

/** @returns what bears a child; it throws PeopleFull where the world has no row left */
export function openBirths({ world, root, watch }: Setting): (mother: number, month: number) => void {
  const { persons: p, households: h, clock } = world;
  const { key0, key1 } = purposeKey(root, Purpose.schooling);
  const book = openBook(world);

  return (mother: number, month: number): void => {
    const household = p.household[mother];
    const child = takePersonRow(world);
    if (child === NOBODY) throw new PeopleFull(world.sizes.persons, month);
    p.key[child] = childKey(p.key[mother], 0, month);
    p.savings[child] = 0;
    p.born[child] = month;
    p.left[child] = month;
    p.residence[child] = p.residence[mother];
    p.workplace[child] = p.residence[mother];
    p.registered[child] = p.registered[mother];
    p.activity[child] = Activity.none;
    p.mode[child] = p.mode[mother] === Mode.commuting ? Mode.home : p.mode[mother];
    p.schooling[child] = COMPULSORY;
    p.flags[child] = ALIVE | (uniform(key0, key1, p.key[child], SEX_DRAW) < GIRLS ? FEMALE : 0);
    joinHousehold(world, child, household);
    h.event[household] = month + 1;
    clock.alive[0]++;
    clock.births[0]++;
    book.enter(child);
    watch?.born(child, mother, month);
  };
}
