import { describe, expect, it } from "vitest";
import { INDICATORS } from "../../sim/indicators/catalogue.ts";
import { flowBetween } from "../../sim/indicators/observation.ts";
import { openRun } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";

const UNITS = [
  "persons",
  "share",
  "yuan",
  "yuan/year",
  "yuan/month",
  "ha",
  "m2",
  "permille/year",
  "ratio",
  "minutes",
  "years",
  "utility",
  "count",
];

describe("the catalogue of indicators", () => {
  it.each(INDICATORS)("$id tells its name in both languages, unit, formula and good direction", (info) => {
    expect(info.id).toMatch(/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)?$/);
    expect(info.label.en.trim()).not.toBe("");
    expect(info.label.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(UNITS).toContain(info.unit);
    expect(info.formula.length).toBeGreaterThan(10);
    expect(["up", "down", null]).toContain(info.good);
  });

  it("names each once", () => {
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
    expect(new Set(INDICATORS.map(({ label }) => label.en)).size).toBe(INDICATORS.length);
    expect(new Set(INDICATORS.map(({ label }) => label.zh)).size).toBe(INDICATORS.length);
  });

  it("has the headline figures", () => {
    const ids = INDICATORS.map(({ id }) => id);
    for (const id of [
      ...["village", "town", "seat", "core", "outside", "region"].map((tier) => `population.${tier}`),
      ...["village", "town", "seat", "core"].map((tier) => `netMigration.${tier}`),

      "registrationGap",
      "turnover.village",
      "gini.income",
      "theilL.betweenTiers",
      "theilL.betweenCounties",
      "expectedWedge",
      "capitalOutflow.share",
      "remittances.share",
      "localMultiplier.village",
      "processedShare",
      "cities.primacy",
      "cities.zipf",
      "cities.zipfError",
      "cities.concentration",
      "settlements.classes",
      "townShare",
      "villages.emptied",
      "coupling.coordination",
      "ledger.people",
      "ledger.money",
      "ledger.land",
      "ledger.quota",
      "urbanShare",
      "registeredUrbanShare",
      "hollowing",
      "idleHomesteadShare",
      "share65.region",
      "share65.village",
      "incomeRatio",
      "income.rural",
      "income.urban",
      "theil.total",
      "theil.within",
      "theil.between",
      "unemployment",
      "wage.modern",
      "commuterShare",
      "capitalDrain.village",
      "savingsLent.village",
      "capitalOutflow.village",
      "reciprocity.people",
      "reciprocity.capital",
      "reciprocity.landValue",

      "arable",
      "redLineSlack",
      "abandonedShare",
      "leased.share",
      "quota.use",
      "homesteadPerHead",
      "builtPerHead",
      "builtLand",
      "access.mean",
      "access.within20",
      "access.school",
      "access.clinic",
      "access.hospital",
      "access.p10",
      "access.gini",
      "pupilsPerTeacher",
      "servicesPerHead",
      "budget.balance",
      "budget.debt",
      "budget.ownShare",
      "budget.landShare",
      "budget.debtToOutput",
      "budget.perHead",
      "commuteMinutes",
      "pollutionExposure",

      "policyCost",
      "farmerShare",
      "congestionLoss",
      "leftBehindChildren",
      "leftBehindElders",
      "villages.below100",

      "border.zoningConflict",
      "border.zoningLoss",
      "border.pollution",
      "border.links",
      "siting.stalemate",
      "siting.wait",
      "platform.participation",
      "platform.survival",
      "brand.equity",
      "brand.premium",
      "gradient.reciprocity",
      "diversity.inside",
      "diversity.among",
      "diversity.alike",
      "diversity.specialisation",
      "diversity.quotient",
      "diversity.style",
      "appearance.village",
    ]) {
      expect(ids).toContain(id);
    }
  });
});

describe("flows between groups of tiers", () => {
  it("are differences of sums, by the tiers of origin and destination", () => {
    const { world } = openRun(fromFile("valley", "scale=200"), "flows", []).built;
    const { zones } = world.sizes;
    const tier = (zone: number): number => world.zones.tier[zone];
    const before = new Float64Array(zones * zones).fill(3);
    const now = before.map(
      (value, pair) => value + (tier(Math.floor(pair / zones)) + 1) * 10 + tier(pair % zones),
    );
    const count = (of: number): number => [...Array(zones).keys()].filter((zone) => tier(zone) === of).length;
    const isTier = (of: number) => (other: number) => other === of;
    expect(flowBetween(world, now, before, isTier(0), isTier(2))).toBe(count(0) * count(2) * 12);
    expect(flowBetween(world, now, before, isTier(2), isTier(0))).toBe(count(0) * count(2) * 30);
    expect(flowBetween(world, now, before, isTier(4), isTier(4))).toBe(count(4) * count(4) * 54);
  });
});
