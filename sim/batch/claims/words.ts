/** What the lab says of a claim, in both languages: its verdict with the condition on which it hangs, and what carries it. */
import type { IndicatorInfo, Text } from "../../indicators/indicator.ts";
import type { Parameter } from "../../policy/parameter.ts";
import { difference, figureText, fixed, unitText } from "../report/figures.ts";
import type { Flip, Pull } from "./flip.ts";
import type { ClaimResult, ContrastResult, PlaceResult } from "./lab.ts";
import type { PlaceVerdict } from "./verdict.ts";

export interface Words {
  readonly catalogue: readonly IndicatorInfo[];
  readonly parameters: Readonly<Record<string, Parameter>>;
}

export type Language = keyof Text;

const FINDINGS: Readonly<Record<ContrastResult["finding"], Text>> = {
  held: { en: "as claimed", zh: "与论断一致" },
  opposite: { en: "the other way", zh: "与论断相反" },
  open: { en: "not shown", zh: "未显示" },
};
const VERDICTS: Readonly<Record<ClaimResult["verdict"], Text>> = {
  confirmed: { en: "confirmed", zh: "成立" },
  refuted: { en: "refuted", zh: "不成立" },
  "not shown": { en: "not shown", zh: "未能证明" },
  "only when": { en: "only when", zh: "仅在以下情形成立" },
};

/** The mark of a finding that doesn't stand among all. */
export const MARK = "†";

export const findingText = ({ finding, isFoundAmongAll }: ContrastResult, language: Language): string =>
  `${FINDINGS[finding][language]}${isFoundAmongAll ? "" : ` ${MARK}`}`;

export const placeVerdictText = (verdict: PlaceVerdict, language: Language): string =>
  VERDICTS[verdict][language];

/** The verdict, and on what it hangs: `only when: in the valley, with Brand premium above 0.1`. */
export function verdictText(result: ClaimResult, words: Words, language: Language): string {
  const text = VERDICTS[result.verdict][language];
  if (result.verdict !== "only when") return text;
  const [first] = result.places;
  const where = (place: PlaceResult): string =>
    language === "en" ? `in ${place.place.label.en}` : place.place.label.zh;
  const met = result.flips.map((flip) => sideText(flip, first.verdict === "confirmed", words, language));
  const conditions = result.places.flatMap((place): string[] => {
    if (place !== first) return place.verdict === "confirmed" ? [where(place)] : [];
    // A confirmed claim must keep clear of all that would break it; another needs one that makes it.
    const isConfirmed = first.verdict === "confirmed";
    if (met.length === 0) return isConfirmed ? [where(first)] : [];
    const joined = met.join(isConfirmed ? AND[language] : OR[language]);
    return [language === "en" ? `${where(first)}, with ${joined}` : `${where(first)}，${joined}`];
  });
  return language === "en" ? `${text}: ${conditions.join("; ")}` : `${text}：${conditions.join("；")}`;
}

const AND: Text = { en: " and ", zh: "且" };
const OR: Text = { en: " or ", zh: "或" };

/** The side of a value on which the claim is confirmed. */
function sideText(flip: Flip, isConfirmed: boolean, { parameters }: Words, language: Language): string {
  const isDown = flip.to < flip.from;
  const kept: Text = isDown ? { en: "above", zh: "高于" } : { en: "below", zh: "低于" };
  const reached: Text = isDown ? { en: "at most", zh: "不高于" } : { en: "at least", zh: "不低于" };
  const side = (isConfirmed ? kept : reached)[language];
  const { label } = parameters[flip.id];
  return language === "en"
    ? `${label.en} ${side} ${figureOf(flip.value)}`
    : `${label.zh}${side}${figureOf(flip.value)}`;
}

/** Whether the verdict stands when intervals are widened for their number; if not, where it doesn't. */
export function amongAllText({ places }: ClaimResult, language: Language): string {
  const fallen = places.filter((place) => place.widened !== place.verdict);
  if (fallen.length === 0) return language === "en" ? "yes" : "是";
  const told = fallen.map(({ place, widened }) =>
    language === "en"
      ? `${place.label.en} ${placeVerdictText(widened, language)}`
      : `${place.label.zh}${placeVerdictText(widened, language)}`,
  );
  return language === "en" ? `no: ${told.join(", ")}` : `否：${told.join("、")}`;
}

/** What carries the verdict: a line for each assumption, or none where nothing was looked for. */
export function carriersText(result: ClaimResult, words: Words, language: Language): string[] {
  const { flips, pulls, claim } = result;
  if (flips.length > 0) return flips.map((flip) => flipText(flip, words, language));
  if (pulls.length === 0) return [];
  const contrastOf = (pull: Pull): ContrastResult["contrast"] =>
    claim.contrasts.find(({ id }) => id === pull.contrast)!;
  if (pulls.every(({ usual, moved }) => moved === usual)) return [stillText(contrastOf(pulls[0]), language)];
  const lines = pulls.map((pull) => pullText(pull, contrastOf(pull), words, language));
  const head: Text = {
    en: "none was found that turns it; its weakest effect moves most with",
    zh: "未发现能改变结论的假设；对其最弱效应影响最大的是",
  };
  return [`${head[language]}${language === "en" ? " " : ""}${lines[0]}`, ...lines.slice(1)];
}

/** Where the effect on which a claim hangs doesn't move at all. */
const stillText = ({ label }: ContrastResult["contrast"], language: Language): string =>
  language === "en"
    ? `none was found that turns it: none that was tried alone moves ${label.en}`
    : `未发现能改变结论的假设：单独检验者均不影响${label.zh}`;

function flipText(flip: Flip, { parameters }: Words, language: Language): string {
  const { label } = parameters[flip.id];
  const way = `${figureOf(flip.from)} → ${figureOf(flip.value)}`;
  const part = `${fixed(flip.part * 100, 0)} %`;
  return language === "en"
    ? `turns with ${label.en} (${flip.id}) ${way}, ${part} of the way to ${figureOf(flip.to)}`
    : `若${label.zh}（${flip.id}）由${way}（到${figureOf(flip.to)}的${part}），结论改变`;
}

function pullText(
  { id, from, to, usual, moved }: Pull,
  { label: contrast, indicator }: ContrastResult["contrast"],
  { parameters, catalogue }: Words,
  language: Language,
): string {
  const { label } = parameters[id];
  const unit = catalogue.find((info) => info.id === indicator)?.unit ?? "";
  const name = unitText(unit)[language];
  const effect = `${difference(usual, unit)} → ${difference(moved, unit)}${name && ` ${name}`}`;
  const way = `${figureOf(from)} → ${figureOf(to)}`;
  return language === "en"
    ? `${label.en} (${id}) ${way}: ${contrast.en} ${effect}`
    : `${label.zh}（${id}）${way}：${contrast.zh} ${effect}`;
}

const figureOf = (value: number): string => String(Number(value.toPrecision(3)));

/** `no policy 0, innovative small towns 29.8 m`: yuan a year. */
export const costText = ({ costs }: PlaceResult, language: Language): string =>
  costs
    .map(({ arm, yearly }) => `${arm.label[language]} ${figureText(yearly, "yuan/year")[language]}`)
    .join(language === "en" ? ", " : "，");
