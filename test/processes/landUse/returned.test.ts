import { describe, expect, it } from "vitest";
import { leverStates, leverValues } from "../../../sim/policy/levers.ts";
import { linkageQuota } from "../../../sim/processes/landUse/homesteads.ts";
import { VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { areasOf } from "../../laws/books.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere } from "../bench.ts";

const bench = benchFor("landUse", fromFile("valley", "scale=40", "years=1"), 1);
const { before, setting } = bench;
const { assumptions: a } = setting;
const { settlements } = before.sizes;
const s = before.settlements;
const village = rowsWhere(settlements, (j) => s.tier[j] === VILLAGE && s.homesteadVacant[j] > 2000)[0];
const returned = 1500;

const after = (grant: number): World =>
  bench.after((w) => {
    w.settlements.homesteadReturned[village] = returned;
    leverValues(w, "relocationGrant")[village] = grant;
    leverStates(w, "relocationGrant")[village] = 1;
  });

describe("homesteads that families gave up who moved whole", () => {
  const [paid, unpaid] = [after(10_000), after(0)];
  const county = s.jurisdiction[village];

  it("become fields, and the part that no resettlement needs becomes quota of the place", () => {
    expect(paid.settlements.homesteadReturned[village]).toBe(0);
    expect(unpaid.settlements.homesteadVacant[village] - paid.settlements.homesteadVacant[village]).toBe(
      returned,
    );
    const quota = Math.floor(linkageQuota(returned, a.resettleShare));
    expect(paid.jurisdictions.quotaLinked[county] - unpaid.jurisdictions.quotaLinked[county]).toBe(quota);
    expect(areasOf(paid)).toEqual(areasOf(before));
  });

  it("are reclaimed at the cost of who pays the grant, while it is paid", () => {
    const cost = Math.floor((returned * a.reclaimCost) / 10_000);
    expect(paid.jurisdictions.policyCost[county] - unpaid.jurisdictions.policyCost[county]).toBe(cost);
    expect(unpaid.settlements.homesteadReturned[village]).toBe(returned);
  });
});
