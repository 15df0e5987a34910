/**
 * Where people go, by the engine: migration alone, villages where farming is much better than anything else,
 * so that few leave, and places elsewhere that pay the same. Nobody knows all places; each thinks of a
 * handful. Those who leave must spread as a logit over all places would have it, which here is the singly
 * constrained gravity law: masses S^b, and (1 + hours)^-g, b the weight of size, g that of distance over the
 * scale of the choice.
 */
import { gravityRow } from "../../../sim/numerics/spatial.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import { Activity } from "../../../sim/world/persons.ts";
import { OUTSIDE, VILLAGE } from "../../../sim/world/tiers.ts";
import { minutesBetween } from "../../../sim/world/travel.ts";
import { castPeople, everyoneThirty, INCOME_ALONE, openStage, THREE_COUNTIES } from "./stage.ts";

const YEARS = 40;
const DISTANCE = PARAMETERS.distanceWeight.default;
const SIZE = PARAMETERS.sizeWeight.default;
/** Pay of those who have work, and what those who look for it count on. */
const WAGE = 300_000;
const EXPECTED = 3000;
/** Chance to leave in a thought. */
const LEAVING = 0.02;

export interface Row {
  /** Moves in all, and the shares of the zones in them. */
  readonly moves: number;
  readonly engine: number[];
  readonly closed: number[];
}

/** One row for the village of each county. */
export function gravityRows(): Row[] {
  const simulation = openStage(
    {
      counties: THREE_COUNTIES,
      gateways: 2,
      scale: 10,
      years: YEARS,
      parameters: {
        ...INCOME_ALONE,
        distanceWeight: DISTANCE,
        sizeWeight: SIZE,
        incomeWeight: 1.5,
        choiceScale: 1,
        considerRate: 2,
        settleYears: 1000,
        // Nobody goes to work elsewhere by the day.
        commuteWeight: 1000,
      },
    },
    ["migration"],
    "gravity",
  );
  const { world } = simulation;
  const { settlements: s, zonePairs, sizes } = world;
  castPeople(world, (home) => (s.tier[home] === VILLAGE ? Activity.farming : Activity.public));
  const places = [...Array(sizes.settlements).keys()];
  const villages = places.filter((j) => s.tier[j] === VILLAGE);
  // Who has work has so much more than who looks for it that the workforce of a place hardly changes.
  s.jobChance.fill(EXPECTED / WAGE);
  for (const j of places) {
    s.wage[j] = s.tier[j] === VILLAGE ? 0 : WAGE;
    if (s.tier[j] !== OUTSIDE) continue;
    s.startWage[j] = EXPECTED / (1 - PARAMETERS.naturalUnemployment.default);
    // As large as the cities here.
    s.size[j] /= 100;
  }
  everyoneThirty(world);
  simulation.step();
  const masses = places.map((j) => (s.tier[j] === VILLAGE ? 0 : s.size[j]));
  const hours = (from: number): number[] => places.map((j) => 1 + minutesBetween(world, from, j) / 60);
  // Income in farming for which one leaves as seldom as that: weights are over those of a place of 100,000.
  for (const from of villages) {
    const pull = places.reduce(
      (sum, j) => sum + Math.pow(masses[j] / 100_000, SIZE) * Math.pow(hours(from)[j], -DISTANCE),
      0,
    );
    s.farmIncome[from] = EXPECTED * Math.pow(pull / LEAVING, 1 / (1.5 * (35 / 45)));
  }
  zonePairs.people.fill(0);
  while (simulation.month < simulation.months) {
    everyoneThirty(world);
    simulation.step();
  }
  return villages.map((from) => {
    const start = s.zone[from] * sizes.zones;
    const flows = Array.from(
      zonePairs.people.subarray(start, start + sizes.zones),
      (people) => people / sizes.scale,
    );
    const moves = flows.reduce((sum, flow) => sum + flow, 0);
    const shares = gravityRow(masses, hours(from), from, DISTANCE, SIZE);
    const closed = Array<number>(sizes.zones).fill(0);
    shares.forEach((share, j) => (closed[s.zone[j]] += share));
    return { moves, engine: flows.map((flow) => flow / moves), closed };
  });
}
