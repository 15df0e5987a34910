/**
 * Model step 7, from elsewhere: people beyond the region who know someone in a county think about joining them as
 * often as people here think about leaving, and come where it pays. Who has come is followed by others until the
 * circle of those who know someone is used up.
 */
import { childKey, drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { ENTRY_COLUMNS, openBook } from "../../world/book.ts";
import { ALIVE, FEMALE, Homestead, MEAN_SCHOOLING, Mode, NOBODY, SEARCHING } from "../../world/persons.ts";
import { NEW_ROW_COLUMNS, takeHouseholdRow, takePersonRow } from "../../world/rows.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Process } from "../process.ts";
import { openPlaces, PLACE_READS, SIZE_WRITES } from "./placeTerms.ts";
import { FIRST_AGE, LAST_AGE, openWelcome } from "./welcome.ts";

/** How far the schooling of those who come spreads around the mean, years; assumed. */
const SCHOOLING_SPREAD = 5;
/** Part of those who come who are women; assumed, a little less than half, as of those born here. */
const WOMEN = 0.48;

/** Draws of one person's thinking, by index. */
const AGE = 0;
const PLACE = 1;
const CHOICE = 2;
const SEX = 3;
const SCHOOL = 4;

export const arrivals: Process = {
  name: "arrivals",
  reads: [
    ...PLACE_READS,
    "settlements.homesteadEach",
    "settlements.searching",
    "settlements.processing",
    "settlements.manufacturing",
    "settlements.services",
    "settlements.public",
    "elsewhere.circle",
    "elsewhere.bond",
  ],
  writes: [
    ...NEW_ROW_COLUMNS,
    ...ENTRY_COLUMNS,
    ...SIZE_WRITES,
    "elsewhere.pool",
    "clock.arrivals",
    "households.homestead",
    "settlements.searching",
    "zonePairs.people",
  ],
  prepare(setting) {
    const { world, assumptions: a, root, watch } = setting;
    const { persons: p, households: h, settlements: s, elsewhere, zonePairs, clock } = world;
    const { settlements: count, jurisdictions, zones, scale } = world.sizes;
    const { key0, key1 } = purposeKey(root, Purpose.arrival);
    const here = openPlaces(setting);
    const welcome = openWelcome(setting, here);
    const book = openBook(world);
    /** Registered beyond the region: at the last place, an outside one. */
    const beyond = count - 1;
    /** Places of each county in the order of rows. */
    const placesOf = Array.from({ length: jurisdictions }, (_, county) =>
      Int32Array.from(
        Array.from({ length: count }, (__, j) => j).filter(
          (j) => s.jurisdiction[j] === county && s.tier[j] !== OUTSIDE,
        ),
      ),
    );

    /** The modern jobs there, added up in that order as they are when those elsewhere begin to think. */
    const upTo = placesOf.map((places) => new Float64Array(places.length));

    const addUp = (): void => {
      placesOf.forEach((places, county) => {
        let sum = 0;
        for (let k = 0; k < places.length; k++) upTo[county][k] = sum += s.size[places[k]];
      });
    };

    /** A settlement of the county with chance in proportion to the jobs there: the first whose sum is beyond the part. */
    const pickPlace = (county: number, part: number): number => {
      const sums = upTo[county];
      let first = 0;
      let last = sums.length - 1;
      const target = part * sums[last];
      while (first < last) {
        const middle = (first + last) >> 1;
        if (sums[middle] > target) last = middle;
        else first = middle + 1;
      }
      return placesOf[county][first];
    };

    const come = (j: number, key: number, month: number, ageMonths: number, schooling: number): boolean => {
      const person = takePersonRow(world);
      const household = person === NOBODY ? NOBODY : takeHouseholdRow(world);
      if (household === NOBODY) return false;
      h.home[household] = j;
      h.first[household] = person;
      h.members[household] = 0;
      h.present[household] = 0;
      h.homestead[household] = Homestead.none;
      p.key[person] = key;
      p.household[person] = household;
      p.next[person] = NOBODY;
      p.savings[person] = 0;
      p.born[person] = month - ageMonths;
      p.left[person] = month;
      p.residence[person] = j;
      p.workplace[person] = j;
      p.registered[person] = beyond;
      p.activity[person] = SEARCHING;
      p.mode[person] = Mode.settled;
      p.schooling[person] = schooling;
      p.flags[person] = ALIVE | (uniform(key0, key1, key, drawCounter(month, SEX)) < WOMEN ? FEMALE : 0);
      book.enter(person);
      clock.alive[0]++;
      clock.arrivals[0]++;
      elsewhere.pool[s.jurisdiction[j]]--;
      zonePairs.people[s.zone[beyond] * zones + s.zone[j]] += scale;
      watch?.came(person, month);
      return true;
    };

    /** Someone elsewhere thinks about coming to the county. */
    const think = (county: number, ordinal: number, month: number): void => {
      const key = childKey(childKey(key0, county, 0), ordinal, month);
      const luck = (index: number): number => uniform(key0, key1, key, drawCounter(month, index));
      const ageMonths = Math.floor((FIRST_AGE + luck(AGE) * (LAST_AGE + 1 - FIRST_AGE)) * 12);
      const j = pickPlace(county, luck(PLACE));
      if (luck(CHOICE) >= welcome.chance(j, Math.floor(ageMonths / 12))) return;
      const years = MEAN_SCHOOLING + SCHOOLING_SPREAD * (luck(SCHOOL) - 0.5);
      come(j, key, month, ageMonths, Math.round(years));
    };

    return (month) => {
      let any = 0;
      for (let county = 0; county < jurisdictions; county++) any += elsewhere.pool[county];
      if (any === 0) return;
      // Measured anew: this month's moves have left jobs free, and so changed how large each market is.
      here.refresh(month);
      addUp();
      welcome.refresh(month);
      for (let county = 0; county < jurisdictions; county++) {
        const expected = elsewhere.pool[county] * Math.min(1, a.considerRate / 12);
        const part = uniform(key0, key1, childKey(key0, county, 1), drawCounter(month, 0));
        const thinking = Math.floor(expected + part);
        for (let k = 0; k < thinking && elsewhere.pool[county] > 0; k++) think(county, k, month);
      }
    };
  },
};
