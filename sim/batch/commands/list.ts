/** `urflow list`: the scenarios that come with urflow. */
import type { Command } from "commander";
import type { Scenario } from "../../scenario/scenario.ts";
import { bySystem, groupOf } from "../../scenario/systems.ts";
import { prepare } from "../prepare.ts";
import { layOut } from "../report/layout.ts";
import { builtInIds } from "../store/sources.ts";
import { options, type Answer, type Context, type Respond } from "./command.ts";

/** Stands where a scenario shows no system, so that every line has three columns. */
const NO_SYSTEM = "-";

export function addList(program: Command, context: Context, respond: Respond): void {
  program
    .command("list")
    .summary("list the built-in scenarios")
    .description(
      "Lists the built-in scenarios, one a line: the code of the system of policy that it shows, its id, its title. With " +
        "--json also what each is, what it assumes and what to look at.",
    )
    .addOption(options.json())
    .addHelpText("after", "\nExample:\n  urflow list")
    .action((flags: { json?: boolean }) => respond(list(context), flags.json === true));
}

/** Built-in scenarios: worlds first, then systems in the order of their codes. */
function list({ model, builtIns }: Context): Answer {
  const scenarios = builtInIds(builtIns)
    .map((id): Scenario => prepare(model, builtIns, id, []).scenario)
    .sort(bySystem);
  return {
    text: layOut(
      scenarios.map(({ system, id, title }) => [system ?? NO_SYSTEM, id, title.en]),
      "<<<",
    ),
    json: {
      scenarios: scenarios.map(({ system, id, title, summary, about, start, years, scale, policies }) => ({
        ...(system === undefined ? {} : { system, group: groupOf(system) }),
        id,
        title,
        summary,
        ...(about === undefined ? {} : { about }),
        start,
        years,
        scale,
        policies: policies.map((policy) => policy.id),
      })),
    },
  };
}
