/** Part three: how the cost of the full model grows with its agents and with its settlements. */
import { exponentOfNLogN, fittedExponent, median } from "../figures.ts";
import { loadScenario } from "../model/scenarios.ts";
import type { ModelTask, NodeMeasurement } from "../model/task.ts";
import { measureInProcess } from "../process.ts";
import { progress } from "../progress.ts";
import { formatNumber, formatTable } from "../table.ts";
import { type Target, target } from "../target.ts";

/** The smaller region, which is enlarged, and the larger. */
const BASE = "valley";
const LARGE = "quzhou";
/** Exponents of times on a machine that does other things too are not better known than this. */
const TOLERANCE = 0.1;

export interface ScalingRow {
  readonly grows: "agents" | "settlements";
  readonly agents: number;
  readonly settlements: number;
  readonly years: number;
  /** Median time of a seed from the scenario to the result, and its two parts. */
  readonly milliseconds: number;
  readonly buildMilliseconds: number;
  readonly runMilliseconds: number;
}

export interface ScalingReport {
  readonly rows: readonly ScalingRow[];
  /** Fitted power of the agents by which the time of a seed grows. */
  readonly agentExponent: number;
  /** The same of the settlements, for both parts of the time; and what n log n would have over these sizes. */
  readonly settlementExponents: { readonly making: number; readonly running: number };
  readonly nLogNExponent: number;
  readonly targets: readonly Target[];
}

export async function measureScaling(quick: boolean): Promise<ScalingReport> {
  const seeds = quick ? ["1"] : ["1", "2", "3"];
  const common = { years: quick ? 2 : 5, seeds, warmUpYears: 2 };
  // Sizes at which what does not grow with them weighs little.
  const scenario = quick ? BASE : LARGE;
  const agents: ScalingRow[] = [];
  for (const scale of quick ? [8, 4, 2] : [20, 10, 5]) {
    agents.push(await measureRow("agents", { ...common, scenario, set: [], scale }));
  }
  const settlements: ScalingRow[] = [];
  for (const factor of quick ? [10, 20, 40] : [100, 200, 400]) {
    settlements.push(await measureRow("settlements", { ...common, scenario: BASE, set: enlarged(factor) }));
  }
  progress("");
  return report(agents, settlements);
}

export function report(agents: readonly ScalingRow[], settlements: readonly ScalingRow[]): ScalingReport {
  const agentExponent = fittedExponent(agents.map((row) => ({ size: row.agents, cost: row.milliseconds })));
  const bySettlements = (cost: (row: ScalingRow) => number): number =>
    fittedExponent(settlements.map((row) => ({ size: row.settlements, cost: cost(row) })));
  const making = bySettlements((row) => row.buildMilliseconds);
  const running = bySettlements((row) => row.runMilliseconds);
  const nLogNExponent = exponentOfNLogN(settlements.map((row) => row.settlements));
  const most = nLogNExponent + TOLERANCE;
  return {
    rows: [...agents, ...settlements],
    agentExponent,
    settlementExponents: { making, running },
    nLogNExponent,
    targets: [
      target("scaling, exponent in agents", "", agentExponent, "max", 1 + TOLERANCE),
      target("scaling, exponent in settlements, making a world", "", making, "max", most),
      target("scaling, exponent in settlements, running it", "", running, "max", most),
    ],
  };
}

/**
 * Settings that give every county so many times the land, towns and villages, and as many people as before.
 */
function enlarged(factor: number): string[] {
  return loadScenario(BASE).world.counties.flatMap(({ id, areaKm2, towns, villages }) =>
    Object.entries({ areaKm2, towns, villages }).map(
      ([key, value]) => `world.counties.${id}.${key}=${value * factor}`,
    ),
  );
}

async function measureRow(grows: ScalingRow["grows"], task: ModelTask): Promise<ScalingRow> {
  progress(`scaling: ${grows}`);
  const measured = await measureInProcess<NodeMeasurement>("model-child", task);
  const { agents, settlements, milliseconds, buildMilliseconds } = measured;
  return {
    grows,
    agents,
    settlements,
    years: task.years,
    milliseconds: median(milliseconds),
    buildMilliseconds: median(buildMilliseconds),
    runMilliseconds: median(milliseconds.map((total, k) => total - buildMilliseconds[k])),
  };
}

export function formatScaling(scaling: ScalingReport): string {
  const { rows, agentExponent, settlementExponents, nLogNExponent } = scaling;
  const { making, running } = settlementExponents;
  const table = formatTable(
    ["scaling in", "agents", "settlements", "years", "ms a seed", "of it making", "of it running"],
    rows.map((row) => [
      row.grows,
      formatNumber(row.agents),
      formatNumber(row.settlements),
      String(row.years),
      formatNumber(row.milliseconds),
      formatNumber(row.buildMilliseconds),
      formatNumber(row.runMilliseconds),
    ]),
  );
  return (
    `${table}\nTime grows with agents^${agentExponent.toFixed(2)} ` +
    `and with settlements^${making.toFixed(2)} (making) and ^${running.toFixed(2)} (running); ` +
    `n log n over these sizes is settlements^${nLogNExponent.toFixed(2)}.`
  );
}
