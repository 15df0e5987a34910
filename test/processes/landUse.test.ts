import { describe, expect, it } from "vitest";
import { leverIndex } from "../../sim/policy/resolve.ts";
import { landShortage, linkageQuota } from "../../sim/processes/landUse.ts";
import { MANUFACTURING, SECTORS, SERVICES } from "../../sim/world/jurisdictions.ts";
import { Homestead } from "../../sim/world/persons.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { areasOf } from "../laws/books.ts";
import { type OpenRun, openRun } from "../laws/run.ts";
import { fromFile, policyOf } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const bench = benchFor("landUse", fromFile("valley", "scale=20"), 13);
const { before, setting } = bench;
const { assumptions: a } = setting;
const { settlements: s, sizes } = before;
const { settlements: count, levers } = sizes;
const counties = [...Array(sizes.jurisdictions - 1).keys()];
const inCounty = (c: number): number[] => rowsWhere(count, (j) => s.jurisdiction[j] === c);
const built = (w: World, j: number): number => w.settlements.industrial[j] + w.settlements.commercial[j];
const taken = (w: World, j: number): number => built(w, j) - built(before, j);
const set = (
  w: World,
  lever: Parameters<typeof leverIndex>[0],
  j: number,
  value: number,
  state = false,
): void => {
  w.levers.value[j * levers + leverIndex(lever)] = value;
  w.levers.state[j * levers + leverIndex(lever)] = state ? 1 : 0;
};
/** Every place asks for as much, has the money, and has the land. */
const crowded =
  (quota: number) =>
  (w: World): void => {
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      for (let sector = 0; sector < SECTORS; sector++) {
        w.firms.capital[j * SECTORS + sector] = 0;
        w.firms.desire[j * SECTORS + sector] = 0;
        w.firms.cash[j * SECTORS + sector] = 1e12;
      }
      w.settlements.industrial[j] = 0;
      w.settlements.commercial[j] = 0;
      // 12,000 m2 of works, above nothing that stands.
      w.firms.desire[j * SECTORS + MANUFACTURING] = 12 * 1.2000001 * a.capitalPerHectare;
      w.settlements.ecological[j] += built(before, j);
      w.settlements.reserve[j] = Math.max(w.settlements.reserve[j], 1e6);
    }
    w.jurisdictions.quotaLeft.fill(quota);
  };

