/**
 * The recorder: at the start and after each year it observes the world and keeps indicators, flows and residents.
 * It holds its own arrays and writes nothing into the world, so a run with and without it is the same run.
 */
import type { Crew } from "../numerics/crew.ts";
import type { Assumptions } from "../policy/parameters.ts";
import type { World } from "../world/world.ts";
import { MEASURES } from "./catalogue.ts";
import { openCensus } from "./census.ts";
import { type CountyPeople, countCounties, countyPeople } from "./counties.ts";
import { keepMotives, type Motives, noMotives } from "./motives.ts";
import { type Levels, observe, type Observation } from "./observation.ts";

/** Kinds of flow between zones; people and commuting in persons, the others in yuan. */
export const FLOW_KINDS = ["people", "commuting", "capital", "remittances", "landValue"] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

export interface Records {
  readonly indicators: Record<string, Float64Array>;
  readonly flows: Record<FlowKind, Float64Array>;
  readonly population: Int32Array;
  readonly counties: CountyPeople;
  readonly motives: Motives;
  /** Planned and paid spending by county in each year, flat by year and jurisdiction. */
  readonly planned: Float64Array;
  readonly paid: Float64Array;
  /** What each policy has cost each payer by the end of each year, flat by year and row of outlays; none at the start. */
  readonly outlays: Float64Array;
}

/** What is recorded of a run where not everything is: these indicators in these years, 0 being the start. */
export interface RecordSelection {
  readonly indicators: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
}

export interface Recorder {
  /**
   * Observes after `year` years (0 is the start), with the help of the crew; returns what measures and keeps what was
   * observed, which needs nobody's help. The world must be the same still when that is called.
   */
  observe(year: number, levels: Levels): () => void;
  readonly records: Records;
}

/**
 * @param crew who shares the yearly census; one thread without it
 * @param selection what is recorded; everything without it
 */
export function createRecorder(
  world: World,
  assumptions: Assumptions,
  years: number,
  {
    crew,
    selection,
  }: { readonly crew?: Crew | undefined; readonly selection?: RecordSelection | undefined } = {},
): Recorder {
  const measures =
    selection === undefined ? MEASURES : MEASURES.filter(({ id }) => selection.indicators.has(id));
  // What happens in a year is told from the observation before it.
  const isLookedAt = (year: number): boolean =>
    selection === undefined || selection.years.has(year) || selection.years.has(year + 1);
  const { settlements, zones, jurisdictions, scale } = world.sizes;
  const pairs = zones * zones;
  const records: Records = {
    indicators: Object.fromEntries(measures.map(({ id }) => [id, new Float64Array(years + 1).fill(NaN)])),
    flows: {
      people: new Float64Array(years * pairs),
      commuting: new Float64Array(years * pairs),
      capital: new Float64Array(years * pairs),
      remittances: new Float64Array(years * pairs),
      landValue: new Float64Array(years * pairs),
    },
    population: new Int32Array((years + 1) * settlements),
    counties: countyPeople(world, years),
    motives: noMotives(years),
    planned: new Float64Array(years * jurisdictions),
    paid: new Float64Array(years * jurisdictions),
    outlays: new Float64Array((years + 1) * world.outlays.cost.length),
  };
  const take = openCensus(world, assumptions, crew);
  let before: Observation | undefined;

  const keepFlows = (year: number, now: Observation, last: Observation): void => {
    const at = (year - 1) * pairs;
    for (let pair = 0; pair < pairs; pair++) {
      for (const kind of ["people", "capital", "remittances", "landValue"] as const) {
        records.flows[kind][at + pair] = now.sums[kind][pair] - last.sums[kind][pair];
      }
      records.flows.commuting[at + pair] = now.commuting[pair];
    }
    for (let c = 0; c < jurisdictions; c++) {
      records.planned[(year - 1) * jurisdictions + c] = now.sums.planned[c] - last.sums.planned[c];
      records.paid[(year - 1) * jurisdictions + c] = now.sums.paidBy[c] - last.sums.paidBy[c];
    }
  };

  const keep = (year: number, now: Observation): void => {
    if (selection === undefined || selection.years.has(year)) {
      for (const { id, measure } of measures) records.indicators[id][year] = measure(now, before);
    }
    for (let j = 0; j < settlements; j++) {
      records.population[year * settlements + j] = world.settlements.residents[j] * scale;
    }
    records.outlays.set(world.outlays.cost, year * world.outlays.cost.length);
    countCounties(now, year, records.counties);
    if (before !== undefined) {
      keepFlows(year, now, before);
      keepMotives(year - 1, now, before, records.motives);
    }
    before = now;
  };

  return {
    records,
    observe(year, levels) {
      if (!isLookedAt(year)) return () => (before = undefined);
      const now = observe(world, assumptions, year * 12, levels, take);
      return () => keep(year, now);
    },
  };
}
