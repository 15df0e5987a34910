/** The twenty systems of policy: each is there once, is told in both languages, and moves what it should directly. */
import { beforeAll, describe, expect, it } from "vitest";
import { ABOUT_PARTS, bySystem, groupOf } from "../../sim/scenario/systems.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { openRun } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";
import { schemaText, scenarioIds } from "./files.ts";
import { type Course, courseOf } from "./systemCourse.ts";
import { EFFECTS } from "./systemEffects.ts";

const SYSTEMS = "A1 A2 A3 B1 B2 B3 B4 B5 C1 C2 C3 C4 C5 D1 D2 D3 E1 E2 E3 E4".split(" ");
const systems: Scenario[] = scenarioIds
  .map((id) => fromFile(id))
  .filter(({ system }) => system !== undefined)
  .sort(bySystem);

describe("the systems of policy", () => {
  it("are twenty, each shown by one scenario", () => {
    expect(systems.map(({ system }) => system)).toEqual(SYSTEMS);
  });

  it.each(systems.map((one) => [one.system, one.id, one] as const))(
    "%s, %s, says in English and Chinese what it is, what it assumes and what to look at",
    (system, _, { about, title, policies }) => {
      expect(groupOf(system ?? "").en.length).toBeGreaterThan(3);
      for (const text of [title, ...ABOUT_PARTS.map((part) => about![part])]) {
        expect(text.en).toMatch(/^[A-Z]/);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.zh).not.toMatch(/[a-z]{4}/);
      }
      for (const part of ABOUT_PARTS) expect(about![part].en.split(/[.?](?= |$)/).length).toBeLessThan(6);
      // The world that others are held against has no policy; all others have.
      expect(policies.length === 0).toBe(system === "C1");
    },
  );

  it("stand in the table of the scenarios' own README, by their codes and in their order", () => {
    const rows = [...schemaText("README.md").matchAll(/^\| ([A-E]\d) +\| `([a-z-]+)` +\|/gm)];
    expect(rows.map(([, code, id]) => [code, id])).toEqual(systems.map(({ system, id }) => [system, id]));
  });

  it("hand neither their code nor their texts to a scenario that extends them", () => {
    const heir = fromFile("quzhou-small-towns");
    expect([heir.system, heir.about]).toEqual([undefined, undefined]);
  });

  it("are all held against a world without them but C1, which is that world", () => {
    expect(new Set(EFFECTS.map(({ system }) => system))).toEqual(
      new Set(SYSTEMS.filter((system) => system !== "C1")),
    );
  });
});

describe.each(EFFECTS.map((effect) => [effect.system, effect.set?.at(-1) ?? effect.id, effect] as const))(
  "%s, %s",
  (_, __, effect) => {
    let course: Course;
    beforeAll(() => {
      course = courseOf(effect);
    });

    it("changes nothing at all before its first month", () => {
      expect(course.before).toEqual([]);
    });

    it("pulls its own levers and no others", () => {
      expect(course.pulled.toSorted()).toEqual([...effect.levers].toSorted());
    });

    it("moves first what its levers are about, and nothing else beside", () => {
      const [process, columns] = effect.first;
      expect(course.moved[0]).toEqual([process, expect.anything()]);
      const sure = course.moved[0][1].filter((column) => effect.perhaps?.includes(column) !== true);
      expect(sure.sort()).toEqual([...columns].sort());
    });

    it("moves the rest in the process that it belongs to, and leaves alone what isn't its matter", () => {
      const moved = new Map(course.moved);
      for (const [process, columns] of effect.later ?? []) {
        expect(moved.get(process)).toEqual(expect.arrayContaining([...columns]));
      }
      const all = course.moved.flatMap(([, columns]) => columns);
      expect((effect.never ?? []).filter((column) => all.includes(column))).toEqual([]);
      // No process writes what is measured or counted: who lives, and who is registered, moves by moving alone.
      const counts = ["settlements.residents", "settlements.registered", "persons.residence"];
      for (const [process, columns] of course.moved) {
        if (["migration", "arrivals", "demography"].includes(process)) continue;
        expect([process, columns.filter((column) => counts.includes(column))]).toEqual([process, []]);
      }
    });
  },
);

describe("the sites of small towns", () => {
  const chosen = (id: string): number[] => {
    const run = openRun(fromFile(id, "scale=1000"), "sites");
    return [...new Set(run.setting.measures.flatMap(({ settlements }) => [...settlements]))].sort(
      (a, b) => a - b,
    );
  };

  it("are others in B4 than in B1, as many, and one in each county", () => {
    const [largest, inTurn] = [chosen("small-towns"), chosen("town-sites")];
    expect(inTurn).toHaveLength(largest.length);
    expect(inTurn).not.toEqual(largest);
  });
});
