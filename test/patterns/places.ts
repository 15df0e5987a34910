/** Patterns of places: sizes of towns and cities, savings that leave, ages that stay behind. */
import { rankSize } from "../../sim/numerics/rankSize.ts";
import { spearman } from "../../sim/numerics/statistics.ts";
import { CORE, SEAT, TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import type { Finding, Pattern } from "./pattern.ts";
import { type Tale, YEARS } from "./tale.ts";

/** The last row of jurisdictions is the outside. */
const countiesOf = ({ sizes }: World): number => sizes.jurisdictions - 1;
const eachCounty = (world: World): number[] => Array.from({ length: countiesOf(world) }, (_, c) => c);

export function cities({ settlements: s }: World): Finding {
  const { slope, error } = rankSize(s.residents.filter((_, j) => s.tier[j] >= TOWN && s.tier[j] <= CORE));
  return { value: slope, error };
}

/** Loans of the county's savings elsewhere, less those of others' savings in it, over its deposits. */
function netOutflow({ zones: z, zonePairs, settlements: s, sizes }: World, county: number): number {
  let net = 0;
  for (let pair = 0; pair < zonePairs.loans.length; pair++) {
    const from = z.jurisdiction[Math.floor(pair / sizes.zones)] === county ? 1 : 0;
    const to = z.jurisdiction[pair % sizes.zones] === county ? 1 : 0;
    net += (from - to) * zonePairs.loans[pair];
  }
  return net / s.deposits.reduce((sum, held, j) => sum + (s.jurisdiction[j] === county ? held : 0), 0);
}

/** What is earned in a county this month by farmers and in modern work, over its residents. */
function earnedPerHead({ settlements: s }: World, county: number): number {
  let earned = 0;
  let people = 0;
  s.jurisdiction.forEach((of, j) => {
    if (of !== county) return;
    const modern = s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
    earned += s.farmers[j] * s.farmIncome[j] + modern * s.wage[j];
    people += s.residents[j];
  });
  return earned / people;
}

export const outflow = ({ end }: Tale): Finding => ({
  value: spearman(
    eachCounty(end).map((c) => netOutflow(end, c)),
    eachCounty(end).map((c) => earnedPerHead(end, c)),
  ),
});

const OLD_MONTHS = 65 * 12;

/** Agents of 65 and more by settlement. */
function oldBySettlement({ persons: p, clock, sizes }: World): Float64Array {
  const old = new Float64Array(sizes.settlements);
  for (let i = 0; i < clock.personRows[0]; i++) {
    if (p.flags[i] !== 0 && clock.month[0] - p.born[i] >= OLD_MONTHS) old[p.residence[i]]++;
  }
  return old;
}

/** Percentage points by which the share of those of 65 and more in some places rose. */
function rise({ start, end }: Tale, isOne: (j: number) => boolean): number {
  const share = (world: World): number => {
    let old = 0;
    let people = 0;
    oldBySettlement(world).forEach((count, j) => {
      if (!isOne(j)) return;
      old += count;
      people += world.settlements.residents[j];
    });
    return (100 * old) / people;
  };
  return share(end) - share(start);
}

export function leftBehind(tale: Tale): Finding {
  const { tier } = tale.start.settlements;
  const cityTiers = (j: number): boolean => tier[j] === SEAT || tier[j] === CORE;
  return { value: rise(tale, (j) => tier[j] === VILLAGE) - rise(tale, cityTiers) };
}

/** Share of those whose home is among some settlements and who live in zones that `isAway` of the home. */
function awayShare(
  { network, settlements: s, sizes }: World,
  isHome: (j: number) => boolean,
  isAway: (j: number, zone: number) => boolean,
): number {
  let away = 0;
  let all = 0;
  for (let j = 0; j < sizes.settlements; j++) {
    if (!isHome(j)) continue;
    for (let zone = 0; zone < sizes.zones; zone++) {
      const people = network.count[j * sizes.zones + zone];
      all += people;
      if (isAway(j, zone) && zone !== s.zone[j]) away += people;
    }
  }
  return away / all;
}

export function countyAgeing({ start, counties: { old, residents } }: Tale): Finding {
  const { settlements: s, zones: z } = start;
  const counties = eachCounty(start);
  const last = YEARS * counties.length;
  return {
    value: spearman(
      counties.map((c) =>
        awayShare(
          start,
          (j) => s.jurisdiction[j] === c,
          (_, zone) => z.jurisdiction[zone] !== c,
        ),
      ),
      counties.map((c) => old[last + c] / residents[last + c] - old[c] / residents[c]),
    ),
  };
}

/** A few agents have no share worth the name. */
const LEAST_AGENTS = 3;

export function villageAgeing({ start, end }: Tale): Finding {
  const { tier, residents } = start.settlements;
  const before = oldBySettlement(start);
  const after = oldBySettlement(end);
  const away: number[] = [];
  const older: number[] = [];
  for (let j = 0; j < start.sizes.settlements; j++) {
    const now = end.settlements.residents[j];
    if (tier[j] !== VILLAGE || residents[j] < LEAST_AGENTS || now < LEAST_AGENTS) continue;
    away.push(
      awayShare(
        start,
        (k) => k === j,
        () => true,
      ),
    );
    older.push(after[j] / now - before[j] / residents[j]);
  }
  return { value: spearman(away, older), error: 1 / Math.sqrt(away.length - 1) };
}

export const placePatterns: readonly Pattern[] = [
  {
    sentence: "sizes of towns and cities follow Zipf's law",
    figure:
      "slope z of ln(rank - 1/2) = c - z ln(residents) over towns, seats and cores; 1 within two errors",
    source: "Gabaix & Ibragimov 2011 (JBES 29:24-39)",
    putIn: "sizes of the start are the scenario's, those of towns partly synthesised: their slope is 0.79",
    digits: 2,
    measure: ({ end }) => cities(end),
    isThere: ({ value, error = 0 }) => Math.abs(value - 1) <= 2 * error,
    missing:
      "sizes are spread wider than Zipf's already at the start, and movers prefer large labour markets, which spreads them more in most runs",
  },
  {
    sentence: "savings leave poor counties most",
    figure:
      "rank correlation over the six counties of net loans elsewhere, over deposits, with earnings per resident",
    source: "Zhou Tianyun 2018, on outflow of capital from counties",
    putIn: "lenders seek returns and shun distance; no county is told how much leaves it",
    digits: 2,
    measure: outflow,
    isThere: ({ value }) => value < 0,
  },
  {
    sentence: "villages age faster than cities",
    figure: "rise of the share of 65 and more in ten years, villages less seats and cores; percentage points",
    source:
      "65 and more in 2020: 17.7 % in the country's villages, 11.1 % in its cities (quoted from memory)",
    putIn: "ages of the start are those of the census, by county",
    digits: 1,
    measure: leftBehind,
    isThere: ({ value }) => value > 0,
  },
  {
    sentence: "counties with more of their people away age more",
    figure:
      "rank correlation over the six counties of the share away from the county at the start with the rise of the share of 65 and more",
    source: "the same, between counties; no published coefficient",
    putIn: "ages and people away at the start are those of the scenario, by county",
    digits: 2,
    measure: countyAgeing,
    isThere: ({ value }) => value > 0,
  },
  {
    sentence: "villages with more of their people away age more",
    figure:
      "the same over villages of three agents and more, away from the villages of the county; above two errors",
    source: "the same, between villages; no published coefficient",
    putIn: "people away at the start are shared out evenly among the villages of a county",
    digits: 2,
    measure: villageAgeing,
    isThere: ({ value, error = NaN }) => value > 2 * error,
    missing:
      "no figures of single villages went in: at the start all villages of a county have nearly the same share away (it varies less than by lot), so what tells them apart is luck of some eight agents. A run with 20 persons an agent has 0.09",
  },
];
