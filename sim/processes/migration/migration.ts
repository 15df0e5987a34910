/**
 * Model step 7: people think about where to live and work, and choose: stay, farm, commute, circulate, settle,
 * return. Everyone decides on the world as it stood when the month's thinking began; then all moves are made.
 */
import { ALONE } from "../../numerics/crew.ts";
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { BOOK_COLUMNS } from "../../world/book.ts";
import type { Process } from "../process.ts";
import { openMoves } from "./moves.ts";
import { createAlternatives } from "./alternatives.ts";
import { openDecisions } from "./decisions.ts";
import { openChoosing } from "./law.ts";
import { PLACE_READS, SIZE_WRITES } from "./placeTerms.ts";
import { openScales } from "./scales.ts";
import { considerations, openThinkers } from "./thinkers.ts";

export const migration: Process = {
  name: "migration",
  reads: [
    ...PLACE_READS,
    "settlements.homesteadEach",
    "clock.personRows",
    "persons.key",
    "persons.born",
    "persons.schooling",
    "persons.household",
    "persons.next",
    "households.first",
    "households.present",
    "households.children",
    "households.elders",
    "households.event",
    "settlements.longitude",
    "settlements.latitude",
    "settlements.town",
    "settlements.seat",
    "settlements.core",
    "settlements.minutesToSeat",
    "settlements.reachFrom",
    "settlements.reachCount",
    "zonePairs.minutes",
    "reach.to",
    "network.count",
    "jurisdictions.farmBond",
    "jurisdictions.urbanBond",
    "jurisdictions.regionBond",
    "jurisdictions.outsideBond",
    "levers.state",
    "clock.month",
    "outlays.force",
  ],
  writes: [
    ...BOOK_COLUMNS,
    ...SIZE_WRITES,
    "persons.residence",
    "persons.workplace",
    "persons.registered",
    "persons.activity",
    "persons.mode",
    "persons.left",
    "persons.savings",
    "households.home",
    "settlements.homesteadVacant",
    "settlements.homesteadReturned",
    "settlements.relocated",
    "jurisdictions.cash",
    "jurisdictions.policyCost",
    "jurisdictions.naturalised",
    "zonePairs.people",
    "motives.sum",
    "motives.changes",
    "outlays.cost",
  ],
  prepare: (setting) => {
    const { world, assumptions: a, root, watch, crew = ALONE } = setting;
    const { persons: p, clock } = world;
    const considerKey = purposeKey(root, Purpose.consider);
    const choiceKey = purposeKey(root, Purpose.choice);
    const rate = considerations(a);
    const thinkers = openThinkers(world, rate, considerKey, choiceKey, a.eventFactor);
    // Half as many again as are expected to think at all, which chance never comes near.
    const room = Math.min(world.sizes.persons, Math.ceil(world.sizes.persons * rate * 1.5) + 4096);
    const decisions = openDecisions(crew, world.sizes.persons, room);
    const alternatives = createAlternatives();
    const weigh = openScales(setting, alternatives);
    const law = openChoosing(world, a, alternatives, weigh.here.size, choiceKey);
    const move = openMoves(setting, alternatives);

    const think = (i: number, month: number): void => {
      weigh.person(i, month);
      const u = uniform(choiceKey.key0, choiceKey.key1, p.key[i], drawCounter(month, 1));
      const chosen = law.choose(i, month, u);
      if (chosen > 0) {
        weigh.explain(i, month, chosen);
        move.note(i, chosen);
        decisions.write(i, alternatives, chosen);
      }
      watch?.thought(i, month, alternatives, chosen);
    };

    const thinkAll = crew.loop({
      open(month) {
        weigh.look(month);
        law.look(month);
        decisions.clear();
      },
      work(month, chunk) {
        decisions.openChunk(chunk);
        const n = thinkers.ofChunk(month, chunk, clock.personRows[0]);
        for (let v = 0; v < n; v++) think(thinkers.list[v], month);
      },
    });

    return (month) => {
      const rows = clock.personRows[0];
      weigh.measure();
      move.clearNotes();
      thinkAll(month, rows);
      move.keepNotes();
      decisions.forEach(rows, (person, residence, workplace, activity, mode) =>
        move.make(person, month, residence, workplace, activity, mode),
      );
    };
  },
};
