/** The protocol of the commands: what they are given, and what they answer. */
import { InvalidArgumentError, Option } from "commander";
import type { Model } from "../model.ts";
import type { Disk } from "../store/disk.ts";

/** What every command is given, so that none reaches for the process. */
export interface Context {
  readonly model: Model;
  readonly disk: Disk;
  /** Folder of the built-in scenarios. */
  readonly builtIns: string;
  /** The built file that threads run, and a digest of the whole built program. */
  readonly workerFile: string;
  readonly build: () => string;
  /** Processors at hand. */
  readonly cores: number;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  /** A progress bar, drawn only where someone sees it. */
  readonly bar: (total: number, label: string) => Bar;
}

export interface Bar {
  readonly tick: () => void;
  readonly stop: () => void;
}

/** What a command says: in words, or as one JSON value where `--json` asks for it. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
  /** 0 unless told otherwise. */
  readonly exitCode?: number;
}

/** Takes an answer and prints it in the form that was asked for. */
export type Respond = (answer: Answer, json: boolean) => void;

/** The user gave arguments that do not go together. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };

const append = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Options that several commands share; new ones each time, for commander keeps values in them. */
export const options = {
  set: (flags = "--set <path=value>", text = "change one value of the scenario; may be given again") =>
    new Option(flags, text).argParser(append).default([], "none"),
  years: () => new Option("--years <number>", "how many years to run").argParser(whole(1, 100)),
  scale: () =>
    new Option("--scale <number>", "how many persons one agent stands for").argParser(whole(1, 10_000)),
  seeds: () =>
    new Option("--seeds <number>", "run the seeds 1 to this number")
      .argParser(whole(1, 100_000))
      .makeOptionMandatory(),
  jobs: () =>
    new Option("--jobs <number>", "runs at the same time (default: one for each processor)").argParser(
      whole(1, 256),
    ),
  threads: () =>
    new Option(
      "--threads <number>",
      "share the run among so many threads; changes no result, pays from 100,000 agents on (default: 1)",
    ).argParser(whole(1, 64)),
  out: (text: string) => new Option("--out <folder>", text),
  json: () => new Option("--json", "answer with one JSON object"),
};

/** `--years` and `--scale` are short for settings, and are checked and recorded like them. */
export function settings(given: {
  readonly set: readonly string[];
  readonly years?: number | undefined;
  readonly scale?: number | undefined;
}): string[] {
  const { years, scale } = given;
  return [
    ...(years === undefined ? [] : [`years=${years}`]),
    ...(scale === undefined ? [] : [`scale=${scale}`]),
    ...given.set,
  ];
}

/** "1" to the number. */
export const seedsUpTo = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1));
