/** Luck and learning of enterprises, and the productivity of each place and sector that follows from its members. */
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { remembered } from "../../numerics/remembered.ts";
import { uniform } from "../../numerics/threefry.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import type { Setting } from "../process.ts";
import { nextEfficiency, pullOf, rowProductivity } from "./efficiency.ts";

export interface Progress {
  /** Once a year each enterprise's efficiency changes, in the month that its row gives. */
  readonly change: (month: number) => void;
  /** Means of efficiency, weighted by capital, and productivity by place and sector. */
  readonly tell: () => void;
}

export function openProgress({ world, assumptions: a, root }: Setting): Progress {
  const { enterprises: e, firms, clock } = world;
  const rows = world.sizes.settlements * SECTORS;
  const { key0, key1 } = purposeKey(root, Purpose.efficiency);
  const capital = new Float64Array(rows);
  const weighted = new Float64Array(rows);
  const productivity = remembered(rows, (ofPlace, mean) => rowProductivity(ofPlace, mean, a.capitalShare));
  return {
    change(month) {
      if (a.efficiencySpread === 0) return;
      const open = clock.enterpriseRows[0];
      for (let i = month % 12; i < open; i += 12) {
        if (e.flags[i] === 0) continue;
        const u = uniform(key0, key1, e.key[i], drawCounter(month, 0));
        e.efficiency[i] = nextEfficiency(e.efficiency[i], u, a.efficiencySpread, a.efficiencyPersistence);
        e.pull[i] = pullOf(e.efficiency[i], a.capitalShare);
      }
    },
    tell() {
      capital.fill(0);
      weighted.fill(0);
      const { flags, settlement, sector, efficiency } = e;
      const open = clock.enterpriseRows[0];
      for (let i = 0; i < open; i++) {
        if (flags[i] === 0) continue;
        const row = settlement[i] * SECTORS + sector[i];
        capital[row] += e.capital[i];
        weighted[row] += efficiency[i] * e.capital[i];
      }
      for (let row = 0; row < rows; row++) {
        const mean = capital[row] > 0 ? weighted[row] / capital[row] : 1;
        firms.efficiency[row] = mean;
        firms.productivity[row] =
          firms.placeProductivity[row] > 0 ? productivity(row, firms.placeProductivity[row], mean) : 0;
      }
    },
  };
}
