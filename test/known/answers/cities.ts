/** Known answers of cities: core and periphery, agglomeration, the law of city sizes. */
import { netOutput, optimalSize } from "../../../sim/numerics/citySize.ts";
import { breakPoint, shortRun, sustainPoint } from "../../../sim/numerics/corePeriphery.ts";
import { rankSize } from "../../../sim/numerics/rankSize.ts";
import { CITY_UNIT, cityProductivity } from "../../../sim/numerics/output.ts";
import { about } from "./answer.ts";

/**
 * Wages, incomes, price indices, real wages of two regions at s = 5, u = 0.4, by share of the first and trade
 * cost.
 */
const SHORT_RUN: readonly (readonly [share: number, cost: number, ...known: number[]])[] = [
  [0.5, 1.5, 1, 1, 0.5, 0.5, 1.1368045942517688, 1.1368045942517688, 0.9500045207896745, 0.9500045207896745],
  [
    0.6, 1.5, 0.9902177014515159, 1.014673447822723, 0.5376522483483638, 0.4623477516516357,
    1.093811189549847, 1.1888323300068295, 0.9553307147182843, 0.9468431748225586,
  ],
  [
    0.7, 1.5, 0.9856642538526692, 1.0334500743437656, 0.5759859910787473, 0.42401400892125185,
    1.059505820532347, 1.250078153431365, 0.963136114775243, 0.9451802421621723,
  ],
  [
    0.8, 1.5, 0.9861441757572507, 1.0554232969709898, 0.6155661362423203, 0.3844338637576792,
    1.0331334419830658, 1.3211102979946205, 0.973369752107807, 0.9441718439307072,
  ],
  [
    0.9, 1.5, 0.9911269069499438, 1.0798578374504886, 0.6568056865019798, 0.34319431349801954,
    1.0136559657932582, 1.4034313752901515, 0.985764182590047, 0.9429531423108117,
  ],
  [0.5, 1.7, 1, 1, 0.5, 0.5, 1.1560566993743093, 1.1560566993743093, 0.9436443546481034, 0.9436443546481034],
  [
    0.6, 1.7, 0.9784972126391578, 1.0322541810412589, 0.5348393310333979, 0.46516066896660146,
    1.09456293500828, 1.234426333768421, 0.9437637624970977, 0.9488565927619081,
  ],
  [
    0.7, 1.7, 0.9693690264924368, 1.0714722715176426, 0.5714233274178823, 0.4285766725821171,
    1.0508602836552043, 1.326958253620585, 0.9503227969035684, 0.9568371579873279,
  ],
  [
    0.8, 1.7, 0.9713223742574788, 1.11471050297008, 0.6108231597623932, 0.38917684023760635,
    1.0226647607269754, 1.4330079801741809, 0.9626536820322078, 0.9653007632246514,
  ],
  [
    0.9, 1.7, 0.9821340532272487, 1.1607935209547509, 0.6535682591618095, 0.34643174083819,
    1.0066359898004622, 1.5553171326389468, 0.9795391265655413, 0.9728085814425581,
  ],
  [0.5, 2.1, 1, 1, 0.5, 0.5, 1.1743932693355876, 1.1743932693355876, 0.9377230221983879, 0.9377230221983879],
  [
    0.6, 2.1, 0.9501835107804457, 1.074724733829326, 0.528044042587307, 0.47195595741269214,
    1.074036721936906, 1.311822811008068, 0.9234211924667326, 0.9641556986506881,
  ],
  [
    0.7, 2.1, 0.9328294890450843, 1.1567311922281314, 0.5611922569326235, 0.4388077430673758,
    1.0174674283699838, 1.4683798055230461, 0.9263904314409359, 0.9919666825381532,
  ],
  [
    0.8, 2.1, 0.9397653558645556, 1.240938576541772, 0.6007249138766578, 0.3992750861233417,
    0.9926333170142542, 1.6434545211028986, 0.9425489017106439, 1.0172957012494908,
  ],
  [
    0.9, 2.1, 0.9634106742926061, 1.3293039313665322, 0.6468278427453382, 0.3531721572546613,
    0.9887348010705511, 1.8479878082238788, 0.9677864241276553, 1.0397876347971935,
  ],
];

