import { describe, expect, it } from "vitest";
import { SECTORS } from "../../sim/world/jurisdictions.ts";
import { Activity } from "../../sim/world/persons.ts";
import { TOWN } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import { openRun, runMonths } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor } from "./bench.ts";

const bench = benchFor("employment", fromFile("valley", "scale=10"));
const { before, setting } = bench;
const { assumptions: a } = setting;
const { scale } = before.sizes;
const isModern = (does: number): boolean => does >= Activity.processing && does <= Activity.public;

interface Turnover {
  readonly hired: number;
  readonly left: number;
}
/** Who changed between looking for work and having it, as far as the end of the month shows. */
function turnover(world: World): Turnover {
  let hired = 0;
  let left = 0;
  for (let i = 0; i < before.clock.personRows[0]; i++) {
    const [was, is] = [before.persons.activity[i], world.persons.activity[i]];
    if (was === Activity.searching && isModern(is)) hired++;
    if (isModern(was) && is === Activity.searching) left++;
  }
  return { hired, left };
}
const want = (world: World, hands: (j: number, sector: number, employed: number) => number): void => {
  const { settlements: s } = world;
  const jobs = [s.processing, s.manufacturing, s.services];
  for (let j = 0; j < world.sizes.settlements; j++) {
    for (let sector = 0; sector < SECTORS; sector++) {
      world.firms.wanted[j * SECTORS + sector] = hands(j, sector, jobs[sector][j] * scale);
    }
  }
};
const counts = (() => {
  let workers = 0;
  let searching = 0;
  let isPublic = 0;
  for (let i = 0; i < before.clock.personRows[0]; i++) {
    if (isModern(before.persons.activity[i])) workers++;
    if (before.persons.activity[i] === Activity.public) isPublic++;
    if (before.persons.activity[i] === Activity.searching) searching++;
  }
  return { workers, searching, isPublic };
})();
/** Four standard errors of a count of independent chances. */
const error = (n: number, p: number): number => 4 * Math.sqrt(n * p * (1 - p));

