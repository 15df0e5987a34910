/** Part three: how the cost of the full model grows with its agents and with its settlements. */
import { exponentOfNLogN, fittedExponent, median } from "../figures.ts";
import { loadScenario } from "../model/scenarios.ts";
import type { ModelTask, NodeMeasurement } from "../model/task.ts";
import { measureInProcess } from "../process.ts";
import { progress } from "../progress.ts";
import { formatNumber, formatTable } from "../table.ts";
import { type Target, target } from "../target.ts";

const BASE = "valley";
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
  /** Fitted powers of the size by which the time grows; of the settlements also what n log n would have. */
  readonly agentExponent: number;
  readonly settlementExponent: number;
  readonly nLogNExponent: number;
  readonly targets: readonly Target[];
}

export async function measureScaling(quick: boolean): Promise<ScalingReport> {
  const years = quick ? 2 : 5;
  const seeds = quick ? ["1"] : ["1", "2", "3"];
  const common = { scenario: BASE, years, seeds, warmUpYears: 2 };
  const agents: ScalingRow[] = [];
  for (const scale of quick ? [8, 4, 2] : [4, 2, 1]) {
    agents.push(await measureRow("agents", { ...common, set: [], scale }));
  }
  const settlements: ScalingRow[] = [];
  for (const factor of quick ? [10, 20, 40] : [25, 50, 100]) {
    settlements.push(await measureRow("settlements", { ...common, set: enlarged(factor) }));
  }
  progress("");
  return report(agents, settlements);
}

export function report(agents: readonly ScalingRow[], settlements: readonly ScalingRow[]): ScalingReport {
  const agentExponent = exponentBy("agents", agents);
  const settlementExponent = exponentBy("settlements", settlements);
  const nLogNExponent = exponentOfNLogN(settlements.map((row) => row.settlements));
  return {
    rows: [...agents, ...settlements],
    agentExponent,
    settlementExponent,
    nLogNExponent,
    targets: [
      target("scaling, exponent in agents", "", agentExponent, "max", 1 + TOLERANCE),
      target("scaling, exponent in settlements", "", settlementExponent, "max", nLogNExponent + TOLERANCE),
    ],
  };
}

const exponentBy = (size: "agents" | "settlements", rows: readonly ScalingRow[]): number =>
  fittedExponent(rows.map((row) => ({ size: row[size], cost: row.milliseconds })));

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

export function formatScaling({
  rows,
  agentExponent,
  settlementExponent,
  nLogNExponent,
}: ScalingReport): string {
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
    `and settlements^${settlementExponent.toFixed(2)} ` +
    `(n log n over these sizes: ${nLogNExponent.toFixed(2)}).`
  );
}
