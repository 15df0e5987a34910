/** The one sentence that the page is about, and the clause on what a policy changes. Words only, no markup. */
import type { RunResult } from "../../sim/engine/result.ts";
import { mean, quantile } from "../../sim/numerics/statistics.ts";
import { figure, number, percentSign } from "../i18n/format.ts";
import type { Language, Piece, Slots, WordId } from "../i18n/words.ts";
import { pieces, say } from "../i18n/words.ts";
import type { Effect } from "./effect.ts";
import { changeOf, lastOf } from "./effect.ts";

const PEOPLE = "population.village";
const SAVINGS = "savingsLent.village";

/** Below half a per cent, or half a yuan of a hundred, nothing is said to have moved. */
const STILL = 0.005;

/** "By 2050 the villages have lost 38 % of their people and 61 of every 100 yuan they saved." */
export function headline(runs: readonly RunResult[], language: Language): Piece[] {
  const first = runs[0];
  const year = first?.years.at(-1);
  if (first === undefined || year === undefined) return pieces(language, "lesson.waiting", {});
  const people = mean(Float64Array.from(runs.map((run) => changeOf(run, PEOPLE))));
  const money = mean(Float64Array.from(runs.map((run) => lastOf(run, SAVINGS))));
  return filled(language, "lesson.frame", {
    year: [{ text: String(year), slot: null }],
    rest: rest(people, money, first.startYear, language),
  });
}

function rest(people: number, money: number, start: number, language: Language): Piece[] {
  const percent =
    number(Math.abs(people) * 100, Math.abs(people) < 0.1 ? 1 : 0, language) + percentSign(language);
  const yuan = number(Math.abs(money) * 100, 0, language);
  // More than was saved can be lent elsewhere: savings from before the start are lent too.
  const all = money >= 1 + STILL;
  if (people <= -STILL && money >= STILL) {
    return pieces(language, all ? "lesson.lostAll" : "lesson.lostBoth", { people: percent, yuan });
  }
  const first =
    people <= -STILL
      ? pieces(language, "lesson.peopleLost", { people: percent })
      : people >= STILL
        ? pieces(language, "lesson.peopleGained", { people: percent })
        : pieces(language, "lesson.peopleKept", { start });
  // Nothing was saved, so nothing can be said of savings.
  if (Number.isNaN(money)) return first;
  const second =
    money >= STILL
      ? pieces(language, all ? "lesson.moneyAll" : "lesson.moneyLost", { yuan })
      : money <= -STILL
        ? pieces(language, "lesson.moneyGained", { yuan })
        : pieces(language, "lesson.moneyKept", {});
  return filled(language, "lesson.two", { first, second });
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
      runs.map((run) => changeOf(run, PEOPLE)),
      1,
      percentSign(language),
    ),
    yuan: band(
      runs.map((run) => lastOf(run, SAVINGS)),
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
