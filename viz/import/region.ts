/** A dropped table as scenario files of the page. Pure: what it is given decides what comes out. */
import type { Fault } from "../../sim/index.ts";
import type { Text } from "../../sim/indicators/indicator.ts";
import { importUnits, readUnits } from "../../sim/scenario/import/import.ts";
import { POLICY, type ScenarioFiles } from "../catalogue.ts";

export type Region =
  | {
      readonly ok: true;
      /** Id of the scenario, made from the name and the content of the table: another content is another region. */
      readonly id: string;
      readonly yaml: string;
      /** The scenario, and its variant with the policy of the sliders. */
      readonly files: ScenarioFiles;
      /** What was assumed. */
      readonly notes: readonly Text[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** @param prefecture the units of this one alone; all where none is named */
export function regionOf(csv: string, file: string, prefecture?: string): Region {
  const id = idOf(csv, file, prefecture);
  const result = importUnits(csv, { file, id, prefecture });
  if (!result.ok) return result;
  const variant = `${id}-small-towns`;
  // The title of the variant is never shown: a world goes by the title of its base.
  const text = ["urflow: 1", `id: ${variant}`, `extends: ${id}`, `policies: [${POLICY}]`, ""].join("\n");
  const files = { [`scenario/${id}`]: result.yaml, [`scenario/${variant}`]: text };
  return { ok: true, id, yaml: result.yaml, files, notes: result.notes };
}

/** Prefectures of a table, each once, in the order of the rows; none where it has none, or can't be read. */
export const prefecturesOf = (csv: string, file: string): string[] => [
  ...new Set(readUnits(csv, file).units.flatMap(({ prefecture }) => prefecture ?? [])),
];

/** `units-1f3c9a`: small letters of the file's name, and six signs of what was chosen from it (FNV-1a). */
function idOf(csv: string, file: string, prefecture = ""): string {
  let hash = 0x811c9dc5;
  for (const text of [csv, "\n", prefecture]) {
    for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  }
  const name = file
    .replace(/\.[^.]*$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 24)
    .replaceAll(/^-+|-+$/g, "");
  return `${name === "" ? "region" : name}-${hash.toString(16).padStart(8, "0").slice(0, 6)}`;
}
