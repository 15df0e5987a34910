import { describe, expect, it } from "vitest";
import type { Driver } from "../../sim/scenario/scenario.ts";
import { serviceUnits } from "../../sim/world/services.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { openRun, runMonths } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";
import { rowsWhere, sum } from "./bench.ts";

const countiesOf = ({ sizes }: World): number[] => [...Array(sizes.jurisdictions - 1).keys()];

describe("county budgets over the years", () => {
  it("public workers get what was planned for their posts, schooling and all", () => {
    for (const schoolingReturn of [0.04, 0.16]) {
      const scenario = fromFile(
        "valley",
        "scale=20",
        "years=1",
        `parameters.schoolingReturn=${schoolingReturn}`,
      );
      const run = openRun(scenario, "posts");
      let paid = 0;
      let worth = 0;
      runMonths(run, 12, (world, name) => {
        const { settlements: now, jurisdictions: books, sizes } = world;
        const spent = sum(books.spent);
        if (name === "employment") paid -= spent;
        if (name === "households") paid += spent;
        if (name !== "budgets") return;
        for (const c of countiesOf(world)) {
          const services =
            books.servicePerHead[c] *
            run.setting.drivers.productivity[world.clock.month[0]] *
            sum(
              rowsWhere(sizes.settlements, (j) => now.jurisdiction[j] === c).map((j) =>
                serviceUnits(
                  now.residents[j] * sizes.scale,
                  now.areaKm2[j],
                  run.setting.assumptions.densityCost,
                ),
              ),
            );
          worth += (services * books.publicWageShare[c] * books.publicWorkers[c]) / books.publicWanted[c];
        }
      });
      expect(Math.abs(paid / worth - 1)).toBeLessThan(0.05);
    }
  });

  it("a county over its cap buys nothing that it can't pay in cash, and comes to borrow for wages alone", () => {
    // Transfers fall to an eighth within a year: counties must borrow, and then cut.
    const scenario = fromFile("valley", "scale=100", "years=6", "parameters.debtCap=0.5");
    const transferPerHead: Driver = {
      ...scenario.drivers.transferPerHead,
      points: [
        [2020, 4000],
        [2021, 500],
      ],
    };
    const run = openRun({ ...scenario, drivers: { ...scenario.drivers, transferPerHead } }, "debt");
    let last = copyWorld(run.built.world).jurisdictions;
    let over = 0;
    let within = 0;
    runMonths(run, 72, (world, name) => {
      const now = world.jurisdictions;
      if (name === "landUse") last = copyWorld(world).jurisdictions;
      if (name !== "budgets") return;
      for (const c of countiesOf(world)) {
        const cap = now.monthlyRevenue[c] * 12 * 0.5;
        const interest = Math.floor((last.debt[c] * run.setting.assumptions.loanRate) / 12);
        const goods = now.spent[c] - last.spent[c] - interest;
        const means = last.cash[c] + (now.revenue[c] - last.revenue[c]) - interest;
        expect(goods).toBeLessThanOrEqual(Math.max(0, means + Math.max(0, cap - last.debt[c])) + 1);
        if (last.debt[c] > cap) over++;
        else within++;
      }
    });
    expect(over).toBeGreaterThan(12);
    expect(within).toBeGreaterThan(12);
    for (const c of countiesOf(run.built.world)) expect(last.planned[c]).toBeGreaterThan(last.paid[c]);
  });
});
