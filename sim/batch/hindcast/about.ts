/** What a hindcast was asked, told to the reader and kept for whoever makes it again. */
import { basename } from "node:path";
import { type CalibrationFile, uncertaintyOf } from "../calibrate/file.ts";
import { seedsUpTo } from "../commands/command.ts";
import { shellWord } from "../prepare.ts";
import { counted, seedNames } from "../report/counted.ts";
import { grouped } from "../report/figures.ts";
import type { RunOutcome } from "../runners/runner.ts";
import type { Files } from "../store/atomic.ts";
import { jsonText } from "../store/manifest.ts";
import type { HindcastPlan } from "./hindcast.ts";
import { wasAimedAt } from "./parameters.ts";
import { END, START, type UnitWorld } from "./worlds.ts";

/** A calibration and the name under which it is told of. */
export interface Named {
  readonly name: string;
  readonly file: CalibrationFile;
}

export interface Asked {
  readonly urflow: string;
  /** Path of the table. */
  readonly table: string;
  readonly worlds: readonly UnitWorld[];
  readonly calibration: Named | undefined;
  /** How many. */
  readonly seeds: number;
  readonly scale: number;
  readonly set: readonly string[];
}

/** @param outcomes by world and seed */
export function headLine(
  { worlds, seeds, scale, set }: Asked,
  outcomes: readonly (readonly RunOutcome[])[],
): string {
  const units = worlds.reduce((sum, world) => sum + world.units.length, 0);
  const agents = outcomes.reduce((sum, [first]) => sum + first.agents, 0);
  const changed = set.length === 0 ? "" : `, ${set.join(", ")}`;
  return (
    `${START} to ${END}: ${counted(units, "unit")} in ${counted(worlds.length, "world")}, ` +
    `${seedNames(seeds)}, ${grouped(agents)} agents of ${counted(scale, "person")}${changed}`
  );
}

/** That the import filled gaps is said; with what, stands at the head of each world's file. */
export function importLine({ worlds }: Asked): string {
  const count = worlds.reduce((sum, { assumptions }) => sum + assumptions.length, 0);
  return `The import of the table assumed ${counted(count, "thing")}: urflow import lists them, and so do inputs/*.yaml of --out.`;
}

/** Where the bands come from, and which prefectures were seen before. */
export function bandLine({ worlds, calibration }: Asked): string {
  if (calibration === undefined)
    return "Bands: of the seeds alone, which are much too narrow (see --calibration). Nothing was tuned here.";
  const { name, file } = calibration;
  const uncertainty = uncertaintyOf(file);
  const fitted = worlds.filter(({ units }) => wasAimedAt(uncertainty, units));
  const names = fitted.map(({ prefecture }) => prefecture || "all").join(", ");
  const without = `"tuned without it" is the score from the other prefectures alone.`;
  if (file.tuned.length === 0) {
    return [
      `Bands: what the parameters miss as they stand, from ${name}. Nothing was tuned.`,
      fitted.length === 0
        ? "None of these prefectures was used to measure that."
        : `Used to measure that: ${names}; ${without}`,
    ].join("\n");
  }
  return [
    `Bands: ${counted(file.kept.length, "set")} of parameters and what they still miss, from ${name}.`,
    `Tuned: ${file.tuned.map(({ id }) => id).join(", ")}.`,
    fitted.length === 0
      ? "None of these prefectures was used to tune them."
      : `Used to tune them: ${names}; ${without}`,
  ].join("\n");
}

export function inputFiles({ worlds, calibration }: Asked, csv: string): Files {
  return new Map([
    [INPUT_TABLE, csv],
    ...worlds.map(({ scenario, yaml }) => [`inputs/${scenario.id}.yaml`, yaml] as const),
    ...(calibration === undefined ? [] : [[INPUT_CALIBRATION, jsonText(calibration.file)] as const]),
  ]);
}

const INPUT_TABLE = "inputs/units.csv";
const INPUT_CALIBRATION = "inputs/calibration.json";

/** @param outcomes by world and seed */
export function planOf(asked: Asked, outcomes: readonly (readonly RunOutcome[])[]): HindcastPlan {
  const { urflow, table, worlds, calibration, seeds, scale, set } = asked;
  const words = {
    seeds: String(seeds),
    scale: String(scale),
    calibration: calibration === undefined ? "none" : INPUT_CALIBRATION,
  };
  const flags = [...Object.entries(words), ...set.map((one) => ["set", one] as const)];
  const command = [
    "urflow",
    "hindcast",
    INPUT_TABLE,
    ...flags.flatMap(([name, word]) => [`--${name}`, word]),
  ];
  return {
    urflow,
    command: command.map(shellWord).join(" "),
    table: basename(table),
    seeds: seedsUpTo(seeds),
    scale,
    set,
    worlds: worlds.map(({ scenario, prefecture }, w) => ({
      scenario: scenario.id,
      prefecture,
      hashes: outcomes[w].map(({ hash }) => hash),
    })),
  };
}
