/**
 * What would turn a claim in its first place, in two steps:
 *
 * 1. every assumption is moved to both ends of its range, in groups and with one seed each (`groups.ts`);
 * 2. those that stand out most towards turning the claim, at least half way to it or else the three that come nearest, are
 *    moved alone to the same end, with seeds that took no part in choosing them; one that turns it is followed back to
 *    where a straight line would turn it.
 *
 * A claim counts as turned where its effects with all seeds, moved by what the change does in the seeds of the second
 * step, lie on the other side of the verdict, and so does the whole 90 % interval of what it does. What is missed: an
 * assumption that does too little to stand out of the chance of so few runs, one that its company undoes, and one that
 * turns a claim on its way and back again at the end.
 */
import { mean } from "../../numerics/statistics.ts";
import { meanInterval } from "../analysis/bootstrap.ts";
import type { AskedRun } from "./arms.ts";
import type { Values } from "./claim.ts";
import { ends, valueAt, type Flip, type Pull, type Way } from "./flip.ts";
import { drawGroups, pickWays, type Group, type Tried } from "./groups.ts";
import { decidingOf, partOf, scaleOf, turnOf, type Shifts, type Standing } from "./standing.ts";

/** What a search is told of its claim. */
export interface Searched {
  readonly standings: readonly Standing[];
  readonly isConfirmed: boolean;
  readonly ways: readonly Way[];
  /** Seeds for step 1, and others for step 2. */
  readonly selectionSeeds: readonly string[];
  readonly trialSeeds: readonly string[];
  /** The runs that a change needs under some seeds. */
  readonly runsOf: (changed: Values, seeds: readonly string[]) => readonly AskedRun[];
  /** By how much a change moves each contrast, seed by seed; undefined where the world can't run so. */
  readonly shiftsOf: (changed: Values, seeds: readonly string[]) => readonly Shifts[] | undefined;
}

export interface Found {
  /** At most three, the smallest part of the way first. */
  readonly flips: readonly Flip[];
  /** Where nothing turned it: the assumptions that move most the effect on which it hangs, the strongest first. */
  readonly pulls: readonly Pull[];
  /** Ways that could not be tried, since the world refuses to run so. */
  readonly refused: number;
}

/** Asks for runs, which have been performed when it goes on. */
export type Search<T> = Generator<readonly AskedRun[], T, void>;

/** In how many companies each way is moved. */
export const ROUNDS = 2;
/** Ways that stand out of the groups; those of them that are moved alone at most; and how many of these are told. */
const STANDING_OUT = 24;
export const ALONE = 8;
export const TOLD = 3;

export function* searchTurns(searched: Searched): Search<Found> {
  const { standings, isConfirmed, ways } = searched;
  const { tried, refused } = yield* moveGroups(searched);
  const usual = turnOf(
    standings,
    standings.map(() => 0),
    isConfirmed,
  );
  const nearest = pickWays(tried, standings.map(scaleOf), STANDING_OUT)
    .map(({ way, shifts }) => ({ way: ways[way], part: 1, turn: turnOf(standings, shifts, isConfirmed) }))
    .sort((a, b) => b.turn - a.turn)
    // What comes less than half way to turning the claim is looked at only to tell what moves it most.
    .filter(({ turn }, k) => k < TOLD || (k < ALONE && turn > usual / 2));
  const trials = yield* tryParts(searched, nearest);
  const turned = trials.filter(({ isTurned }) => isTurned);
  if (turned.length === 0) {
    return { flips: [], pulls: pullsOf(trials, standings), refused };
  }
  const back = yield* followBack(searched, turned);
  const flips = back.map(({ way, part }): Flip => ({ ...way, part, value: valueAt(way, part) }));
  return { flips: flips.sort((a, b) => a.part - b.part).slice(0, TOLD), pulls: [], refused };
}

/** Step 1. Where the world refuses a group, its halves are tried, down to the way that it refuses alone. */
function* moveGroups({
  ways,
  selectionSeeds,
  runsOf,
  shiftsOf,
}: Searched): Search<{ readonly tried: readonly Tried[]; readonly refused: number }> {
  const changeOf = (group: Group): Values => ends(group.map((way) => ways[way]));
  let open = drawGroups(ways, ROUNDS).map((group, k) => ({
    group,
    seeds: [selectionSeeds[k % selectionSeeds.length]],
  }));
  const tried: Tried[] = [];
  const refused = new Set<number>();
  while (open.length > 0) {
    yield open.flatMap(({ group, seeds }) => runsOf(changeOf(group), seeds));
    open = open.flatMap(({ group, seeds }) => {
      const bySeed = shiftsOf(changeOf(group), seeds);
      const middle = Math.ceil(group.length / 2);
      if (bySeed !== undefined) tried.push({ group, shifts: meanShifts(bySeed) });
      else if (group.length === 1) refused.add(group[0]);
      else return [group.slice(0, middle), group.slice(middle)].map((half) => ({ group: half, seeds }));
      return [];
    });
  }
  return { tried, refused: refused.size };
}

