/** People of a county who live beyond the region: how old they are, from which village, at which gateway. */
import { JOURNEY_START } from "../../processes/migration/choices.ts";
import { GOLDEN } from "../../numerics/constants.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Scenario } from "../scenario.ts";
import { ageSampler } from "./ages.ts";
import { schoolingOf } from "./census.ts";
import { split } from "./evenly.ts";
import type { Places } from "./places.ts";
import type { Villages } from "./residents.ts";
import type { Roads } from "./roads.ts";
import { Draw, type Roster } from "./roster.ts";
import { seatOf } from "./zones.ts";

/** Weights of ages among those who live away: workers of 15-59 with a mean age of 38, and some children and old people. Assumed. */
const AWAY_WEIGHTS = [
  0.1, 0.15, 0.2, 0.2, 0.35, 0.9, 1.1, 1.2, 1.1, 1.1, 1.2, 1, 0.6, 0.25, 0.08, 0.04, 0, 0, 0,
];
/** Those away beyond the region: by size of the labour market and inversely by travel time (gravity). */
export function sendAway(
  roster: Roster,
  scenario: Scenario,
  places: Places,
  roads: Roads,
  county: number,
  { villages, weights }: Villages,
  agents: number,
): void {
  const gateways = places.places.flatMap((place, row) => (place.tier === OUTSIDE ? [row] : []));
  const hubRow = roads.hub[seatOf(places, county)] * roads.hubs;
  const pull = gateways.map(
    (row, g) =>
      scenario.world.gateways[g].workers / (JOURNEY_START + roads.hubMinutes[hubRow + roads.hub[row]]),
  );
  const total = pull.reduce((sum, value) => sum + value, 0);
  const age = ageSampler(AWAY_WEIGHTS);
  const schooling = schoolingOf(scenario, county);
  let k = 0;
  split(agents, weights).forEach((fromVillage, village) => {
    for (let n = 0; n < fromVillage; n++, k++) {
      const target = ((0.5 + k * GOLDEN) % 1) * total;
      let gateway = 0;
      let reached = pull[0];
      while (reached <= target && gateway < pull.length - 1) reached += pull[++gateway];
      const quantile = (0.25 + k * GOLDEN * GOLDEN) % 1;
      const months = age(quantile, roster.drawNext(Draw.age));
      roster.enterAway(villages[village], gateways[gateway], months, schooling);
    }
  });
}
