/**
 * Known answers of the engine itself, reduced by configuration to what a closed form speaks of. A reduction
 * is run once, however many answers are read off it.
 */
import { optimalSize } from "../../../sim/numerics/citySize.ts";
import { capitalAtRest } from "../engine/capital.ts";
import { chainMigration } from "../engine/chain.ts";
import { citiesBySize, ECONOMY } from "../engine/cities.ts";
import { type Economy, harrisTodaro } from "../engine/expectedIncome.ts";
import {
  ALONE,
  auction,
  borderEmission,
  crossBorderLinks,
  MARKET,
  PLANNED,
  stalemates,
} from "../engine/games.ts";
import { gravityRows } from "../engine/rows.ts";
import { about } from "./answer.ts";

/** Works out a value when it is first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

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

const stocks = once(capitalAtRest);

export const capital = about(
  "The engine: capital",
  "equal marginal products of Cobb-Douglas production: K in proportion to L A^(1/(1-a))",
  [
    {
      kernel: "production, lending, investment",
      of: "shares of all capital by works",
      known: () => stocks().closed,
      tolerance: 1e-3,
      ours: () => stocks().engine,
    },
    {
      kernel: "production, lending, investment",
      of: "marginal product over what capital costs",
      known: () => stocks().closed.map(() => 1),
      tolerance: 1e-3,
      ours: () => stocks().marginal,
    },
  ],
);

const cities = once(citiesBySize);

export const size = about(
  "The engine: size of cities",
  "inverted U: Au & Henderson 2006 (REStud 73:549-576); N* = (A e / (t g))^(1 / (g - e))",
  [
    {
      kernel: "production",
      of: "output over K^a L^(1-a) in cities from 50,000 to two million workers",
      known: () => cities().map(({ closed }) => closed),
      // Output is in whole yuan.
      tolerance: 1e-6,
      ours: () => cities().map(({ engine }) => engine),
    },
    {
      kernel: "production",
      of: "workers of the city that makes most, in 10,000, of cities a quarter larger each",
      known: optimalSize(ECONOMY),
      tolerance: 0.125,
      ours: () => cities().reduce((best, city) => (city.engine > best.engine ? city : best)).size,
    },
  ],
);

const MODES = [ALONE, PLANNED, MARKET];
const LOSS = 0.1;
/** Players, cost of hosting over its worth, and the chance that nobody does. */
const DILEMMAS = [
  [2, 0.25, 0.0625],
  [3, 0.25, 0.125],
  [5, 0.5, 0.4204482076268573],
] as const;
const sold = once(auction);

export const games = about("The engine: neighbours", "closed forms of the games", [
  ...[0.25, 0.5, 1].map((spillover) => ({
    kernel: "policies, coordination",
    of: `cross-border links at spillover ${spillover}: alone, planned, by bargains losing a tenth`,
    source: "1 / (1 + s), 1, 1 / (1 + loss s): after Williams 1966 (JPE 74:18-33)",
    known: [1 / (1 + spillover), 1, 1 / (1 + LOSS * spillover)],
    ours: () => MODES.map((mode) => crossBorderLinks(mode, spillover, LOSS)),
  })),
  ...[1, 0.5, 0.25].map((own) => ({
    kernel: "policies, coordination",
    of: `emission at the border, own share ${own} of the damage: alone, planned, by bargains losing a tenth`,
    source: "1 / o, 1, 1 / (1 - loss (1 - o)): Coase 1960",
    known: [1 / own, 1, 1 / (1 - LOSS * (1 - own))],
    ours: () => MODES.map((mode) => borderEmission(mode, own, LOSS)),
  })),
  ...DILEMMAS.map(([players, ratio, nobody]) => ({
    kernel: "coordination",
    of: `part of 2,000 years in which none of ${players} counties takes a facility, cost over worth ${ratio}`,
    source: "volunteer's dilemma: Diekmann 1985 (Journal of Conflict Resolution 29:605-610)",
    known: nobody,
    // Three standard errors of a share of 2,000 years.
    tolerance: 3 * Math.sqrt((nobody * (1 - nobody)) / 2000),
    ours: () => stalemates(players, ratio),
  })),
  {
    kernel: "policies, coordination",
    of: "three treasuries after an auction, over the costs of hosting",
    source: "the host gets 2/3 of its own cost, each other pays 1/3 of its own: Kunreuther et al. 1987",
    known: [2 / 3, -1 / 3, -1 / 3],
    ours: () => sold().change.map((change, k) => change / sold().costs[k]),
  },
]);
