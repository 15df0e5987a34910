/** What is asked of a run shared among threads, and what it answers. */

export interface ThreadsTask {
  readonly scenario: string;
  readonly scale: number;
  readonly years: number;
  readonly threads: number;
}

export interface ThreadsMeasurement {
  /** From the parsed scenario to the result, and the part of it that made the world. */
  readonly milliseconds: number;
  readonly buildMilliseconds: number;
  /** The most memory that the process had at any time, its threads among it, in millions of bytes. */
  readonly peakMegabytes: number;
  readonly agents: number;
  readonly hash: string;
}
