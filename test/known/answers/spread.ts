/** Known answers of inequality and diversity. */
import {
  jensenShannon,
  meanCosine,
  meanPairwise,
  meanProfile,
  partition,
} from "../../../sim/numerics/betaDiversity.ts";
import {
  brayCurtis,
  cosine,
  evenness,
  hillNumber,
  krugmanIndex,
  locationQuotients,
  shannon,
  simpson,
} from "../../../sim/numerics/diversity.ts";
import { hoover } from "../../../sim/numerics/hoover.ts";
import { gini, theilDecomposition, theilL, theilT } from "../../../sim/numerics/inequality.ts";
import { lognormalGini } from "../../../sim/numerics/lognormal.ts";
import { about } from "./answer.ts";

const SHORT = [1, 2, 3, 4, 5];

/** Urban share and incomes of town and country: Gini between, Theil's T and L between. */
const gap = (urban: number, town: number, country: number) => (): number[] => {
  const weights = [urban, 1 - urban];
  const incomes = [town, country];
  const { t, l } = theilDecomposition(incomes, [0, 1], 2, weights);
  return [town / country, gini(incomes, weights), t.between, l.between];
};

export const inequality = about(
  "Inequality",
  "Gini 1912; Theil 1967; decomposition Shorrocks 1980 (Econometrica 48:613-625)",
  [
    {
      kernel: "gini",
      of: "1 to 5; one of four has all; all equal",
      known: [0.2666666666666668, 0.75, 0],
      ours: () => [gini(SHORT), gini([0, 0, 0, 1]), gini([7, 7, 7])],
    },
    {
      kernel: "theilT, theilL",
      of: "1 to 5: T, L; one of four has all: T",
      known: [0.11968759358350922, 0.14111394011170048, 1.3862943611198906],
      ours: () => [theilT(SHORT), theilL(SHORT), theilT([0, 0, 0, 1])],
    },
    {
      kernel: "theilDecomposition",
      of: "1, 2, 3 and 4, 6, 8, 10: T and L, each total, within, between",
      known: [
        0.20305694062595364, 0.05867298510125916, 0.14438395552469452, 0.24447324209657906,
        0.07303460052160096, 0.17143864157497815,
      ],
      ours: () => {
        const { t, l } = theilDecomposition([1, 2, 3, 4, 6, 8, 10], [0, 0, 0, 1, 1, 1, 1], 2);
        return [t.total, t.within, t.between, l.total, l.within, l.between];
      },
    },
    {
      kernel: "lognormalGini",
      of: "deviation of the logarithm 0.5 and 1",
      source: "erf(s / 2): Aitchison & Brown 1957; values: Abramowitz & Stegun 1964, table 7.1",
      known: [0.2763263902, 0.5204998778],
      ours: () => [lognormalGini(0.5), lognormalGini(1)],
    },
    { kernel: "hoover", of: "1 to 5", source: "Hoover 1936", known: 0.2, ours: () => hoover(SHORT) },
    ...(
      [
        [
          2024, 0.67, 54_188, 23_119, 2.3438730048877545, 0.15635188207732154, 0.06182869627101406,
          0.07135257039868656,
        ],
        [
          2010, 0.4995, 19_109.4, 5919, 3.2284845413076537, 0.2636473373703014, 0.14624915432209756,
          0.16274891159336732,
        ],
        [
          1978, 0.1792, 343.4, 133.6, 2.570359281437126, 0.18025479150934223, 0.09138197327858055,
          0.07878678527193957,
        ],
      ] as const
    ).map(([year, urban, town, country, ...known]) => ({
      kernel: "gini, theilDecomposition",
      of: `town and country in ${year}: ratio, Gini, T, L`,
      source: "incomes and urban share: National Bureau of Statistics of China; indices by formula",
      known,
      ours: gap(urban, town, country),
    })),
  ],
);

const MIX = [0.7, 0.2, 0.1];
const PLACES = [
  [0.6, 0.3, 0.1, 0],
  [0.5, 0.3, 0.2, 0],
  [0.1, 0.1, 0.2, 0.6],
];
const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;
const pairs = (measure: (a: number[], b: number[]) => number) => (): number[] =>
  PAIRS.map(([a, b]) => measure(PLACES[a], PLACES[b]));

export const diversity = about(
  "Diversity",
  "entropy: Shannon 1948; numbers: Hill 1973 (Ecology 54:427-432)",
  [
    {
      kernel: "shannon",
      of: "four equal kinds; 0.7, 0.2, 0.1",
      known: [1.3862943611198906, 0.8018185525433372],
      ours: () => [shannon([0.25, 0.25, 0.25, 0.25]), shannon(MIX)],
    },
    {
      kernel: "hillNumber",
      of: "0.7, 0.2, 0.1: orders 1 and 2",
      known: [2.229591873920416, 1.8518518518518516],
      ours: () => [hillNumber(MIX, 1), hillNumber(MIX, 2)],
    },
    {
      kernel: "simpson, evenness",
      of: "0.7, 0.2, 0.1",
      source: "Simpson 1949; Pielou 1966",
      known: [0.45999999999999996, 0.7298466991620975],
      ours: () => [simpson(MIX), evenness(MIX)],
    },
    {
      kernel: "cosine, meanCosine",
      of: "three places: pairs, mean, mean in one pass",
      source: "by formula",
      known: [
        0.9806479901316268, 0.25025866535630953, 0.30037570459305535, 0.5104274533603306, 0.5104274533603306,
      ],
      ours: () => [...pairs(cosine)(), meanPairwise(PLACES, cosine), meanCosine(PLACES)],
    },
    {
      kernel: "jensenShannon",
      of: "three places: pairs",
      source: "Lin 1991 (IEEE Transactions on Information Theory 37:145-151)",
      known: [0.010770819985577607, 0.34166231499101873, 0.30688235286430343],
      ours: pairs(jensenShannon),
    },
    {
      kernel: "partition",
      of: "three places: inside, together, among",
      source: "alpha, gamma, beta: Jost 2007 (Ecology 88:2427-2439)",
      known: [1.0054995714221924, 1.3265974743827544, 0.32109790296056206],
      ours: () => {
        const { alpha, gamma, beta } = partition(PLACES);
        return [alpha, gamma, beta];
      },
    },
    {
      kernel: "krugmanIndex",
      of: "three places against their mean",
      source: "Krugman 1991, Geography and Trade",
      known: [0.5333333333333332, 0.3999999999999999, 0.8666666666666667],
      ours: () => PLACES.map((place) => krugmanIndex(place, meanProfile(PLACES))),
    },
    {
      kernel: "brayCurtis",
      of: "three places: pairs",
      source: "Bray & Curtis 1957",
      known: [0.09999999999999999, 0.7, 0.6],
      ours: pairs(brayCurtis),
    },
    {
      kernel: "locationQuotients",
      of: "three places against their mean",
      source: "by formula",
      known: [
        1.4999999999999996, 1.2857142857142858, 0.6000000000000001, 0, 1.2499999999999998, 1.2857142857142858,
        1.2000000000000002, 0, 0.24999999999999997, 0.42857142857142866, 1.2000000000000002, 3,
      ],
      ours: () => PLACES.flatMap((place) => [...locationQuotients(place, meanProfile(PLACES))]),
    },
  ],
);
