/** From a policy as it is written to one as it is carried out: chosen, moved in time, and with numbers for names. */
import type * as z from "zod";
import { monthNumber, shiftMonth } from "../policy/months.ts";
import type { Parameter } from "../policy/parameter.ts";
import { PARAMETERS } from "../policy/parameters.ts";
import type { Choice, Designation, Measure, Policy } from "../policy/policy.ts";
import type { InlinePolicy } from "./schemaPolicy.ts";

type Written = z.infer<typeof InlinePolicy>;
type WrittenMeasure = Written["measures"][number];

export function finishPolicy(written: Written): Policy {
  const { id, title, summary, purse } = written;
  const choices = choicesOf(written);
  const designation = written.designation && finishDesignation(written.designation, choices);
  const months = written.measures.map(({ from }) => monthNumber(from));
  // All options are moved alike, so that they stay comparable.
  const by = written.from === undefined ? 0 : monthNumber(written.from) - Math.min(...months);
  const measures = written.measures
    .filter(({ when = {} }) => Object.keys(when).every((key) => when[key].includes(choices[key].chosen)))
    .map((measure) => finishMeasure(measure, months.length === 0 ? 0 : by, written.until))
    .filter(({ from, until }) => until === undefined || from < until);
  const open = Object.keys(choices).length === 0 ? undefined : choices;
  return { id, title, summary, designation, choices: open, purse, measures };
}

/** The rank that the chosen options ask for. */
function finishDesignation(
  { by, ...rest }: NonNullable<Written["designation"]>,
  choices: Readonly<Record<string, Choice>>,
): Designation {
  if (typeof by !== "object") return { ...rest, by };
  const [[choice, ranks]] = Object.entries(by);
  return { ...rest, by: ranks[choices[choice].chosen] };
}

function choicesOf({ choices = {}, choose = {} }: Written): Record<string, Choice> {
  return Object.fromEntries(
    Object.entries(choices).map(([id, { label, options, default: usual }]) => [
      id,
      { label, options, chosen: choose[id] ?? usual },
    ]),
  );
}

function finishMeasure(measure: WrittenMeasure, by: number, end: string | undefined): Measure {
  const { id, lever, where, payer, cost, source } = measure;
  const own = measure.until === undefined ? undefined : shiftMonth(measure.until, by);
  const until = own === undefined || (end !== undefined && end < own) ? end : own;
  return {
    id,
    lever,
    where,
    from: shiftMonth(measure.from, by),
    until,
    value: numberFor(measure),
    payer,
    cost,
    source,
  };
}

/** The value as a number; of a rule the place of its name among the values. */
function numberFor({ lever, value }: WrittenMeasure): number {
  if (typeof value === "number") return value;
  const { values = [] }: Parameter = PARAMETERS[lever];
  return values.findIndex(({ id }) => id === value);
}
