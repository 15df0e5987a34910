/** Known answers of discrete choice, alone and among others. */
import { logitProbabilities, logSumExp, nestedLogit } from "../../../sim/numerics/choice.ts";
import { influenceWeight, socialEquilibria } from "../../../sim/numerics/interaction.ts";
import { about } from "./answer.ts";

const chances = (values: readonly number[], scale: number): Float64Array => {
  const out = new Float64Array(values.length);
  logitProbabilities(Float64Array.from(values), values.length, scale, out);
  return out;
};

interface Nest {
  readonly dissimilarity: number;
  readonly values: readonly number[];
}

/** Chances of the nests, then of their alternatives. */
function nested(nests: readonly Nest[]): number[] {
  const starts = [0];
  for (const { values } of nests) starts.push(starts[starts.length - 1] + values.length);
  const flat = Float64Array.from(nests.flatMap(({ values }) => values));
  const out = new Float64Array(flat.length);
  const ofNests = new Float64Array(nests.length);
  const alike = Float64Array.from(nests, ({ dissimilarity }) => dissimilarity);
  nestedLogit(flat, Int32Array.from(starts), alike, 1, out, ofNests);
  return [...ofNests, ...out];
}

const STAY: Nest = { dissimilarity: 1, values: [0.5] };
const LOCAL: Nest = { dissimilarity: 0.6, values: [1, 0.8] };
const FAR: Nest = { dissimilarity: 0.4, values: [1.5, 1.2, 0.9] };

const inclusiveValue = ({ dissimilarity, values }: Nest): number =>
  dissimilarity *
  logSumExp(
    Float64Array.from(values, (value) => value / dissimilarity),
    values.length,
  );

export const choice = about("Discrete choice", "logit: McFadden 1974; nested: McFadden 1978", [
  {
    kernel: "logitProbabilities",
    of: "values 1, 2, 3",
    known: [0.09003057317038046, 0.24472847105479764, 0.6652409557748218],
    ours: () => chances([1, 2, 3], 1),
  },
  {
    kernel: "logitProbabilities",
    of: "values 1, 2, 3 at scale 2",
    known: [0.1863237232258476, 0.3071958857184984, 0.506480391055654],
    ours: () => chances([1, 2, 3], 2),
  },
  {
    kernel: "logSumExp",
    of: "values 1, 2, 3",
    known: 3.40760596444438,
    ours: () => logSumExp(Float64Array.of(1, 2, 3), 3),
  },
  {
    kernel: "logSumExp",
    of: "inclusive values of three nests",
    known: [0.5, 1.324183344813645, 1.7111902975421238],
    ours: () => [STAY, LOCAL, FAR].map(inclusiveValue),
  },
  {
    kernel: "nestedLogit",
    of: "stay, two local towns, three far cities: nests, then places",
    known: [
      0.15065920884241313, 0.3435057104796472, 0.5058350806779397, 0.15065920884241313, 0.20011619267511216,
      0.14338951780453504, 0.29834034877950416, 0.14092600209652636, 0.06656872980190918,
    ],
    ours: () => nested([STAY, LOCAL, FAR]),
  },
  {
    kernel: "nestedLogit",
    of: "the same, far cities 0.8 worse by registration",
    known: [
      0.20882797586051743, 0.47613154726589435, 0.31504047687358816, 0.20882797586051743, 0.27738005379391345,
      0.19875149347198096, 0.1858101372173704, 0.08777049398170417, 0.04145984567451359,
    ],
    ours: () => nested([STAY, LOCAL, { ...FAR, values: FAR.values.map((value) => value - 0.8) }]),
  },
  {
    kernel: "logitProbabilities",
    of: "car, red bus, blue bus",
    source: "the logit's third each, Debreu 1960",
    known: [1 / 3, 1 / 3, 1 / 3],
    ours: () => chances([0, 0, 0], 1),
  },
  {
    kernel: "nestedLogit",
    of: "car, red bus, blue bus, the buses nearly the same",
    known: [0.48267825516781476, 0.25866087241609265, 0.25866087241609265],
    ours: () =>
      nested([
        { dissimilarity: 1, values: [0] },
        { dissimilarity: 0.1, values: [0, 0] },
      ]).slice(2),
  },
  {
    kernel: "logitProbabilities",
    of: "elasticity b x (1 - P) of the chance of 2 among 1, 2, 3 at b = 0.5, by a difference",
    known: 0.7552715289452023,
    tolerance: 1e-6,
    ours: () => {
      const step = 1e-6;
      // The value of the second is 0.5 times its attribute, and more by what the attribute grows.
      const share = (growth: number): number => chances([1, 2 + 0.5 * 2 * growth, 3], 1)[1];
      return (share(step) - share(-step)) / (2 * step) / share(0);
    },
  },
]);

export const others = about(
  "Choice among others",
  "Brock & Durlauf 2001 (REStud 68:235-260): m = tanh(b (h + J m))",
  [
    {
      kernel: "socialEquilibria",
      of: "b 1, h 0, J 0.8: one",
      known: [0],
      ours: () => socialEquilibria(1, 0, 0.8),
    },
    {
      kernel: "socialEquilibria",
      of: "b 1, h 0, J 1.5: three",
      known: [-0.8585596366, 0, 0.8585596366],
      ours: () => socialEquilibria(1, 0, 1.5),
    },
    {
      kernel: "socialEquilibria",
      of: "b 1, h 0.1, J 1.5: three",
      known: [-0.8010803756, -0.2059790603, 0.8938551972],
      ours: () => socialEquilibria(1, 0.1, 1.5),
    },
    {
      kernel: "socialEquilibria",
      of: "b 1, h 0.3, J 1.5: one",
      known: [0.935886028],
      ours: () => socialEquilibria(1, 0.3, 1.5),
    },
    {
      kernel: "influenceWeight",
      of: "ten points more co-villagers, 7.27 points more at a chance of 0.2",
      source: "Chen, Jin & Yue 2010 (NBER w15671)",
      known: 4.053276038109382,
      ours: () => influenceWeight(0.2, 0.2727, 0.1),
    },
  ],
);
