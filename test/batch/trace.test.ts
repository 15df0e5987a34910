import { beforeAll, describe, expect, test } from "vitest";
import { lifeText } from "../../sim/batch/report/life.ts";
import type { Life, Why } from "../../sim/engine/trace/life.ts";
import { traceLife } from "../../sim/engine/trace/trace.ts";
import { TERMS } from "../../sim/processes/migration/terms.ts";
import { requireBuild } from "../built.ts";
import { fromFile } from "../laws/scenarios.ts";
import { urflow } from "./commands/urflow.ts";

beforeAll(requireBuild);

const SHORT = ["--years", "3", "--scale", "50", "--seed", "7"];

describe("urflow trace", () => {
  test("tells under --json what the library tells, with the hash of the run", async () => {
    const [traced, run] = await Promise.all([
      urflow("trace", "valley", "--agent", "600", ...SHORT, "--json"),
      urflow("run", "valley", ...SHORT, "--json"),
    ]);
    expect([traced.code, traced.stderr]).toEqual([0, ""]);
    const life = JSON.parse(traced.stdout) as Life;
    expect(life).toEqual(traceLife(fromFile("valley", "years=3", "scale=50"), { seed: "7", agent: 600 }));
    expect(life.hash).toBe((JSON.parse(run.stdout) as { hash: string }).hash);
  });

  test("tells it in words without", async () => {
    const { code, stdout } = await urflow("trace", "valley", "--agent", "600", ...SHORT);
    expect(code).toBe(0);
    const life = traceLife(fromFile("valley", "years=3", "scale=50"), { seed: "7", agent: 600 });
    expect(stdout).toBe(`${lifeText(life)}\n`);
  });

  test("refuses a number that nobody has, with the range, and writes nothing else", async () => {
    const { code, stdout, stderr } = await urflow("trace", "valley", "--agent", "999999", ...SHORT);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^urflow: agent is 999999; expected a whole number from 0 to \d+\. The agents of the start/,
    );
    const json = await urflow("trace", "valley", "--agent", "999999", ...SHORT, "--json");
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ faults: [] });
  });

  test("asks whose life, and for a whole number", async () => {
    const nobody = await urflow("trace", "valley");
    expect(nobody.code).toBe(2);
    expect(nobody.stderr).toContain("--agent <number>");
    const half = await urflow("trace", "valley", "--agent", "1.5");
    expect(half.code).toBe(2);
    expect(half.stderr).toContain("Expected a whole number, 0 or more");
  });
});

describe("a life in words", () => {
  const life = traceLife(fromFile("valley", "years=12", "scale=50"), { seed: "words", agent: 0 });

  test("has a line for each event, and one for each year", () => {
    const text = lifeText(life);
    const dated = text.split("\n").filter((line) => /^[A-Z][a-z]{2} \d{4}, \d+ /.test(line));
    expect(dated).toHaveLength(life.events.length);
    for (const { year } of life.years) expect(text).toContain(`\n${year} `);
    expect(text).toContain(`hash ${life.hash}`);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  test("gives the strongest reason first, and leaves out what doesn't count", () => {
    const [begins] = life.events;
    if (begins.event !== "begins") throw new Error("agent 0 lives at the start");
    const none = Object.fromEntries(TERMS.map((term) => [term, 0])) as Why["terms"];
    const why: Why = {
      terms: { ...none, cost: -3, income: 4.25, rent: 0.001 },
      difference: 1.251,
      chance: 0.5,
      chanceToStay: 0.04,
      alternatives: 9,
    };
    const to = begins.situation;
    const text = lifeText({
      ...life,
      events: [
        { event: "moves", kind: "settles", from: to, to, minutes: 30, why, year: 2021, month: 3, age: 30 },
      ],
    });
    expect(text).toContain("Mar 2021, 30  settles in ");
    expect(text).toContain("because of income +4.25, the cost of moving −3.00\n");
    expect(text).toContain(
      "in all +1.25 over the life before; of 9 ways of life this one had a chance of 50 %",
    );
    expect(text).toContain("going on as before 4.0 %");
  });
});
