/** Whether the people, firms and fields of a region have room in it. Where that is near, its world is built to see. */
import { buildWorld } from "../build/build.ts";
import type { Fault } from "../faults.ts";
import { MIN_AGENTS } from "../limits.ts";
import type { County, Scenario } from "../scenario.ts";

/** Agents of the trial. */
const AGENTS = 4000;
/** The trial has this part of each area, since rounding at a finer scale needs a little more or less. */
const PART = 0.97;
/** What a made-up area gets over what is needed. */
const ROOM = 1.3;
/** Square metres a person with which a county is never too small: the most that was seen to be needed is 750. */
const AMPLE = 1000;

export interface Tight {
  readonly county: string;
  /** Square kilometres that would do. */
  readonly needed: number;
}

/**
 * Counties that are too small for what stands in them, in the order of the file.
 *
 * @returns also what else stops the world from being built, in words
 */
export function tightCounties(scenario: Scenario): {
  readonly tight: readonly Tight[];
  readonly trouble?: string | undefined;
} {
  const personsOf = ({ census }: County): number => {
    const row = census.find(({ year }) => year === scenario.start);
    return Math.max(row?.residents ?? 0, row?.registered ?? 0);
  };
  const isAmple = (county: County): boolean =>
    county.areaKm2 * 1e6 >= personsOf(county) * AMPLE + (county.arableHa ?? 0) * 1e4;
  if (scenario.world.counties.every(isAmple)) return { tight: [] };
  const persons = scenario.world.counties.reduce((sum, county) => sum + personsOf(county), 0);
  const scale = Math.max(scenario.scale, Math.floor(persons / AGENTS));
  const tight: Tight[] = [];
  let counties: readonly County[] = scenario.world.counties.map((county) => ({
    ...county,
    areaKm2: county.areaKm2 * PART,
  }));
  while (tight.length <= counties.length) {
    try {
      const world = { ...scenario.world, counties };
      buildWorld({
        ...scenario,
        world,
        years: 1,
        scale: persons / scale < MIN_AGENTS ? scenario.scale : scale,
      });
      return { tight };
    } catch (failure) {
      if (!(failure instanceof RangeError)) throw failure;
      const match = /^world\.counties\.([a-z0-9-]+)\.areaKm2 .* need (\d+) km2/.exec(failure.message);
      if (match === null) return { tight, trouble: failure.message };
      const needed = Math.ceil((Number(match[2]) * ROOM) / PART);
      tight.push({ county: match[1], needed });
      counties = counties.map((county) => (county.id === match[1] ? { ...county, areaKm2: needed } : county));
    }
  }
  return { tight };
}

/** The given area of a unit as a fault. */
export const tightFault = (
  place: Pick<Fault, "file" | "line" | "column">,
  area: number,
  needed: number,
): Fault => ({
  ...place,
  path: "area_km2",
  value: String(area),
  expected: `about ${needed} km2 or more, for its people, firms and fields`,
  mend: "Is it in square kilometres? Correct it, or empty the cell and the area is made up.",
});
