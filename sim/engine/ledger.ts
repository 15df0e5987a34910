/**
 * The ledger: nothing is lost. All it adds up is whole numbers below 2^53, so each check asks for equality,
 * and the run stops at the first miss. Checks of single persons run every twelfth month, checks of accounts
 * every month.
 */
import { ALONE, type Crew } from "../numerics/crew.ts";
import { openEnterpriseBooks } from "./enterpriseBooks.ts";
import { openHeadcount } from "./headcount.ts";
import { openQuotaBooks } from "./quotaBooks.ts";
import { LAND_USES } from "../world/settlements.ts";
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

const addTo = (into: Float64Array, values: Float64Array): void => {
  for (let k = 0; k < into.length; k++) into[k] += values[k];
};

export interface Ledger {
  /** Compares the world with what it must be; throws LedgerError. Returns how many checks were made. */
  check(month: number, everyPerson: boolean): number;
}

/**
 * Remembers what must never change: all money, and the area of every settlement.
 *
 * @param crew who shares the counting of everyone
 */
export function openLedger(world: World, crew: Crew = ALONE): Ledger {
  const { settlements, jurisdictions, firms, zonePairs, clock } = world;
  const count = world.sizes.settlements;
  const money = (): number =>
    sum(jurisdictions.cash) +
    sum(jurisdictions.vault) +
    sum(firms.cash) +
    sum(settlements.pool) +
    sum(settlements.profitPool);
  const uses = LAND_USES.map((use) => settlements[use]);
  const area = (into: Float64Array): void => {
    into.fill(0);
    for (const use of uses) addTo(into, use);
  };
  const startMoney = money();
  const startArea = new Float64Array(count);
  const areaNow = new Float64Array(count);
  area(startArea);
  const { residents, registered, deposits, ...heads } = openHeadcount(world, crew);
  const fractions = Object.keys(TABLES).flatMap((table) =>
    Object.entries(world[table as TableName]).flatMap(([name, column]) =>
      column instanceof Float64Array || column instanceof Float32Array
        ? [{ path: `${table}.${name}`, column }]
        : [],
    ),
  );

  const equal = (month: number, account: string, found: number, expected: number): void => {
    // NaN is never equal, so it can't pass.
    if (found === expected) return;
    throw new LedgerError(month, account, expected, found);
  };

  const checkEnterprises = openEnterpriseBooks(world, equal);
  const checkQuota = openQuotaBooks(world, equal);

  /** The same for a column over settlements. */
  const equalPlaces = (
    month: number,
    account: string,
    found: ArrayLike<number>,
    expected: ArrayLike<number>,
  ): void => {
    for (let j = 0; j < count; j++) {
      if (found[j] !== expected[j]) equal(month, `${account} settlement ${j}`, found[j], expected[j]);
    }
  };

  const checkPersons = (month: number): number => {
    heads.take(month);
    const alive = heads.alive();
    equal(month, "living agents", alive, clock.alive[0]);
    equalPlaces(month, "residents of", residents, settlements.residents);
    equalPlaces(month, "registered in", registered, settlements.registered);
    equalPlaces(month, "deposits in", deposits, settlements.deposits);
    equal(month, "members of all households", heads.members(), alive);
    return 2 + 3 * count;
  };

  /** Land of one use that is less than nothing would be made good by more of another, and the area be right. */
  const checkUses = (month: number): number => {
    LAND_USES.forEach((use, k) => {
      const column = uses[k];
      for (let j = 0; j < count; j++) {
        if (column[j] < 0)
          throw new LedgerError(month, `settlements.${use}[${j}]`, "an area of 0 m2 or more", column[j]);
      }
    });
    return LAND_USES.length * count;
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
      equal(
        month,
        "living agents",
        clock.startAlive[0] + clock.births[0] + clock.arrivals[0] - clock.deaths[0],
        clock.alive[0],
      );
      equal(
        month,
        "people elsewhere and those who came",
        sum(world.elsewhere.pool) + clock.arrivals[0],
        clock.startElsewhere[0],
      );
      equal(month, "residents of all settlements", sum(settlements.residents), clock.alive[0]);
      equal(month, "all money", money(), startMoney);
      equal(month, "debts of firms against loans of banks", sum(firms.debt), sum(zonePairs.loans));
      equal(
        month,
        "what banks hold and lent against deposits and equity",
        sum(jurisdictions.vault) + sum(zonePairs.loans),
        sum(settlements.deposits) + sum(jurisdictions.equity),
      );
      // Every yuan that a county's people see spent on policies is some policy's, and some payer's.
      equal(month, "costs of policies", sum(world.outlays.cost), sum(jurisdictions.policyCost));
      area(areaNow);
      equalPlaces(month, "land in m2 of", areaNow, startArea);
      const accounts = checkEnterprises(month) + checkQuota(month);
      return (
        7 +
        count +
        accounts +
        (everyPerson ? checkPersons(month) + checkUses(month) + checkNumbers(month) : 0)
      );
    },
  };
}
