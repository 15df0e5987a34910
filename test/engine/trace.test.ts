import { describe, expect, it } from "vitest";
import { createSimulation, simulate } from "../../sim/engine/simulation.ts";
import { openTrace, traceLife } from "../../sim/engine/trace/trace.ts";
import type { Life, LifeEvent } from "../../sim/engine/trace/life.ts";
import { Activity, ALIVE } from "../../sim/world/persons.ts";
import { fromFile } from "../laws/scenarios.ts";

const scenario = fromFile("valley", "scale=50", "years=8");
const seed = "trace";
const plain = createSimulation(scenario, { seed });
const start = createSimulation(scenario, { seed }).world;
const startAgents = start.clock.personRows[0];
plain.run();

/** Agents spread over all rows, and some of whom is known that they move or have children. */
const asked = Array.from({ length: 24 }, (_, k) => Math.floor(((k + 0.5) * startAgents) / 24));
const lives = new Map<number, Life>();
function lifeOf(agent: number): Life {
  const life = lives.get(agent) ?? traceLife(scenario, { seed, agent });
  lives.set(agent, life);
  return life;
}
type Of<E extends LifeEvent["event"]> = Extract<LifeEvent, { event: E }>;
const events = <E extends LifeEvent["event"]>(life: Life, event: E): Of<E>[] =>
  life.events.filter((each): each is Of<E> => each.event === event);
const decisions = (): Of<"moves">[] => asked.flatMap((agent) => events(lifeOf(agent), "moves"));

describe("a traced run", () => {
  it("is the same run, whoever is followed", () => {
    for (const agent of asked) expect(lifeOf(agent).hash).toBe(plain.hash);
    expect(simulate(scenario, { seed, years: 2, scale: 80 }).hash).toBe(
      traceLife(scenario, { seed, years: 2, scale: 80, agent: 0 }).hash,
    );
  });

  it("can be stepped, and tells the life so far", () => {
    const tracing = openTrace(scenario, { seed, agent: asked[3] });
    expect(tracing.life().events).toHaveLength(1);
    for (let month = 0; month < 30; month++) tracing.step();
    const early = lifeOf(asked[3]).events.filter(
      ({ year, month }) => (year - scenario.start) * 12 + month <= 30,
    );
    expect(tracing.life().events).toEqual(early);
  });
});

