/**
 * The one sentence that says what a run showed of the villages, in both languages, with `{slots}` for figures: the page
 * and the report say it in these words, and write the figures each in its own way.
 */

/** Indicators that it is about: people, and of each yuan saved since the start the part lent elsewhere. */
export const HEADLINE_PEOPLE = "population.village";
export const HEADLINE_SAVINGS = "savingsLent.village";

/** Below half a per cent, or half a yuan of a hundred, nothing is said to have moved. */
const STILL = 0.005;

/** A word joiner keeps a figure and what follows it on one line. */
export const HEADLINE_WORDS = {
  en: {
    "headline.frame": "By {year} the villages have {rest}.",
    "headline.two": "{first} and {second}",
    "headline.lostBoth": "lost {people} of their people and {yuan} of every 100 yuan they saved",
    "headline.lostAll":
      "lost {people} of their people and more than all they saved: {yuan} yuan for every 100",
    "headline.peopleLost": "lost {people} of their people",
    "headline.peopleGained": "gained {people} in people",
    "headline.peopleKept": "kept about as many people as in {start}",
    "headline.moneyLost": "lost {yuan} of every 100 yuan they saved",
    "headline.moneyAll": "lost more than all they saved: {yuan} yuan for every 100",
    "headline.moneyGained": "gained {yuan} yuan for every 100 they saved",
    "headline.moneyKept": "kept the money they saved",
  },
  zh: {
    "headline.frame": "到{year}年，乡村{rest}。",
    "headline.two": "{first}，{second}",
    "headline.lostBoth": "失去了{people}\u2060的人口，每存下100元就有{yuan}元流失",
    "headline.lostAll": "失去了{people}\u2060的人口，流失的钱比存下的还多：每存下100元就有{yuan}元流失",
    "headline.peopleLost": "失去了{people}\u2060的人口",
    "headline.peopleGained": "人口增加了{people}",
    "headline.peopleKept": "人口与{start}年大致相当",
    "headline.moneyLost": "每存下100元就有{yuan}元流失",
    "headline.moneyAll": "流失的钱比存下的还多：每存下100元就有{yuan}元流失",
    "headline.moneyGained": "每存下100元另有{yuan}元流入",
    "headline.moneyKept": "存下的钱留在了本地",
  },
} as const;

type Words = keyof (typeof HEADLINE_WORDS)["en"];
export type HeadlineClause = Exclude<Words, "headline.frame" | "headline.two">;

/** Decimals of the percentage of people: one where it is small. */
export const headlineDecimals = (people: number): number => (Math.abs(people) < 0.1 ? 1 : 0);

/**
 * What is said: one clause, or two that stand in the frame as `headline.two`.
 *
 * @param people change since the start, as a share of it
 * @param money of each yuan saved since the start, the part lent elsewhere; NaN where nothing was saved
 */
export function headlineClauses(
  people: number,
  money: number,
): readonly [HeadlineClause] | readonly [HeadlineClause, HeadlineClause] {
  // More than was saved can be lent elsewhere: savings from before the start are lent too.
  const all = money >= 1 + STILL;
  // One verb serves both losses.
  if (people <= -STILL && money >= STILL) return [all ? "headline.lostAll" : "headline.lostBoth"];
  const first =
    people <= -STILL
      ? "headline.peopleLost"
      : people >= STILL
        ? "headline.peopleGained"
        : "headline.peopleKept";
  // Nothing was saved, so nothing can be said of savings.
  if (Number.isNaN(money)) return [first];
  if (money >= STILL) return [first, all ? "headline.moneyAll" : "headline.moneyLost"];
  return [first, money <= -STILL ? "headline.moneyGained" : "headline.moneyKept"];
}
