import { expect, it } from "vitest";
import { leverValues } from "../../../sim/policy/levers.ts";
import { openTripsToWork } from "../../../sim/policy/toWork.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere } from "../bench.ts";

const bench = benchFor("publicWorks", fromFile("valley", "scale=80", "years=1"));
const { before, setting } = bench;
const { settlements, scale } = before.sizes;
const s = before.settlements;
const [here] = rowsWhere(settlements, (j) => s.tier[j] === 1);
const neighbour = rowsWhere(settlements, (j) => s.jurisdiction[j] === s.jurisdiction[here] && j !== here)[0];
const abroad = rowsWhere(settlements, (j) => s.jurisdiction[j] !== s.jurisdiction[here])[0];
const world = bench.after((w) => (leverValues(w, "commutingLink")[here] = 0.4));

it("lines shorten daily trips to work across the border, from the place that has them alone", () => {
  const minutes = openTripsToWork(world);
  expect(minutes(here, abroad, 50)).toBeCloseTo(30, 12);
  expect(minutes(here, neighbour, 50)).toBe(50);
  expect(minutes(abroad, here, 50)).toBe(50);
});

it("they change no way but that to work, and cost by residents and part of the time, to the yuan", () => {
  expect(world.reach.minutes).toEqual(before.reach.minutes);
  expect(world.zonePairs.minutes).toEqual(before.zonePairs.minutes);
  const cost = Math.floor((0.4 * setting.assumptions.lineCost * s.residents[here] * scale) / 12);
  const county = s.jurisdiction[here];
  expect(cost).toBeGreaterThan(0);
  expect(before.jurisdictions.cash[county] - world.jurisdictions.cash[county]).toBe(cost);
  expect(world.jurisdictions.policyCost[county] - before.jurisdictions.policyCost[county]).toBe(cost);
});
