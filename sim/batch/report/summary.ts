/** What the commands print: a sentence, a table, the hash. */
import type { RunResult } from "../../engine/result.ts";
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import { counted } from "./counted.ts";
import { figure, grouped, unitLabel } from "./figures.ts";
import { shownYears } from "./findings.ts";
import { headline } from "./headline.ts";
import { KEY_INDICATORS } from "./key.ts";
import { layOut } from "./layout.ts";

/**
 * @param about lines on what the scenario is, if it says so
 * @param out the folder that was written, if any
 */
export function runSummary(
  result: RunResult,
  catalogue: readonly IndicatorInfo[],
  about: readonly string[],
  out?: string,
): string {
  const { scenario, seed, years, scale, agents, hash, version } = result;
  const span = `${years[0]}–${years[years.length - 1]}`;
  const lines = [
    `${scenario.title.en}, ${span}, seed ${seed}, ${grouped(agents)} agents of ${counted(scale, "person")}`,
    ...about,
    "",
    headline(result).en,
    "",
    keyTable(result, catalogue),
    "",
    `hash ${hash}  urflow ${version}`,
  ];
  if (out !== undefined) lines.push(`written to ${out}`);
  return lines.join("\n");
}

function keyTable({ years, indicators }: RunResult, catalogue: readonly IndicatorInfo[]): string {
  const shown = shownYears(years);
  const rows = KEY_INDICATORS.flatMap((id) => {
    const info = catalogue.find((one) => one.id === id);
    const values = indicators[id];
    if (info === undefined || values === undefined) return [];
    return [[info.label.en, ...shown.map((index) => figure(values[index], info.unit)), unitLabel(info.unit)]];
  });
  const head = ["", ...shown.map((index) => String(years[index])), ""];
  return layOut([head, ...rows], `<${">".repeat(shown.length)}<`);
}
