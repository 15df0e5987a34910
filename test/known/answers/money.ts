/** Known answers of capital, lending and land. */
import { restingCapital } from "../../../sim/numerics/capitalShares.ts";
import { linkageProceeds, quotaReward, redLineSlack } from "../../../sim/numerics/linkage.ts";
import { depositDrain, localLoans, localMultiplier } from "../../../sim/numerics/multiplier.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import { linkageQuota } from "../../../sim/processes/landUse/homesteads.ts";
import { loanable } from "../../../sim/processes/lending/rules.ts";
import { modernOutput } from "../../../sim/numerics/output.ts";
import { about } from "./answer.ts";

const SHARE = 0.35;
const TECHNOLOGY = [1, 1.5];

export const capital = about(
  "Capital",
  "equal marginal products of Cobb-Douglas production: K in proportion to L A^(1/(1-a))",
  [
    {
      kernel: "restingCapital",
      of: "ten of capital, A 1 and 1.5, a worker each, a = 0.35: stocks, marginal product",
      known: [3.489194045626657, 6.510805954373343, 0.1553447979679185],
      ours: () => {
        const { capital: stocks, marginal } = restingCapital(10, TECHNOLOGY, [1, 1], SHARE);
        return [...stocks, marginal];
      },
    },
    {
      kernel: "modernOutput",
      of: "marginal products a Y / K at those stocks",
      known: [0.1553447979679185, 0.15534479796791847],
      ours: () => {
        const stocks = restingCapital(10, TECHNOLOGY, [1, 1], SHARE).capital;
        return TECHNOLOGY.map((each, k) => (SHARE * modernOutput(each, stocks[k], 1, SHARE)) / stocks[k]);
      },
    },
    {
      kernel: "localMultiplier",
      of: "spent 0.6, 0.6, 0.8, kept in place 0.3, 0.6, 0.5",
      source: "1 / (1 - c m)",
      known: [1.2195121951219512, 1.5625, 1.6666666666666667],
      ours: () => [localMultiplier(0.6, 0.3), localMultiplier(0.6, 0.6), localMultiplier(0.8, 0.5)],
    },
    {
      kernel: "depositDrain",
      of: "deposits 100, reserve 0.1, lent in place 0.45",
      source: "(1 - r - l) D",
      known: 45,
      ours: () => depositDrain(100, 0.1, 0.45),
    },
    {
      kernel: "loanable",
      of: "the same, by the process of lending",
      source: "(1 - r - l) D",
      known: 45,
      ours: () => loanable(100, PARAMETERS.reserveRatio.default, 45),
    },
    {
      kernel: "localLoans",
      of: "the same, half of loans deposited again: all local loans",
      source: "l D / (1 - l q)",
      known: 58.064516129032256,
      ours: () => localLoans(100, 0.45, 0.5),
    },
    {
      kernel: "remittanceShare",
      of: "sent home a year from a wage of 59,532 yuan",
      source: "a quarter of the wage (0.2 to 0.35 usual)",
      known: 14_883,
      ours: () => 59_532 * PARAMETERS.remittanceShare.default,
    },
  ],
);

/**
 * 100 ha given back, three tenths for housing; quota at 200,000 yuan a mu, 50,000 to reclaim; 85 % to
 * farmers.
 */
const MU_PER_HECTARE = 15;
const proceeds = () => linkageProceeds(100 * MU_PER_HECTARE, 0.3, 20, 5, 0.85);
const RED_LINE = 1.8e9;

export const land = about("Land", "identity of the increase-decrease linkage", [
  {
    kernel: "linkageQuota",
    of: "hectares of quota from 100 reclaimed, by the process of land use",
    known: 70,
    ours: () => linkageQuota(100, 0.3),
  },
  {
    kernel: "linkageProceeds",
    of: "quota in mu, balance of arable land",
    known: [1050, 0],
    ours: () => [proceeds().quota, proceeds().arableBalance],
  },
  {
    kernel: "linkageProceeds",
    of: "gross, net, farmers, collective in 10,000 yuan",
    source: "85 : 15 after Chongqing's land tickets",
    known: [21_000, 15_750, 13_387.5, 2362.5],
    ours: () => [proceeds().gross, proceeds().net, proceeds().farmers, proceeds().collective],
  },
  {
    kernel: "redLineSlack",
    of: "per cent above 1.8 billion mu in 2019 and 2023",
    source: "1.9179 and 1.929 billion mu: national land surveys, NBS",
    known: [6.549999999999989, 7.1666666666666545],
    ours: () => [1.9179e9, 1.929e9].map((mu) => 100 * redLineSlack(mu, RED_LINE)),
  },
  {
    kernel: "quotaReward",
    of: "quota given back of 100 used: all towns, towns of favoured industries",
    source: "Zhejiang 2015 No. 8: 50 %, 60 %",
    known: [50, 60],
    ours: () => [quotaReward(100, 0.5), quotaReward(100, 0.6)],
  },
]);
