/** `urflow validate`: everything that is wrong with a scenario or policy file, at once. */
import { basename, extname } from "node:path";
import type { Command } from "commander";
import { mayConflict } from "../../engine/conflicts.ts";
import { type Fault, formatFault, ScenarioError } from "../../scenario/faults.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { counted } from "../report/counted.ts";
import { openSource, type Reader } from "../store/sources.ts";
import { options, settings, type Answer, type Context, type Respond } from "./command.ts";
import { BAD_INPUT } from "./exit.ts";

interface ValidateFlags {
  readonly set: readonly string[];
  readonly world: string;
  readonly json?: boolean;
}

/** Id of the scenario that a policy is checked in. */
const POLICY_CHECK = "policy-check";
/** What is told of the scenario that a policy is laid into is told of the policy as a whole. */
const CHECK_FILE = `${POLICY_CHECK}.yaml`;

export function addValidate(program: Command, context: Context, respond: Respond): void {
  program
    .command("validate")
    .summary("check a scenario or policy file")
    .description("Checks a scenario or policy file and lists every fault with its place and its mend.")
    .argument("<file>", "the path of a .yaml file, or a built-in scenario")
    .addOption(options.set())
    .option("--world <scenario>", "for a policy file: the scenario whose world it is checked in", "valley")
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow validate ./my-county.yaml
  urflow validate ./policies/my-policy.yaml --world quzhou
  urflow validate valley --set parameters.taxShare=0.2`,
    )
    .action((file: string, flags: ValidateFlags) =>
      respond(validate(context, file, flags), flags.json === true),
    );
}

function validate({ model, builtIns }: Context, name: string, { world, ...flags }: ValidateFlags): Answer {
  const reader = openSource(name, builtIns);
  const isPolicy = /^urflow-policy[ \t]*:/m.test(reader.text);
  const checked = isPolicy ? policyIn(openSource(world, builtIns), reader) : reader;
  try {
    const { text, file, resolve } = checked;
    const scenario = model.parse(text, { file, resolve, set: settings(flags) });
    // Whether policies meet at a place shows only in the world itself.
    if (mayConflict(scenario)) model.begin(scenario, scenario);
    return isPolicy ? fine(name, policyWords(scenario)) : fine(name, scenarioWords(scenario));
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    const faults = isPolicy ? failure.faults.map((fault) => inPolicy(fault, reader.file)) : failure.faults;
    const count = counted(faults.length, "fault");
    return {
      text: [...faults.map(formatFault), `${name}: ${count}`].join("\n"),
      json: { ok: false, file: name, error: `${name}: ${count}`, faults },
      exitCode: BAD_INPUT,
    };
  }
}

/** A policy alone has no world to stand in: it is laid over one, as a scenario that names it would do. */
function policyIn(world: Reader, policy: Reader): Pick<Reader, "text" | "file" | "resolve"> {
  const id = basename(policy.file, extname(policy.file));
  const below = basename(world.file, extname(world.file));
  return {
    file: CHECK_FILE,
    text: `urflow: 1\nid: ${POLICY_CHECK}\nextends: ${JSON.stringify(below)}\npolicies: [${JSON.stringify(id)}]\n`,
    resolve: (kind, asked) => {
      if (kind === "policy" && asked === id) return policy.text;
      return kind === "scenario" && asked === below ? world.text : world.resolve(kind, asked);
    },
  };
}

/** A fault of the policy, told of the file that was named; the fault of a world stays as it is. */
function inPolicy(fault: Fault, file: string): Fault {
  const path = fault.path.replace(/^policies\[0\]\.?/, "");
  if (fault.file === CHECK_FILE) return { ...fault, file, path, line: 1, column: 1 };
  return basename(fault.file) === basename(file) ? { ...fault, file, path } : fault;
}

const fine = (name: string, what: string): Answer => ({
  text: `${name}: ok, ${what}`,
  json: { ok: true, file: name, what, faults: [] },
});

function scenarioWords({ id, start, years, world, policies }: Scenario): string {
  const parts = [
    counted(world.counties.length, "county", "counties"),
    counted(world.gateways.length, "gateway"),
    counted(policies.length, "policy", "policies"),
  ];
  return `scenario ${id}, ${start}–${start + years}, ${parts.join(", ")}`;
}

function policyWords({ policies }: Scenario): string {
  const { id, measures } = policies[policies.length - 1];
  return `policy ${id}, ${counted(measures.length, "measure")}`;
}
