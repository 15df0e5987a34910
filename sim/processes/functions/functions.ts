/**
 * Model step 4, functions of towns and cities: each month new capital of works goes to branches, by returns or as county
 * governments steer it; each December markets of branches are cleared, and productivity of works follows what a place
 * gains from places nearby that do something else, and loses where all do the same.
 *
 * Sources: division of labour among cities, Duranton & Puga 2005 (Journal of Urban Economics 57:343-370); borrowed
 * size, Alonso 1973 (Daedalus 102:191-206). The equations are a form of this design.
 */
import { pow } from "../../numerics/elementary.ts";
import { leverValues } from "../../policy/levers.ts";
import { BRANCHES } from "../../world/functions.ts";
import { MANUFACTURING, SECTORS } from "../../world/jurisdictions.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import type { Process } from "../process.ts";
import { chosenShares, steeredShares, Steering, steeringOf } from "./newCapital.ts";
import { openSettling } from "./settling.ts";

const DECEMBER = 11;

export const functions: Process = {
  name: "functions",
  reads: [
    "settlements.tier",
    "settlements.town",
    "settlements.zone",
    "settlements.minutesToSeat",
    "settlements.reachFrom",
    "settlements.reachCount",
    "reach.to",
    "reach.minutes",
    "zonePairs.minutes",
    "firms.capital",
    "firms.invested",
    "firms.value",
    "functions.start",
    "markets.outside",
    "levers.value",
  ],
  writes: [
    "branches.share",
    "markets.share",
    "markets.taken",
    "markets.price",
    "functions.complement",
    "functions.factor",
  ],
  prepare({ world, assumptions: a }) {
    const { settlements: s, firms, functions: f, branches, markets } = world;
    const { settlements: count } = world.sizes;
    const rule = leverValues(world, "clusterFunctions");
    const steered = leverValues(world, "functionSteering");
    const settling = openSettling(world, a);
    /** Capital and new capital of works of a town or city with its villages, by its row. */
    const capital = new Float64Array(count);
    const added = new Float64Array(count);
    const pull = new Float64Array(BRANCHES);
    const target = new Float64Array(BRANCHES);
    const wanted = new Float64Array(BRANCHES);
    const isPlace = (j: number): boolean => s.tier[j] >= TOWN && s.tier[j] !== OUTSIDE;

    const countCapital = (): void => {
      capital.fill(0);
      added.fill(0);
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) continue;
        const row = j * SECTORS + MANUFACTURING;
        capital[s.town[j]] += firms.capital[row];
        added[s.town[j]] += firms.invested[row];
      }
      for (let b = 0; b < BRANCHES; b++) pull[b] = pow(markets.price[b], 1 / (1 - a.capitalShare));
    };

    /** Old capital wears out alike in all branches, so the profile moves by the part that is new. */
    const renew = (j: number): void => {
      const part = capital[j] > 0 ? Math.min(1, added[j] / capital[j]) : 0;
      if (part === 0) return;
      const at = j * BRANCHES;
      const { share } = branches;
      chosenShares(share, at, markets.taken, pull, a.newBranches, target, wanted);
      const steering = steeringOf(rule[j]);
      const aims =
        steering !== Steering.none &&
        steeredShares(steering, share, at, markets.share, markets.taken, wanted);
      const power = aims ? steered[j] : 0;
      for (let b = 0; b < BRANCHES; b++) {
        const goes = target[b] + power * (wanted[b] - target[b]);
        share[at + b] += part * (goes - share[at + b]);
      }
    };

    const settle = (): void => {
      settling.takeStock();
      settling.clear();
      for (let j = 0; j < count; j++) if (isPlace(j)) f.factor[j] = settling.given(j) / f.start[j];
      for (let j = 0; j < count; j++) if (s.tier[j] < TOWN) f.factor[j] = f.factor[s.town[j]];
    };

    return (month) => {
      countCapital();
      for (let j = 0; j < count; j++) if (isPlace(j)) renew(j);
      if (month % 12 === DECEMBER) settle();
    };
  },
};
