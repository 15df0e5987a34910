/**
 * The ledger: nothing is lost. All it adds up is whole numbers below 2^53, so each check asks for equality,
 * and the run stops at the first miss. Checks of single persons run every twelfth month, checks of accounts
 * every month.
 */
import { LAND_USES } from "../world/settlements.ts";
import { ALIVE, Mode, NOBODY } from "../world/persons.ts";
import { TABLES, type TableName, type World } from "../world/world.ts";

export class LedgerError extends Error {
  constructor(month: number, account: string, expected: number | string, found: number) {
    const difference = typeof expected === "number" ? ` (difference ${found - expected})` : "";
    super(
      `the ledger stops the run in month ${month}: ${account} is ${found}, expected ${expected}${difference}. ` +
        "This is a defect of the model: please report the scenario and seed.",
    );
    this.name = "LedgerError";
  }
}

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k];
  return total;
};

export interface Ledger {
  /** Compares the world with what it must be; throws LedgerError. Returns how many checks were made. */
  check(month: number, everyPerson: boolean): number;
}

/** Remembers what must never change: all money, and the area of every settlement. */
export function openLedger(world: World): Ledger {
  const { settlements, jurisdictions, firms, zonePairs, clock, persons, households } = world;
  const count = world.sizes.settlements;
  const money = (): number =>
    sum(jurisdictions.cash) +
    sum(jurisdictions.vault) +
    sum(firms.cash) +
    sum(settlements.pool) +
    sum(settlements.profitPool);
  const uses = LAND_USES.map((use) => settlements[use]);
  const area = (settlement: number): number => {
    let total = 0;
    for (let use = 0; use < uses.length; use++) total += uses[use][settlement];
    return total;
  };
  const startMoney = money();
  const startArea = Float64Array.from({ length: count }, (_, settlement) => area(settlement));
  const residents = new Int32Array(count);
  const registered = new Int32Array(count);
  const deposits = new Float64Array(count);
  const fractions = Object.keys(TABLES).flatMap((table) =>
    Object.entries(world[table as TableName]).flatMap(([name, column]) =>
      column instanceof Float64Array ? [{ path: `${table}.${name}`, column }] : [],
    ),
  );

  const equal = (month: number, account: string, found: number, expected: number): void => {
    // NaN is never equal, so it can't pass.
    if (found === expected) return;
    throw new LedgerError(month, account, expected, found);
  };

  const checkPersons = (month: number): number => {
    residents.fill(0);
    registered.fill(0);
    deposits.fill(0);
    let alive = 0;
    for (let i = 0; i < clock.personRows[0]; i++) {
      if ((persons.flags[i] & ALIVE) === 0) continue;
      alive++;
      residents[persons.residence[i]]++;
      registered[persons.registered[i]]++;
      const account =
        persons.mode[i] === Mode.circulating ? households.home[persons.household[i]] : persons.residence[i];
      deposits[account] += persons.savings[i] * world.sizes.scale;
    }
    equal(month, "living agents", alive, clock.alive[0]);
    for (let j = 0; j < count; j++) {
      equal(month, `residents of settlement ${j}`, residents[j], settlements.residents[j]);
      equal(month, `registered in settlement ${j}`, registered[j], settlements.registered[j]);
      equal(month, `deposits in settlement ${j}`, deposits[j], settlements.deposits[j]);
    }
    let members = 0;
    for (let h = 0; h < world.sizes.households; h++) {
      // A list that runs in a circle must not hold up the run: it has more members than there are people.
      for (let i = households.first[h]; i !== NOBODY && members <= alive; i = persons.next[i]) members++;
    }
    equal(month, "members of all households", members, alive);
    return 2 + 3 * count;
  };

  /** Every price, share, constant and sum of the world is a number; one that isn't would spread unseen. */
  const checkNumbers = (month: number): number => {
    for (const { path, column } of fractions) {
      for (let row = 0; row < column.length; row++) {
        if (column[row] - column[row] !== 0)
          throw new LedgerError(month, `${path}[${row}]`, "a finite number", column[row]);
      }
    }
    return fractions.length;
  };

  return {
    check(month, everyPerson) {
      equal(month, "living agents", clock.startAlive[0] + clock.births[0] - clock.deaths[0], clock.alive[0]);
      equal(month, "residents of all settlements", sum(settlements.residents), clock.alive[0]);
      equal(month, "all money", money(), startMoney);
      equal(month, "debts of firms against loans of banks", sum(firms.debt), sum(zonePairs.loans));
      equal(
        month,
        "what banks hold and lent against deposits and equity",
        sum(jurisdictions.vault) + sum(zonePairs.loans),
        sum(settlements.deposits) + sum(jurisdictions.equity),
      );
      for (let j = 0; j < count; j++) equal(month, `land of settlement ${j} in m2`, area(j), startArea[j]);
      return 5 + count + (everyPerson ? checkPersons(month) + checkNumbers(month) : 0);
    },
  };
}
