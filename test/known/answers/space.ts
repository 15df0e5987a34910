/** Known answers of space: movement between places, access, likeness of neighbours. */
import { expectedMoran, moran } from "../../../sim/numerics/autocorrelation.ts";
import { coverage } from "../../../sim/numerics/coverage.ts";
import { exp } from "../../../sim/numerics/elementary.ts";
import { furness } from "../../../sim/numerics/furness.ts";
import { gravityRow, interveningMass, radiationRow } from "../../../sim/numerics/spatial.ts";
import { catchmentWeight, floatingCatchment } from "../../../sim/processes/access.ts";
import { about } from "./answer.ts";

/** Four places at (0, 0), (3, 4), (6, 0), (10, 0): the second is as far from the first as from the third. */
const POSITIONS = [
  [0, 0],
  [3, 4],
  [6, 0],
  [10, 0],
] as const;
const MASSES = [1000, 500, 2000, 4000];
const distancesFrom = (from: number): number[] =>
  POSITIONS.map(([x, y]) => {
    const [east, north] = [x - POSITIONS[from][0], y - POSITIONS[from][1]];
    return Math.sqrt(east * east + north * north);
  });
const allRows = (row: (distances: readonly number[], from: number) => Float64Array) => (): number[] =>
  POSITIONS.flatMap((_, from) => [...row(distancesFrom(from), from)]);

export const movement = about(
  "Movement between places",
  "radiation: Simini, González, Maritan & Barabási 2012 (Nature 484:96-100)",
  [
    {
      kernel: "interveningMass",
      of: "people nearer than each place, ties by number",
      known: [0, 0, 500, 2500, 0, 0, 1000, 3000, 4500, 4000, 0, 0, 2500, 2000, 0, 0],
      ours: allRows((distances, from) => interveningMass(MASSES, distances, from)),
    },
    {
      kernel: "radiationRow",
      of: "four places of 1000, 500, 2000, 4000",
      known: [
        0, 0.3333333333333333, 0.38095238095238093, 0.1523809523809524, 0.6666666666666666, 0,
        0.19047619047619047, 0.0761904761904762, 0.041025641025641026, 0.02564102564102564, 0,
        0.6666666666666666, 0.08205128205128205, 0.05128205128205128, 0.3333333333333333, 0,
      ],
      ours: allRows((distances, from) => radiationRow(MASSES, distances, from)),
    },
    {
      kernel: "radiationRow",
      of: "a row adds up to 1 - m / M",
      known: [0.8666666666666667, 0.9333333333333333, 0.7333333333333334, 0.4666666666666667],
      ours: () =>
        POSITIONS.map((_, from) =>
          radiationRow(MASSES, distancesFrom(from), from).reduce((sum, share) => sum + share, 0),
        ),
    },
    {
      kernel: "radiationRow",
      of: "finite: rows over 1 - m / M",
      source: "finite-size form: Masucci et al. 2013 (PRE 88:022812)",
      known: [
        0, 0.3846153846153846, 0.4395604395604395, 0.17582417582417584, 0.7142857142857142, 0,
        0.2040816326530612, 0.0816326530612245, 0.05594405594405594, 0.03496503496503496, 0,
        0.909090909090909, 0.1758241758241758, 0.10989010989010989, 0.7142857142857142, 0,
      ],
      ours: allRows((distances, from) => radiationRow(MASSES, distances, from, true)),
    },
    ...[
      {
        of: "decay 1",
        known: [
          0, 0.12000000000000001, 0.4, 0.48000000000000004, 0.1824586218055622, 0, 0.3649172436111244,
          0.4526241345833134, 0.13157894736842107, 0.07894736842105264, 0, 0.7894736842105264,
          0.15105343898855605, 0.09367936606866371, 0.7552671949427803, 0,
        ],
        decay: 1,
        mass: 1,
      },
      {
        of: "decay 2",
        known: [
          0, 0.1730769230769231, 0.4807692307692308, 0.3461538461538462, 0.22033898305084745, 0,
          0.4406779661016949, 0.33898305084745767, 0.09328358208955223, 0.06716417910447761, 0,
          0.8395522388059702, 0.07008086253369272, 0.05390835579514826, 0.8760107816711591, 0,
        ],
        decay: 2,
        mass: 1,
      },
      {
        of: "decay 1, masses to the power 0.8",
        known: [
          0, 0.16220047393874906, 0.4097499090746667, 0.42804961698658417, 0.21639793681701172, 0,
          0.3767706915843373, 0.40683137159865107, 0.16034972370875242, 0.1105160783090838, 0,
          0.7291341979821637, 0.164876511849153, 0.11745678682794566, 0.7176667013229012, 0,
        ],
        decay: 1,
        mass: 0.8,
      },
    ].map(({ of, known, decay, mass }) => ({
      kernel: "gravityRow",
      of: `singly constrained, ${of}`,
      source: "gravity: Wilson 1971 (Environment and Planning 3:1-32)",
      known,
      ours: allRows((distances, from) => gravityRow(MASSES, distances, from, decay, mass)),
    })),
    {
      kernel: "furness",
      of: "100, 80, 60 sent, 90, 90, 60 taken, ease e^(-0.2 cost)",
      source: "doubly constrained: Furness 1965; Wilson 1967",
      known: [
        49.389416962711294, 33.254155929986275, 17.356427107302434, 25.487468443021164, 38.19216835512216,
        16.320363201856676, 15.123114594267555, 18.55367571489157, 26.323209690840887,
      ],
      ours: () =>
        furness(
          [100, 80, 60],
          [90, 90, 60],
          [1, 3, 5, 3, 1, 4, 5, 4, 1].map((cost) => exp(-0.2 * cost)),
        ),
    },
  ],
);

