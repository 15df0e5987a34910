/**
 * The protocol of a process: a named change of the world in one month. Processes never import each other;
 * they meet in the columns of the world, which they declare in `reads` and `writes`.
 */
import type { Crew } from "../numerics/crew.ts";
import type { RootKey } from "../numerics/keyed.ts";
import type { Assumptions } from "../policy/parameters.ts";
import type { ResolvedMeasure } from "../policy/resolve.ts";
import type { TABLES, World } from "../world/world.ts";

/** `persons.savings`: a table and one of its columns. */
export type ColumnPath = {
  [T in keyof typeof TABLES & string]: `${T}.${keyof (typeof TABLES)[T] & string}`;
}[keyof typeof TABLES & string];

/** Dated outside series, resolved month by month. Index 0 is the first month of the run. */
export interface DriverSeries {
  /** Outside wage over its start value, after `month` months. */
  readonly outsideWage: Float64Array;
  /** Productivity of the region's modern sectors over its start value. */
  readonly productivity: Float64Array;
  /** Children per woman. */
  readonly fertility: Float64Array;
  /** Multiplier on the life table. */
  readonly mortality: Float64Array;
  /** Yuan a month from higher government per registered resident. */
  readonly transferPerHead: Float64Array;
  /** Retail price of farm produce over its start value. */
  readonly farmPrice: Float64Array;
}

/** The same series as an object of one shape to the engine: what another thread was sent is of another. */
export const driverSeries = (given: DriverSeries): DriverSeries => ({
  outsideWage: given.outsideWage,
  productivity: given.productivity,
  fertility: given.fertility,
  mortality: given.mortality,
  transferPerHead: given.transferPerHead,
  farmPrice: given.farmPrice,
});

/** What someone compares in one thought: ways of life, the present one first, and the terms that each is made of. */
export interface Weighed {
  readonly count: number;
  readonly residence: Int32Array;
  readonly workplace: Int32Array;
  readonly activity: Int32Array;
  readonly mode: Int32Array;
  /** Nest of each; filled under a nested logit alone. */
  readonly nest: ArrayLike<number>;
  /** Chance with which the last was drawn as where to go instead of another place; 0 where no law draws it. */
  readonly drawn: number;
  /**
   * Utility of each, and its terms, flat by alternative and term; the terms hold where a new life was chosen, and then
   * only for that one and the first.
   */
  readonly utility: Float64Array;
  readonly terms: Float64Array;
}

/** A silent observer: it is told what no column keeps, and changes nothing. */
export interface Watch {
  /** Row of the person whose pay is told; below zero for nobody. */
  readonly person: number;
  /** Someone, anyone, compared ways of life and chose one; 0 is to go on as before. */
  thought(person: number, month: number, weighed: Weighed, chosen: number): void;
  /** What the person had this month and sent home of it, yuan for each that the agent stands for. */
  paid(month: number, income: number, sent: number): void;
  /** A child came, to anyone. */
  born(child: number, mother: number, month: number): void;
  /** Someone came from elsewhere. */
  came(person: number, month: number): void;
  /** Two married; both are on the list of one household now. */
  wed(woman: number, man: number, month: number): void;
}

/** What every process is prepared with, once per run. Nothing in it changes but the world. */
export interface Setting {
  readonly world: World;
  readonly assumptions: Assumptions;
  readonly drivers: DriverSeries;
  readonly measures: readonly ResolvedMeasure[];
  readonly root: RootKey;
  readonly watch?: Watch | undefined;
  /** Who shares the loops over people; without a crew one thread does it all, to the same result. */
  readonly crew?: Crew | undefined;
}

/** Changes the world by the month whose number is given (0 is the first). */
export type Step = (month: number) => void;

export interface Process {
  readonly name: string;
  /** Columns it looks at, and columns it changes; a column that is only changed stands in `writes` alone. */
  readonly reads: readonly ColumnPath[];
  readonly writes: readonly ColumnPath[];
  /**
   * Allocates what the step needs and returns it. All that must outlive a step belongs into the world:
   * a process prepared anew goes on as if it had never stopped. Preparing changes nothing in the world: each worker of
   * a crew prepares for itself.
   */
  readonly prepare: (setting: Setting) => Step;
}
