/** Who of a county's residents came from elsewhere, and from where. */
import type { Assumptions } from "../../policy/parameters.ts";
import { Mode } from "../../world/persons.ts";
import { evenStep, split } from "./evenly.ts";
import type { Gap } from "./gap.ts";
import type { Places } from "./places.ts";
import type { Villages } from "./residents.ts";
import type { Roster } from "./roster.ts";
import { chooseWorkers, workersOf } from "./workers.ts";

interface Origins {
  /** Agents of each county who live elsewhere in the region. */
  readonly fromCounty: Int32Array;
  /** Agents in each county who came from beyond the region. */
  readonly fromBeyond: Int32Array;
}

/**
 * Who came from elsewhere: workers of seats and towns, and of villages. Homes of those who came from the region are
 * dealt out among the villages of other counties whose people are away; all others came from beyond.
 */
export function bringNewcomers(
  roster: Roster,
  places: Places,
  gaps: readonly (Gap & Villages)[],
  assumptions: Assumptions,
): Origins {
  const total = (figure: (gap: Gap) => number): number => gaps.reduce((sum, gap) => sum + figure(gap), 0);
  const within = Math.min(
    total(({ away }) => away),
    total(({ fromRegion }) => fromRegion),
  );
  const wanted = split(
    within,
    gaps.map(({ fromRegion }) => fromRegion),
  );
  const origins = gaps.map(({ villages, weights, away }, county) => {
    const left = Math.min(away, within);
    return { county, left, at: 0, homes: evenlyMixed(split(left, weights), villages) };
  });
  const workers = workersOf(roster, places, gaps.length);
  const fromCounty = new Int32Array(gaps.length);
  const fromBeyond = new Int32Array(gaps.length);
  gaps.forEach(({ newcomers }, county) => {
    const others = origins.filter((origin) => origin.county !== county);
    const chosen = chooseWorkers(workers[county], newcomers, assumptions.newcomersUrban);
    const before = (n: number): number => Math.floor((n * wanted[county]) / chosen.length);
    chosen.forEach((id, n) => {
      roster.awayMonths[id] = roster.stay(id);
      // Those from the region lie evenly among all newcomers.
      const origin = before(n + 1) > before(n) ? mostLeft(others) : undefined;
      if (origin === undefined) {
        fromBeyond[county]++;
        roster.mode[id] = Mode.settled;
        return;
      }
      const home = origin.homes[origin.at++];
      origin.left--;
      fromCounty[origin.county]++;
      roster.home[id] = home;
      roster.mode[id] = Mode.circulating;
    });
  });
  return { fromCounty, fromBeyond };
}

/** The origin that has most people left to send; the first of equals; none where all are used up. */
function mostLeft<T extends { readonly left: number }>(origins: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const origin of origins) if (origin.left > (best?.left ?? 0)) best = origin;
  return best;
}

/** Each village as often as it has agents, in an order in which neighbours lie far apart. */
function evenlyMixed(counts: Int32Array, villages: readonly number[]): Int32Array {
  const all = new Int32Array(counts.reduce((sum, agents) => sum + agents, 0));
  let at = 0;
  counts.forEach((agents, k) => all.fill(villages[k], at, (at += agents)));
  const step = evenStep(Math.max(1, all.length));
  return all.map((_, k) => all[(k * step) % all.length]);
}
