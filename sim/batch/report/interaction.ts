/** The printed interaction: what each policy does, what they do together, and what of that is more than the sum. */
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import type { PairedEffect } from "../analysis/paired.ts";
import { VERDICTS } from "./comparison.ts";
import { seedNames } from "./counted.ts";
import { difference, unitLabel } from "./figures.ts";
import { KEY_INDICATORS } from "./key.ts";
import { layOut } from "./layout.ts";

export interface Interaction {
  readonly base: string;
  /** The policies as they were asked for. */
  readonly tried: readonly string[];
  /** Each policy alone, and all together as the last: effects against the base, one list a year. */
  readonly arms: readonly { readonly effects: readonly (readonly PairedEffect[])[] }[];
  /** What is more than the sum, by year. */
  readonly beyond: readonly (readonly PairedEffect[])[];
  readonly seeds: number;
  /** The folder that was written, if any. */
  readonly out?: string | undefined;
}

export function interactionSummary(
  { base, tried, arms, beyond, seeds, out }: Interaction,
  catalogue: readonly IndicatorInfo[],
): string {
  const letters = arms.map((_, k) => (k === arms.length - 1 ? "together" : String.fromCodePoint(65 + k)));
  const legend = tried.map((policy, k) => `${letters[k]} = ${policy}`);
  const blocks = beyond.map((effects, year) => {
    const rows = effects
      .filter(({ indicator }) => KEY_INDICATORS.includes(indicator))
      .map(({ indicator, unit, mean, low, high, verdict }) => [
        catalogue.find(({ id }) => id === indicator)?.label.en ?? indicator,
        ...arms.map((arm) =>
          difference(arm.effects[year].find((one) => one.indicator === indicator)?.mean ?? NaN, unit),
        ),
        difference(mean, unit),
        seeds === 1 ? "" : `${difference(low, unit)} … ${difference(high, unit)}`,
        VERDICTS[verdict],
        unitLabel(unit),
      ]);
    const head = [String(effects[0]?.year ?? ""), ...letters, "beyond the sum", "band", "", ""];
    return layOut([head, ...rows], `<${">".repeat(arms.length + 2)}<<`);
  });
  const note =
    "Effects are differences from the base with the same seed. Beyond the sum: what all do together less what each does " +
    "alone;\nthe band holds the middle 90 % of the seeds. Where it holds 0 they can't be said to help or hinder each other.";
  const written = out === undefined ? [] : [`written to ${out}`];
  const head = `${base} with ${legend.join("; ")}; ${seedNames(seeds)}`;
  return [head, ...blocks, [note, ...written].join("\n")].join("\n\n");
}
