/** The printed calibration: what was tuned, how much nearer that comes, and how it fares where it was not fitted. */
import { counted } from "../report/counted.ts";
import { fixed } from "../report/figures.ts";
import { layOut } from "../report/layout.ts";
import { TARGETS } from "../hindcast/figures.ts";
import type { CalibrationFile } from "./file.ts";

export function calibrationSummary(file: CalibrationFile, out: string): string {
  const { targets, groups, from, to, draws, rounds, kept, tolerance, untunedDistance, effectiveSets } = file;
  const best = kept[0]?.distance ?? NaN;
  return [
    `${counted(targets.length, "unit")} in ${counted(groups.length, "group")}, ${from} to ${to}; ${counted(draws, "set")} of parameters in ${counted(rounds, "round")}`,
    [
      `distance (1 is that of the national trend): ${fixed(untunedDistance, 3)} as the parameters stand, ` +
        `${fixed(best, 3)} at best, at most ${fixed(tolerance, 3)} among the ${kept.length} kept`,
      `the kept sets tell as much as ${fixed(effectiveSets, 1)} equally weighted ones`,
    ].join("\n"),
    tunedTable(file),
    heldOutTable(file),
    `written to ${out}`,
  ].join("\n\n");
}

function tunedTable({ tuned }: CalibrationFile): string {
  if (tuned.length === 0) return "nothing was tuned";
  const rows = tuned.map(({ id, unit, prior, tableDefault, mean, low, high }) => [
    id,
    `${prior[0]} … ${prior[1]}`,
    String(tableDefault),
    figure(mean),
    `${figure(low)} … ${figure(high)}`,
    unit,
  ]);
  return layOut([["tuned", "before: even in", "table", "after: mean", "5 % … 95 %", ""], ...rows], "<>>>><");
}

function heldOutTable({ heldOut, discrepancy }: CalibrationFile): string {
  if (heldOut === null)
    return "one group alone: nothing could be left out, so what the model misses is not known";
  const cells = (scores: Omit<typeof heldOut, "groups">): string[] =>
    TARGETS.flatMap((target) => {
      const { rmse, spearman, coverage } = scores[target];
      const miss = rmse === null ? "" : target === "population" ? fixed(rmse, 3) : fixed(100 * rmse, 1);
      const covered = coverage === null ? "" : `${fixed(100 * coverage, 0)} %`;
      return [miss, spearman === null ? "" : fixed(spearman, 2), covered];
    });
  const head = ["population", "urban %", "65+ %"].flatMap((name) => [`${name}: RMSE`, "rank", "covered"]);
  const { population, urbanShare, share65 } = discrepancy;
  return [
    layOut(
      [
        ["predicted without itself", "rows", ...head],
        ...heldOut.groups.map((group) => [group.group, String(group.population.rows), ...cells(group)]),
        ["all", String(heldOut.population.rows), ...cells(heldOut)],
      ],
      `<>${TARGETS.map(() => ">>>").join("")}`,
    ),
    `what the kept sets still miss (standard deviation): population ${fixed(population, 3)} in logarithms, ` +
      `urban share ${fixed(100 * urbanShare, 1)} and 65+ ${fixed(100 * share65, 1)} points`,
  ].join("\n");
}

const figure = (value: number): string => String(Number(value.toPrecision(3)));
