/** `urflow claims`: tries what the sources claim, and says what would turn each verdict. */
import { type Command, Option } from "commander";
import { didYouMean } from "../../scenario/suggest.ts";
import { claimFiles } from "../claims/files.ts";
import { CLAIMS } from "../claims/list/list.ts";
import { keptOf, runLab, seedsOfSearch, type ClaimResult } from "../claims/lab.ts";
import { labJson, labText } from "../claims/report.ts";
import { runsOnThreads } from "../claims/runs.ts";
import type { Claim } from "../claims/claim.ts";
import { writeFiles } from "../store/atomic.ts";
import { withOutput } from "../store/output.ts";
import { options, seedsUpTo, UsageError, whole, type Answer, type Context, type Respond } from "./command.ts";

interface ClaimsFlags {
  readonly only?: readonly string[];
  readonly seeds: number;
  readonly flipSeeds: number;
  readonly jobs?: number;
  readonly out?: string;
  readonly json?: boolean;
}

export function addClaims(program: Command, context: Context, respond: Respond): void {
  program
    .command("claims")
    .summary("try the claims of the sources as experiments, with verdicts")
    .description(
      "Runs the arms of each claim with the same seeds, and prints effects with 90 % intervals, verdicts, whether they " +
        "stand among so many, and the assumptions that carry each: the smallest changes that would turn it.",
    )
    .option("--only <ids>", "claims to try, separated by commas, as in A-i,B-v", ids)
    .addOption(options.seeds().default(32).makeOptionMandatory(false))
    .addOption(
      new Option(
        "--flip-seeds <number>",
        "seeds with which a change of an assumption is tried that may turn a verdict; 0: none is",
      )
        .argParser(whole(0, 1000))
        .default(8),
    )
    .addOption(options.jobs())
    .addOption(options.out("write claims.json, claims.md, claims.zh.md and a manifest into this folder"))
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow claims
  urflow claims --only A-i,A-ii --seeds 8 --flip-seeds 0`,
    )
    .action(async (flags: ClaimsFlags) => {
      respond(await answer(context, flags), flags.json === true);
    });
}

const ids = (text: string): string[] => text.split(",").map((id) => id.trim());

async function answer(context: Context, flags: ClaimsFlags): Promise<Answer> {
  const claims = chosen(flags.only);
  const { out } = flags;
  if (out === undefined) return told(context, flags, await tryAll(context, claims, flags));
  return withOutput(context.disk, out, "claims", [], async () => {
    const results = await tryAll(context, claims, flags);
    const said = told(context, flags, results);
    const trial = flags.flipSeeds === 0 ? [] : seedsOfSearch(seedsUpTo(flags.seeds), flags.flipSeeds).trial;
    const made = {
      version: context.model.version,
      command: commandOf(flags),
      seeds: flags.seeds,
      flipSeeds: trial.length,
    };
    await writeFiles(context.disk, out, claimFiles(results, context.model, made, said.json));
    return { ...said, text: `${said.text}\n\nwritten to ${out}` };
  });
}

/** The command that makes the table again. */
const commandOf = ({ only, seeds, flipSeeds }: ClaimsFlags): string =>
  [
    "urflow claims",
    ...(only === undefined ? [] : [`--only ${only.join(",")}`]),
    `--seeds ${seeds} --flip-seeds ${flipSeeds}`,
  ].join(" ");

function chosen(only: readonly string[] | undefined): readonly Claim[] {
  if (only === undefined) return CLAIMS;
  const known = CLAIMS.map(({ id }) => id);
  const unknown = only.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    const hint = didYouMean(unknown[0], known);
    const named = unknown.map((id) => (id === "" ? "nothing" : id)).join(", ");
    throw new UsageError(
      `--only names ${named}; expected claims among ${known.join(", ")}. ${hint}`.trimEnd(),
    );
  }
  return CLAIMS.filter(({ id }) => only.includes(id));
}

async function tryAll(
  context: Context,
  claims: readonly Claim[],
  flags: ClaimsFlags,
): Promise<ClaimResult[]> {
  const runs = runsOnThreads(context, keptOf(claims), flags.jobs);
  try {
    const plan = { claims, seeds: seedsUpTo(flags.seeds), flipSeeds: flags.flipSeeds };
    return await runLab(plan, context.model.parameters, runs);
  } finally {
    await runs.close();
  }
}

function told(
  { model }: Context,
  { seeds, flipSeeds }: ClaimsFlags,
  results: readonly ClaimResult[],
): Answer {
  return {
    text: labText(results, model),
    json: { version: model.version, seeds, flipSeeds, claims: labJson(results, model) },
  };
}
