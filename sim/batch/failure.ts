/** What a failed command says, in words and as JSON, and with which code it exits. */
import { CommanderError } from "commander";
import { ScenarioError, type Fault } from "../scenario/faults.ts";
import { BAD_INPUT, FAILED, INTERRUPTED } from "./commands/exit.ts";
import { UsageError } from "./commands/command.ts";
import { RunFailures } from "./experiment.ts";
import { counted } from "./report/counted.ts";
import { Interrupted, RunFailure } from "./runners/runner.ts";
import { StoreError } from "./store/faults.ts";
import { UnreadableScenario } from "./store/sources.ts";

export interface Failure {
  readonly exitCode: number;
  /** For standard error; undefined where it was said already, or there is nothing to say. */
  readonly text?: string;
  /** For standard output under `--json`; undefined where the command did what it was asked (help, version). */
  readonly json?: { readonly error: string; readonly faults: readonly Fault[] };
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof CommanderError) return commanderFailure(thrown);
  if (thrown instanceof ScenarioError) {
    const { faults, message } = thrown;
    const end = `There ${faults.length === 1 ? "is" : "are"} ${counted(faults.length, "fault")}; nothing was run and nothing written.`;
    return { exitCode: BAD_INPUT, text: `${message}\n${end}`, json: { error: end, faults } };
  }
  if (thrown instanceof UsageError || thrown instanceof UnreadableScenario)
    return plain(BAD_INPUT, thrown.message);
  if (thrown instanceof Interrupted) return plain(INTERRUPTED, thrown.message);
  if (thrown instanceof StoreError || thrown instanceof RunFailure || thrown instanceof RunFailures) {
    return plain(FAILED, thrown.message);
  }
  // Nothing above: a defect of the program, whose place its author needs.
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return {
    exitCode: FAILED,
    text,
    json: { error: thrown instanceof Error ? thrown.message : text, faults: [] },
  };
}

const plain = (exitCode: number, error: string): Failure => ({
  exitCode,
  text: error,
  json: { error, faults: [] },
});

function commanderFailure({ exitCode, message }: CommanderError): Failure {
  if (exitCode === 0) return { exitCode };
  // commander has written it to standard error.
  return { exitCode: BAD_INPUT, json: { error: message.replace(/^error: /, ""), faults: [] } };
}
