/**
 * A census: everyone is counted once, by tier of residence, and asked for their income. Heads are whole numbers; sums
 * of incomes are added up by chunk, and the chunks in their order, so that they don't depend on who counted.
 */
import { ALONE, type Crew, openTotals } from "../numerics/crew.ts";
import { fastLn } from "../numerics/fast.ts";
import { chunksOf } from "../numerics/visits.ts";
import type { Assumptions } from "../policy/parameters.ts";
import {
  ACTIVITIES,
  Activity,
  CIRCULATING,
  FARMING,
  NONE,
  OUTSIDE_WORK,
  RETIRED,
  SEARCHING,
} from "../world/persons.ts";
import { openTripsToWork } from "../policy/toWork.ts";
import { OUTSIDE, TIER_NAMES } from "../world/tiers.ts";
import { minutesBetween } from "../world/travel.ts";
import type { World } from "../world/world.ts";
import { CLASSES, classOf } from "./incomeClasses.ts";
import { openPay } from "./pay.ts";
import { GROUPS, type TakeCensus } from "./counted.ts";

const TIERS = TIER_NAMES.length;
/** Lower bounds of the bands in which the ages of residents are counted, months; the last has no upper bound. */
const BAND_MONTHS = [0, 15 * 12, 60 * 12, 65 * 12] as const;
const [, GROWING_MONTHS, LATE_MONTHS, OLD_MONTHS] = BAND_MONTHS;
const ADULT_MONTHS = 16 * 12;
const GROWN_MONTHS = 25 * 12;

/**
 * Heads by tier, in this order, then those counted over the region, those with an income by class and by zone, the old
 * by zone, adults and their schooling by settlement, and commuting by pair of zones.
 */
const RESIDENTS = 0;
const REGISTERED = TIERS;
const OLD = 2 * TIERS;
const EARNERS = 3 * TIERS;
const COMMUTERS = 4 * TIERS;
const WORKERS = COMMUTERS + 1;
const CHILDREN = COMMUTERS + 2;
const ELDERS = COMMUTERS + 3;
const GROWN = COMMUTERS + 4;
const SCHOOLING = COMMUTERS + 5;
const NEWCOMERS = COMMUTERS + 6;
const AGES = COMMUTERS + 7;
const CLASS = AGES + BAND_MONTHS.length;
const ZONES = CLASS + CLASSES;

