/** The known name that a mistyped one most likely meant. */
import { MAX_NAMES } from "./limits.ts";

/** The nearest of the names, or undefined where none is near enough to be meant. */
export function nearest(typed: string, names: Iterable<string>): string | undefined {
  if (typed.length > 40) return undefined;
  const plain = simplify(typed);
  let best: string | undefined;
  let least = Math.min(3, Math.floor((typed.length + 1) / 3)) + 1;
  let left = MAX_NAMES;
  for (const name of names) {
    if (--left < 0) break;
    if (Math.abs(name.length - typed.length) >= least + 2) continue;
    const distance = editDistance(plain, simplify(name));
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}

/** `Did you mean "towns"? ` or nothing, to begin a mend with. */
export function didYouMean(typed: string, names: Iterable<string>): string {
  const name = nearest(typed, names);
  return name === undefined ? "" : `Did you mean ${name}? `;
}

/** Upper case and word separators are the usual slips: `area_km2`, `Area-Km2`. */
const simplify = (name: string): string => name.toLowerCase().replace(/[_\s-]/g, "");

/** Levenshtein's distance: insertions, deletions and substitutions. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
