/**
 * Who does what in the first month: farmers, workers of each sector and where they work, those who look for work,
 * pupils and the retired, in the proportions of the census.
 */
import { GOLDEN } from "../../numerics/constants.ts";
import { exp, pow } from "../../numerics/elementary.ts";
import { purposeKey, Purpose, rootKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { farmerShare } from "../../policy/farmGate.ts";
import { Activity, Mode } from "../../world/persons.ts";
import { OUTSIDE, TOWN, VILLAGE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";
import { censusOf } from "./census.ts";

/** The reciprocal of the plastic number: the phases of places fill the unit interval beside multiples of the golden. */
const PHASE = 0.7548776662466927;
/** National primary employment share fell from 36.7 % (2010) to 23.6 % (2020): by this factor a year. */
const PRIMARY_TREND = 0.957;
/** Part of secondary employment in farm processing where the census doesn't tell; assumed. */
const PROCESSING_OF_SECONDARY = 0.1;
/** Most of the harvest that is processed in the county at the start; assumed. */
const MOST_PROCESSED = 0.6;
/** A village's pull as a place of modern work, over its residents; towns and seats pull by theirs. Assumed. */
const VILLAGE_PULL = 0.5;
const OWN_PLACE_PULL = 2;
const COMMUTE_DECAY = 0.06;
/** Part of the people of 60-69 in villages who still farm; assumed. */
const OLD_FARMERS = 0.5;
/** Town residents farm this much less than villagers; assumed. */
const TOWN_FARMING = 0.3;

export interface EmploymentShares {
  readonly primary: number;
  readonly secondary: number;
  readonly tertiary: number;
}

/**
 * Employment by sector in the start year. Where that census has none, the last one before it, with the primary share
 * moved by the national trend and the others in their proportion; without any, from the rural share (assumed).
 */
export function employmentOf(scenario: Scenario, county: number): EmploymentShares {
  const now = censusOf(scenario, county);
  const known = scenario.world.counties[county].census
    .filter((row) => row.employment !== undefined && row.year <= scenario.start)
    .sort((a, b) => b.year - a.year)[0];
  if (known?.employment === undefined) {
    const primary = 0.6 * (1 - now.urban / now.residents);
    return { primary, secondary: 0.45 * (1 - primary), tertiary: 0.55 * (1 - primary) };
  }
  const { primary, secondary, tertiary } = known.employment;
  const moved = primary * pow(PRIMARY_TREND, scenario.start - known.year);
  const rest = (1 - moved) / (secondary + tertiary);
  return { primary: moved, secondary: secondary * rest, tertiary: tertiary * rest };
}

export function assignWork(world: World, scenario: Scenario, a: Assumptions): void {
  const { persons: p, settlements: s, reach, clock } = world;
  const counties = scenario.world.counties.length;
  const { key0, key1 } = purposeKey(rootKey(scenario.world.synthesisSeed), Purpose.synthesis);
  const draw = (index: number, person: number): number => uniform(key0, key1, 200 + index, person);
  const rows = clock.personRows[0];
  const ageOf = (i: number): number => Math.floor(-p.born[i] / 12);
  const participates = (i: number): boolean => draw(0, i) < a.participation;
  const shares = Array.from({ length: counties }, (_, county) => employmentOf(scenario, county));

  // First round: who is of age to work, by county and tier.
  const workers = new Float64Array(counties);
  const village = new Float64Array(counties);
  const town = new Float64Array(counties);
  for (let i = 0; i < rows; i++) {
    const place = p.residence[i];
    const age = ageOf(i);
    p.workplace[i] = place;
    p.activity[i] = Activity.none;
    if (age >= 60) p.activity[i] = Activity.retired;
    else if (age >= 16 && age * 12 >= 12 * (6 + p.schooling[i]) && participates(i)) {
      if (s.tier[place] === OUTSIDE) p.activity[i] = Activity.outside;
      else {
        p.activity[i] = Activity.searching;
        const county = s.jurisdiction[place];
        workers[county]++;
        if (s.tier[place] === VILLAGE) village[county]++;
        if (s.tier[place] === TOWN) town[county]++;
      }
    }
  }

  // Second round: farmers where land is, the older ones rather; everyone else a place of modern work.
  const pull = (from: number, to: number, minutes: number): number => {
    const mass = s.tier[to] === VILLAGE ? VILLAGE_PULL * s.residents[to] : s.residents[to];
    return (
      mass * (from === to && s.tier[to] !== VILLAGE ? OWN_PLACE_PULL : 1) * exp(-COMMUTE_DECAY * minutes)
    );
  };
  for (let i = 0; i < rows; i++) {
    const place = p.residence[i];
    const tier = s.tier[place];
    if (tier === OUTSIDE) continue;
    const county = s.jurisdiction[place];
    const age = ageOf(i);
    const farmPart =
      (shares[county].primary * workers[county]) / Math.max(1, village[county] + TOWN_FARMING * town[county]);
    const chance = Math.min(0.97, farmPart * (0.6 + 0.8 * ((age - 16) / 44)));
    const farms = tier === VILLAGE ? chance : tier === TOWN ? TOWN_FARMING * chance : 0;
    if (p.activity[i] === Activity.searching && p.mode[i] === Mode.home && draw(1, i) < farms) {
      p.activity[i] = Activity.farming;
    } else if (
      p.activity[i] === Activity.retired &&
      tier === VILLAGE &&
      age < 70 &&
      draw(1, i) < OLD_FARMERS
    ) {
      p.activity[i] = Activity.farming;
    } else if (p.activity[i] === Activity.searching) {
      let total = 0;
      const from = s.reachFrom[place];
      const end = from + s.reachCount[place];
      for (let row = from; row < end; row++) total += pull(place, reach.to[row], reach.minutes[row]);
      let target = draw(2, i) * total;
      let row = from;
      while (row < end - 1 && target >= pull(place, reach.to[row], reach.minutes[row])) {
        target -= pull(place, reach.to[row], reach.minutes[row]);
        row++;
      }
      p.workplace[i] = reach.to[row];
      if (row !== from && p.mode[i] === Mode.home) p.mode[i] = Mode.commuting;
    }
  }

  // Third round: kinds of modern job in even proportion at every place of work.
  const milling = millingShares(world, shares, a);
  const counter = new Int32Array(world.sizes.settlements);
  for (let i = 0; i < rows; i++) {
    if (p.activity[i] !== Activity.searching) continue;
    const place = p.workplace[i];
    const county = s.jurisdiction[place];
    const { secondary, tertiary } = shares[county];
    const modern = secondary + tertiary;
    const employed = 1 - a.naturalUnemployment;
    // Each place begins elsewhere, or the one worker of every small village would have the same kind of job.
    const at = ((place * PHASE + counter[place]++ * GOLDEN) % 1) / employed;
    if (at >= 1) continue; // frictional unemployment
    const mills = (secondary / modern) * milling[county];
    const works = (secondary / modern) * (1 - milling[county]);
    const offices = (tertiary / modern) * a.publicJobShare;
    p.activity[i] =
      at < mills
        ? Activity.processing
        : at < mills + works
          ? Activity.manufacturing
          : at < mills + works + offices
            ? Activity.public
            : Activity.services;
  }
}

/** Part of each county's secondary employment in farm processing: the usual one, or what the harvest keeps busy. */
function millingShares(world: World, shares: readonly EmploymentShares[], a: Assumptions): Float64Array {
  const { persons: p, settlements: s, clock } = world;
  const farmers = new Float64Array(shares.length);
  const modern = new Float64Array(shares.length);
  const wage = new Float64Array(shares.length);
  for (let i = 0; i < clock.personRows[0]; i++) {
    const place = p.workplace[i];
    if (s.tier[place] === OUTSIDE) continue;
    if (p.activity[i] === Activity.farming) farmers[s.jurisdiction[place]]++;
    else if (p.activity[i] === Activity.searching) {
      modern[s.jurisdiction[place]]++;
      wage[s.jurisdiction[place]] += s.wage[place];
    }
  }
  const processorShare = Math.max(0.02, 1 - a.retailMargin - a.farmerShareProcessed);
  return Float64Array.from(shares, ({ secondary, tertiary }, county) => {
    const jobs = (modern[county] * secondary) / (secondary + tertiary);
    if (jobs === 0) return 0;
    const retail =
      (farmers[county] * a.startFarmIncome) /
      farmerShare(a.farmerShareRaw, a.farmerShareProcessed, MOST_PROCESSED);
    const value = MOST_PROCESSED * processorShare * retail;
    const hands = (value * (1 - a.capitalShare)) / (wage[county] / modern[county]);
    return Math.min(PROCESSING_OF_SECONDARY, hands / jobs);
  });
}