export const corePeriphery = about(
  "Core and periphery",
  "Krugman 1991 (JPE 99:483-499); Fujita, Krugman & Venables 1999, chapter 5",
  [
    {
      kernel: "breakPoint",
      of: "s = 5, 4, 6 at u = 0.4",
      known: [1.6265765616977859, 1.971827233233572, 1.4603166315239702],
      ours: () => [5, 4, 6].map((substitution) => breakPoint(substitution, 0.4)),
    },
    {
      kernel: "sustainPoint",
      of: "s = 5, 4, 6 at u = 0.4",
      known: [1.8073127199306875, 2.3393753497052696, 1.573912078714304],
      ours: () => [5, 4, 6].map((substitution) => sustainPoint(substitution, 0.4)),
    },
    ...SHORT_RUN.map(([share, cost, ...known]) => ({
      kernel: "shortRun",
      of: `l = ${share}, T = ${cost}: wages, incomes, prices, real wages`,
      known,
      ours: (): number[] => {
        const { wage, income, price, realWage } = shortRun(share, cost, 5, 0.4);
        return [...wage, ...income, ...price, ...realWage];
      },
    })),
  ],
);

const ECONOMY = { productivity: 1, gain: 0.05, cost: 0.01, costElasticity: 0.6 };
const BEST = 47.229779311958296;

export const size = about(
  "Size of cities",
  "inverted U: Au & Henderson 2006 (REStud 73:549-576); optimum N* = (A e / (t g))^(1 / (g - e))",
  [
    { kernel: "optimalSize", of: "e 0.05, t 0.01, g 0.6", known: BEST, ours: () => optimalSize(ECONOMY) },
    {
      kernel: "netOutput",
      of: "at N*, N* / 2, 2 N*",
      known: [1.1115326776376826, 1.104609040799583, 1.1021819109662034],
      ours: () => [BEST, BEST / 2, 2 * BEST].map((workers) => netOutput(ECONOMY, workers)),
    },
    {
      kernel: "cityProductivity",
      of: "the same, by the process of production",
      known: [1.1115326776376826, 1.104609040799583, 1.1021819109662034],
      ours: () =>
        [BEST, BEST / 2, 2 * BEST].map((workers) => cityProductivity(workers * CITY_UNIT, 0.05, 0.01, 0.6)),
    },
    {
      kernel: "cityProductivity",
      of: "per cent gained by doubling at elasticities 0.03, 0.05, 0.08, 0.12, 0.19",
      source: "2^e - 1",
      known: [2.101212570719335, 3.5264923841377582, 5.701804056138027, 8.6734862526058, 14.076371586842363],
      ours: () =>
        [0.03, 0.05, 0.08, 0.12, 0.19].map((gain) => {
          const [one, two] = [30_000, 60_000].map((workers) => cityProductivity(workers, gain, 0, 0.6));
          return 100 * (two / one - 1);
        }),
    },
  ],
);

/** Sizes of which the k-th is 1/k of the largest. */
const zipf = (places: number): Float64Array => Float64Array.from({ length: places }, (_, k) => 1 / (k + 1));
const slopeAndError = (places: number, shift?: number) => (): number[] => {
  const { slope, error } = rankSize(zipf(places), shift);
  return [slope, error];
};

export const rank = about("Rank and size", "rank - 1/2: Gabaix & Ibragimov 2011 (JBES 29:24-39)", [
  {
    kernel: "rankSize",
    of: "50 ideal sizes without the half: slope, standard error",
    known: [1, 0.2],
    ours: slopeAndError(50, 0),
  },
  {
    kernel: "rankSize",
    of: "50 ideal sizes",
    known: [1.0927207804609753, 0.21854415609219507],
    ours: slopeAndError(50),
  },
  {
    kernel: "rankSize",
    of: "100 ideal sizes",
    known: [1.0594031314465655, 0.14982222765122596],
    ours: slopeAndError(100),
  },
  {
    kernel: "rankSize",
    of: "300 ideal sizes",
    known: [1.0284365745709365, 0.0839714946838192],
    ours: slopeAndError(300),
  },
]);