describe("a life as it is told", () => {
  it("ends where the world says that the person lives and works", () => {
    let living = 0;
    for (const agent of asked) {
      const life = lifeOf(agent);
      const ended = events(life, "dies").length > 0;
      const { persons: p } = plain.world;
      const same = p.key[agent] === start.persons.key[agent] && (p.flags[agent] & ALIVE) !== 0;
      expect(ended).toBe(!same);
      if (!same) continue;
      living++;
      let doing = "none";
      let residence = "";
      for (const event of life.events) {
        if (event.event === "begins") ({ doing, residence } = event.situation);
        else if (event.event === "moves" || event.event === "marries") ({ doing, residence } = event.to);
        else if (event.event === "isHired") ({ doing } = event);
        else if (event.event === "losesWork" || event.event === "leavesSchool") doing = "searching";
        else if (event.event === "retires") doing = "retired";
      }
      expect(Activity[doing as keyof typeof Activity]).toBe(p.activity[agent]);
      expect(residence).toBe(plain.result().settlements[p.residence[agent]].id);
      expect(life.years.at(-1)!.savings).toBe(p.savings[agent]);
      expect(life.born.year * 12 + life.born.month - 1 - scenario.start * 12).toBe(p.born[agent]);
    }
    expect(living).toBeGreaterThan(15);
  });

  it("gives each decision its reasons, which add up to the difference exactly", () => {
    const made = decisions().filter(({ kind }) => kind !== "isTaken");
    expect(made.length).toBeGreaterThan(5);
    for (const { why } of made) {
      expect(why).not.toBeNull();
      const { terms, difference, chance, chanceToStay, alternatives } = why!;
      expect(Object.values(terms).reduce((sum, value) => sum + value, 0)).toBe(difference);
      expect(alternatives).toBeGreaterThan(1);
      expect(chance).toBeGreaterThan(0);
      expect(chance + chanceToStay).toBeLessThanOrEqual(1 + 1e-12);
      // The logit: the ratio of two chances is e to the difference of their utilities.
      expect(Math.log(chance / chanceToStay)).toBeCloseTo(difference, 4);
    }
  });

  it("moves from where the one before has led", () => {
    for (const agent of asked) {
      const [begins, ...rest] = lifeOf(agent).events;
      let at = begins.event === "begins" ? begins.situation.residence : "";
      for (const event of rest) {
        if (event.event !== "moves" && event.event !== "marries") continue;
        expect(event.from.residence).toBe(at);
        at = event.to.residence;
        if (event.event === "marries") continue;
        if (event.kind === "returns") expect(event.to.residence).toBe(event.to.home);
        if (event.kind === "commutes") expect(event.to.workplace).not.toBe(event.to.residence);
      }
    }
  });

  it("has money home sent in the share that circular migrants send, and none by others", () => {
    const share = 0.25;
    let senders = 0;
    for (const agent of asked) {
      const life = lifeOf(agent);
      const [first] = life.events;
      const stays = events(life, "moves").length === 0 && first.event === "begins";
      if (!stays) continue;
      const circulates = first.situation.mode === "circulating";
      for (const { income, sent } of life.years.slice(0, -1)) {
        if (!circulates) expect(sent).toBe(0);
        else if (income > 0) {
          senders++;
          expect(Math.abs(sent - share * income)).toBeLessThan(6);
        }
      }
    }
    expect(senders).toBeGreaterThan(5);
  });

  it("saves what is left of the income, and nothing else comes in without interest", () => {
    const frugal = { ...scenario, parameters: { ...scenario.parameters, depositRate: 0 } };
    const workers = asked
      .map((agent) => traceLife(frugal, { seed, agent, years: 3 }))
      .filter(
        (life) =>
          life.years.length === 3 &&
          events(life, "inherits").length + events(life, "foundsFirm").length === 0,
      )
      .filter(({ years }) => years.every(({ income }) => income > 5_000));
    expect(workers.length).toBeGreaterThan(5);
    for (const { years } of workers) {
      years.slice(1).forEach(({ income, sent, savings }, k) => {
        const kept = savings - years[k].savings;
        expect(Math.abs(kept - 0.3 * (income - sent))).toBeLessThan(13);
      });
    }
  });

  it("follows those who are born, or come, by their numbers; a child stands in its mother's life", () => {
    let children = 0;
    let newcomers = 0;
    for (let agent = startAgents; agent < startAgents + 8; agent++) {
      const life = lifeOf(agent);
      const [first] = life.events;
      if (first.event === "arrives") {
        newcomers++;
        expect(first.age).toBeGreaterThanOrEqual(16);
        continue;
      }
      if (first.event !== "isBorn") throw new Error("whoever wasn't there is born or arrives");
      children++;
      expect([first.year, first.month, first.age]).toEqual([life.born.year, life.born.month, 0]);
      const mother = traceLife(scenario, { seed, agent: first.mother });
      expect(events(mother, "hasChild")).toContainEqual({
        event: "hasChild",
        agent,
        year: first.year,
        month: first.month,
        age: first.year - mother.born.year - (first.month < mother.born.month ? 1 : 0),
      });
    }
    expect(children).toBeGreaterThan(0);
    expect(newcomers).toBeGreaterThan(0);
  });
});

describe("an agent that isn't there", () => {
  it.each([-1, 0.5, NaN])("%d is refused at once", (agent) => {
    expect(() => openTrace(scenario, { seed, agent })).toThrow(
      `agent is ${agent}; expected a whole number from 0 to ${startAgents - 1}.`,
    );
  });

  it("is refused with the range once the run has ended", () => {
    const { births, arrivals } = plain.world.clock;
    const entered = births[0] + arrivals[0];
    expect(() => traceLife(scenario, { seed, agent: startAgents + entered })).toThrow(
      `expected a whole number from 0 to ${startAgents + entered - 1}. The agents of the start are 0 to ` +
        `${startAgents - 1}, those who are born or come during the run ${startAgents} to ${startAgents + entered - 1}`,
    );
    const last = traceLife(scenario, { seed, agent: startAgents + entered - 1 });
    expect(["isBorn", "arrives"]).toContain(last.events[0].event);
  });
});
