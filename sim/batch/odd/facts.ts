/** All that the model description takes from the code: nothing in it is written twice. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../../engine/version.ts";
import { Purpose } from "../../numerics/keyed.ts";
import { PROCESSES } from "../../processes/order.ts";
import type { Process } from "../../processes/process.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { parseScenario } from "../../scenario/validate.ts";
import {
  below,
  commentParagraphs,
  firstSentence,
  headComment,
  keyComments,
  listItems,
  type PlainTable,
} from "./source.ts";
import { reasonsOf, tableWith } from "./source.ts";

export interface ProcessFacts extends Pick<Process, "name" | "reads" | "writes"> {
  /** From the root. */
  readonly file: string;
  /** What it does, in the words of its file. */
  readonly sentence: string;
  /** The docstring of its file, a paragraph each. */
  readonly comment: readonly string[];
  /** Why it stands where it does. */
  readonly reason: string;
}

/** The mean and the range from 5th to 95th percentile of a tuned parameter. */
export interface Tuned {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Facts {
  readonly version: string;
  readonly processes: readonly ProcessFacts[];
  readonly purposes: readonly { readonly name: string; readonly doc: string }[];
  readonly worlds: readonly Scenario[];
  /** By id of the parameter; empty where nothing was tuned. */
  readonly tuned: ReadonlyMap<string, Tuned>;
  /** What docs/model.md says that the model can't tell. */
  readonly limits: readonly string[];
  /** Scores of the hindcast, and the patterns that were looked for, where their documents have a table of them. */
  readonly skill: PlainTable | null;
  readonly patterns: PlainTable | null;
}

const CALIBRATION = "scenarios/calibration/china-2010-2020.json";

/** @param root the folder of package.json */
export function readFacts(root: string): Facts {
  const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
  const ifThere = (path: string): string => (existsSync(join(root, path)) ? textOf(path) : "");
  return {
    version: VERSION,
    processes: processesOf(root, textOf),
    purposes: purposesOf(textOf("sim/numerics/keyed.ts")),
    worlds: worldsOf(root, textOf),
    tuned: tunedOf(ifThere(CALIBRATION)),
    limits: listItems(below(textOf("docs/model.md"), "What it can't tell yet") ?? ""),
    skill: tableWith(ifThere("docs/hindcast.md"), /RMSE/i),
    patterns: tableWith(ifThere("docs/patterns.md"), /pattern/i),
  };
}

function processesOf(root: string, textOf: (path: string) => string): ProcessFacts[] {
  const files = readdirSync(join(root, "sim/processes"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `sim/processes/${path.replaceAll("\\", "/")}`)
    .toSorted()
    .map((path) => ({ path, code: textOf(path) }));
  const reasons = reasonsOf(textOf("sim/processes/order.ts"));
  return PROCESSES.map(({ name, reads, writes }) => {
    const found = files.find(({ code }) => code.includes(`export const ${name}: Process = {`));
    if (found === undefined) {
      throw new Error(`No file below sim/processes has "export const ${name}: Process = {"; write it so.`);
    }
    const comment = headComment(found.code);
    return {
      name,
      reads,
      writes,
      file: found.path,
      sentence: firstSentence(comment),
      comment: commentParagraphs(comment),
      reason: reasons.get(name) ?? "",
    };
  });
}

function purposesOf(code: string): Facts["purposes"] {
  const comments = keyComments(code, "Purpose");
  return Object.keys(Purpose).map((name) => ({ name, doc: comments.get(name) ?? "" }));
}

/** The worlds that come with urflow, without those that only add a policy to another. */
function worldsOf(root: string, textOf: (path: string) => string): Scenario[] {
  return readdirSync(join(root, "scenarios"))
    .filter((file) => file.endsWith(".yaml"))
    .toSorted()
    .map((file) => textOf(`scenarios/${file}`))
    .filter((text) => /^world:/m.test(text))
    .map((text) =>
      parseScenario(text, {
        resolve: (kind, id) =>
          textOf(kind === "policy" ? `scenarios/policies/${id}.yaml` : `scenarios/${id}.yaml`),
      }),
    );
}

function tunedOf(text: string): Map<string, Tuned> {
  if (text === "") return new Map();
  // Written by `urflow calibrate`, which checks what it writes.
  const { tuned } = JSON.parse(text) as { tuned: readonly (Tuned & { readonly id: string })[] };
  return new Map(tuned.map(({ id, mean, low, high }) => [id, { mean, low, high }]));
}
