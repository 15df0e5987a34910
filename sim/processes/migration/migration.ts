/**
 * Model step 7: people think about where to live and work, and choose: stay, farm, commute, circulate, settle,
 * return. Everyone decides on the world as it stood when the month's thinking began; then all moves are made.
 */
import { sampleLogit } from "../../numerics/choice.ts";
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { CHUNK } from "../../numerics/visits.ts";
import type { Process } from "../process.ts";
import { openMoves } from "./moves.ts";
import { createAlternatives } from "./alternatives.ts";
import { openScales } from "./scales.ts";
import { considerations, openThinkers } from "./thinkers.ts";

export const migration: Process = {
  name: "migration",
  reads: [
    "clock.personRows",
    "persons.key",
    "persons.born",
    "persons.schooling",
    "persons.household",
    "persons.next",
    "persons.savings",
    "households.first",
    "households.home",
    "households.present",
    "households.children",
    "households.elders",
    "households.event",
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.zone",
    "settlements.town",
    "settlements.seat",
    "settlements.core",
    "settlements.minutesToSeat",
    "settlements.reachFrom",
    "settlements.reachCount",
    "settlements.wage",
    "settlements.startWage",
    "settlements.farmIncome",
    "settlements.unemployment",
    "settlements.rentShare",
    "settlements.access",
    "settlements.homesteadEach",
    "zones.first",
    "zones.count",
    "zonePairs.minutes",
    "reach.to",
    "reach.minutes",
    "network.count",
    "jurisdictions.farmBond",
    "jurisdictions.urbanBond",
    "jurisdictions.regionBond",
    "jurisdictions.outsideBond",
    "levers.value",
  ],
  writes: [
    "persons.residence",
    "persons.workplace",
    "persons.registered",
    "persons.activity",
    "persons.mode",
    "persons.left",
    "households.members",
    "households.present",
    "households.homestead",
    "settlements.size",
    "settlements.sizeBefore",
    "settlements.residents",
    "settlements.registered",
    "settlements.farmers",
    "settlements.searching",
    "settlements.processing",
    "settlements.manufacturing",
    "settlements.services",
    "settlements.public",
    "settlements.deposits",
    "settlements.homesteadUsed",
    "settlements.homesteadIdle",
    "jurisdictions.vault",
    "jurisdictions.naturalised",
    "network.count",
    "zones.size",
    "zonePairs.people",
    "motives.sum",
    "motives.changes",
  ],
  prepare: (setting) => {
    const { world, assumptions: a, root, watch } = setting;
    const { persons: p, clock } = world;
    const considerKey = purposeKey(root, Purpose.consider);
    const choiceKey = purposeKey(root, Purpose.choice);
    const rate = considerations(a);
    const thinkers = openThinkers(world, rate, considerKey, choiceKey, a.eventFactor);
    const room = Math.min(world.sizes.persons, Math.ceil(world.sizes.persons * rate * 1.5) + 4096);
    const movers = new Int32Array(room);
    const decided = new Int32Array(room * 4);
    const alternatives = createAlternatives();
    const weigh = openScales(setting, alternatives);
    const move = openMoves(setting, alternatives);

    return (month) => {
      weigh.refresh(month);
      const rows = clock.personRows[0];
      let count = 0;
      for (let from = 0, chunk = 0; from < rows; from += CHUNK, chunk++) {
        const n = thinkers.ofChunk(month, chunk, rows);
        for (let v = 0; v < n; v++) {
          const i = thinkers.list[v];
          weigh.person(i, month);
          const u = uniform(choiceKey.key0, choiceKey.key1, p.key[i], drawCounter(month, 1));
          const chosen = sampleLogit(alternatives.utility, alternatives.count, a.choiceScale, u);
          if (chosen <= 0 || count >= room) {
            watch?.thought(i, month, alternatives, 0);
            continue;
          }
          weigh.explain(i, month);
          watch?.thought(i, month, alternatives, chosen);
          move.note(i, chosen);
          movers[count] = i;
          decided[count * 4] = alternatives.residence[chosen];
          decided[count * 4 + 1] = alternatives.workplace[chosen];
          decided[count * 4 + 2] = alternatives.activity[chosen];
          decided[count * 4 + 3] = alternatives.mode[chosen];
          count++;
        }
      }
      for (let k = 0; k < count; k++) {
        move.make(
          movers[k],
          month,
          decided[k * 4],
          decided[k * 4 + 1],
          decided[k * 4 + 2],
          decided[k * 4 + 3],
        );
      }
    };
  },
};
