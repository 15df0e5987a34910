/**
 * Known answers of the engine itself, reduced by configuration to what a closed form speaks of: people who
 * move, are born and die. A reduction is run once, however many answers are read off it.
 */
import { stablePopulation } from "../../../sim/numerics/cohort.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import { fertilityByAge, yearlyDeath } from "../../../sim/processes/demography/rates.ts";
import { chainMigration } from "../engine/chain.ts";
import { type Economy, harrisTodaro } from "../engine/expectedIncome.ts";
import { growth, survivors } from "../engine/lives.ts";
import { nestsKnownWhole, nestsOfPlaces } from "../engine/nests.ts";
import { leaving, MASSES, RADIATION, rowOfFour } from "../engine/radiation.ts";
import { gravityRows } from "../engine/rows.ts";
import { about, once } from "./answer.ts";

/** L = (w_u / w_r) E where farm income is given; with land share 1/2 the root of f^2 L^2 = E^2 (1 - L). */
const CITIES: readonly (Economy & { readonly known: readonly [urban: number, idle: number] })[] = [
  { farmOverWage: 0.5, landShare: 0, jobs: 0.3, known: [0.6, 0.5] },
  // A sixth more jobs draw twice as many people as there are jobs: Todaro's paradox.
  { farmOverWage: 0.5, landShare: 0, jobs: 0.35, known: [0.7, 0.5] },
  { farmOverWage: 0.75, landShare: 0, jobs: 0.3, known: [0.4, 0.25] },
  { farmOverWage: 0.4, landShare: 0.5, jobs: 0.3, known: [0.5197503511, 0.4227998127] },
  { farmOverWage: 0.5, landShare: 0.5, jobs: 0.2, known: [0.3279215611, 0.3900980486] },
];

const farmsOf = ({ farmOverWage, landShare }: Economy): string =>
  `farm income ${farmOverWage} of the wage ${landShare === 0 ? "always" : `times farmers^-${landShare}`}`;

export const expectedIncome = about(
  "The engine: expected income",
  "Harris & Todaro 1970 (AER 60:126-142)",
  CITIES.map(({ known, ...economy }) => ({
    kernel: "production, employment, migration",
    of: `${farmsOf(economy)}, jobs for ${economy.jobs} of all: share in the city, share of them idle`,
    known,
    tolerance: 0.01,
    ours: () => {
      const { urban, idle } = harrisTodaro(economy);
      return [urban, idle];
    },
  })),
);

/**
 * Own worth, weight of others, and the means reached from a start with everyone at home, and with everyone
 * away.
 */
const CHAINS = [
  [0, 1.5, -0.8585596366, 0.8585596366],
  [0.1, 1.5, -0.8010803756, 0.8938551972],
  [0.3, 1.5, 0.935886028, 0.935886028],
  // Near b J = 1 small things count much: the few places that come to mind lower the share a little (Jensen).
  [0, 0.8, 0, 0],
] as const;

export const chain = about(
  "The engine: chain migration",
  "Brock & Durlauf 2001 (REStud 68:235-260): m = tanh(h + J m)",
  CHAINS.map(([own, social, fromHome, fromAway]) => ({
    kernel: "migration",
    of: `h ${own}, J ${social}: mean from a start at home, and from a start away`,
    known: [fromHome, fromAway],
    tolerance: social < 1 ? 0.08 : 0.02,
    ours: () => [chainMigration(own, social, "home"), chainMigration(own, social, "away")],
  })),
);

const rows = once(gravityRows);

export const movement = about(
  "The engine: where people go",
  "McFadden 1978 (sampled alternatives); gravity: Wilson 1971 (Environment and Planning 3:1-32)",
  [0, 1, 2].map((village) => ({
    kernel: "migration",
    of: `shares of the zones in the moves from village ${village + 1}, each thinking of a handful of places`,
    known: () => rows()[village].closed,
    tolerance: 0.03,
    ours: () => rows()[village].engine,
  })),
);

/** Dissimilarities that are asked; at 1 it would be the plain logit. */
export const DISSIMILARITIES = [0.25, 0.5, 0.8] as const;
export const knownWhole = once(() => DISSIMILARITIES.map(nestsKnownWhole));
export const sampled = once(() => DISSIMILARITIES.map(nestsOfPlaces));
export const four = once(() => MASSES.map((_, from) => rowOfFour(from)));
export const left = once(() => leaving(RADIATION));

