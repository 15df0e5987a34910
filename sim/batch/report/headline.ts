/** The one sentence that says what a run showed, in both languages; the page says it in the same words. */
import type { RunResult } from "../../engine/result.ts";
import type { Text } from "../../indicators/indicator.ts";
import { fixed } from "./figures.ts";

/** Below half a per cent, or half a yuan of a hundred, nothing is said to have moved. */
const STILL = 0.005;

/**
 * "By 2050 the villages have lost 41 % of their people and 63 of every 100 yuan they saved."
 *
 * A run without villages is told by its place and years alone.
 */
export function headline({
  scenario,
  years,
  indicators,
}: Pick<RunResult, "scenario" | "years" | "indicators">): Text {
  const last = years.length - 1;
  const year = years[last];
  const people = indicators["population.village"];
  if (people === undefined || !(people[0] > 0)) {
    return {
      en: `${scenario.title.en}, ${years[0]}–${year}.`,
      zh: `${scenario.title.zh}，${years[0]}–${year}年。`,
    };
  }
  const change = people[last] / people[0] - 1;
  const lent = indicators["savingsLent.village"]?.[last] ?? NaN;
  const first = peopleClause(change, years[0]);
  const second = moneyClause(lent);
  // Nothing was saved, so nothing can be said of savings.
  if (second === undefined)
    return { en: `By ${year} the villages have ${first.en}.`, zh: `到${year}年，乡村${first.zh}。` };
  // One verb serves both losses.
  const english = change <= -STILL ? second.en.replace(/^lost /, "") : second.en;
  return {
    en: `By ${year} the villages have ${first.en} and ${english}.`,
    zh: `到${year}年，乡村${first.zh}，${second.zh}。`,
  };
}

function peopleClause(change: number, start: number): Text {
  const percent = fixed(Math.abs(change) * 100, Math.abs(change) < 0.1 ? 1 : 0);
  if (change <= -STILL) return { en: `lost ${percent} % of their people`, zh: `失去了${percent}%的人口` };
  if (change >= STILL) return { en: `gained ${percent} % in people`, zh: `人口增加了${percent}%` };
  return { en: `kept about as many people as in ${start}`, zh: `人口与${start}年大致相当` };
}

/** @param lent of each yuan that villagers saved since the start, the part lent elsewhere */
function moneyClause(lent: number): Text | undefined {
  if (Number.isNaN(lent)) return undefined;
  const yuan = fixed(Math.abs(lent) * 100, 0);
  // Savings from before the start are lent too.
  if (lent >= 1 + STILL) {
    return {
      en: `lost more than all they saved: ${yuan} yuan for every 100`,
      zh: `流失的钱比存下的还多：每存下100元就有${yuan}元流失`,
    };
  }
  if (lent >= STILL)
    return { en: `lost ${yuan} of every 100 yuan they saved`, zh: `每存下100元就有${yuan}元流失` };
  if (lent <= -STILL) {
    return { en: `gained ${yuan} yuan for every 100 they saved`, zh: `每存下100元另有${yuan}元流入` };
  }
  return { en: "kept the money they saved", zh: "存下的钱留在了本地" };
}
