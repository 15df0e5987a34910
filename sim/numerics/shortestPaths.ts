/** Shortest paths through a net (Dijkstra 1959), with a binary heap of what was reached and not yet settled. */

export interface Edge {
  /** Node where it ends. */
  readonly to: number;
  /** Not below zero, in any unit. */
  readonly length: number;
}

interface Reached {
  readonly at: number;
  readonly length: number;
}

/** The nearest first; among equals the lower node, so that nothing hangs on the order of edges. */
const before = (a: Reached, b: Reached): boolean =>
  a.length < b.length || (a.length === b.length && a.at < b.at);

function push(heap: Reached[], item: Reached): void {
  let k = heap.push(item) - 1;
  while (k > 0) {
    const parent = (k - 1) >> 1;
    if (!before(heap[k], heap[parent])) break;
    [heap[k], heap[parent]] = [heap[parent], heap[k]];
    k = parent;
  }
}

/** Takes the first off a heap that holds something. */
function pop(heap: Reached[]): Reached {
  const top = heap[0];
  const last = heap.pop()!;
  if (heap.length === 0) return top;
  heap[0] = last;
  let k = 0;
  for (;;) {
    let child = 2 * k + 1;
    if (child >= heap.length) return top;
    if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
    if (!before(heap[child], heap[k])) return top;
    [heap[k], heap[child]] = [heap[child], heap[k]];
    k = child;
  }
}

/**
 * Shortest lengths from one node to all; nodes beyond `limit` stay at Infinity.
 *
 * @param edges by the node where they begin
 * @param lengths is filled, by node
 * @returns the nodes within the limit, nearest first
 */
export function shortestPaths(
  edges: readonly (readonly Edge[])[],
  from: number,
  limit: number,
  lengths: Float64Array,
): number[] {
  const settled: number[] = [];
  const done = new Set<number>();
  const heap: Reached[] = [{ at: from, length: 0 }];
  lengths.fill(Infinity);
  lengths[from] = 0;
  while (heap.length > 0) {
    const { at, length: reached } = pop(heap);
    if (done.has(at)) continue;
    done.add(at);
    settled.push(at);
    for (const edge of edges[at]) {
      const next = reached + edge.length;
      if (next > limit || next >= lengths[edge.to]) continue;
      lengths[edge.to] = next;
      push(heap, { at: edge.to, length: next });
    }
  }
  return settled;
}