/** Four standard errors of a share of one half, of at least so many draws; the tests hold each share to its own. */
export const fourErrors = (draws: number): number => Math.round(1e4 * (4 * Math.sqrt(0.25 / draws))) / 1e4;
export const DRAWS = { known: 39_000, sampled: 16_500, four: 9500, left: 7000 };

export const nests = about(
  "The engine: nested logit",
  "McFadden 1978; sampled alternatives: Guevara & Ben-Akiva 2013 (Transportation Research B 48:31-52)",
  DISSIMILARITIES.flatMap((dissimilarity, k) => [
    {
      kernel: "migration",
      of: `dissimilarity ${dissimilarity}, all known: shares of keeping on in the city, settling there, farming and searching at home, outside`,
      known: () => knownWhole()[k].closed,
      tolerance: fourErrors(DRAWS.known),
      ours: () => knownWhole()[k].engine,
    },
    ...[0, 1, 2].map((village) => ({
      kernel: "migration",
      of: `dissimilarity ${dissimilarity}, each thinking of three places: shares of all places, from village ${village + 1}`,
      known: () => sampled()[k][village].closed,
      tolerance: fourErrors(DRAWS.sampled),
      ours: () => sampled()[k][village].engine,
    })),
  ]),
);

export const radiation = about(
  "The engine: radiation",
  "Simini, González, Maritan & Barabási 2012 (Nature 484:96-100); finite size: Masucci et al. 2013 (PRE 88:022812)",
  [
    {
      kernel: "migration",
      of: "four places of 1000, 500, 2000, 4000, two of them as far from the second: rows",
      known: [
        0, 0.3846153846153846, 0.4395604395604395, 0.17582417582417584, 0.7142857142857142, 0,
        0.2040816326530612, 0.0816326530612245, 0.05594405594405594, 0.03496503496503496, 0,
        0.909090909090909, 0.1758241758241758, 0.10989010989010989, 0.7142857142857142, 0,
      ],
      tolerance: fourErrors(DRAWS.four),
      ours: () => four().flatMap(({ engine }) => engine),
    },
    ...[0, 1, 2].map((village) => ({
      kernel: "migration",
      of: `row of village ${village + 1} over all places of three counties and outside`,
      known: () => left().rows[village].closed,
      tolerance: fourErrors(DRAWS.left),
      ours: () => left().rows[village].engine,
    })),
  ],
);

const slope = PARAMETERS.gompertzSlope.default;
const mode = PARAMETERS.modalAge.default;
/** Gompertz's share of those of thirty who still live after some years. */
const gompertz = (years: number): number =>
  Math.exp(Math.exp(slope * (30 - mode)) - Math.exp(slope * (30 + years - mode)));

/** Long-run growth and ages of women by Leslie; a newborn is a girl with chance 0.485. */
const leslie = (children: number): ReturnType<typeof stablePopulation> => {
  const survives = Array.from(
    { length: 111 },
    (_, age) => 1 - yearlyDeath(age, slope, mode, PARAMETERS.infantMortality.default),
  );
  const births = fertilityByAge(children, PARAMETERS.childbearingAge.default);
  return stablePopulation({
    fertility: survives.map((chance, age) => 0.485 * births[age] * chance),
    survival: survives.slice(0, -1),
  });
};
const YEARS = [20, 40, 50, 60];

export const lives = about(
  "The engine: life and death",
  "Gompertz 1825; Leslie 1945 (Biometrika 33:183-212)",
  [
    {
      kernel: "demography",
      of: `shares of those of thirty who live after ${YEARS.join(", ")} years`,
      known: () => YEARS.map(gompertz),
      tolerance: 0.015,
      ours: () => survivors(YEARS),
    },
    ...[1.2, 2.1].map((children) => ({
      kernel: "demography",
      of: `growth factor a year over 80 years at ${children} children a woman, from stable ages`,
      known: () => leslie(children).growth,
      tolerance: 0.0015,
      ours: () => growth(children, leslie(children).shares),
    })),
  ],
);
