/** Taking tables into the page: what is going on with the last one, and the way from a file to a region. */
import { type Signal, signal } from "@preact/signals";
import type { Fault } from "../../sim/index.ts";
import type { Text } from "../../sim/indicators/indicator.ts";
import type { ScenarioFiles } from "../catalogue.ts";

export type ImportStatus =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly file: string }
  /** The table has several prefectures; the reader says which. */
  | {
      readonly kind: "choice";
      readonly file: string;
      readonly csv: string;
      readonly prefectures: readonly string[];
    }
  | { readonly kind: "refused"; readonly file: string; readonly faults: readonly Fault[] }
  | {
      readonly kind: "taken";
      readonly file: string;
      readonly prefecture: string | undefined;
      readonly id: string;
      readonly yaml: string;
      readonly notes: readonly Text[];
    };

export interface Imports {
  readonly status: Signal<ImportStatus>;
  /** Reads a file, and shows it unless it has faults or several prefectures. */
  take(file: File): Promise<void>;
  /** Imports a table, or one prefecture of it. */
  choose(csv: string, file: string, prefecture: string | undefined): Promise<void>;
  close(): void;
}

/** A file beyond this is not opened: no table of units is as large, and a page has only so much memory. */
const MAX_BYTES = 80_000_000;

/** @param show takes the files of a new region, and shows it */
export function createImports(show: (id: string, files: ScenarioFiles) => void): Imports {
  const status = signal<ImportStatus>({ kind: "none" });
  // A second file may be dropped while the first is still being read; only the last one counts.
  let last = 0;

  const refuse = (file: string, value: string, expected: string, mend: string): void => {
    const faults = [{ file, line: 1, column: 1, path: "", value, expected, mend }];
    status.value = { kind: "refused", file, faults };
  };

  async function choose(csv: string, file: string, prefecture: string | undefined): Promise<void> {
    const ticket = ++last;
    status.value = { kind: "reading", file };
    // What reads tables comes with the first one; the page opens without it.
    const { regionOf } = await import("./region.ts");
    if (ticket !== last) return;
    const region = regionOf(csv, file, prefecture);
    if (!region.ok) {
      status.value = { kind: "refused", file, faults: region.faults };
      return;
    }
    const { id, yaml, notes } = region;
    show(id, region.files);
    status.value = { kind: "taken", file, prefecture, id, yaml, notes };
  }

  async function take(file: File): Promise<void> {
    const ticket = ++last;
    status.value = { kind: "reading", file: file.name };
    if (file.size > MAX_BYTES) {
      refuse(file.name, `${file.size} bytes long`, `at most ${MAX_BYTES} bytes`, "Is it a table of units?");
      return;
    }
    const opened = await Promise.all([file.text(), import("./region.ts")]).catch(() => undefined);
    if (ticket !== last) return;
    if (opened === undefined) {
      refuse(file.name, "not to be read", "a file that this browser may open", "Choose it again.");
      return;
    }
    const [csv, { prefecturesOf }] = opened;
    const prefectures = prefecturesOf(csv, file.name);
    if (prefectures.length > 1) status.value = { kind: "choice", file: file.name, csv, prefectures };
    else await choose(csv, file.name, undefined);
  }

  return {
    status,
    take,
    choose,
    close() {
      last += 1;
      status.value = { kind: "none" };
    },
  };
}
