/** `urflow list`: the scenarios that come with urflow. */
import type { Command } from "commander";
import type { Scenario } from "../../scenario/scenario.ts";
import { prepare } from "../prepare.ts";
import { layOut } from "../report/layout.ts";
import { builtInIds } from "../store/sources.ts";
import { options, type Answer, type Context, type Respond } from "./command.ts";

export function addList(program: Command, context: Context, respond: Respond): void {
  program
    .command("list")
    .summary("list the built-in scenarios")
    .description("Lists the built-in scenarios, one a line.")
    .addOption(options.json())
    .addHelpText("after", "\nExample:\n  urflow list")
    .action((flags: { json?: boolean }) => respond(list(context), flags.json === true));
}

function list({ model, builtIns }: Context): Answer {
  const scenarios = builtInIds(builtIns).map((id): Scenario => prepare(model, builtIns, id, []).scenario);
  return {
    text: layOut(
      scenarios.map(({ id, title, summary }) => [id, `${title.en}. ${firstSentence(summary.en)}`]),
      "<<",
    ),
    json: {
      scenarios: scenarios.map(({ id, title, summary, start, years, scale, policies }) => ({
        id,
        title,
        summary,
        start,
        years,
        scale,
        policies: policies.map((policy) => policy.id),
      })),
    },
  };
}

const firstSentence = (text: string): string => /^.*?[.!?](?= |$)/s.exec(text)?.[0] ?? text;
