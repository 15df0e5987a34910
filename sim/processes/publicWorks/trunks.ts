/**
 * Ways between the core cities of a region, road or rail: each leads from one core to another, and each end builds its
 * half. So a way where both ends built the part b of their halves away takes the part b less time, and one that a single
 * end built half as much less.
 */
import { kilometres } from "../../numerics/plane.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { CORE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/** Rows of all core cities. */
export const coresOf = ({ settlements: s, sizes }: World): readonly number[] =>
  Array.from({ length: sizes.settlements }, (_, j) => j).filter((j) => s.tier[j] === CORE);

/** Kilometres of a core's halves of the ways to all other cores; 0 where there is no other. */
export function kilometresAcross(world: World, core: number, a: Pick<Assumptions, "detour">): number {
  const { longitude, latitude } = world.settlements;
  let sum = 0;
  for (const other of coresOf(world)) {
    sum += kilometres(longitude[core], latitude[core], longitude[other], latitude[other]);
  }
  return (sum / 2) * a.detour;
}

export interface Trunks {
  /** Remembers what stands before the year's building. */
  begin(): void;
  /** Whether some way became faster since. */
  changed(): boolean;
  /** What the year's building left of the minutes between two cores; 1 for other places. */
  left(from: number, to: number): number;
  /** A way between two cores is that of all zones of their own counties. */
  retime(): void;
}

export function openTrunks(world: World): Trunks {
  const { settlements: s, zones: z, zonePairs } = world;
  const { zones, jurisdictions } = world.sizes;
  const cores = coresOf(world);
  const coreOf = new Int32Array(jurisdictions).fill(-1);
  for (const core of cores) coreOf[s.jurisdiction[core]] = core;
  const before = new Float64Array(s.roadBuilt.length);

  const left = (from: number, to: number): number => {
    if (from === to || s.tier[from] !== CORE || s.tier[to] !== CORE) return 1;
    return (2 - s.roadBuilt[from] - s.roadBuilt[to]) / (2 - before[from] - before[to]);
  };

  return {
    begin: () => before.set(s.roadBuilt),
    changed: () => cores.length > 1 && cores.some((core) => s.roadBuilt[core] > before[core]),
    left,
    retime() {
      for (let o = 0; o < zones; o++) {
        for (let d = 0; d < zones; d++) {
          const [from, to] = [coreOf[z.jurisdiction[o]], coreOf[z.jurisdiction[d]]];
          if (from >= 0 && to >= 0) zonePairs.minutes[o * zones + d] *= left(from, to);
        }
      }
    },
  };
}
