/** Everyone as an oracle of indicators sees them, row by row. */
import { LEVERS } from "../../sim/policy/levers.ts";
import type { Setting } from "../../sim/processes/process.ts";
import { Activity, ALIVE, Mode } from "../../sim/world/persons.ts";
import { TOWN } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";

export interface Person {
  readonly tier: number;
  readonly registeredTier: number;
  /** Of residence and of work. */
  readonly county: number;
  readonly workCounty: number;
  readonly registeredCounty: number;
  /** Code of activity. */
  readonly does: number;
  readonly months: number;
  readonly schooling: number;
  readonly income: number;
  readonly works: boolean;
  readonly commutes: boolean;
  readonly atHome: boolean;
  readonly familyAway: boolean;
}

const modern = (does: number): boolean => does >= Activity.processing && does <= Activity.public;

export function peopleOf(world: World, { assumptions: a, drivers }: Setting, month: number): Person[] {
  const { persons: p, households: h, settlements: s, clock } = world;
  const alive = [...Array(clock.personRows[0]).keys()].filter((i) => (p.flags[i] & ALIVE) !== 0);
  const seeksOrWorks = (i: number): boolean =>
    p.activity[i] !== Activity.none && p.activity[i] !== Activity.retired;
  const away = new Set(
    alive.filter((i) => p.mode[i] === Mode.circulating && seeksOrWorks(i)).map((i) => p.household[i]),
  );
  return alive.map((i) => {
    const does = p.activity[i];
    const work = p.workplace[i];
    const skill = Math.exp(a.schoolingReturn * (p.schooling[i] - 10));
    const monthly =
      does === Activity.farming
        ? s.farmIncome[work]
        : does === Activity.retired
          ? (s.tier[p.registered[i]] <= TOWN ? a.pensionRural : a.pensionUrban) *
              drivers.productivity[month] +
            Math.floor(
              world.levers.value[LEVERS.indexOf("pensionTopUp") * world.sizes.levers + p.registered[i]],
            )
          : does === Activity.outside
            ? s.startWage[work] * drivers.outsideWage[month] * (1 - a.naturalUnemployment) * skill
            : modern(does)
              ? s.wage[work] * skill
              : 0;
    const works = does === Activity.farming || modern(does);
    return {
      tier: s.tier[p.residence[i]],
      registeredTier: s.tier[p.registered[i]],
      county: s.jurisdiction[p.residence[i]],
      workCounty: s.jurisdiction[work],
      registeredCounty: s.jurisdiction[p.registered[i]],
      does,
      months: month - p.born[i],
      schooling: p.schooling[i],
      income: 12 * monthly,
      works,
      commutes: works && work !== p.residence[i],
      atHome: p.residence[i] === h.home[p.household[i]],
      familyAway: away.has(p.household[i]),
    };
  });
}
