/** Follows one agent through a run and writes down what happens to it. It looks, and changes nothing. */
import type { ChoiceLaw } from "../../processes/migration/law.ts";
import { PROCESSES } from "../../processes/order.ts";
import { Activity, FEMALE, Mode } from "../../world/persons.ts";
import { minutesBetween } from "../../world/travel.ts";
import type { World } from "../../world/world.ts";
import type { Observer } from "../simulation.ts";
import type { Happening, LifeEvent, LifeYear, Why } from "./life.ts";
import { DOING, kindOf, livesOtherwise, situationOf, type State, stateOf } from "./state.ts";
import { whyOf } from "./why.ts";

const LAST = PROCESSES[PROCESSES.length - 1].name;

export interface Follower {
  readonly observer: Observer;
  /** Looks at the first month; an agent that isn't there yet is followed from when it comes. */
  begin(world: World): void;
  /** Month of birth; undefined while the agent isn't there. */
  readonly birth: number | undefined;
  readonly female: boolean;
  readonly events: readonly LifeEvent[];
  readonly years: readonly LifeYear[];
  /** Agents of the start, and all so far: the first have the numbers of their rows, the others follow as they enter. */
  readonly startAgents: number;
  readonly agents: number;
}

/** @param nameOf id of a settlement, by row */
export function follow(
  agent: number,
  startYear: number,
  law: ChoiceLaw,
  nameOf: (settlement: number) => string,
): Follower {
  let world: World;
  let person = -1;
  let key = 0;
  let birth: number | undefined;
  let female = false;
  let worked = false;
  let state: State;
  let why: Why | undefined;
  /** Number of whom the person married this month. */
  let partner: number | undefined;
  let startAgents = 0;
  let entered = 0;
  /** Numbers of those who were born or came in the run, by row: the last who had it. */
  const numbers = new Map<number, number>();
  const events: LifeEvent[] = [];
  const years: LifeYear[] = [];
  let year = { income: 0, sent: 0, thoughts: 0 };

  const tell = (month: number, happening: Happening): void => {
    const date = { year: startYear + Math.floor(month / 12), month: (month % 12) + 1 };
    events.push({ ...date, age: Math.floor((month - (birth ?? month)) / 12), ...happening });
  };

  const numberOf = (row: number): number => numbers.get(row) ?? row;

  /** Gives the next number to the row of someone who was born or came. */
  const enter = (row: number): number => {
    const number = startAgents + entered++;
    numbers.set(row, number);
    return number;
  };

  const meet = (row: number): void => {
    person = row;
    key = world.persons.key[row];
    birth = world.persons.born[row];
    female = (world.persons.flags[row] & FEMALE) !== 0;
    state = stateOf(world, row);
    worked = state.activity !== Activity.none;
  };

  const closeYear = (month: number, savings: number): void => {
    years.push({ year: startYear + Math.floor(month / 12), ...year, savings });
    year = { income: 0, sent: 0, thoughts: 0 };
  };

  const move = (month: number, now: State): void => {
    const place = now.mode === Mode.commuting ? now.workplace : now.residence;
    tell(month, {
      event: "moves",
      kind: kindOf(state, now, why !== undefined),
      from: situationOf(state, nameOf),
      to: situationOf(now, nameOf),
      minutes: minutesBetween(world, now.home, place),
      why: why ?? null,
    });
  };

  const work = (month: number, now: State): void => {
    const place = nameOf(now.workplace);
    if (now.activity === Activity.retired) return tell(month, { event: "retires" });
    if (now.activity === Activity.searching) return tell(month, { event: "losesWork", place });
    tell(month, { event: "isHired", doing: DOING[now.activity], place, first: !worked });
    worked = true;
  };

  const grow = (month: number, now: State): void => {
    if (now.schooling > state.schooling) tell(month, { event: "goesOn", schooling: now.schooling });
    if (now.savings > state.savings) tell(month, { event: "inherits", amount: now.savings - state.savings });
    if (partner !== undefined) {
      const [from, to] = [situationOf(state, nameOf), situationOf(now, nameOf)];
      tell(month, { event: "marries", agent: partner, from, to });
      partner = undefined;
      // A wedding may change the work too, which is told with it.
      return;
    }
    if (now.activity === state.activity) return;
    if (now.activity !== Activity.retired) {
      tell(month, { event: "leavesSchool", schooling: world.persons.schooling[person] });
      if (now.activity === Activity.searching) return;
    }
    work(month, now);
  };

  const observer: Observer = {
    get person() {
      return person;
    },
    thought(who, _, weighed, chosen) {
      if (who !== person) return;
      year.thoughts++;
      if (chosen > 0) why = whyOf(weighed, chosen, law);
    },
    paid(_, income, sent) {
      year.income += income;
      year.sent += sent;
    },
    wed(woman, man) {
      if (woman === person) partner = numberOf(man);
      else if (man === person) partner = numberOf(woman);
    },
    came(newcomer, month) {
      if (enter(newcomer) !== agent) return;
      meet(newcomer);
      const schooling = world.persons.schooling[newcomer];
      tell(month, { event: "arrives", situation: situationOf(state, nameOf), schooling });
    },
    born(child, mother, month) {
      const number = enter(child);
      if (mother === person) tell(month, { event: "hasChild", agent: number });
      if (number !== agent) return;
      meet(child);
      const situation = situationOf(state, nameOf);
      tell(month, { event: "isBorn", situation, mother: numberOf(mother) });
    },
    after(process, month) {
      if (person < 0) return;
      if (world.persons.key[person] !== key || world.persons.flags[person] === 0) {
        tell(month, { event: "dies" });
        person = -1;
        return closeYear(month, 0);
      }
      const now = stateOf(world, person);
      if (process === "enterprises" && now.savings < state.savings)
        tell(month, { event: "foundsFirm", amount: state.savings - now.savings });
      if (process === "demography") grow(month, now);
      else if (process !== "migration") {
        if (now.activity !== state.activity) work(month, now);
      } else if (livesOtherwise(state, now)) move(month, now);
      why = undefined;
      state = now;
      if (process === LAST && month % 12 === 11) closeYear(month, now.savings);
    },
  };

  return {
    observer,
    events,
    years,
    begin(start) {
      world = start;
      startAgents = world.clock.personRows[0];
      if (agent >= startAgents) return;
      meet(agent);
      const schooling = world.persons.schooling[agent];
      tell(0, { event: "begins", situation: situationOf(state, nameOf), schooling });
    },
    get birth() {
      return birth;
    },
    get female() {
      return female;
    },
    get startAgents() {
      return startAgents;
    },
    get agents() {
      return startAgents + entered;
    },
  };
}
