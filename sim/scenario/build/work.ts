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

export interface EmploymentShares {
  readonly primary: number;
  readonly secondary: number;
  readonly tertiary: number;
}

/**
 * Employment by sector in the start year. Where that census has none, the last one before it, with the primary share
 * moved by its trend and the others in their proportion; without any, from the rural share (assumed).
 */
export function employmentOf(
  scenario: Scenario,
  county: number,
  a: Pick<Assumptions, "primaryTrend">,
): EmploymentShares {
  const now = censusOf(scenario, county);
  const known = scenario.world.counties[county].census
    .filter((row) => row.employment !== undefined && row.year <= scenario.start)
    .sort((one, other) => other.year - one.year)[0];
  if (known?.employment === undefined) {
    const primary = 0.6 * (1 - now.urban / now.residents);
    return { primary, secondary: 0.45 * (1 - primary), tertiary: 0.55 * (1 - primary) };
  }
  const { primary, secondary, tertiary } = known.employment;
  const moved = primary * pow(a.primaryTrend, scenario.start - known.year);
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
  const shares = Array.from({ length: counties }, (_, county) => employmentOf(scenario, county, a));

  // First round: who is of age to work, by county and tier.
  const workers = new Float64Array(counties);
  const village = new Float64Array(counties);
  const town = new Float64Array(counties);
  for (let i = 0; i < rows; i++) {
    const place = p.residence[i];
    const age = ageOf(i);
    p.workplace[i] = place;
    p.activity[i] = Activity.none;
    if (age >= a.retirementAge) p.activity[i] = Activity.retired;
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
    const mass = s.tier[to] === VILLAGE ? a.startVillagePull * s.residents[to] : s.residents[to];
    return (
      mass *
      (from === to && s.tier[to] !== VILLAGE ? a.startOwnPlacePull : 1) *
      exp(-a.startTripDecay * minutes)
    );
  };
  for (let i = 0; i < rows; i++) {
    const place = p.residence[i];
    const tier = s.tier[place];
    if (tier === OUTSIDE) continue;
    const county = s.jurisdiction[place];
    const age = ageOf(i);
    const farmPart =
      (shares[county].primary * workers[county]) /
      Math.max(1, village[county] + a.townFarming * town[county]);
    const chance = Math.min(0.97, farmPart * (0.6 + 0.8 * ((age - 16) / (a.retirementAge - 16))));
    const farms = tier === VILLAGE ? chance : tier === TOWN ? a.townFarming * chance : 0;
    if (p.activity[i] === Activity.searching && p.mode[i] === Mode.home && draw(1, i) < farms) {
      p.activity[i] = Activity.farming;
    } else if (
      p.activity[i] === Activity.retired &&
      tier === VILLAGE &&
      age < a.farmRetirementAge &&
      draw(1, i) < a.oldFarmers
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
      farmerShare(a.farmerShareRaw, a.farmerShareProcessed, a.startProcessed);
    const value = a.startProcessed * processorShare * retail;
    const hands = (value * (1 - a.capitalShare)) / (wage[county] / modern[county]);
    return Math.min(a.startProcessing, hands / jobs);
  });
}
