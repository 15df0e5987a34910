/** The one sentence that says what a run showed, in both languages; the page says it in the same words. */
import type { RunResult } from "../../engine/result.ts";
import {
  HEADLINE_PEOPLE,
  HEADLINE_SAVINGS,
  HEADLINE_WORDS,
  headlineClauses,
  headlineDecimals,
} from "../../indicators/headline.ts";
import type { Text } from "../../indicators/indicator.ts";
import { fixed } from "./figures.ts";

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
  const people = indicators[HEADLINE_PEOPLE];
  if (people === undefined || !(people[0] > 0)) {
    return {
      en: `${scenario.title.en}, ${years[0]}–${year}.`,
      zh: `${scenario.title.zh}，${years[0]}–${year}年。`,
    };
  }
  const change = people[last] / people[0] - 1;
  const lent = indicators[HEADLINE_SAVINGS]?.[last] ?? NaN;
  const percent = fixed(Math.abs(change) * 100, headlineDecimals(change));
  const figures = { year, start: years[0], yuan: fixed(Math.abs(lent) * 100, 0) };
  const clauses = headlineClauses(change, lent);
  return {
    en: sentence("en", clauses, { ...figures, people: `${percent} %` }),
    zh: sentence("zh", clauses, { ...figures, people: `${percent}%` }),
  };
}

type Figures = Readonly<Record<string, string | number>>;

function sentence(
  language: "en" | "zh",
  [one, other]: ReturnType<typeof headlineClauses>,
  figures: Figures,
): string {
  const words = HEADLINE_WORDS[language];
  const first = filled(words[one], figures);
  const second = other === undefined ? "" : filled(words[other], figures);
  const rest = other === undefined ? first : filled(words["headline.two"], { first, second });
  return filled(words["headline.frame"], { ...figures, rest });
}

/** A file has no lines to keep together, and is searched for its words: it goes without word joiners. */
const filled = (text: string, slots: Figures): string =>
  text.replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot])).replaceAll("\u2060", "");
