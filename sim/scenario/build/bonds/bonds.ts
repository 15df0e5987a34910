/**
 * The constants of place for movement: of ways of life in each county (`lives.ts`) and of labour markets
 * (`markets.ts`). They are such that the flows of the first month continue what the years before the start show, stand
 * for all that keeps the observed numbers where they are and that the other terms don't hold, and come from the state
 * of the start year alone; what happens after is left to wages, prices, age and co-villagers.
 */
import { ln } from "../../../numerics/elementary.ts";
import { createAlternatives } from "../../../processes/migration/alternatives.ts";
import { bondColumns, LIVES } from "../../../processes/migration/lives.ts";
import { openScales } from "../../../processes/migration/scales.ts";
import type { Setting } from "../../../processes/process.ts";
import { whomToAsk } from "./asked.ts";
import { addFlows, groupOf, hear } from "./hear.ts";
import { SOLVED, solveLives, targetsOf } from "./lives.ts";
import { balanceMarkets, marketTargets } from "./markets.ts";

/** People asked of each county and way of life; more would change the constants by less than they are worth. */
const ASKED = 150;
/** Ways of life and markets are settled in turn; each turn leaves about half of what the one before left. */
const TURNS = 12;
/** Times that each way of life of a county is settled in a turn, and at the end. */
const ROUNDS_A_TURN = 1;
const LAST_ROUNDS = 6;

export function startBonds(setting: Setting): void {
  const { world, assumptions: a } = setting;
  const counties = world.sizes.jurisdictions - 1;
  const alternatives = createAlternatives();
  const scales = openScales(setting, alternatives);
  scales.refresh(0);
  const circles = whomToAsk(world, ASKED);
  const heard = Array.from({ length: counties }, (_, county) =>
    circles
      .slice(county * LIVES, (county + 1) * LIVES)
      .map((circle) => hear(world, scales, alternatives, circle, county)),
  );
  const targets = heard.map((groups, county) => targetsOf(world, a, groups, county));
  const pulls = heard.map(() => new Float64Array(LIVES).fill(1));
  const wins = marketTargets(world, targets);
  // Utilities are divided by the scale in a choice, so a constant is in units of utility.
  const { marketBond } = world.zones;
  const bondsOf = (pull: Float64Array): Float64Array => pull.map((weight) => ln(weight) * a.choiceScale);

  const settleLives = (rounds: number): void =>
    heard.forEach((people, county) => {
      const groups = people.map((one) => groupOf(one, a, marketBond));
      solveLives(groups, targets[county], pulls[county], rounds);
    });
  for (let turn = 0; turn < TURNS; turn++) {
    settleLives(ROUNDS_A_TURN);
    const flows = { into: new Float64Array(wins.length), outOf: new Float64Array(wins.length) };
    heard.forEach((people, county) => {
      const bonds = bondsOf(pulls[county]);
      for (const one of people) addFlows(one, a, bonds, marketBond, flows);
    });
    balanceMarkets(wins, flows, marketBond, a.choiceScale);
  }
  settleLives(LAST_ROUNDS);

  const columns = bondColumns(world);
  pulls.forEach((pull, county) => {
    const bonds = bondsOf(pull);
    for (const life of SOLVED) columns[life][county] = bonds[life];
  });
}
