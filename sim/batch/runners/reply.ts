/**
 * What a thread answers. An error that crosses threads loses its class and its fields, so failures cross as data and
 * become errors again on the other side.
 */
import { type Fault, ScenarioError } from "../../scenario/faults.ts";
import { StoreError } from "../store/faults.ts";
import { RunFailure, type RunOutcome, type RunTask } from "./runner.ts";

export type Reply =
  | { readonly outcome: RunOutcome }
  | { readonly storeFailure: { readonly path: string; readonly trouble: string; readonly mend: string } }
  | { readonly faults: readonly Fault[] }
  | { readonly runFailure: string };

/** What a thread posts at the end of each simulated year. */
export const YEAR_DONE = "urflow-year";

/** @returns the reply that says what was thrown; what is nobody's fault but the program's is thrown on */
export function replyOf(failure: unknown): Reply {
  if (failure instanceof StoreError) {
    const { path, trouble, mend } = failure;
    return { storeFailure: { path, trouble, mend } };
  }
  if (failure instanceof ScenarioError) return { faults: failure.faults };
  if (failure instanceof RunFailure) return { runFailure: failure.trouble };
  throw failure;
}

/** @throws what the thread threw */
export function outcomeOf(reply: Reply, task: RunTask): RunOutcome {
  if ("outcome" in reply) return reply.outcome;
  if ("faults" in reply) throw new ScenarioError(reply.faults);
  if ("runFailure" in reply) throw new RunFailure(task.run, reply.runFailure);
  const { path, trouble, mend } = reply.storeFailure;
  throw new StoreError(path, trouble, mend);
}
