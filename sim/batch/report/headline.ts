/** The one sentence that says what a run showed, in both languages. */
import type { RunResult } from "../../engine/result.ts";
import type { Text } from "../../indicators/indicator.ts";
import { fixed } from "./figures.ts";

/**
 * "By 2050 the villages have lost 41 % of their people and 63 of every 100 yuan they saved."
 *
 * A run without villages, or one that has no such figure, is told by its place and years alone.
 */
export function headline({
  scenario,
  years,
  indicators,
}: Pick<RunResult, "scenario" | "years" | "indicators">): Text {
  const last = years.length - 1;
  const year = years[last];
  const people = indicators["population.village"];
  const lent = indicators["savingsLent.village"]?.[last];
  if (people === undefined || !(people[0] > 0)) {
    return {
      en: `${scenario.title.en}, ${years[0]}–${year}.`,
      zh: `${scenario.title.zh}，${years[0]}–${year}年。`,
    };
  }
  const change = percent(people[last] / people[0] - 1);
  const movement: Text = {
    en: change.none
      ? "kept their people"
      : `${change.rise ? "gained" : "lost"} ${change.size} % of their people`,
    zh: change.none ? "人口大致不变" : `人口${change.rise ? "增加" : "减少"}了${change.size}%`,
  };
  if (lent === undefined || Number.isNaN(lent)) {
    return { en: `By ${year} the villages have ${movement.en}.`, zh: `到${year}年，乡村${movement.zh}。` };
  }
  const share = percent(lent);
  // More can be lent elsewhere than was saved since the start: savings from before the start are lent too.
  if (share.none || !share.rise) {
    return {
      en: `By ${year} the villages have ${movement.en}; what they saved was lent at home.`,
      zh: `到${year}年，乡村${movement.zh}；村民的储蓄留在了本地。`,
    };
  }
  return {
    en: `By ${year} the villages have ${movement.en}, and of every 100 yuan they saved ${share.size} were lent elsewhere.`,
    zh: `到${year}年，乡村${movement.zh}；村民每储蓄100元，有${share.size}元被贷往外地。`,
  };
}

interface Percent {
  readonly size: string;
  readonly rise: boolean;
  /** It rounds to nothing. */
  readonly none: boolean;
}

function percent(share: number): Percent {
  const size = fixed(Math.abs(share) * 100, Math.abs(share) < 0.0995 ? 1 : 0);
  return { size, rise: share > 0, none: !/[1-9]/.test(size) };
}
