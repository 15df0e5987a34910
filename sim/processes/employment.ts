/**
 * Model step 2, work: jobs end, firms that want fewer hands let people go, firms that want more hire among those
 * who look for work in the place. Unemployment is what remains (Harris & Todaro 1970, AER 60:126-142).
 */
import { ALONE, openTotals } from "../numerics/crew.ts";
import { drawCounter, Purpose, purposeKey } from "../numerics/keyed.ts";
import { uniforms } from "../numerics/threefry-batch.ts";
import { gapsOf } from "../numerics/gaps.ts";
import { CHUNK, visitChunk } from "../numerics/visits.ts";
import { SECTORS } from "../world/jurisdictions.ts";
import { ACTIVITIES, Activity, ALIVE, SEARCHING } from "../world/persons.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { Process } from "./process.ts";

/** The four kinds of modern job: three sectors of firms, and public service. */
const KINDS = SECTORS + 1;

export const employment: Process = {
  name: "employment",
  reads: [
    "clock.personRows",
    "persons.key",
    "persons.flags",
    "persons.workplace",
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.postShare",
    "firms.wanted",
    "jurisdictions.publicWanted",
  ],
  writes: [
    "persons.activity",
    "settlements.searching",
    "settlements.processing",
    "settlements.manufacturing",
    "settlements.services",
    "settlements.public",
  ],
  prepare({ world, assumptions, root, crew = ALONE }) {
    const { persons: p, settlements: s, firms, jurisdictions, clock } = world;
    const { settlements: count, scale } = world.sizes;
    const leaveKey = purposeKey(root, Purpose.separate);
    const gaps = gapsOf(assumptions.separation);
    const visited = new Int32Array(CHUNK);
    const jobs = [s.processing, s.manufacturing, s.services, s.public];
    const changes = openTotals(crew, count * ACTIVITIES);
    const change = changes.own;
    /**
     * Chance of a change this month by place and what people do: to be hired for those who look for work, to be let go
     * beyond ordinary separation for workers, 0 for all others.
     */
    const chances = new Float64Array(count * ACTIVITIES);
    /** Which kinds hire at a place, cumulative shares. */
    const hireBy = new Float64Array(count * KINDS);

    const wantedHere = (j: number, kind: number): number => {
      if (kind < SECTORS) return firms.wanted[j * SECTORS + kind];
      // Schools and clinics stay where they stood: a post that falls vacant is offered again in its own place. Were posts
      // given out by who fills them now, a place would lose for good what it couldn't fill for a month.
      return s.postShare[j] * jurisdictions.publicWanted[s.jurisdiction[j]];
    };

    const plan = (): void => {
      for (let j = 0; j < count; j++) {
        let vacancies = 0;
        for (let kind = 0; kind < KINDS; kind++) {
          const employed = jobs[kind][j] * scale;
          const gap = wantedHere(j, kind) - employed;
          // Firms bear half an agent's worth of idle hands; it is the grain of the model, not of the world.
          const excess = -gap - scale / 2;
          chances[j * ACTIVITIES + Activity.processing + kind] =
            employed > 0 && excess > 0 ? (assumptions.dismissal * excess) / employed : 0;
          vacancies += Math.max(0, gap + assumptions.separation * employed);
          hireBy[j * KINDS + kind] = vacancies;
        }
        const searchers = s.searching[j] * scale;
        chances[j * ACTIVITIES + Activity.searching] = searchers > 0 ? Math.min(1, vacancies / searchers) : 0;
        if (vacancies > 0) for (let kind = 0; kind < KINDS; kind++) hireBy[j * KINDS + kind] /= vacancies;
      }
    };

    const turn = (person: number, activity: number): void => {
      const row = p.workplace[person] * ACTIVITIES;
      change[row + p.activity[person]]--;
      change[row + activity]++;
      p.activity[person] = activity;
    };

    const bookChanges = (): void => {
      for (let j = 0; j < count; j++) {
        const row = j * ACTIVITIES;
        s.searching[j] += change[row + Activity.searching];
        for (let kind = 0; kind < KINDS; kind++) jobs[kind][j] += change[row + Activity.processing + kind];
      }
    };

    const hireOne = (person: number, which: number): void => {
      const row = p.workplace[person] * KINDS;
      let kind = 0;
      while (kind < KINDS - 1 && hireBy[row + kind] <= which) kind++;
      turn(person, Activity.processing + kind);
    };

    /** Rows of one chunk whose work may change, with the luck that decides it. */
    const open = new Int32Array(CHUNK);
    const keys = new Uint32Array(CHUNK);
    const luck = new Float64Array(CHUNK);

    /** Writes the rows of [from, to) that have a chance of change to `open`, and returns how many there are. */
    const listOpen = (from: number, to: number): number => {
      const { activity, workplace, key } = p;
      const chanceOf = chances;
      let n = 0;
      for (let i = from; i < to; i++) {
        if (chanceOf[workplace[i] * ACTIVITIES + activity[i]] === 0) continue;
        keys[n] = key[i];
        open[n++] = i;
      }
      return n;
    };

    /** Those who look for work are hired, and those let go are told. */
    const turnOver = (month: number, from: number, to: number): void => {
      const n = listOpen(from, to);
      uniforms(leaveKey.key0, leaveKey.key1, keys, drawCounter(month, 1), luck, n);
      for (let k = 0; k < n; k++) {
        const i = open[k];
        const chance = chances[p.workplace[i] * ACTIVITIES + p.activity[i]];
        if (luck[k] >= chance) continue;
        if (p.activity[i] === SEARCHING) hireOne(i, luck[k] / chance);
        else turn(i, Activity.searching);
      }
    };

    /** Jobs end that both sides wanted to end. */
    const separate = (month: number, chunk: number, from: number, to: number): void => {
      const n = visitChunk(leaveKey, month, chunk, from, to, assumptions.separation, visited, gaps);
      for (let k = 0; k < n; k++) {
        const i = visited[k];
        const activity = p.activity[i];
        if ((p.flags[i] & ALIVE) === 0 || activity < Activity.processing || activity > Activity.public)
          continue;
        if (s.tier[p.workplace[i]] !== OUTSIDE) turn(i, Activity.searching);
      }
    };

    const changeWork = crew.loop({
      open: plan,
      work(month, chunk, from, to) {
        turnOver(month, from, to);
        separate(month, chunk, from, to);
      },
    });

    return (month) => {
      changes.clear();
      changeWork(month, clock.personRows[0]);
      changes.gather();
      bookChanges();
    };
  },
};
