/** What a run leaves behind, as tables: one row per observation, each row naming the run it comes from. */
import { FLOW_KINDS, type FlowKind, type RunResult, TIERS } from "../../engine/result.ts";
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import { constant, table, type Column, type Table } from "./table.ts";

/** The parts of a result that name the run. */
export type RunName = Pick<RunResult, "scenario" | "seed" | "version" | "hash">;

const FLOW_UNITS: Readonly<Record<FlowKind, string>> = {
  people: "persons/year",
  commuting: "persons",
  capital: "yuan/year",
  remittances: "yuan/year",
  landValue: "yuan/year",
};

const runColumns = ({ scenario, seed, version, hash }: RunName, rows: number): Column[] => [
  constant("scenario", scenario.id, rows),
  constant("seed", seed, rows),
  constant("version", version, rows),
  constant("hash", hash, rows),
];

/**
 * scenario, seed, version, hash, year, indicator, unit, value; all years of one indicator, then the next.
 *
 * @param catalogue where the units stand; an indicator that it does not list has an empty unit
 */
export function indicatorTable(
  result: RunName & Pick<RunResult, "years" | "indicators">,
  catalogue: readonly IndicatorInfo[],
): Table {
  const units = new Map(catalogue.map(({ id, unit }) => [id, unit]));
  const ids = Object.keys(result.indicators);
  const span = result.years.length;
  const rows = ids.length * span;
  const values = new Float64Array(rows);
  ids.forEach((id, index) => values.set(result.indicators[id], index * span));
  return table([
    ...runColumns(result, rows),
    {
      name: "year",
      kind: "whole",
      values: Int32Array.from({ length: rows }, (_, row) => result.years[row % span]),
    },
    { name: "indicator", kind: "text", values: ids.flatMap((id) => repeat(id, span)) },
    { name: "unit", kind: "text", values: ids.flatMap((id) => repeat(units.get(id) ?? "", span)) },
    { name: "value", kind: "number", values },
  ]);
}

/**
 * scenario, seed, version, hash, year, kind, from, to, unit, value. `year` is the calendar year during which it
 * flowed; pairs of zones between which nothing flowed are left out.
 */
export function flowTable(result: RunResult): Table {
  const zones = result.zones.map(({ id }) => id);
  const year: number[] = [];
  const kinds: FlowKind[] = [];
  const from: string[] = [];
  const to: string[] = [];
  const value: number[] = [];
  for (const kind of FLOW_KINDS) {
    const flows = result.flows[kind];
    for (let index = 0; index < flows.length; index++) {
      if (flows[index] === 0) continue;
      const pair = Math.floor(index / zones.length);
      year.push(result.startYear + Math.floor(pair / zones.length));
      kinds.push(kind);
      from.push(zones[pair % zones.length]);
      to.push(zones[index % zones.length]);
      value.push(flows[index]);
    }
  }
  return table([
    ...runColumns(result, value.length),
    { name: "year", kind: "whole", values: Int32Array.from(year) },
    { name: "kind", kind: "text", values: kinds },
    { name: "from", kind: "text", values: from },
    { name: "to", kind: "text", values: to },
    { name: "unit", kind: "text", values: kinds.map((kind) => FLOW_UNITS[kind]) },
    { name: "value", kind: "number", values: Float64Array.from(value) },
  ]);
}

/**
 * scenario, seed, version, hash, year, from, to, term, sum, changes. `year` is the calendar year; pairs of tiers
 * between which nobody changed their life in a year are left out.
 */
export function motiveTable(result: RunResult): Table {
  const { terms, sums, changes } = result.motives;
  const rows: number[] = [];
  for (let row = 0; row < sums.length; row++) {
    if (changes[Math.floor(row / terms.length)] > 0) rows.push(row);
  }
  const pairs = rows.map((row) => Math.floor(row / terms.length));
  const perYear = TIERS.length * TIERS.length;
  return table([
    ...runColumns(result, rows.length),
    {
      name: "year",
      kind: "whole",
      values: Int32Array.from(pairs, (pair) => result.startYear + Math.floor(pair / perYear)),
    },
    {
      name: "from",
      kind: "text",
      values: pairs.map((pair) => TIERS[Math.floor(pair / TIERS.length) % TIERS.length]),
    },
    { name: "to", kind: "text", values: pairs.map((pair) => TIERS[pair % TIERS.length]) },
    { name: "term", kind: "text", values: rows.map((row) => terms[row % terms.length]) },
    { name: "sum", kind: "number", values: Float64Array.from(rows, (row) => sums[row]) },
    { name: "changes", kind: "number", values: Float64Array.from(pairs, (pair) => changes[pair]) },
  ]);
}

/** scenario, seed, version, hash, year, policy, payer, yuan; a row for each year, policy and payer. */
export function policyTable(result: RunResult): Table {
  const rows = result.outlays.flatMap(({ policy, county, state }) =>
    (["county", "state"] as const).flatMap((payer) =>
      [...(payer === "county" ? county : state)].map((yuan, at) => ({ policy, payer, yuan, at })),
    ),
  );
  return table([
    ...runColumns(result, rows.length),
    { name: "year", kind: "whole", values: Int32Array.from(rows, ({ at }) => result.startYear + at) },
    { name: "policy", kind: "text", values: rows.map(({ policy }) => policy) },
    { name: "payer", kind: "text", values: rows.map(({ payer }) => payer) },
    { name: "yuan", kind: "number", values: Float64Array.from(rows, ({ yuan }) => yuan) },
  ]);
}

/** Residents of every settlement at every year mark, with what a map needs to draw it. */
export function settlementTable(result: RunResult): Table {
  const { settlements, years, jurisdictions } = result;
  const count = settlements.length;
  const rows = count * years.length;
  const of = <T>(pick: (settlement: (typeof settlements)[number]) => T): T[] => {
    const one = settlements.map(pick);
    return Array.from({ length: rows }, (_, row) => one[row % count]);
  };
  return table([
    ...runColumns(result, rows),
    {
      name: "year",
      kind: "whole",
      values: Int32Array.from({ length: rows }, (_, row) => years[Math.floor(row / count)]),
    },
    { name: "settlement", kind: "text", values: of(({ id }) => id) },
    { name: "name", kind: "text", values: of(({ name }) => name.en) },
    { name: "name_zh", kind: "text", values: of(({ name }) => name.zh) },
    { name: "tier", kind: "text", values: of(({ tier }) => tier) },
    {
      name: "jurisdiction",
      kind: "text",
      values: of(({ jurisdiction }) => jurisdictions[jurisdiction]?.id ?? ""),
    },
    { name: "longitude", kind: "number", values: Float64Array.from(of(({ longitude }) => longitude)) },
    { name: "latitude", kind: "number", values: Float64Array.from(of(({ latitude }) => latitude)) },
    { name: "synthesised", kind: "flag", values: of(({ synthesised }) => synthesised) },
    { name: "population", kind: "whole", values: result.population.slice(0, rows) },
  ]);
}

const repeat = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value);
