/**
 * Known answers of the engine itself, reduced by configuration to what a closed form speaks of: capital,
 * cities, games between neighbours. A reduction is run once, however many answers are read off it.
 */
import { optimalSize } from "../../../sim/numerics/citySize.ts";
import { capitalAtRest } from "../engine/capital.ts";
import { citiesBySize, ECONOMY } from "../engine/cities.ts";
import {
  ALONE,
  auction,
  borderEmission,
  crossBorderLinks,
  MARKET,
  PLANNED,
  stalemates,
} from "../engine/games.ts";
import { about, once } from "./answer.ts";

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
