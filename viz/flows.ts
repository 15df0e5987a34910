/** Means over the seeds of what the map and the flow diagram draw. */
import type { FlowKind, RunResult, Tier, ZoneInfo } from "../sim/engine/result.ts";
import type { Span } from "./state.ts";

/** Flows between zones, flat `[from][to]`. */
export interface FlowMatrix {
  readonly zones: readonly ZoneInfo[];
  readonly values: Float64Array;
  readonly total: number;
}

/**
 * Mean flow of `kind` in the year that ends with year index `year`, or from the start until then.
 * All zero at year 0: nothing has flowed yet.
 */
export function flowsUntil(runs: readonly RunResult[], kind: FlowKind, year: number, span: Span): FlowMatrix {
  const zones = runs[0]?.zones ?? [];
  const size = zones.length * zones.length;
  const values = new Float64Array(size);
  const first = span === "since" ? 0 : Math.max(0, year - 1);
  for (const run of runs) {
    const flows = run.flows[kind];
    for (let y = first; y < year; y++) {
      for (let k = 0; k < size; k++) values[k] += flows[y * size + k] / runs.length;
    }
  }
  return { zones, values, total: values.reduce((sum, value) => sum + value, 0) };
}

/** Between two outside markets: it passes the region by. */
export const isBeyond = (from: ZoneInfo, to: ZoneInfo): boolean =>
  from.tier === "outside" && to.tier === "outside";

export interface TierFlow {
  readonly from: Tier;
  readonly to: Tier;
  readonly value: number;
}

/** Flows between tiers, largest first; what stays within one zone or passes the region by is apart. */
export function byTier({ zones, values }: FlowMatrix): {
  readonly flows: readonly TierFlow[];
  readonly within: number;
} {
  const sums = new Map<string, TierFlow>();
  let within = 0;
  zones.forEach((from, f) => {
    zones.forEach((to, t) => {
      const value = values[f * zones.length + t];
      if (f === t || isBeyond(from, to)) within += value;
      else if (value > 0) {
        const key = `${from.tier}>${to.tier}`;
        sums.set(key, { from: from.tier, to: to.tier, value: value + (sums.get(key)?.value ?? 0) });
      }
    });
  });
  return { flows: [...sums.values()].toSorted((a, b) => b.value - a.value), within };
}

/** In- and outflow of each zone with all others. */
export function balances({
  zones,
  values,
}: FlowMatrix): readonly { readonly inflow: number; readonly outflow: number }[] {
  const count = zones.length;
  return zones.map((_, zone) => {
    let inflow = 0;
    let outflow = 0;
    for (let other = 0; other < count; other++) {
      if (other === zone) continue;
      inflow += values[other * count + zone];
      outflow += values[zone * count + other];
    }
    return { inflow, outflow };
  });
}

/** Mean residents, flat `[year index][settlement]`. */
export function meanPopulation(runs: readonly RunResult[]): Float64Array {
  const length = runs[0]?.population.length ?? 0;
  const values = new Float64Array(length);
  for (const run of runs) for (let k = 0; k < length; k++) values[k] += run.population[k] / runs.length;
  return values;
}

/** Unit of a flow over a span: moves and yuan add up over the years, commuters are counted anew at the end of each. */
export function flowUnit(kind: FlowKind, span: Span): string {
  if (kind === "commuting") return span === "since" ? "personYears" : "persons";
  if (kind === "people") return span === "since" ? "persons" : "persons/year";
  return span === "since" ? "yuan" : "yuan/year";
}
