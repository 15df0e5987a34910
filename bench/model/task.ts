/** What is asked of a runner of the full model, and what it answers. */

export interface ModelTask {
  readonly scenario: string;
  readonly set: readonly string[];
  readonly scale?: number;
  readonly years: number;
  /** One measured run for each seed, in this order. */
  readonly seeds: readonly string[];
  /** Years of a run before anything is measured. */
  readonly warmUpYears: number;
}

export interface ModelMeasurement {
  /** Milliseconds of each seed, from the parsed scenario (Node) or its text (browser) to the result. */
  readonly milliseconds: readonly number[];
  /** What the yardstick took before each seed, in the same thread, or in that of the page. */
  readonly yardstick: readonly number[];
  readonly hashes: readonly string[];
  readonly agents: number;
  readonly settlements: number;
}

/** What only a runner in Node can see. */
export interface NodeMeasurement extends ModelMeasurement {
  /** The part of `milliseconds` that made the world. */
  readonly buildMilliseconds: readonly number[];
  /** The state of the world, and of it the rows of persons and households. */
  readonly worldBytes: number;
  readonly peopleBytes: number;
}