describe("building land", () => {
  it("is asked for by the twelfth part of the investment wished for that the land in place can't carry", () => {
    const free = bench.after(crowded(1e9));
    for (const c of counties) for (const j of inCounty(c)) expect(built(free, j)).toBe(12_000);
  });

  it("is shared out by what is asked, alike for all places of the county, up to its quota", () => {
    for (const c of counties) {
      const places = inCounty(c);
      const quota = 3000 * places.length;
      const short = bench.after(crowded(quota));
      for (const j of places) expect(Math.abs(built(short, j) - 3000)).toBeLessThanOrEqual(1);
      expect(short.jurisdictions.quotaLeft[c]).toBeLessThanOrEqual(places.length);
    }
    const none = bench.after(crowded(0));
    for (const c of counties) for (const j of inCounty(c)) expect(built(none, j)).toBe(0);
  });

  it("comes beyond the quota where a policy gives extra land, and leaves the quota alone", () => {
    const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN);
    const extra = bench.after((w) => {
      crowded(0)(w);
      set(w, "townLandQuota", town, 6);
    });
    // Six hectares a year are half a hectare a month.
    expect(built(extra, town)).toBe(5000);
    expect(sum(inCounty(s.jurisdiction[town]).map((j) => built(extra, j)))).toBe(5000);
    const both = bench.after((w) => {
      crowded(1e6)(w);
      set(w, "townLandQuota", town, 6);
    });
    const asked = 12_000 * inCounty(s.jurisdiction[town]).length;
    expect(1e6 - both.jurisdictions.quotaLeft[s.jurisdiction[town]]).toBe(asked - 5000);
  });

  it("is paid for; the county keeps what is not compensation, and each yuan shows as land value", () => {
    const world = bench.after(crowded(1e9));
    for (const c of counties) {
      const places = inCounty(c);
      const paid = Math.floor((12_000 * a.landPrice) / 10_000);
      const compensation = Math.floor(paid * a.landCompensation);
      for (const j of places) {
        expect(world.settlements.pool[j] - before.settlements.pool[j]).toBe(compensation);
        expect(3e12 - sum([0, 1, 2].map((sector) => world.firms.cash[j * SECTORS + sector]))).toBe(paid);
      }
      const revenue = places.length * (paid - compensation);
      expect(world.jurisdictions.revenue[c] - before.jurisdictions.revenue[c]).toBe(revenue);
      expect(world.jurisdictions.cash[c] - before.jurisdictions.cash[c]).toBe(revenue);
    }
    const { zones } = sizes;
    const seatOf = (j: number): number => s.zone[s.seat[j]];
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE);
    const pair = s.zone[village] * zones + seatOf(village);
    const inZone = rowsWhere(count, (j) => s.zone[j] === s.zone[village]).length;
    const paid = Math.floor((12_000 * a.landPrice) / 10_000);
    const compensation = Math.floor(paid * a.landCompensation);
    expect(world.zonePairs.landValue[pair] - before.zonePairs.landValue[pair]).toBe(
      inZone * (paid - compensation),
    );
    const back = seatOf(village) * zones + s.zone[village];
    expect(world.zonePairs.landValue[back] - before.zonePairs.landValue[back]).toBe(inZone * compensation);
  });

  it("is bought no farther than the money goes", () => {
    const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN);
    const poor = bench.after((w) => {
      crowded(1e9)(w);
      for (let sector = 0; sector < SECTORS; sector++) w.firms.cash[town * SECTORS + sector] = -1;
      w.firms.cash[town * SECTORS + SERVICES] = 300_000;
    });
    expect(built(poor, town)).toBe(Math.floor(300_000 / (a.landPrice / 10_000)));
    expect(poor.firms.cash[town * SECTORS + SERVICES]).toBeGreaterThanOrEqual(0);
  });

  it("costs less where a policy cuts the price; a state that pays makes the county whole", () => {
    const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN);
    const cut = (state: boolean): World =>
      bench.after((w) => {
        crowded(1e9)(w);
        set(w, "landPriceCut", town, 0.4, state);
      });
    const [plain, byCounty, byState] = [bench.after(crowded(1e9)), cut(false), cut(true)];
    const spentOn = (w: World): number =>
      3e12 - sum([0, 1, 2].map((sector) => w.firms.cash[town * SECTORS + sector]));
    expect(spentOn(byCounty) / spentOn(plain)).toBeCloseTo(0.6, 6);
    expect(spentOn(byState)).toBe(spentOn(byCounty));
    const county = s.jurisdiction[town];
    const lost = spentOn(plain) - spentOn(byCounty);
    expect(byCounty.jurisdictions.policyCost[county]).toBe(lost);
    expect(plain.jurisdictions.cash[county] - byCounty.jurisdictions.cash[county]).toBe(lost);
    expect(byState.jurisdictions.cash[county]).toBe(plain.jurisdictions.cash[county]);
    expect(byCounty.settlements.pool[town]).toBe(plain.settlements.pool[town]);
  });

  it("comes from reserve first, then from fields, never from more than half of them in a month", () => {
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.farmers[j] > 0);
    const bare = bench.after((w) => {
      crowded(1e9)(w);
      w.settlements.ecological[village] += w.settlements.reserve[village] - 4000;
      w.settlements.reserve[village] = 4000;
      // Everyone farms, so that no field falls idle meanwhile.
      w.settlements.farmers[village] = 100_000;
      w.settlements.ecological[village] += w.settlements.abandoned[village];
      w.settlements.abandoned[village] = 0;
    });
    expect(built(bare, village)).toBe(12_000);
    expect(bare.settlements.reserve[village]).toBe(0);
    expect(before.settlements.arable[village] - bare.settlements.arable[village]).toBe(8000);
    const small = bench.after((w) => {
      crowded(1e9)(w);
      w.settlements.reserve[village] = 0;
      w.settlements.arable[village] = 10_001;
      w.settlements.farmers[village] = 100_000;
    });
    expect(built(small, village)).toBe(5000);
  });

  it("a year's new quota is a share of what was built at the start, and what is left is carried on", () => {
    const january = benchFor("landUse", fromFile("valley", "scale=20"), 12);
    const rest = (w: World): void => {
      w.firms.desire.fill(0);
      w.firms.capital.fill(0);
    };
    const still = january.after(rest);
    for (const c of counties) {
      const fresh = still.jurisdictions.quotaLeft[c] - january.before.jurisdictions.quotaLeft[c];
      expect(fresh).toBe(Math.floor(a.buildingLandQuota * january.before.jurisdictions.startBuilt[c]));
    }
    const february = bench.after(rest);
    for (const c of counties) {
      expect(february.jurisdictions.quotaLeft[c]).toBe(before.jurisdictions.quotaLeft[c]);
    }
  });

  it("is needed where capital and wishes outgrow the land, by the hectare that carries them", () => {
    expect(landShortage(30e6, 0, 15e6, 20_000)).toBe(0);
    expect(landShortage(30e6, 15e6, 15e6, 20_000)).toBe(10_000);
    expect(landShortage(30e6, 15e6, 15e6, 50_000)).toBe(0);
  });
});

