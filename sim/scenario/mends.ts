/** What to write instead: the usual slips are known by their looks. */
import type { Tree } from "./tree.ts";

/** What a number may be; all absent where no number is due. */
export interface Bounds {
  readonly type?: string | undefined;
  readonly least?: number | undefined;
  readonly greatest?: number | undefined;
  /** The least value itself is refused. */
  readonly above?: number | undefined;
}

/** One or two sentences, never empty. `usual` is what the field says of itself. */
export function mendOf(tree: Tree | undefined, bounds: Bounds, usual: string): string {
  const general = usual === "" ? "Correct the value." : usual;
  if (tree === undefined) return usual === "" ? "Add the key." : `Add the key. ${usual}`;
  if (tree.kind !== "scalar") return general;
  if (tree.value === null) return `Give the key a value, or delete it. ${usual}`.trimEnd();
  const wantsNumber = bounds.type !== undefined;
  if (typeof tree.value === "number")
    return wantsNumber ? (percentMend(tree.value, bounds) ?? general) : general;
  if (typeof tree.value !== "string" || !wantsNumber) return general;
  return textMend(tree.value, tree.quoted, bounds) ?? general;
}

/** A text where a number is due. */
function textMend(text: string, quoted: boolean, bounds: Bounds): string | undefined {
  if (text.length > 40) return undefined;
  const percent = /^\s*([-+]?[\d.]+)\s*[%％]\s*$/.exec(text);
  if (percent !== null && isShare(bounds))
    return `For ${percent[1]} %, write ${shareOf(Number(percent[1]))}.`;
  if (quoted && text.trim() !== "" && Number.isFinite(Number(text))) {
    return percentMend(Number(text), bounds) ?? "Remove the quotes.";
  }
  const bare = text.replace(/^[\s~≈]+|[\s_,，']/g, "");
  if (bare !== text && /^[-+]?\d+(\.\d+)?$/.test(bare)) return `Write ${bare}, without separators.`;
  const unit = /^([-+]?\d+(?:\.\d+)?)\s*\p{L}/u.exec(text);
  return unit === null ? undefined : `Write the number alone: ${unit[1]}.`;
}

/** Per cent where a share is due. */
function percentMend(value: number, bounds: Bounds): string | undefined {
  const { greatest = 1 } = bounds;
  const share = shareOf(value);
  return isShare(bounds) && value > 1 && share <= greatest ? `For ${value} %, write ${share}.` : undefined;
}

const isShare = ({ greatest }: Bounds): boolean => greatest !== undefined && greatest <= 1;

/** Division leaves 0.5700000000000001; twelve digits are more than anyone writes. */
const shareOf = (percent: number): number => Number((percent / 100).toPrecision(12));
