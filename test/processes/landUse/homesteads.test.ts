import { describe, expect, it } from "vitest";
import { linkageQuota, monthlyPart } from "../../../sim/processes/landUse/homesteads.ts";
import { Homestead } from "../../../sim/world/persons.ts";
import { copyWorld } from "../../../sim/world/world.ts";
import { areasOf } from "../../laws/books.ts";
import { type OpenRun, openRun } from "../../laws/run.ts";
import { fromFile, policyOf } from "../../laws/scenarios.ts";
import { sum } from "../bench.ts";
import { a, counties, inCounty } from "./crowded.ts";

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
