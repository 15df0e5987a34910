/**
 * Choices by a nested logit in the engine: migration alone for one month, so that everyone who thinks sees the same
 * world. Nests are home, the home county, other counties, outside. Chances are worked out here from what is set, not
 * from what the engine weighs.
 */
import { nestedLogit } from "../../../sim/numerics/choice.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import { openBook } from "../../../sim/world/book.ts";
import { Activity, Mode } from "../../../sim/world/persons.ts";
import { CORE, OUTSIDE, VILLAGE } from "../../../sim/world/tiers.ts";
import { minutesBetween } from "../../../sim/world/travel.ts";
import type { World } from "../../../sim/world/world.ts";
import type { Shares } from "./shares.ts";
import { castPeople, INCOME_ALONE, openStage, THREE_COUNTIES } from "./stage.ts";

const HOME = 0;
const COUNTY = 1;
const REGION = 2;
const BEYOND = 3;
const NESTS = 4;

/** Weight of log income at thirty, with 35 of 45 years of work left and nothing discounted. */
const INCOME = 1.5 * (35 / 45);
const DISTANCE = 1;
const UNEMPLOYED = PARAMETERS.naturalUnemployment.default;

interface Option {
  readonly nest: number;
  /** Utility over the scale; what counts alternatives is in `ln` instead. */
  readonly value: number;
  /** Logarithm of what counts alternatives: size, less how often they were to be expected. */
  readonly ln: number;
  /** Which of the shares it adds to. */
  readonly share: number;
}

/** Shares by the closed form of the kernel, over options in any order. */
function sharesOf(options: readonly Option[], dissimilarity: number, shares: number): number[] {
  const sorted = options.toSorted((a, b) => a.nest - b.nest);
  const starts = Int32Array.from(
    { length: NESTS + 1 },
    (_, n) => sorted.filter(({ nest }) => nest < n).length,
  );
  const values = Float64Array.from(sorted, ({ value, ln }) => value + dissimilarity * ln);
  const chances = new Float64Array(sorted.length);
  nestedLogit(values, starts, new Float64Array(NESTS).fill(dissimilarity), 1, chances);
  const found = Array<number>(shares).fill(0);
  sorted.forEach(({ share }, k) => (found[share] += chances[k]));
  return found;
}

const hoursTerm = (world: World, from: number, to: number): number =>
  -DISTANCE * Math.log(1 + minutesBetween(world, from, to) / 60);

/** Everyone knows all there is: who lives in the only city of the region, away from the only village. */
export function nestsKnownWhole(dissimilarity: number): Shares & { readonly plain: number[] } {
  // Keeps on in the city, settles there; farms at home, looks for work there; outside.
  const counts = Array<number>(5).fill(0);
  const simulation = openStage(
    {
      counties: [{ residents: 60_000, registeredPart: 1, urbanPart: 0.02, towns: 0, villages: 1 }],
      gateways: 1,
      scale: 1,
      years: 1,
      parameters: {
        ...INCOME_ALONE,
        incomeWeight: 1.5,
        distanceWeight: DISTANCE,
        choiceScale: 1,
        nestDissimilarity: dissimilarity,
        considerRate: 2,
        settleYears: 0,
        commuteWeight: 1000,
      },
    },
    ["migration"],
    `nests ${dissimilarity}`,
    {
      thought(_, __, { residence, activity, mode }, k) {
        if (residence[k] === city) counts[mode[k] === Mode.settled ? 1 : 0]++;
        else if (residence[k] === gateway) counts[4]++;
        else counts[activity[k] === Activity.farming ? 2 : 3]++;
      },
    },
  );
  const { world } = simulation;
  const { settlements: s, persons: p } = world;
  const village = s.tier.indexOf(VILLAGE);
  const city = s.tier.indexOf(CORE);
  const gateway = s.tier.indexOf(OUTSIDE);
  const people = castPeople(world, (home) => (home === village ? Activity.searching : Activity.none));
  const book = openBook(world);
  for (const i of people) {
    if (p.residence[i] !== village) continue;
    book.strike(i);
    p.residence[i] = city;
    p.workplace[i] = city;
    p.mode[i] = Mode.circulating;
    book.enter(i);
  }
  const pay = { farm: 2600, village: 1400, city: 3000, gateway: 5200 };
  s.farmIncome[village] = pay.farm;
  s.jobChance.fill(1);
  s.wage[village] = pay.village;
  s.wage[city] = pay.city;
  s.startWage[gateway] = pay.gateway / (1 - UNEMPLOYED);
  simulation.step();
  const option = (share: number, nest: number, yuan: number, more = 0): Option => ({
    share,
    nest,
    value: INCOME * Math.log(yuan) + more,
    ln: 0,
  });
  const options = [
    option(0, COUNTY, pay.city, hoursTerm(world, village, city)),
    option(1, COUNTY, pay.city),
    option(2, HOME, pay.farm),
    option(3, HOME, pay.village),
    option(4, BEYOND, pay.gateway, hoursTerm(world, village, gateway)),
  ];
  const draws = counts.reduce((sum, count) => sum + count, 0);
  return {
    draws,
    engine: counts.map((count) => count / draws),
    closed: sharesOf(options, dissimilarity, counts.length),
    plain: sharesOf(options, 1, counts.length),
  };
}

