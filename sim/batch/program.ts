/** The commands under one name. */
import { Command } from "commander";
import { addBatch } from "./commands/batch.ts";
import { addCalibrate } from "./commands/calibrate.ts";
import type { Context, Respond } from "./commands/command.ts";
import { addClaims } from "./commands/claims.ts";
import { addCompare } from "./commands/compare.ts";
import { addHindcast } from "./commands/hindcast.ts";
import { addImport } from "./commands/import.ts";
import { addList } from "./commands/list.ts";
import { addRun } from "./commands/run.ts";
import { addUndo } from "./commands/undo.ts";
import { addTrace } from "./commands/trace.ts";
import { addValidate } from "./commands/validate.ts";

/** Where commander writes its help and its complaints. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** @returns a program that throws CommanderError where it would otherwise end the process */
export function createProgram(context: Context, respond: Respond, { out, err }: Streams): Command {
  const program = new Command("urflow")
    .description("Deterministic agent-based simulation of urban-rural flows of people, capital and land.")
    .version(context.model.version)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .showHelpAfterError("(urflow --help tells more)")
    .addHelpText(
      "after",
      `
Examples:
  urflow list
  urflow run valley
  urflow run valley-small-towns --seed 7 --out results/valley
  urflow compare valley valley-small-towns --seeds 8
  urflow undo valley-small-towns --at 2030 --seeds 8
  urflow batch valley valley-small-towns --seeds 20 --out results/towns
  urflow import units.csv --out my-region.yaml
  urflow validate ./my-county.yaml
  urflow trace valley --agent 6000
  urflow hindcast units.csv
  urflow claims --only A-iv

Exit codes: 0 all went well, 1 it failed while running, 2 bad input or usage, 130 interrupted.`,
    );
  for (const add of [
    addRun,
    addCompare,
    addUndo,
    addClaims,
    addBatch,
    addImport,
    addValidate,
    addTrace,
    addHindcast,
    addCalibrate,
    addList,
  ])
    add(program, context, respond);
  for (const command of program.commands)
    command.showHelpAfterError(`(urflow ${command.name()} --help tells more)`);
  return program;
}