describe("fields", () => {
  it("fall idle by the part that nobody can work, and are taken up where hands come back", () => {
    const part = a.abandonmentSpeed / 12;
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.arable[j] > 1e5);
    const empty = bench.after((w) => {
      w.settlements.farmers[village] = 0;
      w.firms.desire.fill(0);
    });
    const fields = s.arable[village] + s.orchard[village];
    expect(empty.settlements.abandoned[village] - s.abandoned[village]).toBe(Math.floor(fields * part));
    expect(s.arable[village] - empty.settlements.arable[village]).toBe(Math.floor(fields * part));
    const back = bench.after((w) => {
      w.settlements.farmers[village] = 100_000;
      w.settlements.abandoned[village] = 900;
      w.settlements.arable[village] = 50_000;
      w.firms.desire.fill(0);
    });
    expect(back.settlements.abandoned[village]).toBe(0);
    expect(back.settlements.arable[village]).toBe(50_900);
  });

  it("of seats and cores aren't counted on hands, and orchards stay", () => {
    const empty = bench.after((w) => {
      w.settlements.farmers.fill(0);
      w.firms.desire.fill(0);
    });
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === SEAT || s.tier[j] === CORE) expect(empty.settlements.arable[j]).toBe(s.arable[j]);
      expect(empty.settlements.orchard[j]).toBe(s.orchard[j]);
    }
  });

  it("need fewer hands as machines come: twice the productivity, half the hands", () => {
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.arable[j] > 1e5);
    const hectares = (s.arable[village] + s.orchard[village]) / 10_000;
    const idleWith = (agents: number, productivity: number): number => {
      const world = bench.after(
        (w) => {
          w.settlements.farmers[village] = agents;
          w.firms.desire.fill(0);
        },
        {
          drivers: { ...setting.drivers, productivity: setting.drivers.productivity.map(() => productivity) },
        },
      );
      return world.settlements.abandoned[village] - s.abandoned[village];
    };
    const few = Math.floor((0.5 * hectares * a.farmLabourPerHectare) / sizes.scale);
    const gap = hectares - (few * sizes.scale) / a.farmLabourPerHectare;
    expect(idleWith(few, 1)).toBe(Math.floor((gap * 10_000 * a.abandonmentSpeed) / 12));
    expect(idleWith(few, 4)).toBeLessThanOrEqual(0);
  });
});

describe("idle homesteads", () => {
  const rate = 0.25;
  const reclaiming = {
    ...fromFile("valley", "scale=10", "years=4"),
    policies: [
      policyOf("reclaim", [
        {
          id: "r",
          lever: "homesteadReclaim",
          where: {},
          from: "2020-01",
          value: rate,
          payer: "state",
          source: "assumed",
        },
      ]),
    ],
  };

  /** Four in five families of villages have left. */
  const emptied = (): OpenRun => {
    const run = openRun(reclaiming, "reclaim");
    const { households: h, settlements, sizes: size } = run.built.world;
    for (let k = 0; k < size.households; k++) {
      const home = h.home[k];
      if (k % 5 === 0 || h.homestead[k] !== Homestead.used) continue;
      h.homestead[k] = Homestead.idle;
      settlements.homesteadUsed[home] -= settlements.homesteadEach[home];
      settlements.homesteadIdle[home] += settlements.homesteadEach[home];
    }
    return run;
  };

  it("are reclaimed at the stated yearly rate, in the second and third year as in the first", () => {
    const run = emptied();
    const { world } = run.built;
    // Only land use goes on, so that no family leaves or comes back meanwhile.
    const steps = run.steps.filter(({ name }) => name === "policies" || name === "landUse");
    const idle = (): number => world.households.homestead.filter((state) => state === Homestead.idle).length;
    let left = idle();
    expect(left).toBeGreaterThan(2000);
    for (let year = 0; year < 3; year++) {
      for (let month = 12 * year; month < 12 * (year + 1); month++) for (const { step } of steps) step(month);
      const reclaimed = left - idle();
      expect(Math.abs(reclaimed - rate * left)).toBeLessThan(4 * Math.sqrt(left * rate * (1 - rate)));
      left = idle();
    }
  });

  it("become fields, give the county quota for all but the part that houses people again, and cost what they cost", () => {
    const run = emptied();
    const { world } = run.built;
    const start = copyWorld(world);
    for (const { name, step } of run.steps) if (name === "policies" || name === "landUse") step(0);
    let cost = 0;
    for (const c of counties) {
      let area = 0;
      let quota = 0;
      rowsWhere(sizes.settlements, (j) => world.settlements.jurisdiction[j] === c).forEach((j) => {
        const each = world.settlements.homesteadEach[j];
        const gone = start.settlements.homesteadIdle[j] - world.settlements.homesteadIdle[j];
        area += gone;
        quota += (gone / each) * Math.floor(linkageQuota(each, 0.3));
        cost += (gone / each) * Math.floor((each * a.reclaimCost) / 10_000);
      });
      expect(area).toBeGreaterThan(0);
      const ordinary = Math.floor(a.buildingLandQuota * world.jurisdictions.startBuilt[c]);
      const used = sum(
        rowsWhere(sizes.settlements, (j) => world.settlements.jurisdiction[j] === c).map(
          (j) => built(world, j) - built(start, j),
        ),
      );
      expect(world.jurisdictions.quotaLeft[c]).toBeCloseTo(ordinary + quota - used, 3);
    }
    expect(sum(world.jurisdictions.policyCost)).toBe(cost);
    expect(areasOf(world)).toEqual(areasOf(start));
  });
});

it("the workbench itself takes no land in the month that is compared", () => {
  expect(sum(rowsWhere(count, () => true).map((j) => taken(copyWorld(before), j)))).toBe(0);
});
