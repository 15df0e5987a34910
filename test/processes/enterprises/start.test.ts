import { describe, expect, it } from "vitest";
import { OUTSIDE, VILLAGE } from "../../../sim/world/tiers.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { rowsWhere, sum } from "../bench.ts";
import { compare, openRows } from "./rows.ts";

describe("the start", () => {
  it.each([10, 40])(
    "has as many enterprises at scale %i as the census says, and accounts that add up",
    (scale) => {
      const { world, assumptions } = openRun(fromFile("valley", `scale=${scale}`), "start", []).built;
      const places = world.settlements;
      const hands = sum(
        rowsWhere(world.sizes.settlements, (j) => places.tier[j] !== OUTSIDE).map(
          (j) => (places.processing[j] + places.manufacturing[j] + places.services[j]) * scale,
        ),
      );
      expect(compare(world, 0)).toBeGreaterThan(100);
      expect((assumptions.enterpriseHands * world.clock.enterprises[0]) / hands).toBeGreaterThan(0.97);
      expect((assumptions.enterpriseHands * world.clock.enterprises[0]) / hands).toBeLessThan(1.05);
    },
  );

  it("is no start for capital to flow to the better ones: mean efficiency moves little in three years", () => {
    const run = openRun(fromFile("valley", "scale=20", "years=3"), "rest");
    const { world } = run.built;
    const mean = (): number => {
      const rows = openRows(world);
      const { capital, efficiency } = world.enterprises;
      return sum(rows.map((i) => capital[i] * efficiency[i])) / sum(rows.map((i) => capital[i]));
    };
    const start = mean();
    runMonths(run, 36);
    expect(mean() / start).toBeGreaterThan(0.97);
    expect(mean() / start).toBeLessThan(1.04);
  });

  it("as many begin and end in the first years as later on, by order of magnitude", () => {
    const run = openRun(fromFile("valley", "scale=20", "years=6"), "rest");
    const { clock, settlements: s } = run.built.world;
    const open = clock.enterprises[0];
    runMonths(run, 24);
    const [founded, closed] = [clock.enterprisesFounded[0], clock.enterprisesClosed[0]];
    expect(founded / open / 2).toBeGreaterThan(0.01);
    expect(founded / open / 2).toBeLessThan(0.08);
    expect(closed / open / 2).toBeGreaterThan(0.005);
    expect(closed / open / 2).toBeLessThan(0.08);
    expect(rowsWhere(s.tier.length, (j) => s.tier[j] === VILLAGE).length).toBeGreaterThan(0);
  });
});

describe("what an agent stands for", () => {
  it.each([1, 10, 40])("is all enterprises together, and one each where persons are agents: %i", (scale) => {
    const { world } = openRun(fromFile("valley", `scale=${scale}`), "start", []).built;
    const open = openRows(world);
    expect(sum(open.map((i) => world.enterprises.stands[i]))).toBe(world.clock.enterprises[0]);
    expect(Math.max(...open.map((i) => world.enterprises.stands[i]))).toBe(world.sizes.enterpriseScale);
    // Eight agents of persons for each, of eighteen hands an enterprise.
    expect(world.sizes.enterpriseScale).toBe(Math.max(1, Math.floor((8 * scale) / 18)));
  });

  it("may be tens of thousands", () => {
    const most = ["scale=10000", "parameters.enterpriseHands=1"];
    const { world } = openRun(fromFile("harbin-changchun", ...most), "start", []).built;
    expect(world.sizes.enterpriseScale).toBe(80_000);
    const open = openRows(world);
    expect(sum(open.map((i) => world.enterprises.stands[i]))).toBe(world.clock.enterprises[0]);
  });

  it("doesn't change how many enterprises begin and end", () => {
    const figures = (scale: number): readonly number[] => {
      const run = openRun(fromFile("valley", `scale=${scale}`, "years=4"), "scale");
      const { clock } = run.built.world;
      const start = clock.enterprises[0];
      runMonths(run, 48);
      return [clock.enterprisesFounded[0] / start, clock.enterprisesClosed[0] / start];
    };
    const [fine, coarse] = [figures(10), figures(40)];
    // Four standard errors of a count of some hundreds, and the grain: at forty persons an agent most villages lack a
    // kind of works or shop, so their prospects are those of like places instead of their own.
    fine.forEach((figure, k) => {
      const error = 4 * Math.sqrt((2 * figure) / 2200);
      expect(Math.abs(coarse[k] - figure)).toBeLessThan(error + 0.25 * figure);
      expect(error).toBeLessThan(0.8 * figure);
    });
  });
});
