/** From a table of units to worlds: one for each prefecture, in its state of the earlier census. */
import { BAND_FROM } from "../../scenario/bands.ts";
import { importTable, type RegionOptions } from "../../scenario/import/importTable.ts";
import { readTable, type UnitTable } from "../../scenario/import/read.ts";
import type { ImportedCensus, ImportedUnit } from "../../scenario/import/unit.ts";
import { type Fault, limitFaults, ScenarioError } from "../../scenario/faults.ts";
import type { CensusRow, Scenario } from "../../scenario/scenario.ts";
import type { Model } from "../model.ts";
import { accountedResidents } from "./benchmarks.ts";
import type { Figures, Unit } from "./figures.ts";

/** The censuses from which and to which a hindcast runs. */
export const START = 2010;
export const END = 2020;

/** A prefecture as a scenario file. */
export interface UnitWorld {
  /** Empty where the table has none. */
  readonly prefecture: string;
  readonly yaml: string;
  readonly scenario: Scenario;
  /** In the order of the scenario's counties. */
  readonly units: readonly Unit[];
  /** What the import had to assume. */
  readonly assumptions: readonly string[];
}

/**
 * @param csv a table of units; see docs/import.md
 * @param file its name in faults
 * @throws ScenarioError with every fault of the table
 */
export function unitWorlds(model: Model, csv: string, file: string): UnitWorld[] {
  const table = readTable(csv, file, START);
  const lacking = table.faults.length > 0 ? limitFaults(table.faults) : prefectureFaults(table);
  if (lacking.length > 0) throw new ScenarioError(lacking);
  const prefectures = [...new Set(table.units.map(({ prefecture = "" }) => prefecture))];
  const faults: Fault[] = [];
  const worlds: UnitWorld[] = [];
  const taken = new Set<string>();
  for (const prefecture of prefectures) {
    const options: RegionOptions =
      prefecture === ""
        ? // Else made from the name of the file, and a copy of the table would be another world.
          { start: START, id: "units" }
        : { start: START, prefecture };
    const made = worldOf(model, table, options);
    if (!("scenario" in made)) {
      faults.push(...made);
      continue;
    }
    const { id } = made.scenario;
    // Names that give no letters may give the same id; the second world then takes its number along.
    const own = taken.has(id)
      ? worldOf(model, table, { ...options, id: `${id}-${worlds.length + 1}` })
      : made;
    if ("scenario" in own) {
      taken.add(own.scenario.id);
      worlds.push(own);
    }
  }
  if (faults.length > 0) throw new ScenarioError(limitFaults(faults));
  return worlds;
}

function worldOf(model: Model, table: UnitTable, options: RegionOptions): UnitWorld | readonly Fault[] {
  const result = importTable(table, options);
  if (!result.ok) return result.faults;
  const { yaml, units, assumptions } = result;
  const { prefecture = "", id = "units" } = options;
  const scenario = model.parse(yaml, { file: `${id}.yaml`, resolve: () => undefined, set: [] });
  return { prefecture, yaml, scenario, units: unitsOf(scenario, units), assumptions };
}

/** Rows without a prefecture among rows with one would belong to no world. */
function prefectureFaults({ units, file }: UnitTable): Fault[] {
  const without = units.filter(({ prefecture }) => prefecture === undefined);
  if (without.length === units.length) return [];
  return without.map(({ line }) => ({
    file,
    line,
    column: 1,
    path: "prefecture",
    value: "missing",
    expected: "a prefecture in every row, or in none",
    mend: "Fill in the cell.",
  }));
}

function unitsOf({ world }: Scenario, imported: readonly ImportedUnit[]): Unit[] {
  return imported.map((unit, county): Unit => {
    const { code = "", name, prefecture = "", census } = unit;
    // What the import had to assume of the start year belongs to the state that the run begins in.
    const start = world.counties[county].census.find(({ year }) => year === START);
    return {
      code,
      name,
      prefecture,
      start: figuresOf(start),
      end: figuresOf(census[END]),
      accounted: accounted(census[START]),
    };
  });
}

const FIRST_OLD_BAND = BAND_FROM.indexOf(65);

function figuresOf(row: CensusRow | ImportedCensus | undefined): Figures {
  if (row === undefined) return { population: NaN, urbanShare: NaN, share65: NaN };
  const { residents, urban = NaN, ages } = row;
  const old = ages?.slice(FIRST_OLD_BAND).reduce((sum, band) => sum + band, 0) ?? NaN;
  return { population: residents, urbanShare: urban / residents, share65: old / residents };
}

function accounted(row: ImportedCensus): number {
  const { residents, registered = NaN, inMigrants, birthPermille = NaN, deathPermille = NaN } = row;
  return accountedResidents({
    residents,
    registered,
    inMigrants: inMigrants === undefined ? NaN : inMigrants.sameProvince + inMigrants.otherProvince,
    birthPermille,
    deathPermille,
  });
}
