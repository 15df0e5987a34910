/** The month of the valley's households, and what the docs say that everyone is paid in it. */
import { schoolingPremium } from "../../../sim/processes/households/households.ts";
import { Activity, ALIVE, Mode } from "../../../sim/world/persons.ts";
import { TOWN } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

export const MONTH = 5;
export const bench = benchFor("households", fromFile("valley", "scale=20"), MONTH);
export const { before, setting } = bench;
export const { assumptions: a, drivers } = setting;
export const { persons: p, settlements: s, households: h, sizes } = before;
export const { scale, zones } = sizes;
export const outside = sizes.jurisdictions - 1;
export const people = rowsWhere(before.clock.personRows[0], (i) => (p.flags[i] & ALIVE) !== 0);
export const plain = bench.after();

/** Pay of one person of the month, without what comes on top, as the docs say it. */
export function payOf({ persons, settlements }: World, i: number, month = MONTH): number {
  const place = persons.workplace[i];
  const skill = schoolingPremium(persons.schooling[i], a.schoolingReturn);
  switch (persons.activity[i]) {
    case Activity.farming:
      return Math.round(settlements.farmIncome[place]);
    case Activity.retired:
      return Math.round(
        (s.tier[persons.registered[i]] <= TOWN ? a.pensionRural : a.pensionUrban) *
          drivers.productivity[month],
      );
    case Activity.outside:
      return Math.round(
        s.startWage[place] * drivers.outsideWage[month] * (1 - a.naturalUnemployment) * skill,
      );
    case Activity.none:
    case Activity.searching:
      return 0;
    default:
      return Math.round(settlements.wage[place] * skill);
  }
}

/** What a person keeps of an income. */
export function keptOf(i: number, income: number, { mode } = p): number {
  const sent = mode[i] === Mode.circulating ? Math.round(income * a.remittanceShare) : 0;
  return Math.floor((income - sent) * (1 - a.consumptionShare));
}

/** The same world without profits to pay out: what is left is pay. */
export const noProfit = (world: World): void => {
  const { settlements, jurisdictions } = world;
  jurisdictions.cash[outside] += sum(settlements.profitPool);
  settlements.profitPool.fill(0);
};
