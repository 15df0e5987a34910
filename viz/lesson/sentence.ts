/** The one sentence that the page is about, and the clause on what a policy changes. Words only, no markup. */
import type { RunResult } from "../../sim/engine/result.ts";
import {
  HEADLINE_PEOPLE,
  HEADLINE_SAVINGS,
  headlineClauses,
  headlineDecimals,
} from "../../sim/indicators/headline.ts";
import { mean, quantile } from "../../sim/numerics/statistics.ts";
import { figure, number, percentSign } from "../i18n/format.ts";
import type { Language, Piece, Slots, WordId } from "../i18n/words.ts";
import { pieces, say } from "../i18n/words.ts";
import type { Effect } from "./effect.ts";
import { changeOf, lastOf } from "./effect.ts";

/** "By 2050 the villages have lost 38 % of their people and 61 of every 100 yuan they saved." */
export function headline(runs: readonly RunResult[], language: Language): Piece[] {
  const first = runs[0];
  const year = first?.years.at(-1);
  if (first === undefined || year === undefined) return pieces(language, "lesson.waiting", {});
  const people = mean(Float64Array.from(runs.map((run) => changeOf(run, HEADLINE_PEOPLE))));
  const money = mean(Float64Array.from(runs.map((run) => lastOf(run, HEADLINE_SAVINGS))));
  return filled(language, "headline.frame", {
    year: [{ text: String(year), slot: null }],
    rest: rest(people, money, first.startYear, language),
  });
}

function rest(people: number, money: number, start: number, language: Language): Piece[] {
  const figures = {
    people: number(Math.abs(people) * 100, headlineDecimals(people), language) + percentSign(language),
    yuan: number(Math.abs(money) * 100, 0, language),
    start,
  };
  const [one, other] = headlineClauses(people, money);
  const first = pieces(language, one, figures);
  if (other === undefined) return first;
  return filled(language, "headline.two", { first, second: pieces(language, other, figures) });
}

/** How far the seeds agree on the headline. */
export function headlineBand(runs: readonly RunResult[], language: Language): string {
  if (runs.length === 0) return "";
  if (runs.length === 1) return say(language, "lesson.one");
  const band = (values: number[], decimals: number, sign: string): string => {
    const sorted = Float64Array.from(values);
    const low = number(quantile(sorted, 0.05) * 100, decimals, language);
    const high = number(quantile(sorted, 0.95) * 100, decimals, language);
    return low === high ? low + sign : `${low}${sign} … ${high}${sign}`;
  };
  return say(language, "lesson.band", {
    seeds: runs.length,
    people: band(
      runs.map((run) => changeOf(run, HEADLINE_PEOPLE)),
      1,
      percentSign(language),
    ),
    yuan: band(
      runs.map((run) => lastOf(run, HEADLINE_SAVINGS)),
      1,
      "",
    ),
  });
}

/** "With the policy, 1,240 more people live in the villages than without it (…); 3.1 fewer of every 100 yuan …" */
export function effectClause(people: Effect | null, money: Effect | null, language: Language): Piece[] {
  if (people === null) return pieces(language, "effect.waiting", {});
  const persons = (value: number, signed = false): string => figure(value, "count", language, { signed });
  const hundredths = (value: number, signed = false): string => number(value * 100, 1, language, { signed });
  const first = clause(
    people,
    persons,
    { more: "effect.peopleMore", fewer: "effect.peopleFewer", same: "effect.peopleSame" },
    language,
  );
  if (money === null) return first;
  const second = clause(
    money,
    hundredths,
    { more: "effect.moneyMore", fewer: "effect.moneyFewer", same: "effect.moneySame" },
    language,
  );
  return filled(language, "effect.frame", { first, second });
}

/** "It costs 42m yuan a year on average." Nothing where no cost is known. */
export function costClause(runs: readonly RunResult[], language: Language): Piece[] {
  const years = runs
    .flatMap((run) => [...(run.indicators["policyCost"] ?? [])])
    .filter((cost) => !Number.isNaN(cost));
  if (years.length === 0) return [];
  return pieces(language, "effect.cost", {
    value: figure(mean(Float64Array.from(years)), "yuan/year", language, { compact: true }),
  });
}

interface ClauseWords {
  readonly more: "effect.peopleMore" | "effect.moneyMore";
  readonly fewer: "effect.peopleFewer" | "effect.moneyFewer";
  readonly same: "effect.peopleSame" | "effect.moneySame";
}

function clause(
  effect: Effect,
  format: (value: number, signed?: boolean) => string,
  words: ClauseWords,
  language: Language,
): Piece[] {
  const { seeds, same } = effect;
  const low = format(effect.low, true);
  const high = format(effect.high, true);
  if (effect.distinct === false) {
    return pieces(language, words.same, { sure: say(language, "effect.band", { low, high, seeds }) });
  }
  // What one seed shows as nothing is neither more nor fewer.
  if (effect.distinct === null && format(Math.abs(effect.mean)) === format(0)) {
    return pieces(language, words.same, { sure: say(language, "effect.one") });
  }
  const sure =
    effect.distinct === null
      ? say(language, "effect.one")
      : say(language, "effect.sure", { low, high, same, seeds });
  const word = effect.mean >= 0 ? words.more : words.fewer;
  return pieces(language, word, { value: format(Math.abs(effect.mean)), sure });
}

/** A text whose slots are texts themselves. */
function filled<K extends WordId>(
  language: Language,
  id: K,
  parts: Readonly<Record<keyof Slots<K>, readonly Piece[]>>,
): Piece[] {
  const marks = Object.fromEntries(Object.keys(parts).map((slot) => [slot, ""]));
  // The marks have exactly the keys of the parts.
  return pieces(language, id, marks as Slots<K>).flatMap((piece) =>
    piece.slot === null ? [piece] : (parts[piece.slot as keyof Slots<K>] ?? []),
  );
}

export const textOf = (parts: readonly Piece[]): string => parts.map(({ text }) => text).join("");
