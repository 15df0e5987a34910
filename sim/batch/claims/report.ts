/** The lab's table for a terminal, and as one JSON value. */
import { difference, unitLabel } from "../report/figures.ts";
import { layOut } from "../report/layout.ts";
import type { ClaimResult, ContrastResult, PlaceResult } from "./lab.ts";
import {
  amongAllText,
  carriersText,
  costText,
  findingText,
  verdictText,
  type Language,
  type Words,
} from "./words.ts";

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ["claim", "where", "what is compared", "effect", "90 % interval", "finding"],
  zh: ["论断", "情景", "比较", "效应", "90%区间", "结果"],
};

/** Findings row by row, then the verdict of each claim with what carries it. */
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

function contrastCells(one: ContrastResult, { catalogue }: Words, language: Language): string[] {
  const { contrast, effect } = one;
  const unit = catalogue.find(({ id }) => id === contrast.indicator)?.unit ?? "";
  const name = [
    contrast.label[language],
    `${contrast.indicator}${unitLabel(unit) && `, ${unitLabel(unit)}`}`,
  ];
  return [
    `${name[0]} (${name[1]})`,
    difference(effect.mean, unit),
    `${difference(effect.low, unit)} … ${difference(effect.high, unit)}`,
    findingText(one, language),
  ];
}

/** `A-i confirmed. …`, and beneath it what arms cost, whether it stands among all, and what carries it. */
function verdictLines(result: ClaimResult, words: Words, language: Language): string[] {
  const { claim } = result;
  const stop = language === "en" ? ". " : "。";
  const heads = { en: "  public cost a year, yuan, ", zh: "  年公共成本（元），" };
  const among = { en: "  stands among all contrasts of the table: ", zh: "  多重比较后仍成立：" };
  return [
    `${claim.id} ${verdictText(result, words, language)}${stop}${claim.says[language]}`,
    ...result.places.map(
      (place) =>
        `${heads[language]}${place.place.label[language]}${language === "en" ? ": " : "："}${costText(place, language)}`,
    ),
    `${among[language]}${amongAllText(result, language)}`,
    ...carriersText(result, words, language).map((line) => `  ${line}`),
  ];
}

/** The same as data. */
export function labJson(results: readonly ClaimResult[], words: Words): unknown {
  return results.map((result) => {
    const { claim, verdict, places, flips, pulls, refused } = result;
    const said = (of: (language: Language) => unknown): unknown => ({ en: of("en"), zh: of("zh") });
    return {
      id: claim.id,
      says: claim.says,
      tried: claim.tried,
      verdict,
      verdictText: said((language) => verdictText(result, words, language)),
      standsAmongAll: places.every((place) => place.widened === place.verdict),
      places: places.map(placeJson),
      flips,
      pulls,
      carriers: said((language) => carriersText(result, words, language)),
      refused,
    };
  });
}

const placeJson = ({ place, contrasts, costs, verdict, widened }: PlaceResult): unknown => ({
  id: place.id,
  label: place.label,
  world: place.world,
  scale: place.scale,
  years: place.years,
  verdict,
  verdictAmongAll: widened,
  costs: costs.map(({ arm, yearly }) => ({ arm: arm.id, yearly })),
  contrasts: contrasts.map(({ contrast, effect, finding, isFoundAmongAll }) => ({
    id: contrast.id,
    label: contrast.label,
    indicator: contrast.indicator,
    claimed: contrast.claimed,
    ...effect,
    finding,
    isFoundAmongAll,
  })),
});
