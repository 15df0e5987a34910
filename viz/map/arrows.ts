/** Which flows become arrows: the widest ones, between different zones. */
import type { FlowKind, RunResult } from "../../sim/engine/result.ts";
import type { FlowMatrix } from "../flows.ts";
import { flowsUntil, isBeyond } from "../flows.ts";
import type { Span } from "../state.ts";

export interface Arrow {
  /** Zone indices. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** The `most` widest arrows, widest first, and how many there are in all. What passes the region by is none of them. */
export function arrowsOf(
  { zones, values }: FlowMatrix,
  most: number,
): { readonly drawn: readonly Arrow[]; readonly all: number } {
  const arrows: Arrow[] = [];
  zones.forEach((sender, from) => {
    zones.forEach((receiver, to) => {
      const value = values[from * zones.length + to];
      if (from !== to && value > 0 && !isBeyond(sender, receiver)) arrows.push({ from, to, value });
    });
  });
  const drawn = arrows.toSorted((a, b) => b.value - a.value || a.from - b.from || a.to - b.to).slice(0, most);
  return { drawn, all: arrows.length };
}

/** The largest flow between two zones in any year, so that widths can be compared while the year moves. */
export function largestFlow(runs: readonly RunResult[], kind: FlowKind, span: Span): number {
  const years = (runs[0]?.years.length ?? 1) - 1;
  let most = 0;
  for (let year = span === "since" ? years : 1; year <= years; year++) {
    const widest = arrowsOf(flowsUntil(runs, kind, year, span), 1).drawn[0];
    most = Math.max(most, widest?.value ?? 0);
  }
  return most;
}
