/** Everything that changes on the page, as signals: what is asked for, what has been computed, what is shown. */
import type { ReadonlySignal, Signal } from "@preact/signals";
import { batch, computed, effect, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { RunResult } from "../sim/engine/result.ts";
import { formatFault } from "../sim/index.ts";
import type { Measure } from "../sim/policy/policy.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import type { AddressBar } from "./addressBar.ts";
import type { Note } from "./address.ts";
import { readAddress } from "./address.ts";
import type { Catalogue, World } from "./catalogue.ts";
import { arrived } from "./charts/fan.ts";
import type { Language } from "./i18n/words.ts";
import { createImports, type Imports } from "./import/imports.ts";
import type { ArmRuns, Runs, RunsOptions } from "./runs/runs.ts";
import { createRuns } from "./runs/runs.ts";
import type { Arm, PageState } from "./state.ts";
import { armKey, baselineArm, isBaseline, mainArm } from "./state.ts";

/** The runs that the views draw: those asked for, or while none of them is there, those before. */
export interface Shown {
  readonly world: string;
  readonly arm: Arm;
  /** With the policy, or the baseline itself. */
  readonly withPolicy: boolean;
  /** By seed; absent where a run is still to come. */
  readonly main: readonly (RunResult | undefined)[];
  readonly base: readonly (RunResult | undefined)[];
  /** True while this is not yet what is asked for. */
  readonly stale: boolean;
}

export interface Store {
  readonly catalogue: Catalogue;
  readonly state: Signal<PageState>;
  readonly notes: Signal<readonly Note[]>;
  readonly language: ReadonlySignal<Language>;
  readonly world: ReadonlySignal<World | undefined>;
  readonly scenario: ReadonlySignal<Scenario | null>;
  readonly measures: ReadonlySignal<readonly Measure[]>;
  readonly main: ReadonlySignal<ArmRuns | undefined>;
  readonly base: ReadonlySignal<ArmRuns | undefined>;
  readonly shown: ReadonlySignal<Shown | null>;
  /** Runs of `shown.main` that are there. */
  readonly results: ReadonlySignal<readonly RunResult[]>;
  readonly baseline: ReadonlySignal<readonly RunResult[]>;
  /** Calendar years of the run, and the index of the shown one. */
  readonly years: ReadonlySignal<readonly number[]>;
  readonly yearIndex: ReadonlySignal<number>;
  /** Words of what can't be run: a fault of the scenario, or the engine's own. */
  readonly error: ReadonlySignal<string | null>;
  /** Regions that the reader brings. */
  readonly imports: Imports;
  /** Changes the state. `control` names what was touched: one entry of the history for one gesture. */
  change(patch: Partial<PageState>, control: string | null): void;
}

export interface StoreOptions {
  readonly catalogue: Catalogue;
  readonly pool: RunsOptions["pool"];
  readonly address: AddressBar;
  readonly language: Language;
}

export function createStore({ catalogue, pool, address, language }: StoreOptions): Store {
  const first = readAddress(address.read(), catalogue, language);
  const state = signal(first.state);
  const notes = signal<readonly Note[]>(first.notes);
  const world = computed(() => catalogue.world(state.value.world));
  const measures = computed(() => (world.value === undefined ? [] : catalogue.measures(world.value)));

  // Arms are compared by their key, so that scrubbing the year starts nothing.
  const mainKey = computed(() => armKey(mainArm(state.value, world.value?.variant ?? null, measures.value)));
  const baseKey = computed(() => armKey(baselineArm(state.value)));
  const reading = computed(() => {
    const arm = armOf(mainKey.value);
    return catalogue.read(arm.scenario, arm.set);
  });
  const scenario = computed(() => (reading.value.ok ? reading.value.scenario : null));

  const revision = signal(0);
  const runs: Runs = createRuns({
    pool,
    // Not a copy: regions may be added.
    files: catalogue.files,
    onChange: () => {
      revision.value = revision.peek() + 1;
    },
  });
  effect(() => {
    const keys = [mainKey.value, baseKey.value];
    // Starting runs changes signals that this effect must not depend on.
    const arms = keys.map(armOf);
    queueMicrotask(() => {
      if (mainKey.peek() === keys[0] && baseKey.peek() === keys[1]) batch(() => runs.want(arms));
    });
  });
  const armRuns = (key: ReadonlySignal<string>): ReadonlySignal<ArmRuns | undefined> =>
    computed(() => {
      void revision.value;
      return runs.get(key.value);
    });
  const main = armRuns(mainKey);
  const base = armRuns(baseKey);

  let last: Shown | null = null;
  const shown = computed((): Shown | null => {
    const asked = main.value;
    const { world: id, system, levers } = state.value;
    if (asked?.results[0] !== undefined) {
      last = {
        world: id,
        arm: asked.arm,
        withPolicy: (system !== null || !isBaseline(levers)) && mainKey.value !== baseKey.value,
        main: asked.results,
        base: base.value?.results ?? [],
        stale: false,
      };
      return last;
    }
    // The figures of another region would be a lie; those of the slider's last place are merely late.
    return last === null || last.world !== id ? null : { ...last, stale: true };
  });
  const results = steady(() => arrived(shown.value?.main ?? []));
  const baseline = steady(() => (shown.value?.withPolicy === true ? arrived(shown.value.base) : []));
  const years = computed((): readonly number[] => {
    const run = results.value[0];
    if (run !== undefined) return run.years;
    const plan = scenario.value;
    return plan === null ? [] : Array.from({ length: plan.years + 1 }, (_, year) => plan.start + year);
  });
  const yearIndex = computed(() => {
    const { year } = state.value;
    const end = years.value.length - 1;
    const index = year === null ? end : year - (years.value[0] ?? year);
    return Math.max(0, Math.min(end, index));
  });
  const error = computed(() => {
    if (!reading.value.ok) return reading.value.faults.map(formatFault).join("\n");
    return main.value?.error ?? base.value?.error ?? null;
  });

  address.onVisit((hash) => {
    const visit = readAddress(hash, catalogue, state.peek().language);
    batch(() => {
      state.value = visit.state;
      notes.value = visit.notes;
    });
  });

  const change: Store["change"] = (patch, control) => {
    state.value = { ...state.peek(), ...patch };
    address.write(state.peek(), control);
  };
  const imports = createImports((id, files) => {
    catalogue.add(files);
    change({ world: id, system: null, levers: {}, settings: [], year: null, model: null }, "import");
  });

  return {
    catalogue,
    state,
    notes,
    language: computed(() => state.value.language),
    world,
    scenario,
    measures,
    main,
    base,
    shown,
    results,
    baseline,
    years,
    yearIndex,
    error,
    imports,
    change,
  };
}

/** A computed list that stays the same object while its members do: progress of a run must not redraw the charts. */
function steady<T>(compute: () => readonly T[]): ReadonlySignal<readonly T[]> {
  let kept: readonly T[] = [];
  return computed(() => {
    const next = compute();
    const same = next.length === kept.length && next.every((member, k) => member === kept[k]);
    if (!same) kept = next;
    return kept;
  });
}

/** A key is the scenario and its settings, a line each. */
function armOf(key: string): Arm {
  const [scenario = "", ...set] = key.split("\n");
  return { scenario, set };
}

const StoreContext = createContext<Store | null>(null);
export const StoreProvider = StoreContext.Provider;

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("A view of the page was drawn outside StoreProvider.");
  return store;
}
