/**
 * Inequality of incomes. Every measure takes optional weights (how many people have that income), so that a
 * table of places gives the same answer as a list of its people.
 *
 * Sources: C. Gini (1912); H. Theil (1967), Economics and Information Theory; the decomposition into groups
 * after A. F. Shorrocks (1980), "The class of additively decomposable inequality measures", Econometrica
 * 48, 613-625.
 */
import { ln } from "./elementary.ts";
import { fastLn } from "./fast.ts";
import { compensatedSum } from "./sums.ts";

/**
 * Gini coefficient of the population (no small-sample correction): 0 where all are equal, 1 - 1/n where one
 * of n has all. NaN where the total is 0.
 *
 * @param values at least 0
 * @param weights at least 0, as long as values; 1 each by default
 */
export function gini(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i);
  if (!rises(values)) order.sort((i, j) => values[i] - values[j] || i - j);
  const areas = new Float64Array(n);
  const amounts = new Float64Array(n);
  let people = 0;
  let held = 0;
  for (let k = 0; k < n; k++) {
    const weight = weights ? weights[order[k]] : 1;
    const amount = weight * values[order[k]];
    // Twice the area under this piece of the Lorenz curve, before it is scaled to shares.
    areas[k] = weight * (2 * held + amount);
    amounts[k] = amount;
    people += weight;
    held += amount;
  }
  return 1 - compensatedSum(areas) / (people * compensatedSum(amounts));
}

const rises = (values: ArrayLike<number>): boolean => {
  for (let i = 1; i < values.length; i++) if (!(values[i] >= values[i - 1])) return false;
  return true;
};

/** Theil's T: mean of (y/m) ln(y/m). 0 where equal, ln n where one of n has all; incomes of 0 count as 0. */
export function theilT(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  return oneGroup(values, weights).t.total;
}

/** Theil's L, the mean logarithmic deviation: mean of ln(m/y). Infinite where an income is 0. */
export function theilL(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  return oneGroup(values, weights).l.total;
}

export type TheilParts = { readonly total: number; readonly within: number; readonly between: number };
export type TheilDecomposition = { readonly t: TheilParts; readonly l: TheilParts };

const NO_PARTS: TheilParts = { total: NaN, within: NaN, between: NaN };

/**
 * Theil's T and L, each split into inequality within groups and between their means; within + between =
 * total. NaN where there is nothing to hold.
 *
 * @param values incomes, at least 0
 * @param groups group of each value, from 0 to groupCount - 1
 * @param weights at least 0, as long as values; 1 each by default
 */
export function theilDecomposition(
  values: ArrayLike<number>,
  groups: ArrayLike<number>,
  groupCount: number,
  weights?: ArrayLike<number>,
): TheilDecomposition {
  const people = new Float64Array(groupCount);
  const amount = new Float64Array(groupCount);
  gather(values, groups, weights, people, amount);
  const allPeople = compensatedSum(people);
  const allAmount = compensatedSum(amount);
  if (!(allAmount > 0)) return { t: NO_PARTS, l: NO_PARTS };
  const withinT = new Float64Array(values.length);
  const withinL = new Float64Array(values.length);
  fillWithin(values, groups, weights, people, amount, allPeople, allAmount, withinT, withinL);
  const betweenT = new Float64Array(groupCount);
  const betweenL = new Float64Array(groupCount);
  for (let g = 0; g < groupCount; g++) {
    if (people[g] === 0) continue;
    const ratio = (amount[g] / people[g]) * (allPeople / allAmount);
    betweenT[g] = amount[g] === 0 ? 0 : (amount[g] / allAmount) * ln(ratio);
    betweenL[g] = (-people[g] / allPeople) * ln(ratio);
  }
  return { t: parts(withinT, betweenT), l: parts(withinL, betweenL) };
}

/**
 * Theil's T of people in groups, from what each group adds up to; the same as of the list of all people but for
 * rounding. NaN where there is nothing to hold.
 *
 * @param people how many with an income above 0; shape: groups
 * @param amount sum of their incomes y
 * @param amountLn sum of y ln y
 */
export function theilOfGroups(
  people: ArrayLike<number>,
  amount: ArrayLike<number>,
  amountLn: ArrayLike<number>,
): TheilParts {
  const allPeople = sumOf(people);
  const allAmount = sumOf(amount);
  if (!(allAmount > 0)) return NO_PARTS;
  let within = 0;
  let between = 0;
  for (let g = 0; g < people.length; g++) {
    if (amount[g] === 0) continue;
    const share = amount[g] / allAmount;
    const lnMean = ln(amount[g] / people[g]);
    within += share * (amountLn[g] / amount[g] - lnMean);
    between += share * (lnMean - ln(allAmount / allPeople));
  }
  return { total: within + between, within, between };
}

/**
 * The same of Theil's L, the mean logarithmic deviation.
 *
 * @param lnSum sum of ln y
 */
export function theilLOfGroups(
  people: ArrayLike<number>,
  amount: ArrayLike<number>,
  lnSum: ArrayLike<number>,
): TheilParts {
  const allPeople = sumOf(people);
  const allAmount = sumOf(amount);
  if (!(allAmount > 0)) return NO_PARTS;
  let within = 0;
  let between = 0;
  for (let g = 0; g < people.length; g++) {
    if (people[g] === 0) continue;
    const share = people[g] / allPeople;
    const lnMean = ln(amount[g] / people[g]);
    within += share * (lnMean - lnSum[g] / people[g]);
    between += share * (ln(allAmount / allPeople) - lnMean);
  }
  return { total: within + between, within, between };
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let g = 0; g < values.length; g++) sum += values[g];
  return sum;
}

// The loops over everyone stand alone: what follows a long loop in the same function is thrown back to slow code.

/** Adds up people and amounts by group. */
function gather(
  values: ArrayLike<number>,
  groups: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  people: Float64Array,
  amount: Float64Array,
): void {
  for (let i = 0; i < values.length; i++) {
    const weight = weights ? weights[i] : 1;
    people[groups[i]] += weight;
    amount[groups[i]] += weight * values[i];
  }
}

/** Everyone's part in the inequality within the groups. */
function fillWithin(
  values: ArrayLike<number>,
  groups: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  people: Float64Array,
  amount: Float64Array,
  allPeople: number,
  allAmount: number,
  withinT: Float64Array,
  withinL: Float64Array,
): void {
  for (let i = 0; i < values.length; i++) {
    const weight = weights ? weights[i] : 1;
    if (weight === 0) continue;
    const ratio = (values[i] * people[groups[i]]) / amount[groups[i]];
    // A group that has nothing is equal within.
    const even = amount[groups[i]] === 0;
    const lnRatio = even ? 0 : fastLn(ratio);
    withinT[i] = values[i] === 0 ? 0 : ((weight * values[i]) / allAmount) * lnRatio;
    withinL[i] = even ? 0 : (-weight / allPeople) * lnRatio;
  }
}

function parts(within: Float64Array, between: Float64Array): TheilParts {
  const inside = compensatedSum(within);
  const across = compensatedSum(between);
  return { total: inside + across, within: inside, between: across };
}

function oneGroup(values: ArrayLike<number>, weights?: ArrayLike<number>): TheilDecomposition {
  return theilDecomposition(values, new Uint8Array(values.length), 1, weights);
}
