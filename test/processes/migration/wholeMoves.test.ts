import { describe, expect, it } from "vitest";
import { leverStates, leverValues, type Lever } from "../../../sim/policy/levers.ts";
import { createAlternatives } from "../../../sim/processes/migration/alternatives.ts";
import { grantTerm, openOffers, yearsAhead } from "../../../sim/processes/migration/relocation.ts";
import { openScales } from "../../../sim/processes/migration/scales.ts";
import { BELONGING, COST, NETWORK, SIZE, TERM_COUNT } from "../../../sim/processes/migration/terms.ts";
import { Activity, ALIVE, Homestead, Mode } from "../../../sim/world/persons.ts";
import { SEAT, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

const bench = benchFor("migration", fromFile("valley", "scale=10", "years=1"), 3);
const { before, setting } = bench;
const { assumptions: a } = setting;
const { settlements, households, scale } = before.sizes;
const s = before.settlements;
const villages = rowsWhere(settlements, (j) => s.tier[j] === VILLAGE);
const outside = before.sizes.jurisdictions - 1;

const set = (world: World, rows: readonly number[], lever: Lever, value: number): void => {
  for (const j of rows) {
    leverValues(world, lever)[j] = value;
    leverStates(world, lever)[j] = 1;
  }
};
const given = (grant: number): World => bench.after((w) => set(w, villages, "relocationGrant", grant));
const movedHouseholds = (world: World): number[] =>
  rowsWhere(households, (h) => world.households.home[h] !== before.households.home[h]);
const membersOf = (world: World, household: number): number[] =>
  rowsWhere(
    before.clock.personRows[0],
    (i) => (world.persons.flags[i] & ALIVE) !== 0 && world.persons.household[i] === household,
  );

describe("families that move whole for a grant", () => {
  const grant = 200_000;
  const world = given(grant);
  const moved = movedHouseholds(world);

  it("are none without one", () => {
    expect(movedHouseholds(bench.after())).toEqual([]);
    expect(sum(bench.after().settlements.relocated)).toBe(0);
  });

  it("are the more the larger it is, and never all", () => {
    const few = movedHouseholds(given(20_000)).length;
    expect(moved.length).toBeGreaterThan(0);
    expect(few).toBeLessThanOrEqual(moved.length);
    const asked = rowsWhere(households, (h) => before.households.homestead[h] === Homestead.used).length;
    expect(moved.length).toBeLessThan(asked / 10);
  });

  it("take all along who live at home, who are registered there from then on and have the grant", () => {
    for (const household of moved) {
      const [from, to] = [before.households.home[household], world.households.home[household]];
      expect(s.jurisdiction[to]).toBe(s.jurisdiction[from]);
      expect([s.town[from], s.seat[from]]).toContain(to);
      const atHome = membersOf(world, household).filter((i) => before.persons.residence[i] === from);
      expect(atHome.length).toBeGreaterThan(0);
      for (const i of atHome) {
        // Someone of the family may have left in the same month.
        if (world.persons.mode[i] > Mode.commuting) continue;
        expect(world.persons.residence[i]).toBe(to);
        expect(world.persons.registered[i]).toBe(to);
        expect(world.persons.savings[i] - before.persons.savings[i]).toBe(grant);
        expect(world.persons.workplace[i] === to).toBe(world.persons.mode[i] === Mode.home);
      }
    }
  });

  it("give their homestead up, which is no one's from then on", () => {
    for (const household of moved) expect(world.households.homestead[household]).toBe(Homestead.none);
    const returned = sum(moved.map((household) => s.homesteadEach[before.households.home[household]]));
    expect(sum(world.settlements.homesteadReturned)).toBe(returned);
    expect(sum(world.settlements.homesteadVacant) - sum(s.homesteadVacant)).toBe(returned);
  });

  it("cost who pays the grant for each who goes, and nothing is lost", () => {
    const people = sum(world.settlements.relocated);
    expect(people).toBeGreaterThanOrEqual(moved.length * scale);
    const cost = sum(world.jurisdictions.policyCost) - sum(before.jurisdictions.policyCost);
    expect(cost).toBe(people * grant);
    expect(before.jurisdictions.cash[outside] - world.jurisdictions.cash[outside]).toBe(cost);
    expect(misses(world, openBooks(before))).toEqual([]);
  });

  it("go to a central village only where one is named in their county", () => {
    const centre = villages.find((j) => s.tier[s.town[j]] === TOWN)!;
    const named = copyWorld(before);
    set(named, villages, "relocationGrant", grant);
    set(named, [centre], "centralVillage", 1);
    const offers = openOffers(named);
    offers.refresh();
    const places = new Int32Array(8);
    const offered = (j: number): number[] => [...places.subarray(0, offers.list(j, places))];
    for (const j of villages) {
      const here = s.jurisdiction[j] === s.jurisdiction[centre] && j !== centre;
      expect(offered(j).includes(centre)).toBe(here);
      expect(offered(j)).toContain(s.town[j]);
      expect(offered(j)).toContain(s.seat[j]);
      expect(offered(j)).not.toContain(j);
    }
  });
});

describe("what a grant is worth", () => {
  it("is what as much income more would be over the years ahead", () => {
    const [grant, income] = [60_000, 2500];
    const years = (1 - 1.05 ** -45) / 0.05;
    expect(yearsAhead(0.05)).toBeCloseTo(years, 10);
    const term = grantTerm(grant, Math.log(income), 1.5, yearsAhead(0.05));
    expect(term).toBeCloseTo(1.5 * Math.log(1 + grant / (12 * income * years)), 9);
    expect(grantTerm(0, Math.log(income), 1.5, yearsAhead(0.05))).toBe(0);
  });

  it("stands in the cost of moving, and neighbours at home are not found where one goes near by", () => {
    const world = copyWorld(before);
    set(world, villages, "relocationGrant", 50_000);
    const centre = villages.find((j) => s.tier[s.seat[j]] === SEAT)!;
    set(world, [centre], "centralVillage", 1);
    const alternatives = createAlternatives();
    const scales = openScales({ ...setting, world }, alternatives);
    scales.refresh(3);
    const person = rowsWhere(
      before.clock.personRows[0],
      (i) =>
        before.persons.flags[i] !== 0 &&
        before.persons.activity[i] === Activity.farming &&
        before.persons.residence[i] !== centre &&
        s.tier[before.persons.residence[i]] === VILLAGE &&
        s.jurisdiction[before.persons.residence[i]] === s.jurisdiction[centre] &&
        before.persons.born[i] > -45 * 12 &&
        before.persons.born[i] < -20 * 12 &&
        before.households.homestead[before.persons.household[i]] === Homestead.used &&
        before.persons.residence[i] === before.households.home[before.persons.household[i]],
    )[0];
    scales.person(person, 3);
    const whole = rowsWhere(alternatives.count, (k) => alternatives.mode[k] === Mode.settled);
    // Farming or looking for work in the central village and the town, looking for work in the seat.
    const places = whole.map((k) => alternatives.residence[k]);
    expect(places.filter((at) => at === centre)).toHaveLength(2);
    for (const k of whole) {
      scales.explain(person, 3, k);
      const cost = alternatives.terms[k * TERM_COUNT + COST];
      expect(cost).toBeGreaterThan(-1.5 * a.movingCost);
      expect(cost).toBeLessThan(0);
      if (alternatives.residence[k] === centre) expect(alternatives.terms[k * TERM_COUNT + NETWORK]).toBe(0);
      expect(alternatives.terms[k * TERM_COUNT + BELONGING]).toBe(a.belongingWeight / 2);
      if (alternatives.activity[k] !== Activity.farming) continue;
      const present = before.households.present[before.persons.household[person]];
      expect(alternatives.terms[k * TERM_COUNT + SIZE]).toBeCloseTo(-a.choiceScale * Math.log(present), 10);
    }
  });
});
