/** The printed undoing: an effect when it was ended, at the end where it stayed, and at the end where it was ended. */
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { PairedEffect } from "../analysis/paired.ts";
import { VERDICTS } from "./comparison.ts";
import { seedNames } from "./counted.ts";
import { difference, unitLabel } from "./figures.ts";
import { KEY_INDICATORS } from "./key.ts";
import { layOut } from "./layout.ts";

export interface Undoing {
  readonly scenario: Scenario;
  readonly year: number;
  readonly seeds: number;
  /** Effects against the runs without policies and shocks: in the year, at the end if kept, at the end if undone. */
  readonly before: readonly PairedEffect[];
  readonly kept: readonly PairedEffect[];
  readonly undone: readonly PairedEffect[];
  /** The folder that was written, if any. */
  readonly out?: string | undefined;
}

export function undoSummary(
  { scenario, year, seeds, before, kept, undone, out }: Undoing,
  catalogue: readonly IndicatorInfo[],
): string {
  const { id, policies, shocks = [], start, years } = scenario;
  const names = [...policies, ...shocks].map((one) => one.id).join(", ");
  const meanOf = (effects: readonly PairedEffect[], indicator: string): number =>
    effects.find((one) => one.indicator === indicator)?.mean ?? NaN;
  const rows = undone
    .filter(({ indicator }) => KEY_INDICATORS.includes(indicator))
    .map(({ indicator, unit, mean, low, high, verdict }) => [
      catalogue.find((info) => info.id === indicator)?.label.en ?? indicator,
      difference(meanOf(before, indicator), unit),
      difference(meanOf(kept, indicator), unit),
      difference(mean, unit),
      seeds === 1 ? "" : `${difference(low, unit)} … ${difference(high, unit)}`,
      VERDICTS[verdict],
      unitLabel(unit),
    ]);
  const end = start + years;
  const head = ["", `in ${year}`, `${end}, kept`, `${end}, undone`, "band of what stays", "", ""];
  const note =
    "Effects are differences from the runs without them, with the same seed. What is undone and still differs at the end\n" +
    "did not return; where the band holds 0 nothing can be said to have stayed.";
  const written = out === undefined ? [] : [`written to ${out}`];
  return [
    `${id} without ${names} from ${year} on; ${seedNames(seeds)}`,
    layOut([head, ...rows], "<>>>><<"),
    [note, ...written].join("\n"),
  ].join("\n\n");
}
