/** All that the model description takes from the code: nothing in it is written twice. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../../engine/version.ts";
import { mean } from "../../numerics/statistics.ts";
import { Purpose } from "../../numerics/keyed.ts";
import { PROCESSES } from "../../processes/order.ts";
import type { Process } from "../../processes/process.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { parseScenario } from "../../scenario/validate.ts";
import type { CalibrationFile } from "../calibrate/file.ts";
import { perTarget, type Target } from "../hindcast/figures.ts";
import type { Language } from "./blocks.ts";
import {
  below,
  commentParagraphs,
  firstSentence,
  headComment,
  keyComments,
  listItems,
  type PlainTable,
  reasonsOf,
  tableWith,
} from "./source.ts";

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

/** How near predictions from one census came to the next, each prefecture predicted without its own. */
export interface Skill {
  readonly from: number;
  readonly to: number;
  readonly units: number;
  readonly prefectures: readonly string[];
  readonly figures: Readonly<Record<Target, SkillOf>>;
}

/** Of one figure: the model's scores, and misses of predictions that need no model. Shares from 0 to 1. */
export interface SkillOf {
  readonly rmse: number;
  readonly bias: number;
  readonly spearman: number;
  readonly coverage: number;
  readonly nationalTrend: number;
  readonly noChange: number;
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
  /** What the calibration that comes with urflow tells of its predictions; null without one. */
  readonly skill: Skill | null;
  /** Scores of the hindcast, and the patterns that were looked for, where their documents have a table of them. */
  readonly scores: PlainTable | null;
  readonly patterns: PlainTable | null;
  /** Verdicts on the claims of the sources, where `urflow claims` left them; each in its own language. */
  readonly claims: Readonly<Record<Language, PlainTable | null>>;
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
    ...calibrationOf(ifThere(CALIBRATION)),
    limits: listItems(below(textOf("docs/model.md"), "What it can't tell yet") ?? ""),
    scores: tableWith(ifThere("docs/hindcast.md"), /RMSE/i),
    patterns: tableWith(ifThere("docs/patterns.md"), /pattern/i),
    claims: {
      en: tableWith(ifThere("docs/claims.md"), /verdict/),
      zh: tableWith(ifThere("docs/claims.zh.md"), /结论/),
    },
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

function calibrationOf(text: string): Pick<Facts, "tuned" | "skill"> {
  if (text === "") return { tuned: new Map(), skill: null };
  // Written by `urflow calibrate`, which checks what it writes.
  const file = JSON.parse(text) as CalibrationFile;
  const { heldOut, targets, scales, from, to, groups } = file;
  const tuned = new Map(
    file.tuned.map(({ id, mean: centre, low, high }) => [id, { mean: centre, low, high }]),
  );
  if (heldOut === null) return { tuned, skill: null };
  const skillOf = (target: Target): SkillOf => {
    const changes = targets.map((unit) => unit.changes[target]).filter((change) => change !== null);
    const { rmse, bias, spearman, coverage } = heldOut[target];
    const noChange = Math.sqrt(mean(changes.map((change) => change * change)));
    // Scores that couldn't be told are null in the file.
    const known = (value: number | null): number => value ?? NaN;
    return {
      rmse: known(rmse),
      bias: known(bias),
      spearman: known(spearman),
      coverage: known(coverage),
      nationalTrend: scales[target],
      noChange,
    };
  };
  const figures = perTarget(skillOf);
  return { tuned, skill: { from, to, units: targets.length, prefectures: groups, figures } };
}
