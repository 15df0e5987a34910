/** What urflow aims at, beside what was measured. */
import { formatNumber, formatTable } from "./table.ts";

export interface Target {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  /** At least or at most this. */
  readonly bound: "min" | "max";
  readonly target: number;
  readonly reached: boolean;
}

export function target(
  name: string,
  unit: string,
  measured: number,
  bound: "min" | "max",
  aim: number,
): Target {
  return {
    name,
    unit,
    measured,
    bound,
    target: aim,
    reached: bound === "min" ? measured >= aim : measured <= aim,
  };
}

export function formatTargets(targets: readonly Target[]): string {
  return formatTable(
    ["target", "measured", "aim", ""],
    targets.map(({ name, unit, measured, bound, target: aim, reached }) => [
      name,
      `${formatNumber(measured)} ${unit}`.trim(),
      `${bound === "min" ? "at least" : "at most"} ${formatNumber(aim)} ${unit}`.trim(),
      reached ? "reached" : "not reached",
    ]),
  );
}
