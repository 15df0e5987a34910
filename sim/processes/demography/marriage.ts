/**
 * Weddings: a woman whose time has come finds an unmarried man near her in age and place. One joins the household of
 * the other, or, where grown-ups stay behind and the village has land for a homestead, they found one beside it.
 */
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { openBook } from "../../world/book.ts";
import { joinHousehold, leaveHousehold } from "../../world/kinship.ts";
import { ALIVE, FEMALE, Homestead, MARRIED, Mode, NOBODY } from "../../world/persons.ts";
import { takeHouseholdRow } from "../../world/rows.ts";
import { TOWN } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { openFollowing } from "./following.ts";
import { GROOM } from "./rates.ts";

/** People among whom a bride looks, at most: rows near hers, who lived near her at the start; assumed. */
const ACQUAINTANCE = 2048;
/** Months that he may be younger, or older; assumed. */
const YOUNGER = 3 * 12;
const OLDER = 8 * 12;
const GROWN_UP = 18;
const OLD = 60;

/** Draws of a bride, by index. */
const LOOK = 1;
const WHERE = 2;
const OWN = 3;

export interface Weddings {
  /** Marries an unmarried woman, if she finds someone. Returns whether she did. */
  marry(woman: number, month: number): boolean;
}

export function openWeddings(setting: Setting): Weddings {
  const { world, assumptions: a, root, watch } = setting;
  const { persons: p, households: h, settlements: s, clock } = world;
  const { key0, key1 } = purposeKey(root, Purpose.marriage);
  const book = openBook(world);
  const follow = openFollowing(world);
  const luck = (woman: number, month: number, index: number): number =>
    uniform(key0, key1, p.key[woman], drawCounter(month, index));
  const countyOf = (i: number): number => s.jurisdiction[h.home[p.household[i]]];

  const find = (woman: number, month: number): number => {
    const rows = clock.personRows[0];
    const tries = Math.min(rows, ACQUAINTANCE);
    const age = month - p.born[woman];
    const youngest = Math.max(GROOM * 12, age - YOUNGER);
    const county = countyOf(woman);
    let row = woman + Math.floor((luck(woman, month, LOOK) - 0.5) * tries);
    row = (row + rows) % rows;
    const { flags, born, household, residence } = p;
    const latest = month - youngest;
    const span = latest - (month - age - OLDER);
    for (let k = 0; k < tries; k++, row = row + 1 < rows ? row + 1 : 0) {
      // One question instead of three: few rows pass, and which ones the processor can't foresee.
      const early = latest - born[row];
      if ((((flags[row] & (ALIVE | FEMALE | MARRIED)) ^ ALIVE) | ((early | (span - early)) >> 31)) !== 0)
        continue;
      if (household[row] === household[woman]) continue;
      if (countyOf(row) === county || residence[row] === residence[woman]) return row;
    }
    return NOBODY;
  };

  /** Whether the family that the host comes from goes on without: another grown-up of working age is a member. */
  const othersStay = (host: number, month: number): boolean => {
    for (let i = h.first[p.household[host]]; i !== NOBODY; i = p.next[i]) {
      const age = (month - p.born[i]) / 12;
      if (i !== host && age >= GROWN_UP && age < OLD) return true;
    }
    return false;
  };

  /** A household beside that of the host, with a homestead in villages and towns; NOBODY where there is no room. */
  const found = (host: number): number => {
    const home = h.home[p.household[host]];
    const rural = s.tier[home] <= TOWN;
    const each = s.homesteadEach[home];
    if (rural && s.reserve[home] < each) return NOBODY;
    const household = takeHouseholdRow(world);
    if (household === NOBODY) return NOBODY;
    h.home[household] = home;
    h.first[household] = NOBODY;
    if (rural) {
      // Idle until someone is entered who lives there.
      h.homestead[household] = Homestead.idle;
      s.reserve[home] -= each;
      s.homesteadIdle[home] += each;
    }
    return household;
  };

  const wed = (woman: number, man: number, month: number): void => {
    const hers =
      p.mode[man] !== Mode.settled &&
      (p.mode[woman] === Mode.settled || luck(woman, month, WHERE) >= a.patrilocalShare);
    const [host, guest] = hers ? [woman, man] : [man, woman];
    const founds =
      p.mode[host] !== Mode.settled &&
      luck(woman, month, OWN) < a.ownHouseholdShare &&
      othersStay(host, month);
    book.strike(host);
    book.strike(guest);
    const own = founds ? found(host) : NOBODY;
    if (own !== NOBODY) {
      leaveHousehold(world, host);
      joinHousehold(world, host, own);
    }
    leaveHousehold(world, guest);
    joinHousehold(world, guest, p.household[host]);
    follow(guest, host, month);
    p.flags[host] |= MARRIED;
    p.flags[guest] |= MARRIED;
    book.enter(host);
    book.enter(guest);
    watch?.wed(woman, man, month);
  };

  return {
    marry(woman, month) {
      const man = find(woman, month);
      if (man === NOBODY) return false;
      wed(woman, man, month);
      return true;
    },
  };
}
