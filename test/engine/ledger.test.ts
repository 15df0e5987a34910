import { describe, expect, it } from "vitest";
import { LedgerError, openLedger } from "../../sim/engine/ledger.ts";
import { createSimulation, type Simulation } from "../../sim/engine/simulation.ts";
import { ALIVE, Mode } from "../../sim/world/persons.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { fromFile } from "../laws/scenarios.ts";

const scenario = fromFile("valley", "scale=200", "years=2");
const begun = (): Simulation => {
  const simulation = createSimulation(scenario, { seed: "ledger" });
  for (let month = 0; month < 5; month++) simulation.step();
  return simulation;
};
const sound = begun().world;
const living = (world: World): number => world.persons.flags.findIndex((flags) => (flags & ALIVE) !== 0);
const saver = (world: World): number => world.persons.savings.findIndex((yuan) => yuan > 0);

/** Each with the account that the message must name, and by how much it is off. */
const harm: readonly {
  readonly what: string;
  readonly harm: (world: World) => void;
  readonly account: RegExp;
}[] = [
  {
    what: "a yuan is made",
    harm: (w) => (w.jurisdictions.cash[1] += 1),
    account: /all money is \d+, expected \d+ \(difference 1\)/,
  },
  {
    what: "a yuan of a firm is lost",
    harm: (w) => (w.firms.cash[7] -= 1),
    account: /all money is \d+, expected \d+ \(difference -1\)/,
  },
  {
    what: "a person is gone",
    harm: (w) => (w.persons.flags[living(w)] = 0),
    account: /living agents is \d+, expected \d+ \(difference -1\)/,
  },
  {
    what: "a death is not counted",
    harm: (w) => (w.clock.deaths[0] -= 1),
    account: /living agents is \d+, expected \d+ \(difference 1\)/,
  },
  {
    what: "a resident is counted twice",
    harm: (w) => (w.settlements.residents[3] += 1),
    account: /residents of all settlements is \d+, expected \d+ \(difference 1\)/,
  },
  {
    what: "a resident is counted in the wrong place",
    harm: (w) => {
      w.settlements.residents[3] += 1;
      w.settlements.residents[4] -= 1;
    },
    account: /residents of settlement 3 is \d+, expected \d+ \(difference -1\)/,
  },
  {
    what: "someone is registered in the wrong place",
    harm: (w) => (w.settlements.registered[5] += 1),
    account: /registered in settlement 5 is \d+, expected \d+ \(difference -1\)/,
  },
  {
    what: "a square metre is lost",
    harm: (w) => (w.settlements.ecological[8] -= 1),
    account: /land in m2 of settlement 8 is \d+, expected \d+ \(difference -1\)/,
  },
  {
    what: "quota is won without reclaiming",
    harm: (w) => (w.settlements.quotaHeld[8] += 1),
    account: /quota in m2 of county \d+ is \d+, expected \d+ \(difference 1\)/,
  },
  {
    what: "land is built on without quota",
    harm: (w) => (w.jurisdictions.quotaUsed[0] += 1),
    account: /quota in m2 of county 0 is \d+, expected -?\d+ \(difference 1\)/,
  },
  {
    what: "savings are made",
    harm: (w) => (w.persons.savings[saver(w)] += 2),
    account: /deposits in settlement \d+ is \d+, expected \d+ \(difference 400\)/,
  },
  {
    what: "an account moves without its owner",
    harm: (w) => {
      const away = w.persons.mode.findIndex(
        (mode, i) => mode === Mode.circulating && w.persons.savings[i] > 0,
      );
      w.persons.mode[away] = Mode.settled;
    },
    account: /deposits in settlement \d+ is \d+, expected \d+/,
  },
  {
    what: "a firm forgets a debt",
    harm: (w) => (w.firms.debt[w.firms.debt.findIndex((yuan) => yuan > 0)] -= 1),
    account: /debts of firms against loans of banks is \d+, expected \d+ \(difference -1\)/,
  },
  {
    what: "a bank earns out of nothing",
    harm: (w) => (w.jurisdictions.equity[0] += 1),
    account: /what banks hold and lent against deposits and equity is \d+, expected \d+ \(difference -1\)/,
  },
  {
    what: "a family loses a member from its list",
    harm: (w) => (w.households.first[0] = w.persons.next[w.households.first[0]]),
    account: /members of all households is \d+, expected \d+ \(difference -1\)/,
  },
  {
    what: "a family list runs in a circle",
    harm: (w) => (w.persons.next[w.households.first[0]] = w.households.first[0]),
    account: /members of all households is \d+, expected \d+/,
  },
  {
    what: "an account is not a number",
    harm: (w) => (w.settlements.pool[6] = NaN),
    account: /all money is NaN, expected \d+/,
  },
  {
    what: "an area is not a number",
    harm: (w) => (w.settlements.reserve[6] = NaN),
    account: /land in m2 of settlement 6 is NaN, expected \d+/,
  },
  {
    what: "a price is not a number",
    harm: (w) => (w.settlements.access[6] = NaN),
    account: /settlements\.access\[6\] is NaN, expected a finite number/,
  },
  {
    what: "an enterprise's efficiency is not a number",
    harm: (w) => (w.enterprises.efficiency[w.sizes.enterprises - 1] = NaN),
    account: /enterprises\.efficiency\[\d+\] is NaN, expected a finite number/,
  },
  {
    what: "more land is built on than there was",
    harm: (w) => {
      w.settlements.industrial[8] += w.settlements.reserve[8] + 1;
      w.settlements.reserve[8] = -1;
    },
    account: /settlements\.reserve\[8\] is -1, expected an area of 0 m2 or more/,
  },
  {
    what: "a wish is infinite",
    harm: (w) => (w.firms.desire[6] = Infinity),
    account: /firms\.desire\[6\] is Infinity, expected a finite number/,
  },
];

