/**
 * `globalThis.urflow`: what the page shows, to be read by tests and by the curious. It hands out copies; nothing
 * that is done to them changes the page.
 */
import type { Chart } from "chart.js";
import { VERSION } from "../sim/index.ts";
import { charts } from "./charts/register.ts";
import { ROLES } from "./charts/lineChart.ts";
import { seedName } from "./runs/plan.ts";
import type { PageState } from "./state.ts";
import { commandArm, mainArm, runCommand } from "./state.ts";
import type { Store } from "./store.ts";

export interface ChartCopy {
  /** Indicator id, `chosen` for the panel of the reader's choice, or `flows` for the flow diagram. */
  readonly id: string;
  readonly labels: readonly unknown[];
  /** `role` is low, high, baseline or mean; `flows` for the diagram. A dataset without data isn't drawn. */
  readonly datasets: readonly {
    readonly role: string;
    readonly label: string;
    readonly data: readonly unknown[];
  }[];
}

export interface PageHook {
  readonly version: string;
  state(): PageState;
  /** Runs there are for what is asked for; `ready` when all seeds of both arms are in. */
  status(): {
    readonly main: number;
    readonly base: number;
    readonly ready: boolean;
    readonly error: string | null;
  };
  charts(): ChartCopy[];
  /** Seed and hash of the runs shown. */
  runs(): { readonly seed: string; readonly hash: string }[];
  command(): string;
}

declare global {
  var urflow: PageHook | undefined;
}

export function exposeHook(store: Store): void {
  globalThis.urflow = Object.freeze<PageHook>({
    version: VERSION,
    state: () => structuredClone(store.state.peek()),
    status() {
      const results = (runs: typeof store.main.value) => runs?.results ?? [undefined];
      const count = (list: readonly unknown[]): number => list.filter((run) => run !== undefined).length;
      const [main, base] = [results(store.main.value), results(store.base.value)];
      return {
        main: count(main),
        base: count(base),
        ready: count(main) === main.length && count(base) === base.length,
        error: store.error.value,
      };
    },
    charts: () => [...charts].map(([id, chart]) => copyOf(id, chart)),
    runs: () => store.results.value.map(({ seed, hash }) => ({ seed, hash })),
    command: () =>
      runCommand(
        commandArm(
          mainArm(store.state.value, store.world.value?.variant ?? null, store.measures.value),
          store.world.value,
        ),
        seedName(0),
      ),
  });
}

const copyOf = (id: string, chart: Chart): ChartCopy => ({
  id,
  labels: [...(chart.data.labels ?? [])],
  datasets: chart.data.datasets.map(({ label, data }, index) => ({
    role: id === "flows" ? "flows" : ROLES[index],
    label: label ?? "",
    data: structuredClone(data),
  })),
});
