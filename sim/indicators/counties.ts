/** People by county: how many live there, how many of them in urban places, and how many are old. */
import type { World } from "../world/world.ts";
import { isUrban } from "./observation.ts";

const OLD_MONTHS = 65 * 12;

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

/** Counts everyone into the row of a year; reads the world and writes nothing into it. */
export function countCounties(world: World, year: number, into: CountyPeople): void {
  const { settlements: s, persons: p, sizes, clock } = world;
  const { scale } = sizes;
  const counties = countiesOf(sizes);
  const from = year * counties;
  for (let j = 0; j < sizes.settlements; j++) {
    const county = s.jurisdiction[j];
    if (county >= counties) continue;
    into.residents[from + county] += s.residents[j] * scale;
    if (isUrban(s.tier[j])) into.urban[from + county] += s.residents[j] * scale;
  }
  const { jurisdiction } = s;
  const { flags, born, residence } = p;
  const latestBirth = year * 12 - OLD_MONTHS;
  const rows = clock.personRows[0];
  for (let i = 0; i < rows; i++) {
    if (flags[i] === 0 || born[i] > latestBirth) continue;
    const county = jurisdiction[residence[i]];
    if (county < counties) into.old[from + county] += scale;
  }
}

/** The last row of jurisdictions is the outside. */
const countiesOf = (sizes: World["sizes"]): number => sizes.jurisdictions - 1;