describe("the ledger", () => {
  it("finds nothing to miss in a sound world, and tells how much it looked at", () => {
    const world = copyWorld(sound);
    const ledger = openLedger(world);
    const monthly = ledger.check(5, false);
    expect(monthly).toBeGreaterThan(world.sizes.settlements);
    expect(ledger.check(5, true)).toBeGreaterThan(monthly + 3 * world.sizes.settlements);
  });

  it.each(harm)("stops the run where $what, and names month, account and expectation", (mishap) => {
    const world = copyWorld(sound);
    const ledger = openLedger(world);
    mishap.harm(world);
    const check = (): number => ledger.check(17, true);
    expect(check).toThrow(LedgerError);
    expect(check).toThrow(/^the ledger stops the run in month 17: /);
    expect(check).toThrow(mishap.account);
    expect(check).toThrow(/defect of the model: please report/);
  });

  // Access is worked out anew in January, and firms' wishes each month, before the ledger looks.
  const mended = new Set(["a price is not a number", "a wish is infinite"]);
  it.each(harm.filter(({ what }) => !mended.has(what)))(
    "stops a running simulation within the year where $what",
    (mishap) => {
      const simulation = begun();
      mishap.harm(simulation.world);
      const goOn = (): void => {
        while (simulation.month < simulation.months) simulation.step();
      };
      expect(goOn).toThrow(/\w/);
      expect(simulation.month).toBeLessThanOrEqual(12);
    },
  );

  it("sees money and areas that change after it was opened, not those it was opened on", () => {
    const world = copyWorld(sound);
    world.jurisdictions.cash[0] += 1_000_000;
    const ledger = openLedger(world);
    expect(() => ledger.check(1, true)).not.toThrow();
    world.jurisdictions.cash[0] -= 1;
    expect(() => ledger.check(2, false)).toThrow("in month 2: all money");
  });
});
