/** What several claims share: worlds, arms, and ways to write a contrast. */
import type { Arm, Contrast, Place, PolicyUse, Purse, Term } from "../claim.ts";

export const VALLEY: Place = {
  id: "valley",
  label: { en: "the valley", zh: "山谷" },
  world: "valley",
  scale: 40,
  years: 20,
};

export const QUZHOU: Place = {
  id: "quzhou",
  label: { en: "Quzhou", zh: "衢州" },
  world: "quzhou",
  scale: 400,
  years: 20,
};

/** The years that a claim looks at where it says nothing else: the last three, so that one year's luck counts less. */
export const LATE = [18, 20] as const;
/** While a programme of ten years pays. */
export const PAID = [8, 10] as const;

export const BASE: Arm = {
  id: "base",
  label: { en: "no policy", zh: "无政策" },
  policies: [],
};

export const arm = (id: string, en: string, zh: string, ...policies: readonly PolicyUse[]): Arm => ({
  id,
  label: { en, zh },
  policies,
});

/** Most that an arm may cost, yuan a year for each resident of the region at the start. */
export const purse = (yearly: number): Purse => ({ yearly, per: "resident" });

type Years = readonly [number, number];

const term = (name: string, weight: number, years: Years): Term => ({ arm: name, weight, years });

/** One arm above another, or below. */
export const versus = (
  indicator: string,
  claimed: Contrast["claimed"],
  one: string,
  other: string,
  en: string,
  zh: string,
  years: Years = LATE,
): Contrast => ({
  id: `${indicator}:${one}-${other}`,
  label: { en, zh },
  indicator,
  claimed,
  terms: [term(one, 1, years), term(other, -1, years)],
});

/** The effect of an arm early less its effect late: above 0 where it fades. */
export const fades = (indicator: string, one: string, en: string, zh: string): Contrast => ({
  id: `${indicator}:${one}-fades`,
  label: { en, zh },
  indicator,
  claimed: "above",
  terms: [term(one, 1, PAID), term(BASE.id, -1, PAID), term(one, -1, LATE), term(BASE.id, 1, LATE)],
});

/** What all parts do together beyond the sum of what each does alone: all - Σ one + (n - 1) base. */
export const beyondSum = (
  indicator: string,
  all: string,
  parts: readonly string[],
  en: string,
  zh: string,
): Contrast => ({
  id: `${indicator}:${all}-interaction`,
  label: { en, zh },
  indicator,
  claimed: "above",
  terms: [
    term(all, 1, LATE),
    ...parts.map((part) => term(part, -1, LATE)),
    term(BASE.id, parts.length - 1, LATE),
  ],
});

/** More than a part of the way from one arm to another. */
export const nearer = (
  indicator: string,
  claimed: Contrast["claimed"],
  {
    one,
    from,
    to,
    part,
  }: { readonly one: string; readonly from: string; readonly to: string; readonly part: number },
  en: string,
  zh: string,
): Contrast => ({
  id: `${indicator}:${one}-near-${to}`,
  label: { en, zh },
  indicator,
  claimed,
  terms: [term(one, 1, LATE), term(to, -part, LATE), term(from, part - 1, LATE)],
});
