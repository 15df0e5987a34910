/**
 * Makes the moves of whole families: all who live at home go along and are paid the grant, the place they go to becomes
 * the family's home, and the homestead is given up, to become fields. They live in flats from then on.
 */
import { openBill } from "../../policy/bill.ts";
import type { Book } from "../../world/book.ts";
import { Activity, COMMUTING, Homestead, Mode, MOST_SAVINGS, NOBODY } from "../../world/persons.ts";
import { TOWN } from "../../world/tiers.ts";
import { reachRow } from "../../world/travel.ts";
import type { Setting } from "../process.ts";
import { openOffers } from "./relocation.ts";

/** Moves the family of a person to a place where the person will do something; nothing where it may not move. */
export type MoveWhole = (person: number, to: number, activity: number) => void;

/** @param register enters a person in the register of a place */
export function openWholeMoves(
  { world, measures }: Setting,
  book: Book,
  register: (person: number, to: number) => void,
): MoveWhole {
  const { persons: p, households: h, settlements: s, zonePairs } = world;
  const { zones, scale } = world.sizes;
  const offers = openOffers(world);
  const charge = openBill(world, measures, "relocationGrant");

  /** Daily trips go on where they still can; fields are tilled in villages and towns; others look for work. */
  const takeUp = (i: number, to: number): void => {
    const work = p.workplace[i];
    const does = p.activity[i];
    const away = p.mode[i] === COMMUTING && (work === to || reachRow(world, to, work) >= 0);
    p.mode[i] = away && work !== to ? Mode.commuting : Mode.home;
    if (away) return;
    p.workplace[i] = to;
    if (does === Activity.none || does === Activity.retired) return;
    p.activity[i] = does === Activity.farming && s.tier[to] <= TOWN ? Activity.farming : Activity.searching;
  };

  /** What stood there counts as vacant, and is to be reclaimed. */
  const giveUpHomestead = (household: number, home: number): void => {
    const each = s.homesteadEach[home];
    h.homestead[household] = Homestead.none;
    s.homesteadIdle[home] -= each;
    s.homesteadVacant[home] += each;
    s.homesteadReturned[home] += each;
  };

  return (person, to, activity) => {
    const household = p.household[person];
    const home = h.home[household];
    // Someone else of the family may have been quicker this month.
    if (!offers.mayMove(household) || home === to) return;
    const grant = offers.grant(home);
    const each = (visit: (i: number) => void): void => {
      for (let i = h.first[household]; i !== NOBODY; i = p.next[i]) visit(i);
    };
    each((i) => book.strike(i));
    giveUpHomestead(household, home);
    h.home[household] = to;
    let paid = 0;
    each((i) => {
      if (p.residence[i] === home) {
        const given = Math.min(grant, MOST_SAVINGS - p.savings[i]);
        paid += given * scale;
        p.savings[i] += given;
        p.residence[i] = to;
        register(i, to);
        takeUp(i, to);
        s.relocated[home] += scale;
        zonePairs.people[s.zone[home] * zones + s.zone[to]] += scale;
      } else if (p.residence[i] === to) p.mode[i] = p.workplace[i] === to ? Mode.home : Mode.commuting;
    });
    p.activity[person] = activity;
    if (activity !== Activity.retired) {
      p.workplace[person] = to;
      p.mode[person] = Mode.home;
    }
    each((i) => book.enter(i));
    charge(home, paid);
  };
}
