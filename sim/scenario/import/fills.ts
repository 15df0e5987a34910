/** What was filled in, by rule, and for which units: one sentence a rule. */
import { namesOf, type Note } from "./notes.ts";
import type { ImportedUnit } from "./unit.ts";

/** A sentence about some units, whose names stand in a place of their own. */
export type Rule = (units: Note) => Note;

export interface Fills {
  readonly fill: (unit: ImportedUnit, rule: Rule) => void;
  /** The rules in the order in which they were first used. */
  readonly notes: () => Note[];
}

const ALL: Note = { en: "all units", zh: "全部单元" };

/** @param count how many units there are; a rule that fills all of them need not name them */
export function openFills(count: number): Fills {
  const used = new Map<string, { readonly rule: Rule; readonly names: string[] }>();
  return {
    fill(unit, rule) {
      const key = rule({ en: "", zh: "" }).en;
      const known = used.get(key) ?? { rule, names: [] };
      known.names.push(unit.name);
      used.set(key, known);
    },
    notes: () =>
      [...used.values()].map(({ rule, names }) =>
        rule(names.length === count && count > 1 ? ALL : namesOf(names)),
      ),
  };
}