const SIZE = PARAMETERS.sizeWeight.default;
const WAGE = 300_000;
const EXPECTED = 3000;
/** Minutes that every journey takes in how places come to mind by size over travel time. */
const JOURNEY_START = 30;

export interface Row extends Shares {
  /** The nested logit among all places, as if everyone knew them all; and the plain one, places coming to mind. */
  readonly whole: number[];
  readonly plain: number[];
  /** Shares of the nests. */
  readonly nests: { readonly engine: number[]; readonly closed: number[] };
}

/**
 * Each thinks of three places: shares of places, by the village of each county. The closed form is the mean of the
 * nested logit over all threes of places that may come to mind.
 */
export function nestsOfPlaces(dissimilarity: number): Row[] {
  const thoughts: [home: number, at: number][] = [];
  const simulation = openStage(
    {
      counties: THREE_COUNTIES,
      gateways: 2,
      scale: 1,
      years: 1,
      parameters: {
        ...INCOME_ALONE,
        incomeWeight: 1.5,
        distanceWeight: DISTANCE,
        sizeWeight: SIZE,
        choiceScale: 1,
        nestDissimilarity: dissimilarity,
        considerRate: 2,
        settleYears: 1000,
        // Nobody goes to work elsewhere by the day.
        commuteWeight: 1000,
      },
    },
    ["migration"],
    `nests of places ${dissimilarity}`,
    {
      thought: (person, _, { residence }, k) =>
        thoughts.push([world.households.home[world.persons.household[person]], residence[k]]),
    },
  );
  const { world } = simulation;
  const { settlements: s, zones: z, zonePairs, sizes } = world;
  castPeople(world, (home) => (s.tier[home] === VILLAGE ? Activity.searching : Activity.public));
  const places = [...Array(sizes.settlements).keys()];
  const villages = places.filter((j) => s.tier[j] === VILLAGE);
  for (const j of places) {
    s.jobChance[j] = EXPECTED / WAGE;
    s.wage[j] = WAGE;
    s.farmIncome[j] = 400;
    if (s.tier[j] !== OUTSIDE) continue;
    s.startWage[j] = EXPECTED / (1 - UNEMPLOYED);
    // As large as the cities here.
    s.size[j] /= 100;
  }
  const home = { search: 200, farm: 400 };
  for (const j of villages) s.jobChance[j] = home.search / WAGE;
  simulation.step();
  const open = places.filter((j) => s.tier[j] !== VILLAGE);

  return villages.map((from) => {
    const nestOf = (j: number): number =>
      s.tier[j] === OUTSIDE ? BEYOND : s.jurisdiction[j] === s.jurisdiction[from] ? COUNTY : REGION;
    const known = [s.town[from], s.seat[from], s.core[from]];
    const pull = (j: number): number => {
      const minutes = zonePairs.minutes[s.zone[from] * sizes.zones + s.zone[j]];
      return (z.size[s.zone[j]] / (JOURNEY_START + minutes)) * (s.size[j] / z.size[s.zone[j]]);
    };
    const all = open.reduce((sum, j) => sum + pull(j), 0);
    const byPull = (j: number): number => pull(j) / all;
    const expected = (j: number): number => known.filter((one) => one === j).length / 3 + 2 * byPull(j);
    const atHome: Option[] = [
      // Who looks for work at home already does so: no size counts.
      { nest: HOME, share: from, value: INCOME * Math.log(home.search), ln: 0 },
      { nest: HOME, share: from, value: INCOME * Math.log(home.farm), ln: 0 },
    ];
    const place = (j: number, times: number): Option => ({
      nest: nestOf(j),
      share: j,
      value: INCOME * Math.log(EXPECTED) + hoursTerm(world, from, j),
      ln: SIZE * Math.log(s.size[j] / 100_000) - Math.log(times),
    });
    const whole = sharesOf([...atHome, ...open.map((j) => place(j, 1))], dissimilarity, places.length);
    const sampled = (tau: number): number[] => {
      const mean = Array<number>(places.length).fill(0);
      for (const a of known) {
        for (const b of open) {
          for (const c of open) {
            const minds = [a, b, c].map((j) => place(j, expected(j)));
            const part = (byPull(b) * byPull(c)) / known.length;
            sharesOf([...atHome, ...minds], tau, places.length).forEach(
              (share, j) => (mean[j] += part * share),
            );
          }
        }
      }
      return mean;
    };
    const counts = Array<number>(places.length).fill(0);
    for (const [person, at] of thoughts) if (person === from) counts[at]++;
    const draws = counts.reduce((sum, count) => sum + count, 0);
    const engine = counts.map((count) => count / draws);
    const closed = sampled(dissimilarity);
    const byNest = (shares: readonly number[]): number[] => {
      const sums = Array<number>(NESTS).fill(0);
      shares.forEach((share, j) => (sums[j === from ? HOME : nestOf(j)] += share));
      return sums;
    };
    return {
      draws,
      engine,
      closed,
      whole,
      plain: sampled(1),
      nests: { engine: byNest(engine), closed: byNest(closed) },
    };
  });
}
