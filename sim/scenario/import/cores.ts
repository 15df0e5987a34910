/** Which seats are core cities, where the table doesn't say. */
import { namesOf, type Note } from "./notes.ts";
import type { ImportedUnit } from "./unit.ts";

export interface Cores {
  readonly cores: ReadonlySet<ImportedUnit>;
  readonly notes: readonly Note[];
}

/**
 * Those that the table names; in a prefecture of which it names none, the seat with most urban residents, and the
 * district with most: a large county-level city may outgrow the city whose prefecture it belongs to.
 */
export function coresOf(units: readonly ImportedUnit[], start: number): Cores {
  const cores = new Set(units.filter(({ kind }) => kind === "core"));
  const urban = (unit: ImportedUnit): number => unit.census[start]?.urban ?? 0;
  const groups = new Map<string, ImportedUnit[]>();
  for (const unit of units) {
    const key = unit.prefecture ?? "";
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  for (const group of groups.values()) {
    const open = group.filter(({ kind }) => kind === undefined);
    if (open.length === 0 || group.some((unit) => cores.has(unit))) continue;
    const districts = open.filter(({ name }) => name.endsWith("区"));
    for (const among of [open, districts]) {
      const [largest] = [...among].sort((a, b) => urban(b) - urban(a));
      if (largest !== undefined) cores.add(largest);
    }
  }
  const made = units.filter((unit) => cores.has(unit) && unit.kind === undefined);
  if (made.length === 0) return { cores, notes: [] };
  const { en, zh } = namesOf(made.map(({ name }) => name));
  const note: Note = {
    en: `Core cities are, in each prefecture, the seat with most urban residents and the urban district with most: ${en}. All other seats are county seats.`,
    zh: `各地级市中城镇人口最多的单元、以及城镇人口最多的区设为中心城市：${zh}；其余为县城。`,
  };
  return { cores, notes: [note] };
}
