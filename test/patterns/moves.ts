/** Patterns of moves: distance, age, those who went before. */
import { ln } from "../../sim/numerics/elementary.ts";
import { poissonRegression } from "../../sim/numerics/poisson.ts";
import { minutesBetween } from "../../sim/world/travel.ts";
import { OUTSIDE, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import type { Figure, Finding, Pattern } from "./pattern.ts";
import { AGES, HALF, type Tale } from "./tale.ts";

/** A slope of a regression is there when it is three of its errors away from 0. */
const CLEAR = 3;

/** Residents of each town with its villages, and of each seat and core, by row of the town, seat or core. */
function townships({ settlements: s, sizes }: World): Map<number, number> {
  const residents = new Map<number, number>();
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== OUTSIDE) residents.set(s.town[j], (residents.get(s.town[j]) ?? 0) + s.residents[j]);
  }
  return residents;
}

/**
 * How flows between townships fall with minutes: slope of the logarithm, sizes of both ends held.
 *
 * @param counts whether a pair of townships is looked at, by whether both are in one county; all are by default
 */
export function distanceDecay(
  { moves, half: world }: Tale,
  counts: (within: boolean) => boolean = () => true,
): Finding {
  const { town, jurisdiction } = world.settlements;
  const residents = [...townships(world)].filter(([, people]) => people > 0);
  const flows = new Map<string, number>();
  for (const { from, to } of moves) {
    const pair = `${town[from]} ${town[to]}`;
    flows.set(pair, (flows.get(pair) ?? 0) + 1);
  }
  const observed: number[] = [];
  const x: number[] = [];
  for (const [from, left] of residents) {
    for (const [to, there] of residents) {
      if (from === to || !counts(jurisdiction[from] === jurisdiction[to])) continue;
      observed.push(flows.get(`${from} ${to}`) ?? 0);
      x.push(1, ln(left), ln(there), ln(minutesBetween(world, from, to)));
    }
  }
  const { slopes, errors } = poissonRegression(observed, x, 4);
  return { value: slopes[3], error: errors[3] };
}

/** Moves from villages to towns and farther, over villagers, by age; mean over five ages, the middle one named. */
export function leavingByAge({ moves, villagers, start }: Tale): Float64Array {
  const { tier } = start.settlements;
  const left = new Float64Array(AGES);
  for (const { from, to, age } of moves) {
    if (tier[from] === VILLAGE && tier[to] !== VILLAGE) left[Math.min(AGES - 1, age)]++;
  }
  const around = (counts: Float64Array, age: number): number =>
    counts.subarray(Math.max(0, age - 2), age + 3).reduce((sum, count) => sum + count, 0);
  return left.map((_, age) => around(left, age) / Math.max(1, around(villagers, age)));
}

export function peakAge(tale: Tale): Finding {
  const rates = leavingByAge(tale);
  return { value: rates.indexOf(Math.max(...rates)) };
}

/** How moves from a village in the second half go with the share of its people who were there before. */
export function chain({ moves, half: world }: Tale): Finding {
  const { settlements: s, zones: z, network, sizes } = world;
  const later = new Map<number, number>();
  for (const { from, to, home, year } of moves) {
    if (year < HALF || from !== home) continue;
    const pair = home * sizes.zones + s.zone[to];
    later.set(pair, (later.get(pair) ?? 0) + 1);
  }
  const counts: number[] = [];
  const x: number[] = [];
  for (let village = 0; village < sizes.settlements; village++) {
    if (s.tier[village] !== VILLAGE) continue;
    const there = network.count.subarray(village * sizes.zones, (village + 1) * sizes.zones);
    const people = there.reduce((sum, count) => sum + count, 0);
    if (people === 0) continue;
    for (let zone = 0; zone < sizes.zones; zone++) {
      if (z.tier[zone] === VILLAGE || z.size[zone] === 0) continue;
      const near = zone === s.zone[s.town[village]] ? s.town[village] : z.first[zone];
      const minutes = Math.max(5, minutesBetween(world, village, near));
      counts.push(later.get(village * sizes.zones + zone) ?? 0);
      x.push(1, ln(people), ln(z.size[zone]), ln(minutes), there[zone] / people);
    }
  }
  const { slopes, errors } = poissonRegression(counts, x, 5);
  return { value: slopes[4], error: errors[4] };
}

const aboveErrors = (value: number, error = 0): boolean => value > CLEAR * error;

export const movePatterns: readonly Pattern[] = [
  {
    sentence: "moves between townships fall with travel time",
    figure:
      "slope of ln(moves) over ln(minutes) at given residents of both ends; each town with its villages, seats and cores",
    source: "sign: Fan et al. 2018 (Sustainability 10:618); Pu et al. 2019 (Demographic Research 41:31)",
    putIn:
      "each weighs hours from home, family and county; places of the own county and large near ones come to mind more often. The slope of flows is nowhere",
    digits: 2,
    measure: (tale) => distanceDecay(tale),
    isThere: ({ value, error }) => aboveErrors(-value, error),
  },
  {
    sentence: "those who leave villages leave most often between 18 and 30",
    figure: "age at which moves from villages to towns and farther, over villagers, are highest; years",
    source: "Rogers & Castro 1981 (IIASA RR-81-30)",
    putIn: "nobody moves alone before 16 or while at school; a gain in income counts for the years until 65",
    digits: 0,
    measure: peakAge,
    isThere: ({ value }) => value >= 18 && value <= 30,
  },
  {
    sentence: "villagers go where others of their village went before, beyond size and distance",
    figure:
      "slope of ln(moves of years 6-10) over the share of the village's people in the zone after 5 years, at given people, size of the zone and minutes",
    source: "Chen, Jin & Yue 2010 (NBER w15671)",
    putIn: "each weighs the share of co-villagers there; places where they live come to mind more often",
    digits: 2,
    measure: chain,
    isThere: ({ value, error }) => aboveErrors(value, error),
  },
];

/** The parts of the decay over all townships: inside counties, and from one to another. */
export const decayParts: readonly Figure[] = [
  {
    sentence: "moves within counties alone",
    digits: 2,
    measure: (tale) => distanceDecay(tale, (within) => within),
  },
  {
    sentence: "moves between counties alone",
    digits: 2,
    measure: (tale) => distanceDecay(tale, (within) => !within),
  },
];
