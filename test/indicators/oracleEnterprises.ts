/** Figures of enterprises, worked out anew from single enterprises, persons and pairs of zones. */
import type { Setting } from "../../sim/processes/process.ts";
import { SECTORS } from "../../sim/world/jurisdictions.ts";
import { Activity, ALIVE } from "../../sim/world/persons.ts";
import { OUTSIDE, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const range = (n: number): number[] => [...Array(n).keys()];

const openOnes = ({ enterprises: e, clock }: World): number[] =>
  range(clock.enterpriseRows[0]).filter((i) => e.flags[i] !== 0);

/** Enterprises that moved between tiers since the start. */
const moved = (world: World, passes: (from: number, to: number) => boolean): number =>
  sum(range(25).map((pair) => (passes(Math.floor(pair / 5), pair % 5) ? world.relocations.count[pair] : 0)));

function dispersion(world: World, depreciation: number): number {
  const { enterprises: e, firms } = world;
  const each = openOnes(world).map((i) => {
    const row = e.settlement[i] * SECTORS + e.sector[i];
    return {
      capital: e.capital[i],
      marginal: ((firms.returns[row] + depreciation) / firms.efficiency[row]) * e.efficiency[i],
    };
  });
  const all = sum(each.map(({ capital }) => capital));
  const mean = sum(each.map(({ capital, marginal }) => (capital / all) * marginal));
  const variance = sum(each.map(({ capital, marginal }) => (capital / all) * (marginal - mean) ** 2));
  return Math.sqrt(variance) / mean;
}

function retained(world: World, { capitalShare, taxShare }: Setting["assumptions"]): number {
  const { persons: p, settlements: s, firms, zones: z, zonePairs, sizes } = world;
  const rows = range(sizes.settlements * SECTORS).filter(
    (row) => s.tier[Math.floor(row / SECTORS)] === VILLAGE,
  );
  const value = sum(rows.map((row) => firms.value[row]));
  const interest = sum(rows.map((row) => firms.interest[row]));
  const hands = range(world.clock.personRows[0]).filter(
    (i) =>
      (p.flags[i] & ALIVE) !== 0 &&
      p.activity[i] >= Activity.processing &&
      p.activity[i] <= Activity.public &&
      s.tier[p.workplace[i]] === VILLAGE,
  );
  const comers = hands.filter(
    (i) => s.tier[p.residence[i]] !== VILLAGE && s.tier[p.residence[i]] !== OUTSIDE,
  );
  const pairs = range(sizes.zones * sizes.zones).filter(
    (pair) => z.tier[pair % sizes.zones] === VILLAGE && zonePairs.loans[pair] > 0,
  );
  const loans = sum(pairs.map((pair) => zonePairs.loans[pair]));
  const foreign = sum(
    pairs
      .filter((pair) => z.tier[Math.floor(pair / sizes.zones)] !== VILLAGE)
      .map((pair) => zonePairs.loans[pair]),
  );
  const wages = ((1 - capitalShare) * comers.length) / Math.max(1, hands.length);
  return 1 - taxShare - wages - (loans > 0 ? (interest / value) * (foreign / loans) : 0);
}

/** Enterprises that all agents together stand for. */
const counted = (world: World): number => sum(openOnes(world).map((i) => world.enterprises.stands[i]));

export function enterpriseFigures(
  world: World,
  { assumptions }: Setting,
  before: World | undefined,
): Readonly<Record<string, number>> {
  const { settlements: s, zones: z, zonePairs, clock, sizes } = world;
  const open = counted(world);
  const rate = (now: number, then: number | undefined): number =>
    before === undefined || then === undefined ? NaN : ((now - then) / counted(before)) * 1000;
  const moves = (passes: (from: number, to: number) => boolean): number =>
    before === undefined ? NaN : moved(world, passes) - moved(before, passes);
  const deposits = (passes: (tier: number) => boolean): number =>
    sum(range(sizes.settlements).map((j) => (passes(s.tier[j]) ? s.deposits[j] : 0)));
  const loans = (passes: (from: number, to: number) => boolean): number =>
    sum(
      range(sizes.zones * sizes.zones).map((pair) =>
        passes(Math.floor(pair / sizes.zones), pair % sizes.zones) ? zonePairs.loans[pair] : 0,
      ),
    );
  return {
    "enterprises.count": open,
    "enterprises.founded": rate(clock.enterprisesFounded[0], before?.clock.enterprisesFounded[0]),
    "enterprises.closed": rate(clock.enterprisesClosed[0], before?.clock.enterprisesClosed[0]),
    "relocations.all": moves(() => true),
    "relocations.toVillage": moves((from, to) => from !== VILLAGE && to === VILLAGE),
    "relocations.fromVillage": moves((from, to) => from === VILLAGE && to !== VILLAGE),
    returnDispersion: dispersion(world, assumptions.depreciation),
    "loanDeposit.local":
      loans((o, d) => z.tier[d] !== OUTSIDE && z.jurisdiction[o] === z.jurisdiction[d]) /
      deposits((tier) => tier !== OUTSIDE),
    "loanDeposit.village": loans((_, d) => z.tier[d] === VILLAGE) / deposits((tier) => tier === VILLAGE),
    "retainedValue.village": retained(world, assumptions),
  };
}
