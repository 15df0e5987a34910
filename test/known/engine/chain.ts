/**
 * Chain migration by the engine: migration alone, a village where everyone farms, and a gateway that pays the
 * same. What sets them apart is a constant k and the share p of co-villagers who are there, of weight w: a
 * share that reproduces itself has p = logistic(k + w p), which is m = tanh(h + J m) with m = 2 p - 1, J = w
 * / 4, h = k / 2 + w / 4.
 */
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import { Activity } from "../../../sim/world/persons.ts";
import { OUTSIDE, VILLAGE } from "../../../sim/world/tiers.ts";
import { castPeople, everyoneThirty, INCOME_ALONE, openStage, sendAway } from "./stage.ts";

const YEARS = 25;

/** Mean of m over the last third of the time, from a start where everyone is at home or everyone is away. */
export function chainMigration(own: number, social: number, start: "home" | "away"): number {
  const weight = 4 * social;
  const simulation = openStage(
    {
      counties: [{ residents: 12_000, registeredPart: 1, urbanPart: 0.02, towns: 0, villages: 1 }],
      gateways: 1,
      scale: 3,
      years: YEARS,
      parameters: {
        ...INCOME_ALONE,
        // Who could earn nothing somewhere doesn't go there.
        incomeWeight: 5,
        choiceScale: 1,
        networkWeight: weight,
        considerRate: 2,
        // Nobody settles for good.
        settleYears: 1000,
      },
    },
    ["migration"],
    "chain",
  );
  const { world } = simulation;
  const { settlements: s, jurisdictions: g, network, sizes } = world;
  const people = castPeople(world, (home) => (s.tier[home] === VILLAGE ? Activity.farming : Activity.none));
  const village = s.tier.indexOf(VILLAGE);
  const gateway = s.tier.indexOf(OUTSIDE);
  const income = 3000;
  s.farmIncome[village] = income;
  s.startWage[gateway] = income / (1 - PARAMETERS.naturalUnemployment.default);
  for (let j = 0; j < sizes.settlements; j++) if (j !== gateway) s.wage[j] = 0;
  g.outsideBond.fill(2 * own - weight / 2);
  const villagers = people.filter((i) => world.persons.residence[i] === village);
  if (start === "away") for (const person of villagers) sendAway(world, person, gateway);
  let [sum, months] = [0, 0];
  while (simulation.month < simulation.months) {
    everyoneThirty(world);
    simulation.step();
    if (simulation.month < (simulation.months * 2) / 3) continue;
    months++;
    sum += network.count[village * sizes.zones + s.zone[gateway]] / villagers.length;
  }
  return (2 * sum) / months - 1;
}
