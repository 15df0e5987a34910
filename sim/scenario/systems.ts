/**
 * The systems of policy that scenarios show: how they are grouped, ordered and told. The words stand here once, for the
 * page, the command and the report.
 */
import type { Text } from "../indicators/indicator.ts";
import type { About } from "./scenario.ts";

/** By the first letter of a system's code. */
const GROUPS: Readonly<Record<string, Text>> = {
  A: { en: "Villages and rural clusters", zh: "乡村建设与乡村集群" },
  B: { en: "Small towns", zh: "小镇" },
  C: { en: "County, town and village", zh: "县城、乡镇与村庄" },
  D: { en: "City clusters", zh: "城市群" },
  E: { en: "Across borders", zh: "跨界协调" },
};

/** Name of the group of a system; a letter without a name stands for itself. */
export const groupOf = (system: string): Text => {
  const letter = system.slice(0, 1);
  return GROUPS[letter] ?? { en: letter, zh: letter };
};

/** Heads of the three texts, in the order in which they are read. */
export const ABOUT_HEADS: Readonly<Record<keyof About, Text>> = {
  is: { en: "What it is", zh: "是什么" },
  assumes: { en: "What it assumes", zh: "假设什么" },
  look: { en: "What to look at", zh: "看什么" },
};
export const ABOUT_PARTS = ["is", "assumes", "look"] as const satisfies readonly (keyof About)[];

interface Coded {
  readonly id: string;
  readonly system?: string | undefined;
}

/** Scenarios that show no system first, then A1, A2, … A10, B1; within these by id. */
export function bySystem(one: Coded, other: Coded): number {
  const a = sortKey(one);
  const b = sortKey(other);
  return a < b ? -1 : a > b ? 1 : 0;
}

const sortKey = ({ id, system }: Coded): string =>
  `${system === undefined ? "" : system.slice(0, 1) + system.slice(1).padStart(2, "0")} ${id}`;
