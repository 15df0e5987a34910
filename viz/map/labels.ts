/** Names on the map: each at the first of a few spots where it covers no other name, else it is left out. */
import type { Point, Size } from "./layout.ts";

export interface Named {
  readonly id: string;
  readonly text: string;
  readonly at: Point;
  /** Radius of the mark that the name belongs to, in pixels. */
  readonly radius: number;
  /** Height of the letters, in pixels. */
  readonly letters: number;
  /** True where the name must be shown, even over another. */
  readonly always: boolean;
}

export interface Label {
  readonly id: string;
  readonly text: string;
  /** Where the text is anchored: its baseline, and by `anchor` its start, middle or end. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places the names in the order given: the first ones have the choice.
 *
 * @param marks what no name may cover, each with half its height
 */
export function placeLabels(
  names: readonly Named[],
  { width, height }: Size,
  marks: readonly { readonly at: Point; readonly half: number }[] = [],
): Label[] {
  const taken: Box[] = marks.map(({ at: { x, y }, half }) => ({
    left: x - half,
    right: x + half,
    top: y - half,
    bottom: y + half,
  }));
  const labels: Label[] = [];
  for (const name of names) {
    const spots = spotsOf(name).filter(
      ({ box }) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height,
    );
    const free = spots.find(({ box }) => taken.every((other) => !overlap(box, other)));
    const spot = free ?? (name.always ? (spots[0] ?? spotsOf(name)[0]) : undefined);
    if (spot === undefined) continue;
    taken.push(spot.box);
    labels.push(spot.label);
  }
  return labels;
}

/** Above, below, right, left. */
function spotsOf({ id, text, at, radius, letters }: Named): { readonly label: Label; readonly box: Box }[] {
  const wide = widthOf(text, letters);
  const gap = radius + 4;
  const label = (x: number, y: number, anchor: Label["anchor"]): { label: Label; box: Box } => {
    const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
    const box = { left, right: left + wide, top: y - letters, bottom: y + letters * 0.25 };
    return { label: { id, text, x, y, anchor }, box };
  };
  return [
    label(at.x, at.y - gap, "middle"),
    label(at.x, at.y + gap + letters * 0.85, "middle"),
    label(at.x + gap, at.y + letters * 0.35, "start"),
    label(at.x - gap, at.y + letters * 0.35, "end"),
  ];
}

/** Chinese characters are square, Latin letters about half as wide. */
const widthOf = (text: string, letters: number): number =>
  Array.from(text).reduce((sum, character) => sum + (character > "\u2e7f" ? 1 : 0.56) * letters, 0);

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
