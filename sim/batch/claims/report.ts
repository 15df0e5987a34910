/** The lab's table: for a terminal, for the docs, and as one JSON value. */
import type { IndicatorInfo, Text } from "../../indicators/indicator.ts";
import type { Parameter } from "../../policy/parameter.ts";
import { difference, figureText, fixed, unitLabel } from "../report/figures.ts";
import { layOut } from "../report/layout.ts";
import type { Flip } from "./flip.ts";
import type { ClaimResult, ContrastResult, PlaceResult } from "./lab.ts";

export interface Words {
  readonly catalogue: readonly IndicatorInfo[];
  readonly parameters: Readonly<Record<string, Parameter>>;
}

type Language = keyof Text;

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ["claim", "where", "what is compared", "effect", "90 % interval", "finding"],
  zh: ["论断", "情景", "比较", "效应", "90%区间", "结果"],
};
export const FINDINGS: Readonly<Record<ContrastResult["finding"], Text>> = {
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

/** Findings row by row, then the verdict of each claim with what would turn it. */
export function labText(results: readonly ClaimResult[], words: Words, language: Language = "en"): string {
  const rows = results.flatMap(({ claim, places }) =>
    places.flatMap((place, p) =>
      place.contrasts.map((one, c) => [
        p === 0 && c === 0 ? claim.id : "",
        c === 0 ? place.place.label[language] : "",
        ...contrastCells(one, words, language),
      ]),
    ),
  );
  const table = layOut([[...HEADS[language]], ...rows], "<<<>><");
  const verdicts = results.map((result) => verdictLines(result, words, language).join("\n"));
  return [table, ...verdicts].join("\n\n");
}

function contrastCells(
  { contrast, effect, finding }: ContrastResult,
  { catalogue }: Words,
  language: Language,
): string[] {
  const info = catalogue.find(({ id }) => id === contrast.indicator);
  const unit = info?.unit ?? "";
  const name = [
    contrast.label[language],
    `${contrast.indicator}${unitLabel(unit) && `, ${unitLabel(unit)}`}`,
  ];
  return [
    `${name[0]} (${name[1]})`,
    difference(effect.mean, unit),
    `${difference(effect.low, unit)} … ${difference(effect.high, unit)}`,
    FINDINGS[finding][language],
  ];
}

/** The verdict, and where it holds if not everywhere. */
export function verdictText({ verdict, places }: ClaimResult, language: Language): string {
  const text = VERDICTS[verdict][language];
  if (verdict !== "only when") return text;
  const held = places
    .filter((place) => place.verdict === "confirmed")
    .map(({ place }) => place.label[language]);
  return language === "en" ? `${text}: ${held.join(", ")}` : `${text}：${held.join("、")}`;
}

/** `A-i confirmed. …`, and beneath it what would turn the verdict. */
export function verdictLines(result: ClaimResult, words: Words, language: Language): string[] {
  const { claim, flips } = result;
  const stop = language === "en" ? ". " : "。";
  const heads = { en: "  public cost a year, yuan, ", zh: "  年公共成本（元），" };
  return [
    `${claim.id} ${verdictText(result, language)}${stop}${claim.says[language]}`,
    ...result.places.map(
      (place) =>
        `${heads[language]}${place.place.label[language]}${language === "en" ? ": " : "："}${costText(place, language)}`,
    ),
    ...flips.map((flip) => `  ${flipText(flip, words, language)}`),
  ];
}

export function flipText(flip: Flip, { parameters }: Words, language: Language): string {
  const { label } = parameters[flip.id];
  const way = `${figureOf(flip.from)} → ${figureOf(flip.value)}`;
  const part = `${fixed(flip.part * 100, 0)} %`;
  return language === "en"
    ? `turns with ${label.en} (${flip.id}) ${way}, ${part} of the way to ${figureOf(flip.to)}`
    : `若${label.zh}（${flip.id}）由${way}（到${figureOf(flip.to)}的${part}），结论改变`;
}

const figureOf = (value: number): string => String(Number(value.toPrecision(3)));

/** The same as data. */
export function labJson(results: readonly ClaimResult[]): unknown {
  return results.map(({ claim, verdict, places, flips, refused }) => ({
    id: claim.id,
    says: claim.says,
    tried: claim.tried,
    verdict,
    places: places.map(placeJson),
    flips,
    refused,
  }));
}

/** `no policy 0, innovative small towns 29.8 m`: yuan a year. */
export const costText = ({ costs }: PlaceResult, language: Language): string =>
  costs
    .map(({ arm, yearly }) => `${arm.label[language]} ${figureText(yearly, "yuan/year")[language]}`)
    .join(language === "en" ? ", " : "，");

const placeJson = ({ place, contrasts, costs, verdict }: PlaceResult): unknown => ({
  id: place.id,
  label: place.label,
  world: place.world,
  scale: place.scale,
  years: place.years,
  verdict,
  costs: costs.map(({ arm, yearly }) => ({ arm: arm.id, yearly })),
  contrasts: contrasts.map(({ contrast, effect, finding }) => ({
    id: contrast.id,
    label: contrast.label,
    indicator: contrast.indicator,
    claimed: contrast.claimed,
    ...effect,
    finding,
  })),
});
