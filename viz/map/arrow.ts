/** The outline of a bent arrow: a ribbon of even width with a head, as an SVG path. */
import type { Point } from "./layout.ts";

const STEPS = 14;

/**
 * Arrow from `from` to `to`, bent to the right of its way, so that the two directions of a pair lie side by side.
 * `gap` pixels are left free at both ends.
 */
export function arrowPath(from: Point, to: Point, width: number, gap = 5): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length < 2 * gap + 4) return "";
  const bend = 0.16 * length + width / 2;
  const control = {
    x: (from.x + to.x) / 2 - (dy / length) * bend,
    y: (from.y + to.y) / 2 + (dx / length) * bend,
  };
  const head = Math.min(length * 0.4, 4 + width * 1.25);
  const begin = gap / length;
  const end = 1 - gap / length;
  const neck = Math.max(begin, end - head / length);
  const left: Point[] = [];
  const right: Point[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const t = begin + ((neck - begin) * step) / STEPS;
    const { point, normal } = onCurve(from, control, to, t);
    // Slender at the tail: the eye then reads the direction along the whole way, not at the head alone.
    const half = (width / 2) * (0.45 + (0.55 * step) / STEPS);
    left.push({ x: point.x + normal.x * half, y: point.y + normal.y * half });
    right.push({ x: point.x - normal.x * half, y: point.y - normal.y * half });
  }
  const { point, normal } = onCurve(from, control, to, neck);
  const wing = width / 2 + Math.min(5, 1.6 + width * 0.4);
  const tip = onCurve(from, control, to, end).point;
  const outline = [
    ...left,
    { x: point.x + normal.x * wing, y: point.y + normal.y * wing },
    tip,
    { x: point.x - normal.x * wing, y: point.y - normal.y * wing },
    ...right.toReversed(),
  ];
  return `M${outline.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}

/** Point and unit normal of the quadratic Bézier curve at `t`. */
function onCurve(a: Point, b: Point, c: Point, t: number): { readonly point: Point; readonly normal: Point } {
  const u = 1 - t;
  const point = {
    x: u * u * a.x + 2 * u * t * b.x + t * t * c.x,
    y: u * u * a.y + 2 * u * t * b.y + t * t * c.y,
  };
  const dx = 2 * u * (b.x - a.x) + 2 * t * (c.x - b.x);
  const dy = 2 * u * (b.y - a.y) + 2 * t * (c.y - b.y);
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  return { point, normal: { x: -dy / length, y: dx / length } };
}
