import { describe, expect, it } from "vitest";
import { leverIndex } from "../../../sim/policy/resolve.ts";
import { reclaimable } from "../../../sim/processes/landUse/balance.ts";
import { affordable, landShortage, protectedArable } from "../../../sim/processes/landUse/building.ts";
import { linkageQuota, monthlyPart } from "../../../sim/processes/landUse/homesteads.ts";
import { MANUFACTURING, SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import { Homestead } from "../../../sim/world/persons.ts";
import { OUTSIDE, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { areasOf } from "../../laws/books.ts";
import { type OpenRun, openRun, runMonths } from "../../laws/run.ts";
import { fromFile, policyOf, valleyWithEveryLever } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

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
    // No rent comes into the pools besides.
    w.settlements.rentBurden.fill(0);
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

  it("comes from reserve first, then from idle fields, then from tilled ones, but not from protected or wild land", () => {
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.startArable[j] > 1e5);
    const stock = s.arable[village] + s.abandoned[village];
    const guarded = Math.ceil(s.startArable[village] * a.farmlandProtection);
    /** The village with so much reserve, idle and tilled land; the rest of its fields is put aside. */
    const world = (reserve: number, idle: number, tilled: number): World =>
      bench.after(
        (w) => {
          crowded(1e9)(w);
          w.settlements.reserve[village] = reserve;
          w.settlements.abandoned[village] = idle;
          w.settlements.arable[village] = tilled;
        },
        { assumptions: { ...a, abandonmentSpeed: 0, arableBalance: 0 } },
      );
    const bare = world(4000, 3000, stock - 3000);
    expect(built(bare, village)).toBe(12_000);
    expect(bare.settlements.reserve[village]).toBe(0);
    expect(bare.settlements.abandoned[village]).toBe(0);
    expect(bare.settlements.arable[village]).toBe(stock - 3000 - 5000);
    const kept = world(4000, 3000, guarded - 2500);
    expect(built(kept, village)).toBe(4500);
    expect(kept.settlements.abandoned[village] + kept.settlements.arable[village]).toBe(guarded);
    expect(kept.settlements.ecological[village]).toBeGreaterThanOrEqual(s.ecological[village]);
    expect(built(world(0, 0, guarded), village)).toBe(0);
  });

  it("is kept off more fields where a policy protects them", () => {
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.startArable[j] > 1e5);
    const half = a.farmlandProtection + (1 - a.farmlandProtection) / 2;
    const guarded = bench.after((w) => {
      crowded(1e9)(w);
      set(w, "farmlandReserve", village, 0.5);
      w.settlements.reserve[village] = 0;
      w.settlements.abandoned[village] = 0;
      w.settlements.arable[village] = Math.ceil(half * s.startArable[village]) + 700;
    });
    expect(built(guarded, village)).toBe(700);
    expect(protectedArable(1000, 0.8, 0)).toBe(800);
    expect(protectedArable(1000, 0.8, 0.5)).toBe(900);
    expect(protectedArable(1000, 0.8, 1)).toBe(1000);
  });

  it("beyond the county's quota takes the quota that villages won, at a price that goes to them by what they hold", () => {
    const [c] = counties;
    const places = inCounty(c);
    const [big, small] = places.filter((j) => s.tier[j] === VILLAGE);
    const market = (quota: number, held: number): World =>
      bench.after((w) => {
        crowded(quota)(w);
        w.settlements.quotaHeld[big] = 3 * held;
        w.settlements.quotaHeld[small] = held;
      });
    const dry = market(0, 1000);
    const sold = sum(places.map((j) => built(dry, j)));
    // Each place rounds what it may buy down to whole square metres.
    expect(sold).toBeGreaterThan(4000 - places.length);
    expect(sold).toBeLessThanOrEqual(4000);
    const left = (j: number): number => dry.settlements.quotaHeld[j];
    expect(left(big) + left(small)).toBe(4000 - sold);
    expect(Math.abs(3000 - left(big) - 3 * (1000 - left(small)))).toBeLessThanOrEqual(4);
    expect(dry.jurisdictions.quotaUsed[c] - before.jurisdictions.quotaUsed[c]).toBe(sold);
    const ownSale = (j: number): number =>
      Math.floor(Math.floor((built(dry, j) * a.landPrice) / 10_000) * a.landCompensation);
    const price = sum([big, small].map((j) => dry.settlements.pool[j] - s.pool[j] - ownSale(j)));
    expect(Math.abs(price - (sold * a.quotaPrice) / 10_000)).toBeLessThanOrEqual(places.length + 2);
    const firmsPaid = sum(
      places.map((j) => 3e12 - sum([0, 1, 2].map((sector) => dry.firms.cash[j * SECTORS + sector]))),
    );
    expect(firmsPaid).toBe(
      price + sum(places.map((j) => Math.floor((built(dry, j) * a.landPrice) / 10_000))),
    );
    const wet = market(1e9, 1000);
    expect([wet.settlements.quotaHeld[big], wet.settlements.quotaHeld[small]]).toEqual([3000, 1000]);
  });

  it("can be paid for as far as the purse reaches: ordinary land first, then land with bought quota", () => {
    expect(affordable(1000, 10, 5, 50)).toBe(50 + 33);
    expect(affordable(400, 10, 5, 50)).toBe(40);
    expect(affordable(1000, 0, 5, 50)).toBe(250);
    expect(affordable(0, 0, 0, 50)).toBe(Infinity);
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

describe("fields that were built on", () => {
  const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.startArable[j] > 1e5);
  const county = s.jurisdiction[village];
  const rural = inCounty(county).filter((j) => s.tier[j] <= TOWN);
  const stockOf = (w: World): number =>
    sum(rural.map((j) => w.settlements.arable[j] + w.settlements.abandoned[j]));
  /** One village builds 12,000 m2, all of it on fields. */
  const taking = (change: (w: World) => void = () => {}, share = 1): World =>
    bench.after(
      (w) => {
        crowded(1e9)(w);
        w.settlements.ecological[village] += w.settlements.reserve[village];
        w.settlements.reserve[village] = 0;
        w.jurisdictions.cash[county] = 1e9;
        change(w);
      },
      { assumptions: { ...a, abandonmentSpeed: 0, arableBalance: share, farmlandProtection: 0.5 } },
    );

  it("are made good from unused land of the county's other places, at the county's cost", () => {
    const good = taking();
    expect(built(good, village)).toBe(12_000);
    expect(stockOf(good)).toBe(stockOf(before));
    expect(good.jurisdictions.arableDue[county]).toBe(0);
    const open = taking(() => {}, 0);
    expect(stockOf(open)).toBe(stockOf(before) - 12_000);
    const cost = open.jurisdictions.cash[county] - good.jurisdictions.cash[county];
    expect(Math.abs(cost - (12_000 * a.reclaimCost) / 10_000)).toBeLessThanOrEqual(rural.length);
    expect(good.jurisdictions.spent[county] - open.jurisdictions.spent[county]).toBe(cost);
    const cash = (w: World): number => sum(rural.map((j) => w.firms.cash[j * SECTORS + SERVICES]));
    expect(cash(good) - cash(open)).toBe(cost);
    for (const j of rural) expect(areasOf(good)[j]).toBe(areasOf(open)[j]);
    expect(stockOf(taking(() => {}, 0.25))).toBe(stockOf(before) - 9000);
  });

  it("stay due where the county has no money or no unused land", () => {
    const poor = taking((w) => {
      w.jurisdictions.cash[county] = -1e10;
    });
    expect(poor.jurisdictions.arableDue[county]).toBe(12_000);
    expect(reclaimable(500, 1000, 1e6, 75)).toBe(500);
    expect(reclaimable(500, 200, 1e6, 75)).toBe(200);
    expect(reclaimable(500, 1000, 7500, 75)).toBe(100);
    expect(reclaimable(500, 1000, -5, 75)).toBe(0);
    expect(reclaimable(500, 1000, 0, 0)).toBe(500);
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

  it("become fields, give their place quota for all but the part that houses people again, and cost what they cost", () => {
    const run = emptied();
    const { world } = run.built;
    const start = copyWorld(world);
    for (const { name, step } of run.steps) if (name === "policies" || name === "landUse") step(0);
    const { settlements: now, jurisdictions: county } = world;
    let cost = 0;
    for (const c of counties) {
      let quota = 0;
      for (const j of inCounty(c)) {
        const idle = start.settlements.homesteadIdle[j] - now.homesteadIdle[j];
        const vacant = start.settlements.homesteadVacant[j] - now.homesteadVacant[j];
        const each = now.homesteadEach[j];
        expect(vacant).toBe(Math.floor(start.settlements.homesteadVacant[j] * monthlyPart(rate)));
        quota += (idle / each) * Math.floor(linkageQuota(each, a.resettleShare));
        quota += Math.floor(linkageQuota(vacant, a.resettleShare));
        cost += (idle / each) * Math.floor((each * a.reclaimCost) / 10_000);
        cost += Math.floor((vacant * a.reclaimCost) / 10_000);
      }
      expect(quota).toBeGreaterThan(0);
      expect(county.quotaLinked[c]).toBe(quota);
      expect(county.quotaGranted[c]).toBe(Math.floor(a.buildingLandQuota * county.startBuilt[c]));
      expect(county.quotaLeft[c] + sum(inCounty(c).map((j) => now.quotaHeld[j]))).toBe(
        county.quotaGranted[c] + county.quotaLinked[c] - county.quotaUsed[c],
      );
    }
    expect(sum(world.jurisdictions.policyCost)).toBe(cost);
    expect(areasOf(world)).toEqual(areasOf(start));
  });

  it("of families that left before the start go at the same yearly rate", () => {
    const run = emptied();
    const steps = run.steps.filter(({ name }) => name === "policies" || name === "landUse");
    const was = sum(run.built.world.settlements.homesteadVacant);
    for (let month = 0; month < 12; month++) for (const { step } of steps) step(month);
    expect(sum(run.built.world.settlements.homesteadVacant) / was).toBeCloseTo(1 - rate, 3);
  });

  it("are at the start the part that the table says, where no more families are away", () => {
    const { settlements } = openRun(fromFile("valley", "scale=10"), "idle", []).built.world;
    const idle = sum(settlements.homesteadIdle) + sum(settlements.homesteadVacant);
    expect(idle / (idle + sum(settlements.homesteadUsed))).toBeCloseTo(a.startIdleHomesteads, 2);
  });
});

describe("zoning", () => {
  it("keeps wild land as it is and protected fields from being built on, through years of every lever", () => {
    const run = openRun(
      { ...valleyWithEveryLever(40, 4), parameters: { buildingLandQuota: 0.2, arableBalance: 0 } },
      "zoning",
    );
    const { world } = run.built;
    const start = copyWorld(world).settlements;
    // So little reserve that places must build on fields.
    for (let j = 0; j < sizes.settlements; j++) {
      const spare = Math.floor(0.99 * world.settlements.reserve[j]);
      world.settlements.reserve[j] -= spare;
      world.settlements.ecological[j] += spare;
    }
    const wild = world.settlements.ecological.slice();
    runMonths(run, 48);
    expect(world.settlements.ecological).toEqual(wild);
    let lost = 0;
    for (let j = 0; j < sizes.settlements; j++) {
      const stock = world.settlements.arable[j] + world.settlements.abandoned[j];
      const guarded = Math.ceil(start.startArable[j] * a.farmlandProtection);
      expect(stock).toBeGreaterThanOrEqual(guarded);
      lost += Math.max(0, start.startArable[j] - stock);
    }
    expect(lost).toBeGreaterThan(0);
  });
});

describe("quota accounts", () => {
  it("add up to the square metre through years of every lever: granted and won, less used, is left and held", () => {
    const run = openRun(valleyWithEveryLever(40, 6), "quota");
    runMonths(run, 72, (world, name) => {
      if (name !== "landUse") return;
      const { settlements, jurisdictions: g } = world;
      for (const c of counties) {
        const held = sum(inCounty(c).map((j) => settlements.quotaHeld[j]));
        expect(g.quotaGranted[c] + g.quotaLinked[c] - g.quotaUsed[c]).toBe(g.quotaLeft[c] + held);
        expect(g.quotaLeft[c]).toBeGreaterThanOrEqual(0);
      }
    });
    expect(sum(run.built.world.jurisdictions.quotaUsed)).toBeGreaterThan(0);
    expect(sum(run.built.world.jurisdictions.quotaLinked)).toBeGreaterThan(0);
  });
});

it("the workbench itself takes no land in the month that is compared", () => {
  expect(sum(rowsWhere(count, () => true).map((j) => taken(copyWorld(before), j)))).toBe(0);
});