describe("employment", () => {
  it("jobs end at the rate of separation where firms want who they have", () => {
    const { left, hired } = turnover(
      bench.after((world) => {
        want(world, (_, __, employed) => employed);
        world.jurisdictions.publicWanted.set(world.jurisdictions.publicWorkers);
      }),
    );
    expect(counts.workers).toBeGreaterThan(3000);
    expect(Math.abs(left - counts.workers * a.separation)).toBeLessThan(error(counts.workers, a.separation));
    // As many are hired as are about to leave, where enough people look for work.
    expect(hired).toBeGreaterThan(0.5 * counts.workers * a.separation);
    expect(hired).toBeLessThan(1.5 * counts.workers * a.separation);
  });

  it("nobody is hired where nobody is wanted, and the surplus is let go at the rate of dismissal", () => {
    const idle = bench.after((world) => {
      want(world, () => 0);
      world.jurisdictions.publicWanted.fill(0);
    });
    const { left, hired } = turnover(idle);
    // Firms bear half an agent's worth of idle hands at each place and sector, and separation comes on top.
    const rate = a.dismissal + a.separation;
    expect(hired).toBe(0);
    expect(left).toBeGreaterThan(counts.workers * a.dismissal * 0.8 - error(counts.workers, rate));
    expect(left).toBeLessThan(counts.workers * rate + error(counts.workers, rate));
  });

  it("everyone who looks for work has it where firms want ten times the hands", () => {
    const boom = bench.after((world) => want(world, (_, __, employed) => 10 * employed + 100 * scale));
    const { hired } = turnover(boom);
    // A few leave again in the same month.
    expect(hired).toBeGreaterThan(counts.searching * (1 - 3 * a.separation));
  });

  it("each sector hires in proportion to its vacancies", () => {
    const split = bench.after((world) => {
      want(world, (_, sector, employed) => employed + [100, 300, 600][sector] * scale);
      world.jurisdictions.publicWanted.fill(0);
    });
    const by = [0, 0, 0, 0];
    for (let i = 0; i < before.clock.personRows[0]; i++) {
      const is = split.persons.activity[i];
      if (before.persons.activity[i] === Activity.searching && isModern(is)) by[is - Activity.processing]++;
    }
    const hired = by.reduce((sum, n) => sum + n, 0);
    expect(hired).toBeGreaterThan(150);
    [0.1, 0.3, 0.6].forEach((share, sector) => {
      expect(Math.abs(by[sector] - share * hired)).toBeLessThan(error(hired, share) + 0.02 * hired);
    });
  });

  it("hires where the vacancies are, and nowhere else", () => {
    const { searching } = before.settlements;
    const busiest = searching.indexOf(Math.max(...searching));
    const one = bench.after((world) => {
      want(world, (j, _, employed) => (j === busiest ? 10 * employed + 100 * scale : 0));
      world.jurisdictions.publicWanted.fill(0);
    });
    let stillLooking = 0;
    for (let i = 0; i < before.clock.personRows[0]; i++) {
      expect(one.persons.workplace[i]).toBe(before.persons.workplace[i]);
      if (before.persons.activity[i] !== Activity.searching) continue;
      if (before.persons.workplace[i] !== busiest) expect(one.persons.activity[i]).toBe(Activity.searching);
      else if (one.persons.activity[i] === Activity.searching) stillLooking++;
    }
    // Who is hired may leave again in the same month.
    expect(stillLooking).toBeLessThan(0.1 * searching[busiest]);
  });

  it("touches neither farmers nor pupils nor the retired nor those outside", () => {
    const after = bench.after((world) => want(world, () => 1e6));
    for (let i = 0; i < before.clock.personRows[0]; i++) {
      const was = before.persons.activity[i];
      if (was !== Activity.searching && !isModern(was)) expect(after.persons.activity[i]).toBe(was);
    }
  });

  it("public posts follow the county's plan", () => {
    const more = bench.after((world) => {
      want(world, (_, __, employed) => employed);
      for (let c = 0; c < world.sizes.jurisdictions; c++) {
        world.jurisdictions.publicWanted[c] = 2 * world.jurisdictions.publicWorkers[c];
      }
    });
    const isPublic = more.persons.activity.filter((does) => does === Activity.public).length;
    expect(isPublic).toBeGreaterThan(1.1 * counts.isPublic);
  });

  it("a post that falls vacant is offered again in its own place, even where no other is left", () => {
    const { settlements: s } = before;
    const town = s.public.findIndex((posts, j) => s.tier[j] === TOWN && posts >= 3);
    const after = bench.after((world) => {
      want(world, (_, __, employed) => employed);
      for (let i = 0; i < world.clock.personRows[0]; i++) {
        if (world.persons.workplace[i] === town && world.persons.activity[i] === Activity.public) {
          world.persons.activity[i] = Activity.searching;
        }
      }
      world.settlements.searching[town] += world.settlements.public[town];
      world.settlements.public[town] = 0;
    });
    expect(after.settlements.public[town]).toBeGreaterThan(0);
  });
});

describe("public posts over ten years in which nobody moves, is born or dies", () => {
  const run = openRun(
    fromFile("valley", "scale=20"),
    "posts",
    PROCESSES.filter(({ name }) => name !== "migration" && name !== "demography"),
  );
  const { world } = run.built;
  const { settlements: s } = world;
  const outsideSeats = (): number => {
    let posts = 0;
    for (let j = 0; j < world.sizes.settlements; j++) if (s.tier[j] <= TOWN) posts += s.public[j];
    return posts;
  };

  it("stay in villages and towns: no place loses for good what it couldn't fill for a month", () => {
    const start = outsideSeats();
    runMonths(run, 120);
    expect(start).toBeGreaterThan(100);
    // Beside the chance of who looks for work where.
    expect(outsideSeats()).toBeGreaterThan(0.85 * start);
  });
});
