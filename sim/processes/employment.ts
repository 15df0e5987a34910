/**
 * Model step 2, work: jobs end, firms that want fewer hands let people go, firms that want more hire among those
 * who look for work in the place. Unemployment is what remains (Harris & Todaro 1970, AER 60:126-142).
 */
import { drawCounter, Purpose, purposeKey } from "../numerics/keyed.ts";
import { uniform } from "../numerics/threefry.ts";
import { CHUNK, visitChunk } from "../numerics/visits.ts";
import { SECTORS } from "../world/jurisdictions.ts";
import { Activity, ALIVE } from "../world/persons.ts";
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
    "firms.wanted",
    "jurisdictions.publicWanted",
    "jurisdictions.publicWorkers",
  ],
  writes: [
    "persons.activity",
    "settlements.searching",
    "settlements.processing",
    "settlements.manufacturing",
    "settlements.services",
    "settlements.public",
  ],
  prepare({ world, assumptions, root }) {
    const { persons: p, settlements: s, firms, jurisdictions, clock } = world;
    const { settlements: count, scale } = world.sizes;
    const hireKey = purposeKey(root, Purpose.hire);
    const leaveKey = purposeKey(root, Purpose.separate);
    const visited = new Int32Array(CHUNK);
    const jobs = [s.processing, s.manufacturing, s.services, s.public];
    /** Chance this month that a searcher of the place is hired, and by which kinds, cumulative. */
    const hire = new Float64Array(count);
    const hireBy = new Float64Array(count * KINDS);
    /** Chance that a worker of a place and kind is let go beyond ordinary separation. */
    const dismiss = new Float64Array(count * KINDS);
    let anyDismissed = false;

    const wantedHere = (j: number, kind: number): number => {
      if (kind < SECTORS) return firms.wanted[j * SECTORS + kind];
      // Public posts are given out over the county in the proportion in which they stand.
      const county = s.jurisdiction[j];
      const workers = jurisdictions.publicWorkers[county];
      return workers > 0 ? (s.public[j] * scale * jurisdictions.publicWanted[county]) / workers : 0;
    };

    const plan = (): void => {
      anyDismissed = false;
      for (let j = 0; j < count; j++) {
        let vacancies = 0;
        for (let kind = 0; kind < KINDS; kind++) {
          const employed = jobs[kind][j] * scale;
          const gap = wantedHere(j, kind) - employed;
          // Firms bear half an agent's worth of idle hands; it is the grain of the model, not of the world.
          const excess = -gap - scale / 2;
          dismiss[j * KINDS + kind] =
            employed > 0 && excess > 0 ? (assumptions.dismissal * excess) / employed : 0;
          if (excess > 0) anyDismissed = true;
          vacancies += Math.max(0, gap + assumptions.separation * employed);
          hireBy[j * KINDS + kind] = vacancies;
        }
        const searchers = s.searching[j] * scale;
        hire[j] = searchers > 0 ? Math.min(1, vacancies / searchers) : 0;
        if (vacancies > 0) for (let kind = 0; kind < KINDS; kind++) hireBy[j * KINDS + kind] /= vacancies;
      }
    };

    const change = (person: number, activity: number): void => {
      const j = p.workplace[person];
      const before = p.activity[person];
      if (before === Activity.searching) s.searching[j]--;
      else jobs[before - Activity.processing][j]--;
      if (activity === Activity.searching) s.searching[j]++;
      else jobs[activity - Activity.processing][j]++;
      p.activity[person] = activity;
    };

    const hireOne = (person: number, month: number): void => {
      const j = p.workplace[person];
      const chance = hire[j];
      const u = uniform(hireKey.key0, hireKey.key1, p.key[person], drawCounter(month, 0));
      if (u >= chance) return;
      const which = u / chance;
      let kind = 0;
      while (kind < KINDS - 1 && hireBy[j * KINDS + kind] <= which) kind++;
      change(person, Activity.processing + kind);
    };

    /** Those who look for work are hired, and those let go are told, in one pass over what people do. */
    const turnOver = (month: number): void => {
      const rows = clock.personRows[0];
      const { activity: activities, workplace, key } = p;
      const { key0, key1 } = leaveKey;
      const [hiring, leaving, dismissing] = [hire, dismiss, anyDismissed];
      for (let i = 0; i < rows; i++) {
        const activity = activities[i];
        if (activity === Activity.searching) {
          if (hiring[workplace[i]] > 0) hireOne(i, month);
        } else if (dismissing && activity >= Activity.processing && activity <= Activity.public) {
          const chance = leaving[workplace[i] * KINDS + activity - Activity.processing];
          if (chance === 0) continue;
          if (uniform(key0, key1, key[i], drawCounter(month, 1)) < chance) change(i, Activity.searching);
        }
      }
    };

    return (month) => {
      plan();
      turnOver(month);
      const rows = clock.personRows[0];
      for (let from = 0, chunk = 0; from < rows; from += CHUNK, chunk++) {
        const to = Math.min(rows, from + CHUNK);
        const n = visitChunk(leaveKey, month, chunk, from, to, assumptions.separation, visited);
        for (let k = 0; k < n; k++) {
          const i = visited[k];
          const activity = p.activity[i];
          if ((p.flags[i] & ALIVE) === 0 || activity < Activity.processing || activity > Activity.public)
            continue;
          if (s.tier[p.workplace[i]] !== OUTSIDE) change(i, Activity.searching);
        }
      }
    };
  },
};
