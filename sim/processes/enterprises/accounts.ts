/**
 * The month of each enterprise: what its row of firms has gained, lost, bought, borrowed and paid falls to those who did
 * it. Value added, wages, taxes and what else moves the account go by efficiency and capital (at one wage hands go to
 * enterprises in that proportion, and so does the wage bill); wear by capital; interest and repayment by debt; new
 * capital and loans by the capital that each wants, as far as it has money and earns its wear; profit is paid out by
 * those that hold more than the month's wages ask for. All parts add up to what happened to the row.
 */
import type { Assumptions } from "../../policy/parameters.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import type { World } from "../../world/world.ts";
import { earnsItsKeep } from "./efficiency.ts";
import { clearShares, openShares, part, turn, weigh } from "./shares.ts";

/** Months of wages that an enterprise keeps before it pays out profit. */
const BUFFER_MONTHS = 2;
const MOST_MONTHS = 255;

export interface Accounts {
  readonly settle: () => void;
  /** Enterprises of each row of firms, as of the last settlement; kept up to date by those who close and move. */
  readonly members: Int32Array;
}

export function openAccounts(world: World, a: Assumptions): Accounts {
  const { enterprises: e, firms, clock } = world;
  const { settlements: count, enterprises: most } = world.sizes;
  const rows = count * SECTORS;
  const members = new Int32Array(rows);
  const [bySize, byCapital, byWish, byDebt, byExcess] = Array.from({ length: 5 }, () => openShares(rows));
  const cashBefore = new Float64Array(rows);
  /** What happened to each row: earned beyond all that stands apart, worn out, paid back. */
  const earned = new Float64Array(rows);
  const worn = new Float64Array(rows);
  const repaid = new Float64Array(rows);
  const size = new Float64Array(most);
  const wish = new Float64Array(most);
  const excess = new Float64Array(most);

  const weighAll = (): void => {
    for (const shares of [bySize, byCapital, byWish, byDebt, byExcess]) clearShares(shares);
    members.fill(0);
    cashBefore.fill(0);
    const { flags, settlement, sector, capital, cash, debt, efficiency, pull, short } = e;
    const open = clock.enterpriseRows[0];
    for (let i = 0; i < open; i++) {
      if (flags[i] === 0) continue;
      const row = settlement[i] * SECTORS + sector[i];
      // The yuan on top lets an enterprise without any capital have a part, and changes nothing else.
      size[i] = efficiency[i] * (capital[i] + 1);
      const marginal = firms.returns[row] + a.depreciation;
      const keen = short[i] === 0 && earnsItsKeep(efficiency[i], firms.efficiency[row], marginal, a);
      wish[i] = keen ? pull[i] * (capital[i] + 1) : 0;
      members[row]++;
      cashBefore[row] += cash[i];
      weigh(bySize, row, size[i]);
      weigh(byCapital, row, capital[i]);
      weigh(byWish, row, wish[i]);
      weigh(byDebt, row, debt[i]);
    }
  };

  const sumUp = (): void => {
    for (let row = 0; row < rows; row++) {
      if (members[row] === 0) continue;
      worn[row] = byCapital.sum[row] + firms.invested[row] - firms.capital[row];
      repaid[row] = byDebt.sum[row] + firms.lent[row] - firms.debt[row];
      const bought = firms.invested[row] - firms.granted[row];
      earned[row] =
        firms.cash[row] -
        cashBefore[row] -
        firms.lent[row] +
        repaid[row] +
        firms.interest[row] +
        bought +
        firms.paidOut[row];
    }
  };

  const book = (): void => {
    const { flags, settlement, sector, capital, cash, debt, losing } = e;
    const open = clock.enterpriseRows[0];
    for (let i = 0; i < open; i++) {
      if (flags[i] === 0) continue;
      const row = settlement[i] * SECTORS + sector[i];
      turn(bySize, row, size[i]);
      turn(byWish, row, wish[i]);
      turn(byCapital, row, capital[i]);
      turn(byDebt, row, debt[i]);
      const wishes = byWish.sum[row] > 0 ? byWish : bySize;
      const lent = part(wishes, row, firms.lent[row]);
      const invested = part(wishes, row, firms.invested[row]);
      const granted = part(wishes, row, firms.granted[row]);
      const wear = part(byCapital, row, worn[row]);
      const back = part(byDebt, row, repaid[row]);
      const interest = part(byDebt, row, firms.interest[row]);
      const surplus = part(bySize, row, earned[row]);
      capital[i] += invested - wear;
      debt[i] += lent - back;
      cash[i] += surplus + lent - back - interest - invested + granted;
      losing[i] = surplus < wear ? Math.min(MOST_MONTHS, losing[i] + 1) : 0;
      const wages = ((1 - a.capitalShare) * firms.value[row] * size[i]) / bySize.sum[row];
      excess[i] = Math.max(0, cash[i] - BUFFER_MONTHS * wages);
      weigh(byExcess, row, excess[i]);
    }
  };

  const payOut = (): void => {
    clearShares(bySize);
    const { flags, settlement, sector, cash, short } = e;
    const open = clock.enterpriseRows[0];
    for (let i = 0; i < open; i++) {
      if (flags[i] !== 0) weigh(bySize, settlement[i] * SECTORS + sector[i], size[i]);
    }
    for (let i = 0; i < open; i++) {
      if (flags[i] === 0) continue;
      const row = settlement[i] * SECTORS + sector[i];
      turn(byExcess, row, excess[i]);
      turn(bySize, row, size[i]);
      cash[i] -= part(byExcess.sum[row] > 0 ? byExcess : bySize, row, firms.paidOut[row]);
      short[i] = cash[i] < 0 ? Math.min(MOST_MONTHS, short[i] + 1) : 0;
    }
  };

  return {
    members,
    settle() {
      weighAll();
      sumUp();
      book();
      payOut();
    },
  };
}
