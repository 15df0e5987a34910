/** Who thinks about moving this month: a visit for everyone at the highest rate, thinned by what people do. */
import { drawCounter, type RootKey } from "../../numerics/keyed.ts";
import { uniforms } from "../../numerics/threefry-batch.ts";
import { gapsOf } from "../../numerics/gaps.ts";
import { CHUNK, visitChunk } from "../../numerics/visits.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { ACTIVITIES, Activity, CIRCULATING } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";

/** Those who look for work think this much more often about where to look than those who have it. Assumed. */
const SEARCHERS_FACTOR = 4;
/** The retired think about moving this much less often than those in work. Assumed. */
const RETIRED_FACTOR = 0.3;
/** Months for which a birth or a death in the family makes those away think of home; assumed. */
const NEWS_MONTHS = 6;

/** Chance that someone as keen as can be thinks about it in a month. */
export const considerations = (a: Assumptions): number =>
  Math.min(0.9, (a.considerRate * SEARCHERS_FACTOR) / 12);

/** Part of the highest rate at which someone who does this thinks about moving; pupils and rows of nobody never do. */
export function keenness(activity: number): number {
  if (activity === Activity.searching) return 1;
  if (activity === Activity.none) return 0;
  return (activity === Activity.retired ? RETIRED_FACTOR : 1) / SEARCHERS_FACTOR;
}

export interface Thinkers {
  /** Writes the rows of those of one chunk who think this month into `list`, rising; returns how many. */
  ofChunk(month: number, chunk: number, rows: number): number;
  readonly list: Int32Array;
}

/**
 * @param considerKey of the visits; @param thinKey of the draws that thin them, by luck key and month
 * @param eventFactor how much more often those away think after a birth or a death in the family
 */
export function openThinkers(
  { persons, households }: World,
  rate: number,
  considerKey: RootKey,
  thinKey: RootKey,
  eventFactor = 1,
): Thinkers {
  const { activity, key, mode, household } = persons;
  const { event } = households;
  const keen = Float64Array.from({ length: ACTIVITIES }, (_, doing) => keenness(doing));
  const gaps = gapsOf(rate);
  const visited = new Int32Array(CHUNK);
  const keys = new Uint32Array(CHUNK);
  const draws = new Float64Array(CHUNK);
  const list = visited;

  /** Whether someone away has had a birth or a death in the family of late. */
  const hasNews = (i: number, month: number): boolean =>
    mode[i] >= CIRCULATING && event[household[i]] > 0 && month + 1 - event[household[i]] <= NEWS_MONTHS;

  const ofChunk = (month: number, chunk: number, rows: number): number => {
    const from = chunk * CHUNK;
    const visits = visitChunk(
      considerKey,
      month,
      chunk,
      from,
      Math.min(rows, from + CHUNK),
      rate,
      visited,
      gaps,
    );
    let n = 0;
    for (let v = 0; v < visits; v++) {
      const i = visited[v];
      if (keen[activity[i]] === 0) continue;
      keys[n] = key[i];
      visited[n++] = i;
    }
    uniforms(thinKey.key0, thinKey.key1, keys, drawCounter(month, 0), draws, n);
    let thinking = 0;
    for (let v = 0; v < n; v++) {
      const i = visited[v];
      const usual = keen[activity[i]];
      if (draws[v] < usual || (draws[v] < usual * eventFactor && hasNews(i, month))) list[thinking++] = i;
    }
    return thinking;
  };

  return { ofChunk, list };
}