/** A way gone to a part, and what came of it. */
interface Trial {
  readonly way: Way;
  readonly part: number;
  /** What it does to each contrast, mean over the seeds. */
  readonly shifts: Shifts;
  /** How far the claim is turned by that (`turnOf`), and whether by the whole interval of what it does. */
  readonly turn: number;
  readonly isTurned: boolean;
}

/** Step 2, for several ways at a time; those that the world refuses are left out. */
function* tryParts(
  { standings, isConfirmed, trialSeeds, runsOf, shiftsOf }: Searched,
  tried: readonly Pick<Trial, "way" | "part">[],
): Search<Trial[]> {
  const asked = tried.map((one) => ({ ...one, changed: { [one.way.id]: valueAt(one.way, one.part) } }));
  yield asked.flatMap(({ changed }) => runsOf(changed, trialSeeds));
  return asked.flatMap(({ way, part, changed }): Trial[] => {
    const bySeed = shiftsOf(changed, trialSeeds);
    if (bySeed === undefined) return [];
    const shifts = meanShifts(bySeed);
    const turn = turnOf(standings, shifts, isConfirmed);
    return [
      {
        way,
        part,
        shifts,
        turn,
        isTurned: turnOf(standings, timid(bySeed, standings, isConfirmed), isConfirmed) > 0,
      },
    ];
  });
}

/** From the end back to the eighth at which a straight line turns the claim, or half way there; the end, if neither does. */
function* followBack(searched: Searched, turned: readonly Trial[]): Search<Trial[]> {
  const { standings, isConfirmed } = searched;
  // One assumption at a time can't turn the claim sooner than its line does: the soonest three are looked at.
  const lines = turned
    .map((trial) => ({ trial, part: partOf(standings, trial.shifts, isConfirmed) }))
    .sort((a, b) => a.part - b.part)
    .slice(0, TOLD);
  const nearer = yield* tryParts(
    searched,
    lines.map(({ trial, part }) => ({ way: trial.way, part })),
  );
  const open = lines.filter(
    ({ trial }) => !nearer.some(({ way, isTurned }) => way === trial.way && isTurned),
  );
  const half =
    open.length === 0
      ? []
      : yield* tryParts(
          searched,
          open.map(({ trial, part }) => ({ way: trial.way, part: (1 + part) / 2 })),
        );
  return lines.map(
    ({ trial }) => [...nearer, ...half].find(({ way, isTurned }) => way === trial.way && isTurned) ?? trial,
  );
}

const meanShifts = (bySeed: readonly Shifts[]): number[] =>
  bySeed[0].map((_, c) => mean(bySeed.map((shifts) => shifts[c])));

/** Of what a change does to each contrast, the end of the 90 % interval that turns the claim least. */
function timid(bySeed: readonly Shifts[], standings: readonly Standing[], isConfirmed: boolean): number[] {
  return standings.map(({ contrast: { id, claimed } }, c) => {
    const { low, high } = meanInterval(
      bySeed.map((shifts) => shifts[c]),
      `what a change does to ${id}`,
    );
    return (claimed === "above") === isConfirmed ? high : low;
  });
}

/** What moves the contrast most on which the claim hangs as it stands. */
function pullsOf(trials: readonly Trial[], standings: readonly Standing[]): Pull[] {
  const { index } = decidingOf(
    standings,
    standings.map(() => 0),
  );
  const { contrast, effect } = standings[index];
  return [...trials]
    .sort((a, b) => Math.abs(b.shifts[index]) - Math.abs(a.shifts[index]))
    .slice(0, TOLD)
    .map(({ way, shifts }) => ({
      ...way,
      contrast: contrast.id,
      usual: effect.mean,
      moved: effect.mean + shifts[index],
    }));
}

/**
 * Goes on with several searches at the same pace: all that they ask for at a time is performed together, so that no
 * thread waits for the end of one claim.
 */
export async function inStep<T>(
  searches: readonly Search<T>[],
  perform: (asked: readonly AskedRun[], step: number) => Promise<void>,
): Promise<T[]> {
  const found = new Map<number, T>();
  for (let step = 1; found.size < searches.length; step++) {
    const asked: AskedRun[] = [];
    for (const [k, search] of searches.entries()) {
      if (found.has(k)) continue;
      const next = search.next();
      if (next.done === true) found.set(k, next.value);
      else asked.push(...next.value);
    }
    if (asked.length > 0) await perform(asked, step);
  }
  return searches.map((_, k) => found.get(k)!);
}
