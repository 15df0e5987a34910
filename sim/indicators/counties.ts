/** People by county: how many live there, how many of them in urban places, and how many are old. */
import type { World } from "../world/world.ts";
import { isUrban, type Observation } from "./observation.ts";

/** Persons, flat `[year index][county]` in the order of the scenario's counties; those outside are not counted. */
export interface CountyPeople {
  readonly residents: Int32Array;
  /** Residents of towns, seats and cores. */
  readonly urban: Int32Array;
  /** Residents of 65 and more. */
  readonly old: Int32Array;
}

/** @param years how many years are kept beside the start */
export function countyPeople({ sizes }: World, years: number): CountyPeople {
  const length = (years + 1) * countiesOf(sizes);
  return {
    residents: new Int32Array(length),
    urban: new Int32Array(length),
    old: new Int32Array(length),
  };
}

/** Enters the people of an observation into the row of a year. */
export function countCounties({ world, oldByZone }: Observation, year: number, into: CountyPeople): void {
  const { settlements: s, zones: z, sizes } = world;
  const { scale } = sizes;
  const counties = countiesOf(sizes);
  const from = year * counties;
  for (let j = 0; j < sizes.settlements; j++) {
    const county = s.jurisdiction[j];
    if (county >= counties) continue;
    into.residents[from + county] += s.residents[j] * scale;
    if (isUrban(s.tier[j])) into.urban[from + county] += s.residents[j] * scale;
  }
  for (let zone = 0; zone < sizes.zones; zone++) {
    const county = z.jurisdiction[zone];
    if (county < counties) into.old[from + county] += oldByZone[zone] * scale;
  }
}

/** The last row of jurisdictions is the outside. */
const countiesOf = (sizes: World["sizes"]): number => sizes.jurisdictions - 1;
