/** The printed comparison: for every indicator what changes, how much, and how surely. */
import type { PairedEffect, Verdict } from "../analysis/paired.ts";
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import type { Comparison } from "../store/comparisonFiles.ts";
import { counted, seedNames } from "./counted.ts";
import { difference, figure, unitLabel } from "./figures.ts";
import { KEY_INDICATORS } from "./key.ts";
import { layOut } from "./layout.ts";

/** Verdicts in words. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  up: "higher",
  down: "lower",
  same: "the same in every seed",
  unclear: "not distinguishable",
  single: "one seed: no band",
};

/**
 * @param years effects of some years, the last of which is shown with all its indicators and the others with the key ones
 */
export function comparisonSummary(
  { base, other, seeds }: Comparison,
  years: readonly (readonly PairedEffect[])[],
  catalogue: readonly IndicatorInfo[],
  out?: string,
): string {
  const [baseName, otherName] = [base, other].map(({ prepared: { scenario } }) => scenario.id);
  const names = baseName === otherName ? "OTHER minus BASE" : `${otherName} minus ${baseName}`;
  const blocks = years.map((effects, index) => block(effects, index === years.length - 1, catalogue));
  const note =
    "Differences are OTHER minus BASE with the same seed; the band holds the middle 90 % of them (5 % to 95 %). " +
    "\nWhere it holds 0 the change is not distinguishable from chance." +
    "\n--out and --json also give the 90 % interval of each mean.";
  const few =
    seeds.length < 5 ? [`With ${counted(seeds.length, "seed")} the band says little: try 8 or more.`] : [];
  const written = out === undefined ? [] : [`written to ${out}`];
  return [`${names}, ${seedNames(seeds.length)}`, ...blocks, [note, ...few, ...written].join("\n")].join(
    "\n\n",
  );
}

function block(effects: readonly PairedEffect[], all: boolean, catalogue: readonly IndicatorInfo[]): string {
  const shown = all ? effects : effects.filter(({ indicator }) => KEY_INDICATORS.includes(indicator));
  const rows = shown.map(({ indicator, unit, base, other, mean, low, high, sameSign, seeds, verdict }) => [
    catalogue.find(({ id }) => id === indicator)?.label.en ?? indicator,
    figure(base, unit),
    figure(other, unit),
    difference(mean, unit),
    seeds === 1 ? "" : `${difference(low, unit)} … ${difference(high, unit)}`,
    `${Math.round(sameSign * seeds)}/${seeds}`,
    VERDICTS[verdict],
    unitLabel(unit),
  ]);
  const year = String(effects[0]?.year ?? "");
  return layOut([[year, "BASE", "OTHER", "difference", "band", "sign", "", ""], ...rows], "<>>>>><<");
}
