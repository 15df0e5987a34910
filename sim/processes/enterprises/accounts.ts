/**
 * The month of each enterprise: what its row of firms has gained, lost, bought, borrowed and paid falls to those who did
 * it. Value added, wages, taxes and what else moves the account go by efficiency and capital (at one wage hands go to
 * enterprises in that proportion, and so does the wage bill); wear by capital; interest and repayment by debt; new
 * capital and loans by the capital that each wants, as far as it has money and earns its wear; profit is paid out by
 * those that hold more than the month's wages ask for. All parts add up to what happened to the row. Rows have nothing
 * to do with each other here, so several workers can share them.
 */
import { ALONE } from "../../numerics/crew.ts";
import { BUFFER_MONTHS } from "../../policy/buffer.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import type { Setting } from "../process.ts";
import { earnsItsKeep } from "./efficiency.ts";

const MOST_MONTHS = 255;
/** Rows of firms count as so many rows of the loop that workers share: its chunks are made for persons. */
const FINER = 64;

export interface Accounts {
  readonly settle: (month: number) => void;
  /** Enterprises of each row of firms, as of the last settlement; kept up to date by those who close and move. */
  readonly members: Int32Array;
}

export function openAccounts({ world, assumptions: a, crew = ALONE }: Setting): Accounts {
  const { enterprises: e, firms, clock } = world;
  const { settlements: count, enterprises: most } = world.sizes;
  const rows = count * SECTORS;
  const members = new Int32Array(rows);
  /** Open enterprises by row of firms, within a row in the order of their own rows. */
  const order = new Int32Array(crew.memory(most * 4));
  /** Where those of each row of firms end in that order. */
  const ends = new Int32Array(crew.memory(rows * 4));
  /** Of the members of the row at hand. */
  const size = new Float64Array(most);
  const wish = new Float64Array(most);
  const excess = new Float64Array(most);

  const group = (): void => {
    const { flags, settlement, sector } = e;
    const open = clock.enterpriseRows[0];
    members.fill(0);
    for (let i = 0; i < open; i++) if (flags[i] !== 0) members[settlement[i] * SECTORS + sector[i]]++;
    let at = 0;
    for (let row = 0; row < rows; row++) {
      ends[row] = at;
      at += members[row];
    }
    for (let i = 0; i < open; i++) {
      if (flags[i] !== 0) order[ends[settlement[i] * SECTORS + sector[i]]++] = i;
    }
  };

  /** Books the month of one row of firms to its members, order[from] up to order[to]. */
  const settleRow = (row: number, from: number, to: number): void => {
    const { capital, cash, debt, efficiency, pull, short, losing } = e;
    const marginal = firms.returns[row] + a.depreciation;
    const meanEfficiency = firms.efficiency[row];
    let sizes = 0;
    let capitals = 0;
    let wishes = 0;
    let debts = 0;
    let cashBefore = 0;
    for (let k = from; k < to; k++) {
      const i = order[k];
      // The yuan on top lets an enterprise without any capital have a part, and changes nothing else.
      size[k] = efficiency[i] * (capital[i] + 1);
      const keen = short[i] === 0 && earnsItsKeep(efficiency[i], meanEfficiency, marginal, a);
      wish[k] = keen ? pull[i] * (capital[i] + 1) : 0;
      cashBefore += cash[i];
      sizes += size[k];
      capitals += capital[i];
      wishes += wish[k];
      debts += debt[i];
    }
    const lent = firms.lent[row];
    const invested = firms.invested[row];
    const granted = firms.granted[row];
    const interest = firms.interest[row];
    const paidOut = firms.paidOut[row];
    const worn = capitals + invested - firms.capital[row];
    const repaid = debts + lent - firms.debt[row];
    // What was earned beyond all that stands apart.
    const earned = firms.cash[row] - cashBefore - lent + repaid + interest + (invested - granted) + paidOut;
    const weights = wishes > 0 ? wish : size;
    const weight = wishes > 0 ? wishes : sizes;
    const wagesOfAll = (1 - a.capitalShare) * firms.value[row];
    const anyWish = lent !== 0 || invested !== 0 || granted !== 0;
    const anyDebt = repaid !== 0 || interest !== 0;
    const buffer = (BUFFER_MONTHS * wagesOfAll) / sizes;
    let excesses = 0;
    // Running sums of weights, and the shares that they come to: a member's part is the difference of two rounded parts
    // of the whole (as in shares.ts). The last running sum was added up like the whole, so it is the whole.
    let passedWish = 0;
    let passedCapital = 0;
    let passedDebt = 0;
    let passedSize = 0;
    let toWish = 0;
    let toCapital = 0;
    let toDebt = 0;
    let toSize = 0;
    for (let k = from; k < to; k++) {
      const i = order[k];
      const fromCapital = toCapital;
      passedCapital += capital[i];
      if (capital[i] > 0) toCapital = passedCapital / capitals;
      const fromSize = toSize;
      passedSize += size[k];
      if (size[k] > 0) toSize = passedSize / sizes;
      const wear = Math.floor(worn * toCapital) - Math.floor(worn * fromCapital);
      const surplus = Math.floor(earned * toSize) - Math.floor(earned * fromSize);
      let gain = surplus;
      let bought = 0;
      if (anyDebt) {
        const fromDebt = toDebt;
        passedDebt += debt[i];
        if (debt[i] > 0) toDebt = passedDebt / debts;
        const back = Math.floor(repaid * toDebt) - Math.floor(repaid * fromDebt);
        debt[i] -= back;
        gain -= back + Math.floor(interest * toDebt) - Math.floor(interest * fromDebt);
      }
      if (anyWish) {
        const fromWish = toWish;
        passedWish += weights[k];
        if (weights[k] > 0) toWish = passedWish / weight;
        const lentHere = Math.floor(lent * toWish) - Math.floor(lent * fromWish);
        bought = Math.floor(invested * toWish) - Math.floor(invested * fromWish);
        debt[i] += lentHere;
        gain += lentHere - bought + Math.floor(granted * toWish) - Math.floor(granted * fromWish);
      }
      capital[i] += bought - wear;
      cash[i] += gain;
      losing[i] = surplus < wear ? Math.min(MOST_MONTHS, losing[i] + 1) : 0;
      excess[k] = Math.max(0, cash[i] - buffer * size[k]);
      excesses += excess[k];
    }
    payOut(from, to, paidOut, excesses > 0 ? excess : size, excesses > 0 ? excesses : sizes);
  };

  const payOut = (from: number, to: number, paidOut: number, weights: Float64Array, weight: number): void => {
    const { cash, short } = e;
    let passed = 0;
    let share = 0;
    for (let k = from; k < to; k++) {
      const i = order[k];
      if (paidOut !== 0) {
        const before = share;
        passed += weights[k];
        if (weights[k] > 0) share = passed / weight;
        cash[i] -= Math.floor(paidOut * share) - Math.floor(paidOut * before);
      }
      short[i] = cash[i] < 0 ? Math.min(MOST_MONTHS, short[i] + 1) : 0;
    }
  };

  const settleRows = crew.loop({
    work(_month, _chunk, first, behind) {
      const last = Math.min(rows, behind / FINER);
      let from = first === 0 ? 0 : ends[first / FINER - 1];
      for (let row = first / FINER; row < last; row++) {
        if (ends[row] > from) settleRow(row, from, ends[row]);
        from = ends[row];
      }
    },
  });

  return {
    members,
    settle(month) {
      group();
      settleRows(month, rows * FINER);
    },
  };
}
