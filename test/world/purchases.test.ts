import { describe, expect, it } from "vitest";
import { buildWorld } from "../../sim/scenario/build/build.ts";
import { SECTORS, SERVICES } from "../../sim/world/jurisdictions.ts";
import { openCapitalPurchases, openPurchases } from "../../sim/world/purchases.ts";
import { copyWorld } from "../../sim/world/world.ts";
import { fromFile } from "../laws/scenarios.ts";
import { money } from "../processes/bench.ts";

const { world: before } = buildWorld(fromFile("valley", "scale=100"));
const outside = before.sizes.jurisdictions - 1;
const place = 5;

describe("what is bought at a settlement", () => {
  it("is earned in place in its share, rounded down, as demand for services, and outside in all the rest", () => {
    const world = copyWorld(before);
    openPurchases(world, 0.3)(place, 1001);
    const shops = place * SECTORS + SERVICES;
    expect(world.firms.cash[shops] - before.firms.cash[shops]).toBe(300);
    expect(world.settlements.serviceDemand[place] - before.settlements.serviceDemand[place]).toBe(300);
    expect(world.jurisdictions.cash[outside] - before.jurisdictions.cash[outside]).toBe(701);
    expect(money(world) - money(before)).toBe(1001);
  });

  it("is paid for by firms that buy capital, which they then have: no yuan is made or lost", () => {
    const world = copyWorld(before);
    const row = place * SECTORS;
    openCapitalPurchases(world, 0.3)(row, 1001);
    expect(world.firms.capital[row] - before.firms.capital[row]).toBe(1001);
    expect(world.firms.cash[row] - before.firms.cash[row]).toBe(-1001);
    expect(money(world)).toBe(money(before));
  });
});
