/** `urflow trace`: one agent's life, and why it went as it did. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Life } from "../../engine/trace/life.ts";
import { NoSuchAgent, openTrace } from "../../engine/trace/trace.ts";
import { identityOf, prepare } from "../prepare.ts";
import { lifeText } from "../report/life.ts";
import { stepInSlices } from "../runners/perform.ts";
import { ScenarioError } from "../../scenario/faults.ts";
import { Interrupted, RunFailure } from "../runners/runner.ts";
import { options, settings, UsageError, type Context, type Respond } from "./command.ts";

interface TraceFlags {
  readonly agent: number;
  readonly seed?: string;
  readonly set: readonly string[];
  readonly years?: number;
  readonly scale?: number;
  readonly json?: boolean;
}

const agentNumber = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number, 0 or more: the agents are numbered from 0.");
};

export function addTrace(program: Command, context: Context, respond: Respond): void {
  program
    .command("trace")
    .summary("tell the life of one agent, and why it moved")
    .description(
      "Runs a scenario again from its seed and tells one agent's life: schooling, work, moves with their reasons, " +
        "money sent home, children. The run is the same as without the telling, to its hash.",
    )
    .argument("<scenario>", "a built-in scenario (see urflow list) or the path of a .yaml file")
    .addOption(
      new Option("--agent <number>", "whose life; those of the start come first, from 0")
        .argParser(agentNumber)
        .makeOptionMandatory(),
    )
    .option("--seed <text>", "the seed of the run (default: the scenario's own)")
    .addOption(options.set())
    .addOption(options.years())
    .addOption(options.scale())
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow trace valley --agent 6000
  urflow trace valley --seed 7 --agent 6000 --years 10 --json | jq '.events[] | select(.event == "moves")'`,
    )
    .action(async (name: string, flags: TraceFlags) => {
      const life = await trace(context, name, flags);
      respond({ text: lifeText(life), json: life }, flags.json === true);
    });
}

async function trace(context: Context, name: string, flags: TraceFlags): Promise<Life> {
  const { model, builtIns, bar, signal } = context;
  const prepared = prepare(model, builtIns, name, settings(flags));
  const run = identityOf(model, prepared, flags.seed ?? prepared.scenario.seed);
  const progress = bar(run.years, "simulated years");
  try {
    const tracing = openTrace(prepared.scenario, { seed: run.seed, agent: flags.agent });
    await stepInSlices(tracing, progress.tick, signal);
    return tracing.life();
  } catch (failure) {
    if (failure instanceof NoSuchAgent) throw new UsageError(failure.message);
    if (failure instanceof Interrupted) throw failure;
    if (failure instanceof ScenarioError) throw failure;
    throw new RunFailure(run, failure instanceof Error ? failure.message : String(failure));
  } finally {
    progress.stop();
  }
}