export function openCensus(world: World, assumptions: Assumptions, crew: Crew = ALONE): TakeCensus {
  const { persons, households, settlements, clock } = world;
  const { zones, scale, settlements: count } = world.sizes;
  const olds = ZONES + zones;
  const adults = olds + zones;
  const years = adults + count;
  const pairs = years + count;
  const heads = openTotals(crew, pairs + zones * zones);
  const chunks = chunksOf(world.sizes.persons);
  /** Of each chunk the sums of income y and of y ln y, by tier, of y and ln y, by zone, of y by group, and of minutes. */
  const ofGroups = 2 * TIERS + 2 * zones;
  const trips = ofGroups + GROUPS.length;
  const width = trips + 1;
  const sums = new Float64Array(crew.memory(chunks * width * 8));
  /** 1 for every household of which someone works or looks for work away. Whoever finds one writes the same. */
  const away = new Uint8Array(crew.memory(world.sizes.households));
  const told = new Float64Array(crew.memory(16));
  const toWork = openTripsToWork(world);
  const { table: pay, premium, set: setPay } = openPay(world, assumptions);

  const markAway = crew.loop({
    work(_month, _chunk, from, to) {
      const { flags, mode, household, activity } = persons;
      for (let i = from; i < to; i++) {
        if (flags[i] === 0 || mode[i] !== CIRCULATING) continue;
        if (activity[i] !== NONE && activity[i] !== RETIRED) away[household[i]] = 1;
      }
    },
  });

  const countEveryone = crew.loop({
    open() {
      setPay({ outsideWage: told[0], productivity: told[1] });
    },
    work(month, chunk, from, to) {
      const { flags, residence, workplace, activity, born, household, schooling } = persons;
      const registeredAt = persons.registered;
      const { tier: tierOf, zone, jurisdiction } = settlements;
      const { home } = households;
      const { own } = heads;
      const at = chunk * width;
      const atZones = at + 2 * TIERS;
      const atGroups = at + ofGroups;
      sums.fill(0, at, at + width);
      for (let i = from; i < to; i++) {
        if (flags[i] === 0) continue;
        const place = residence[i];
        const tier = tierOf[place];
        const doing = activity[i];
        const months = month - born[i];
        own[RESIDENTS + tier]++;
        own[REGISTERED + tierOf[registeredAt[i]]]++;
        if (months >= OLD_MONTHS) {
          own[OLD + tier]++;
          own[olds + zone[place]]++;
        }
        const paidAt = doing === RETIRED ? registeredAt[i] : workplace[i];
        const skill = doing >= Activity.processing && doing <= OUTSIDE_WORK ? premium[schooling[i]] : 1;
        const income = pay[paidAt * ACTIVITIES + doing] * skill;
        if (income > 0) {
          const lnIncome = fastLn(income);
          own[EARNERS + tier]++;
          sums[at + tier] += income;
          sums[at + TIERS + tier] += income * lnIncome;
          own[ZONES + zone[place]]++;
          sums[atZones + zone[place]] += income;
          sums[atZones + zones + zone[place]] += lnIncome;
          if (tier !== OUTSIDE) own[CLASS + classOf(lnIncome)]++;
        }
        if (tier === OUTSIDE) continue;
        own[AGES + (months < GROWING_MONTHS ? 0 : months < LATE_MONTHS ? 1 : months < OLD_MONTHS ? 2 : 3)]++;
        const isNew = jurisdiction[registeredAt[i]] !== jurisdiction[place] ? 1 : 0;
        own[NEWCOMERS] += isNew;
        sums[atGroups + isNew] += income;
        if (months >= LATE_MONTHS) sums[atGroups + 3] += income;
        else if (months >= GROWING_MONTHS) sums[atGroups + 2] += income;
        if (months >= ADULT_MONTHS) {
          own[adults + place]++;
          own[years + place] += schooling[i];
        }
        if (months >= GROWN_MONTHS) {
          own[GROWN]++;
          own[SCHOOLING] += schooling[i];
        }
        if (doing === FARMING || (doing > SEARCHING && doing < OUTSIDE_WORK)) {
          own[WORKERS]++;
          const work = workplace[i];
          if (work !== place) {
            own[COMMUTERS]++;
            own[pairs + zone[place] * zones + zone[work]]++;
            sums[at + trips] += toWork(place, work, minutesBetween(world, place, work));
          }
        }
        if (away[household[i]] === 1 && place === home[household[i]]) {
          if (months < ADULT_MONTHS) own[CHILDREN]++;
          else if (months >= OLD_MONTHS) own[ELDERS]++;
        }
      }
    },
  });

  return (month, { outsideWage, productivity }) => {
    const rows = clock.personRows[0];
    told[0] = outsideWage;
    told[1] = productivity;
    away.fill(0);
    heads.clear();
    markAway(month, rows);
    countEveryone(month, rows);
    heads.gather();
    const { own } = heads;
    const byTier = (from: number, times: number): Float64Array =>
      own.slice(from, from + TIERS).map((agents) => agents * times);
    const all = new Float64Array(width);
    for (let at = 0; at < chunksOf(rows) * width; at += width) {
      for (let k = 0; k < width; k++) all[k] += sums[at + k];
    }
    const sum = all.subarray(0, TIERS);
    return {
      residents: byTier(RESIDENTS, scale),
      registered: byTier(REGISTERED, scale),
      old: byTier(OLD, scale),
      income: sum.map((amount, tier) => (own[RESIDENTS + tier] > 0 ? amount / own[RESIDENTS + tier] : 0)),
      earners: {
        count: byTier(EARNERS, 1),
        sum,
        sumLn: all.subarray(TIERS, 2 * TIERS),
        byZone: {
          count: own.slice(ZONES, olds),
          sum: all.subarray(2 * TIERS, 2 * TIERS + zones),
          ln: all.subarray(2 * TIERS + zones, ofGroups),
        },
        classes: own.slice(CLASS, ZONES),
        groups: all.subarray(ofGroups, trips),
      },
      newcomers: own[NEWCOMERS],
      ages: own.slice(AGES, CLASS),
      grown: { count: own[GROWN], schooling: own[SCHOOLING] },
      oldByZone: own.slice(olds, adults),
      adults: { count: own.slice(adults, years), schooling: own.slice(years, pairs) },
      commuters: own[COMMUTERS] * scale,
      workers: own[WORKERS] * scale,
      minutesToWork: all[trips] * scale,
      leftBehindChildren: own[CHILDREN] * scale,
      leftBehindElders: own[ELDERS] * scale,
      commuting: own.slice(pairs).map((agents) => agents * scale),
    };
  };
}
