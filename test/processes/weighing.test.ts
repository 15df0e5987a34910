import { describe, expect, it } from "vitest";
import { leverValues } from "../../sim/policy/levers.ts";
import { createAlternatives } from "../../sim/processes/migration/alternatives.ts";
import { openScales } from "../../sim/processes/migration/scales.ts";
import {
  LEAST_INCOME,
  REGISTRATION_BY_TIER,
  TERM_COUNT,
  TERMS,
} from "../../sim/processes/migration/terms.ts";
import { Activity, ALIVE, Mode } from "../../sim/world/persons.ts";
import { OUTSIDE, TOWN } from "../../sim/world/tiers.ts";
import { minutesBetween } from "../../sim/world/travel.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const MONTH = 30;
const { before: world, setting } = benchFor(
  "migration",
  fromFile("valley-small-towns", "scale=20", "parameters.settleYears=1", "parameters.entitlement=0.6"),
  MONTH,
);
const { assumptions: a, drivers } = setting;
const { persons: p, households: h, settlements: s, jurisdictions: g, network, sizes, clock } = world;
const { zones } = sizes;

// Public works have renewed some places, as a policy would have it.
for (let j = 0; j < sizes.settlements; j++) s.appearance[j] = (j % 5) / 4;

const alternatives = createAlternatives();
const scales = openScales(setting, alternatives);
scales.refresh(MONTH);

/** Logarithm of the income that someone of that schooling counts on. */
function lnIncome(place: number, does: number, schooling: number): number {
  const skill = a.schoolingReturn * (schooling - 10);
  switch (does) {
    case Activity.retired:
      return Math.log(a.pensionRural);
    case Activity.outside:
      return Math.log(s.startWage[place] * drivers.outsideWage[MONTH] * (1 - a.naturalUnemployment)) + skill;
    case Activity.farming:
      return Math.log(s.farmIncome[place]);
    case Activity.searching:
      return Math.log(Math.max(LEAST_INCOME, s.wage[place] * s.jobChance[place])) + skill;
    default:
      return Math.log(s.wage[place]) + skill;
  }
}

function bondOf(county: number, at: number, does: number): number {
  if (s.tier[at] === OUTSIDE) return g.outsideBond[county];
  if (s.jurisdiction[at] !== county) return g.regionBond[county];
  if (does === Activity.farming) return g.farmBond[county];
  return s.tier[at] >= TOWN ? g.urbanBond[county] : 0;
}

/** The terms of one alternative as the docs have them; the size term is tested with the sampling of places. */
function termsOf(i: number, k: number): Record<string, number> {
  const [at, work, does, mode] = [
    alternatives.residence[k],
    alternatives.workplace[k],
    alternatives.activity[k],
    alternatives.mode[k],
  ];
  const home = h.home[p.household[i]];
  const county = s.jurisdiction[home];
  const age = Math.floor((MONTH - p.born[i]) / 12);
  const years = Math.max(0, Math.min(45, 65 - age));
  const annuity = (n: number): number => (1 - (1 + a.discountRate) ** -n) / a.discountRate;
  const left = does === Activity.retired ? 1 : annuity(years) / annuity(45);
  const settled = mode === Mode.settled;
  const rooted = at === home || p.registered[i] === at || (settled && s.tier[at] !== OUTSIDE);
  const eased = leverValues(world, "registrationEase")[at];
  const entitled = rooted ? 1 : a.entitlement + (1 - a.entitlement) * eased;
  const hours = minutesBetween(world, home, at) / 60;
  const away = at !== home;
  const coVillagers = network.count.subarray(home * zones, (home + 1) * zones);
  const kin = rowsWhere(clock.personRows[0], (m) => m !== i && p.household[m] === p.household[i]).filter(
    (m) => p.residence[m] === home && (p.flags[m] & ALIVE) !== 0,
  );
  // Children and elders are those of the household's last yearly count, so that some of them have grown up since.
  const [children, elders] = [h.children[p.household[i]]!, h.elders[p.household[i]]!];
  const isElder = p.residence[i] === home && MONTH - p.born[i] >= 780 ? 1 : 0;
  const family =
    kin.length === 0
      ? 0
      : (kin.length > children + elders - isElder ? a.familyWeight : 0) +
        (children > 0 ? a.childWeight : 0) +
        (elders - isElder > 0 ? a.elderWeight : 0);
  const moves = at !== p.residence[i];
  const trip = minutesBetween(world, at, work);
  return {
    income: a.incomeWeight * left * lnIncome(work, does, p.schooling[i]),
    rent: away ? a.rentWeight * left * Math.log(1 - s.rentShare[at]) : 0,
    services: a.serviceWeight * Math.log(1 + s.access[at] * entitled),
    distance: away && !settled ? -a.distanceWeight * Math.log(1 + hours) : 0,
    commuting: (-a.commuteWeight * 2 * trip) / 60,
    family: away && !settled ? -family * Math.min(1, hours / 2) : 0,
    network: away ? (a.networkWeight * coVillagers[s.zone[at]]!) / sum(coVillagers) : 0,
    belonging:
      a.belongingWeight * (!away || (settled && rooted) ? 1 : s.jurisdiction[at] === county ? 0.5 : 0),
    registration: rooted ? 0 : -a.registrationBarrier * REGISTRATION_BY_TIER[s.tier[at]]! * (1 - eased),
    cost: moves ? -a.movingCost : settled && p.mode[i] === Mode.circulating ? -0.5 * a.movingCost : 0,
    place: bondOf(county, at, does) + a.appearanceWeight * Math.log(1 + s.appearance[at]),
  };
}

describe("what people weigh is the sum of terms as they are described", () => {
  const asked = rowsWhere(
    clock.personRows[0],
    (i) =>
      (p.flags[i] & ALIVE) !== 0 &&
      p.activity[i] !== Activity.none &&
      h.home[p.household[i]] < sizes.settlements,
  ).filter((_, n) => n % 3 === 0);
  const names = TERMS.filter((name) => name !== "size");
  const worst = new Map<string, number>(names.map((name) => [name, 0]));
  const spread = new Map<string, Set<number>>(names.map((name) => [name, new Set<number>()]));
  const kinds = new Set<string>();
  let worstSum = 0;
  for (const i of asked) {
    scales.person(i, MONTH);
    for (let k = 0; k < alternatives.count; k++) {
      // The terms of a new life are told beside those of the present one.
      scales.explain(i, MONTH, Math.max(1, k));
      const expected = termsOf(i, k);
      kinds.add(`${k === 0 ? "present" : "new"} mode ${alternatives.mode[k]}`);
      let total = 0;
      TERMS.forEach((name, t) => {
        const term = alternatives.terms[k * TERM_COUNT + t];
        total += term;
        if (name === "size") return;
        worst.set(name, Math.max(worst.get(name)!, Math.abs(term - expected[name]!)));
        spread.get(name)!.add(expected[name]!);
      });
      worstSum = Math.max(worstSum, Math.abs(total - alternatives.utility[k]));
    }
  }

  it.each(names)("%s", (name) => {
    expect(worst.get(name)).toBeLessThan(1e-9);
    // A term that is the same for all proves little.
    expect(spread.get(name)!.size).toBeGreaterThanOrEqual(3);
  });

  it("and of nothing else", () => {
    expect(worstSum).toBeLessThan(1e-9);
    expect(asked.length).toBeGreaterThan(1000);
  });

  it("for all ways of life, present and new", () => {
    for (const mode of Object.values(Mode)) {
      expect(kinds.has(`present mode ${mode}`)).toBe(true);
      expect(kinds.has(`new mode ${mode}`)).toBe(true);
    }
  });
});
