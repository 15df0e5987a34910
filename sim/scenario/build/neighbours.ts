/**
 * The nearest neighbours of points in a plane, by looking into the cells of a grid ring by ring: time grows with the
 * number of points, where comparing all pairs would grow with its square.
 */
export interface Point {
  /** Any number by which the caller knows the point; ties in cost fall to the lower. */
  readonly row: number;
  readonly east: number;
  readonly north: number;
}

/**
 * For each point the `most` others of least cost.
 *
 * @param cost of a pair, at least `leastCost` times their straight distance in the units of `east` and `north`
 * @returns by point, neighbours by rising cost, fewer than `most` only where there are fewer others
 */
export function nearestNeighbours(
  points: readonly Point[],
  most: number,
  cost: (a: number, b: number) => number,
  leastCost: number,
): { readonly row: number; readonly cost: number }[][] {
  if (points.length === 0) return [];
  const low = (of: (point: Point) => number): number =>
    points.reduce((least, p) => Math.min(least, of(p)), Infinity);
  const high = (of: (point: Point) => number): number =>
    points.reduce((top, p) => Math.max(top, of(p)), -Infinity);
  const west = low(({ east }) => east);
  const south = low(({ north }) => north);
  const width = high(({ east }) => east) - west;
  const height = high(({ north }) => north) - south;
  // About one point a cell, and square cells, so that a ring has one width.
  const cell = Math.max(width, height, 1e-9) / Math.max(1, Math.floor(Math.sqrt(points.length)));
  const columns = Math.floor(width / cell) + 1;
  const rows = Math.floor(height / cell) + 1;
  const columnOf = (point: Point): number => Math.min(columns - 1, Math.floor((point.east - west) / cell));
  const rowOf = (point: Point): number => Math.min(rows - 1, Math.floor((point.north - south) / cell));
  const cells: Point[][] = Array.from({ length: columns * rows }, () => []);
  for (const point of points) cells[rowOf(point) * columns + columnOf(point)].push(point);

  return points.map((point) => {
    const x = columnOf(point);
    const y = rowOf(point);
    const found: { row: number; cost: number }[] = [];
    const worst = (): number => (found.length < most ? Infinity : found[found.length - 1].cost);
    const look = (column: number, row: number): void => {
      if (column < 0 || column >= columns || row < 0 || row >= rows) return;
      for (const other of cells[row * columns + column]) {
        if (other.row === point.row) continue;
        const item = { row: other.row, cost: cost(point.row, other.row) };
        let at = found.length;
        while (at > 0 && isBefore(item, found[at - 1])) at--;
        if (at < most) found.splice(at, 0, item);
        if (found.length > most) found.pop();
      }
    };
    const farthest = Math.max(columns, rows);
    for (let ring = 0; ring <= farthest; ring++) {
      // Whatever lies in this ring or beyond is at least ring - 1 cells away.
      if ((ring - 1) * cell * leastCost > worst()) break;
      for (let column = x - ring; column <= x + ring; column++) {
        look(column, y - ring);
        if (ring > 0) look(column, y + ring);
      }
      for (let row = y - ring + 1; row < y + ring; row++) {
        look(x - ring, row);
        look(x + ring, row);
      }
    }
    return found;
  });
}

const isBefore = (a: { row: number; cost: number }, b: { row: number; cost: number }): boolean =>
  a.cost < b.cost || (a.cost === b.cost && a.row < b.row);
