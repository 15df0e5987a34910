/** The printed hindcast: unit by unit, prefecture by prefecture, and how it fares against what needs no model. */
import { fixed, grouped } from "../report/figures.ts";
import { layOut } from "../report/layout.ts";
import type { BenchmarkId } from "./benchmarks.ts";
import { TARGETS, type PerTarget, type Target } from "./figures.ts";
import type { Hindcast, UnitPrediction } from "./hindcast.ts";
import type { Score } from "./scores.ts";
import { END, START } from "./worlds.ts";

const NAMES: PerTarget<string> = {
  population: "population",
  urbanShare: "urban %",
  share65: "65+ %",
};

const BENCHMARK_NAMES: Readonly<Record<BenchmarkId, string>> = {
  noChange: "no change",
  nationalTrend: "national trend",
  accounting: "accounting rule",
};

/** @param about what was run and where the bands come from, a line each */
export function hindcastSummary(result: Hindcast, about: readonly string[]): string {
  const isScored = TARGETS.some((target) => result.scores[target].rows > 0);
  const scores = isScored ? [scoreTable(result), prefectureScores(result), NOTE] : [UNSCORED];
  return [about.join("\n"), unitTable(result), ...scores].join("\n\n");
}

const UNSCORED = [
  "Predicted is the mean over the seeds, the band their 5th to 95th percentile.",
  `No unit has figures of ${END}, so that nothing is scored. Add columns such as population_${END}; figures under a ` +
    `header without a year were read as those of ${START}.`,
].join("\n");

const NOTE = [
  "Predicted is the mean over the seeds, the band their 5th to 95th percentile; * marks a census figure outside it.",
  "Population is scored in logarithms of growth (0.1 is about 10 %), shares in points; bias is predicted less census.",
  "rank is Spearman's correlation of predicted and observed changes, covered the share of census figures in the band.",
].join("\n");

const HEAD = ["", ...TARGETS.flatMap((target) => [NAMES[target], "band", "census", ""])];
const ALIGN = `<${TARGETS.map(() => ">>><").join("")}`;

function unitTable({ units, prefectures }: Hindcast): string {
  const rows = prefectures.flatMap(({ prefecture, whole }) => [
    ...units.filter(({ unit }) => unit.prefecture === prefecture).map((one) => rowOf(one, "  ")),
    rowOf(whole, ""),
  ]);
  return layOut([HEAD, ...rows], ALIGN);
}

function rowOf({ unit, predictions }: UnitPrediction, indent: string): string[] {
  const cells = TARGETS.flatMap((target) => {
    const { predicted, low, high } = predictions[target];
    const census = unit.end[target];
    const outside = census < low || census > high;
    return [
      level(predicted, target),
      `${level(low, target)} – ${level(high, target)}`,
      level(census, target),
      outside ? "*" : " ",
    ];
  });
  return [indent + (unit.name || "all units"), ...cells];
}

const level = (value: number, target: Target): string => {
  if (!Number.isFinite(value)) return "–";
  return target === "population" ? grouped(value) : fixed(100 * value, 1);
};

const SCORE_HEAD = TARGETS.flatMap((target) => [`${NAMES[target]}: RMSE`, "bias", "rank", "covered"]);
const SCORE_ALIGN = `<>${TARGETS.map(() => ">>>>").join("")}`;

function scoreTable({ scores, heldOut, benchmarks }: Hindcast): string {
  const ids = Object.keys(BENCHMARK_NAMES) as BenchmarkId[];
  return layOut(
    [
      ["all units", "rows", ...SCORE_HEAD],
      scoreRow("this model", scores),
      ...(heldOut === undefined ? [] : [scoreRow("  tuned without it", heldOut)]),
      ...ids.map((id) => scoreRow(BENCHMARK_NAMES[id], benchmarks[id])),
    ],
    SCORE_ALIGN,
  );
}

function prefectureScores({ prefectures }: Hindcast): string {
  return layOut(
    [
      ["by prefecture", "rows", ...SCORE_HEAD],
      ...prefectures.flatMap(({ prefecture, scores, heldOut, benchmarks }) => [
        scoreRow(prefecture || "all units", scores),
        ...(heldOut === undefined ? [] : [scoreRow("  tuned without it", heldOut)]),
        scoreRow("  national trend", benchmarks.nationalTrend),
      ]),
    ],
    SCORE_ALIGN,
  );
}

function scoreRow(
  name: string,
  scores: PerTarget<Omit<Score, "coverage"> & { readonly coverage?: number }>,
): string[] {
  const cells = TARGETS.flatMap((target) => {
    const { rmse, bias, spearman, coverage = NaN } = scores[target];
    return [
      miss(rmse, target),
      miss(bias, target),
      either(spearman, (r) => fixed(r, 2)),
      either(coverage, (c) => `${fixed(100 * c, 0)} %`),
    ];
  });
  return [name, String(scores.population.rows), ...cells];
}

const miss = (value: number, target: Target): string =>
  either(value, (known) => (target === "population" ? fixed(known, 3) : fixed(100 * known, 1)));

const either = (value: number, words: (value: number) => string): string =>
  Number.isFinite(value) ? words(value) : "";
