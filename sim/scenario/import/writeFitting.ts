/** The file of a region in which all of its people have room. */
import type { Fault } from "../faults.ts";
import { validateScenario } from "../validate.ts";
import { wholeFault } from "./csv.ts";
import { tightCounties, tightFault } from "./fit.ts";
import type { UnitTable } from "./read.ts";
import type { ImportedUnit } from "./unit.ts";
import { writeScenario, type Draft } from "./write.ts";

/** The text of the file, with made-up areas as large as its people need; or what only the whole world shows. */
export function writeFitting(
  draft: Draft,
  units: readonly ImportedUnit[],
  table: UnitTable,
): string | Fault[] {
  const { file } = table;
  const text = writeScenario(draft);
  const checked = validateScenario(text, { file: `${draft.id}.yaml` });
  if (!checked.ok) return checked.faults.map((fault) => ({ ...fault, file, line: 1, column: 1 }));
  const { tight, trouble } = tightCounties(checked.scenario);
  if (trouble !== undefined) {
    return [
      wholeFault(
        file,
        `a region that cannot be built: ${trouble}`,
        "a region that can",
        "Correct the table.",
      ),
    ];
  }
  if (tight.length === 0) return text;
  const needs = new Map(tight.map(({ county, needed }) => [county, needed]));
  const faults = draft.counties.flatMap(({ id, areaKm2 }, k) => {
    const needed = needs.get(id);
    const unit = units[k];
    if (needed === undefined || unit.areaKm2 === undefined) return [];
    const { line, column } = table.cellsOf.get(unit)?.get("areaKm2") ?? { line: unit.line, column: 1 };
    return [tightFault({ file, line, column }, areaKm2, needed)];
  });
  if (faults.length > 0) return faults;
  const counties = draft.counties.map((county) => ({
    ...county,
    areaKm2: needs.get(county.id) ?? county.areaKm2,
  }));
  return writeScenario({ ...draft, counties });
}
