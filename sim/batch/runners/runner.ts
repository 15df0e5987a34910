/** The protocol of a runner: something that performs runs, here or in other threads. */
import type { RunResult } from "../../engine/result.ts";
import type { RunIdentity } from "../store/manifest.ts";
import type { Source } from "../store/sources.ts";

/** One run as plain data, which can be sent to a thread. */
export interface RunTask {
  readonly source: Source;
  readonly run: RunIdentity;
  /** Where to leave the files of the run and what its manifest names as its command; absent: nothing is written. */
  readonly keep?: { readonly folder: string; readonly command: string } | undefined;
}

/** What the caller gets of a run; flows and settlements stay in the files. */
export interface RunOutcome extends Pick<
  RunResult,
  "hash" | "agents" | "startYear" | "years" | "indicators" | "counties"
> {
  readonly outlays?: RunResult["outlays"] | undefined;
  /** SHA-256 of the manifest, where one was written. */
  readonly manifest?: string | undefined;
}

export interface Runner {
  /**
   * @throws RunFailure when this run cannot be ended; others can
   * @throws StoreError when its files cannot be written
   * @throws Interrupted when the runner was stopped
   */
  run(task: RunTask): Promise<RunOutcome>;
  /** Ends all threads, also in mid-run. */
  close(): Promise<void>;
}

/** A run that ended with an error of the model or of its thread; the message names scenario and seed. */
export class RunFailure extends Error {
  override readonly name = "RunFailure";
  /** The message without the name of the run. */
  readonly trouble: string;

  constructor({ scenario, seed }: Pick<RunIdentity, "scenario" | "seed">, trouble: string) {
    super(`${scenario}, seed ${seed}: ${trouble}`);
    this.trouble = trouble;
  }
}

/** The user asked the command to stop. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor(message = "Interrupted.") {
    super(message);
  }
}
