/** Known answers of games between neighbours, and of gradients. */
import { exchange, levelledOut } from "../../../sim/processes/coordination/gradient.ts";
import { coasePrice, emission, emissionWelfare } from "../../../sim/processes/coordination/pollution.ts";
import {
  jointProvision,
  ownProvision,
  provisionWelfare,
} from "../../../sim/processes/coordination/publicGood.ts";
import {
  auctionTransfers,
  lowestBid,
  maximinBid,
  stalemateChance,
  volunteerChance,
} from "../../../sim/processes/coordination/siting.ts";
import { ZONE_USES, zoningConflict } from "../../../sim/processes/coordination/zoning.ts";
import { about } from "./answer.ts";

const COSTS = [30, 45, 60];

const auction = (): number[] => {
  const bids = COSTS.map((cost) => maximinBid(cost, COSTS.length));
  const host = lowestBid(bids);
  const transfers = new Float64Array(COSTS.length);
  auctionTransfers(bids, host, transfers);
  const payoffs = COSTS.map((cost, k) => transfers[k] - (k === host ? cost : 0));
  return [...bids, host, ...payoffs, -transfers.reduce((sum, each) => sum + each, 0)];
};

const VOLUNTEERS = [
  [2, 0.25, 0.75, 0.0625],
  [3, 0.25, 0.5, 0.125],
  [5, 0.5, 0.1591035847462854, 0.4204482076268573],
  [10, 0.1, 0.2257363173188729, 0.0774263682681127],
] as const;

/** Spillover; provision alone and joint, their ratio, welfare alone and joint. */
const SPILLOVERS = [
  [0, 1, 1, 1, -2, -2],
  [0.25, 0.8, 1, 0.8, -1.6, -1.5537128973715806],
  [0.5, 0.6666666666666666, 1, 0.6666666666666666, -1.3333333333333333, -1.1890697837836712],
  [1, 0.5, 1, 0.5, -1, -0.6137056388801094],
] as const;

/** Own share of the damage; emission alone and joint, welfare alone and joint, price. */
const POLLUTION = [
  [1, 1, 1, -1, -1, 0],
  [0.5, 2, 1, -1.3068528194400546, -1, 0.5],
  [0.25, 4, 1, -2.613705638880109, -1, 0.75],
] as const;

/** Segments of a border by what stands on either side. */
const SEGMENTS = [
  ["ecological", "urban"],
  ["ecological", "nuisance"],
  ["farming", "farming"],
  ["urban", "nuisance"],
  ["farming", "urban"],
  ["ecological", "ecological"],
] as const;

export const coordination = about("Coordination", "closed forms of the games", [
  {
    kernel: "maximinBid, lowestBid, auctionTransfers",
    of: "hosting costs 30, 45, 60: bids, host, payoffs, what is over",
    source: "Kunreuther et al. 1987 (JEEM 14:371-383)",
    known: [20, 30, 40, 0, -10, -15, -20, 15],
    ours: auction,
  },
  ...VOLUNTEERS.map(([players, cost, ...known]) => ({
    kernel: "volunteerChance, stalemateChance",
    of: `${players} players, cost over benefit ${cost}`,
    source: "volunteer's dilemma: Diekmann 1985 (Journal of Conflict Resolution 29:605-610)",
    known,
    ours: () => [volunteerChance(cost, players), stalemateChance(cost, players)],
  })),
  ...SPILLOVERS.map(([spillover, ...known]) => ({
    kernel: "ownProvision, jointProvision, provisionWelfare",
    of: `spillover ${spillover}: alone, joint, ratio, welfare alone, joint`,
    source: "u = a ln(g + s g') - c g at a = c = 1; after Williams 1966 (JPE 74:18-33), Oates 1972",
    known,
    ours: () => {
      const alone = ownProvision(1, 1, spillover);
      const joint = jointProvision(1, 1);
      const welfare = (provided: number): number => provisionWelfare(provided, 1, 1, spillover);
      return [alone, joint, alone / joint, welfare(alone), welfare(joint)];
    },
  })),
  ...POLLUTION.map(([own, ...known]) => ({
    kernel: "emission, emissionWelfare, coasePrice",
    of: `own share of the damage ${own}: alone, joint, welfare alone, joint, price`,
    source: "b ln e - d e at b = d = 1; price: Coase 1960",
    known,
    ours: () => {
      const alone = emission(1, 1, own, 0);
      const joint = emission(1, 1, own, 1);
      const welfare = (emitted: number): number => emissionWelfare(emitted, 1, 1);
      return [alone, joint, welfare(alone), welfare(joint), coasePrice(1, own)];
    },
  })),
  {
    kernel: "zoningConflict",
    of: "six segments of equal length",
    source: "mean incompatibility by segment; the matrix is assumed",
    known: 0.43333333333333335,
    ours: () => {
      const side = (k: 0 | 1): number[] => SEGMENTS.map((segment) => ZONE_USES.indexOf(segment[k]));
      return zoningConflict(
        side(0),
        side(1),
        SEGMENTS.map(() => 1),
      );
    },
  },
]);

export const gradients = about("Gradients", "generalised gradients after Li & Li 2004; form assumed", [
  {
    kernel: "levelledOut",
    of: "10 and 2 after five years at D = 0.1",
    source: "the difference falls as e^(-2 D t)",
    known: [7.471517764685769, 4.528482235314231],
    ours: () => levelledOut(10, 2, 0.1, 5),
  },
  {
    kernel: "exchange",
    of: "two places in three dimensions: net and gross gradient",
    known: [0.28, 0.5599999999999999],
    ours: () => {
      const { net, gross } = exchange([0.9, 0.8, 0.2], [0.3, 0.4, 0.9], [0.5, 0.3, 0.2]);
      return [net, gross];
    },
  },
]);