const PEOPLE = [300, 500, 200];
const SUPPLY = [3, 6];
const MINUTES = [5, 25, 15, 18, 30, 10];

function catchment(weight: (minutes: number) => number): Float64Array {
  const out = new Float64Array(PEOPLE.length);
  const trips = {
    from: MINUTES.map((_, k) => Math.floor(k / SUPPLY.length)),
    to: MINUTES.map((_, k) => k % SUPPLY.length),
    weight: MINUTES.map(weight),
  };
  floatingCatchment(trips, PEOPLE, [...SUPPLY, 0], out);
  return out;
}
const within = (minutes: number): number => (minutes <= 20 ? 1 : 0);
const gaussian = (minutes: number): number => catchmentWeight(minutes, 20);
const served = (access: Float64Array): number =>
  PEOPLE.reduce((sum, people, k) => sum + people * access[k], 0);

export const access = about(
  "Access",
  "two-step floating catchment: Luo & Wang 2003 (Environment and Planning B 30:865-884)",
  [
    {
      kernel: "floatingCatchment",
      of: "within twenty minutes or not",
      known: [0.00375, 0.012321428571428572, 0.008571428571428572],
      ours: () => catchment(within),
    },
    {
      kernel: "catchmentWeight",
      of: "Gaussian, of three places to two supplies",
      source: "enhanced form with a Gaussian weight: Luo & Qi 2009; Dai 2010",
      known: [0.9218064474828315, 0, 0.37692629918269593, 0.1536235354492797, 0, 0.7013665732390044],
      ours: () => MINUTES.map(gaussian),
    },
    {
      kernel: "floatingCatchment",
      of: "Gaussian",
      source: "enhanced form with a Gaussian weight: Luo & Qi 2009; Dai 2010",
      known: [0.005947073351616604, 0.006677746559281652, 0.019385023574370965],
      ours: () => catchment(gaussian),
    },
    {
      kernel: "floatingCatchment",
      of: "people times access is all supply, both ways",
      source: "conservation, by summing the two steps",
      known: [9, 9],
      ours: () => [served(catchment(within)), served(catchment(gaussian))],
    },
    {
      kernel: "coverage",
      of: "share of people within 20 and within 10 minutes",
      source: "by counting",
      known: [1, 0.5],
      ours: () => [coverage(PEOPLE, MINUTES, 20), coverage(PEOPLE, MINUTES, 10)],
    },
  ],
);

export const neighbours = about("Likeness of neighbours", "Moran 1950 (Biometrika 37:17-23)", [
  {
    kernel: "moran",
    of: "1, 2, 3, 4 in a row, rows of weights adding up to 1: I, and I at random",
    known: [0.4, -0.3333333333333333],
    ours: () => [
      moran([1, 2, 3, 4], [0, 1, 0, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0, 0.5, 0, 0, 1, 0]),
      expectedMoran(4),
    ],
  },
]);
