/**
 * Capital that seeks returns, by the engine: production, lending and investment alone, with hands that stay
 * where they are. Technology of every works is raised by a factor of its own; after years of lending and
 * reinvested profit capital must stand where it earns the same everywhere.
 */
import { restingCapital } from "../../../sim/numerics/capitalShares.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import { MANUFACTURING, SECTORS } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import { openStage, SIZE_DOES_NOT_MATTER } from "./stage.ts";

const YEARS = 60;

export interface Stocks {
  /** Shares of all capital by works, in the engine at the start and at the end, and in the closed form. */
  readonly start: number[];
  readonly engine: number[];
  readonly closed: number[];
  /** Yearly marginal product of capital over what a yuan of it costs a year: 1 at rest. */
  readonly marginal: number[];
}

export function capitalAtRest(): Stocks {
  const { world, ...simulation } = run();
  const { settlements: s, firms, sizes } = world;
  const share = PARAMETERS.capitalShare.default;
  const rows: number[] = [];
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== OUTSIDE && s.manufacturing[j] > 0) rows.push(j * SECTORS + MANUFACTURING);
  }
  const hands = rows.map((row) => s.manufacturing[Math.floor(row / SECTORS)] * sizes.scale);
  const technology = rows.map((row) => firms.productivity[row]);
  const stocks = rows.map((row) => firms.capital[row]);
  const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
  const total = sum(stocks);
  const began = rows.map((row) => simulation.began[row]);
  const cost = PARAMETERS.depreciation.default + PARAMETERS.loanRate.default;
  return {
    start: began.map((stock) => stock / sum(began)),
    engine: stocks.map((stock) => stock / total),
    closed: Array.from(restingCapital(1, technology, hands, share).capital),
    marginal: rows.map((row, k) => (12 * share * firms.value[row]) / stocks[k] / cost),
  };
}

function run() {
  const simulation = openStage(
    {
      counties: [
        { residents: 9000, registeredPart: 1, urbanPart: 0.6, towns: 1, villages: 2 },
        { residents: 6000, registeredPart: 1, urbanPart: 0.4, towns: 2, villages: 3 },
      ],
      gateways: 1,
      scale: 10,
      years: YEARS,
      parameters: SIZE_DOES_NOT_MATTER,
    },
    ["production", "lending", "investment"],
    "capital",
  );
  const { world } = simulation;
  const { settlements: s, firms } = world;
  // Land is no limit: nine tenths of what is left wild is given to industry.
  s.ecological.forEach((area, j) => {
    const given = Math.floor(0.9 * area);
    s.ecological[j] -= given;
    s.industrial[j] += given;
  });
  const began = firms.capital.slice();
  firms.productivity.forEach((technology, row) => {
    firms.productivity[row] = technology * (1.1 + ((row * 7) % 5) / 10);
  });
  while (simulation.month < simulation.months) simulation.step();
  return { world, began };
}
