/** How a policy is written in a file, and how a scenario uses one. Its measures: `schemaMeasure.ts`. */
import * as z from "zod";
import { RANKS } from "../policy/policy.ts";
import { Measure, month, tier, word, yuan } from "./schemaMeasure.ts";
import { bilingual, field, id, Sources } from "./schemaParts.ts";

const rank = field(
  z.enum(RANKS),
  "The largest first; the nearest to the county seat first; the farthest first; or these two in turn by county.",
  { mend: "Write one of these words." },
);

const Designation = z.strictObject({
  tier,
  perCounty: field(z.number().int().min(0).max(1000), "How many settlements in each county.").optional(),
  settlements: field(z.array(z.string().min(1).max(120)).min(1), "Settlements by id.").optional(),
  by: field(
    z.union([rank, z.record(word("Name of a choice."), z.record(word("Name of an option."), rank))]),
    "How they are ranked, or for each option of a choice how.",
    {
      expected: `one of ${RANKS.join(", ")}, or a map from a choice to these`,
      mend: "Write population, or for example { site: { suburb: minutesToSeat, fringe: farFromSeat } }.",
    },
  ).optional(),
});

const Choice = field(
  z.strictObject({
    label: bilingual("What is to be chosen."),
    options: field(
      z.record(word("Name of an option."), bilingual("What the option is called.")),
      "The options by name.",
      { expected: "a map of options", mend: "Write each option as name: { en: …, zh: … }." },
    ),
    default: word("The option that holds where a scenario chooses none."),
  }),
  "Something that the policy leaves to the scenario.",
  {
    expected: "a map with label, options and default",
    mend: "Give the choice its label, options and default.",
  },
);

const Purse = field(
  z.strictObject({
    yearly: yuan("Yuan a year that all measures together may cost, whoever pays."),
    per: field(
      z.enum(["policy", "resident"]),
      "Whether that is for the policy as it is, or for each resident of the region at the start.",
      { mend: "Write policy or resident." },
    ).default("policy"),
  }),
  "A cap on the cost of the policy: it fills by a twelfth each month, and while it is used up all but rules rests.",
  { expected: "a map with yearly", mend: "Write for example { yearly: 50000000 }." },
);

export const PolicyFile = z.strictObject({
  "urflow-policy": field(z.literal(1), "Version of this file format.", { mend: "Write urflow-policy: 1." }),
  id: id("the policy; also the name of its file"),
  title: bilingual("A short name."),
  summary: bilingual("What the policy does, in a sentence or two."),
  sources: Sources.optional(),
  choices: field(z.record(word("Name of a choice."), Choice), "What the scenario can choose.", {
    expected: "a map of choices",
    mend: "Write each choice as name: { label: …, options: …, default: … }.",
  }).optional(),
  designation: field(Designation, "Names settlements that measures can point at.", {
    expected: "a map with tier and perCounty or settlements",
    mend: "Write { tier: town, perCounty: 1, by: population }.",
  }).optional(),
  purse: Purse.optional(),
  measures: field(z.array(Measure).max(200), "What is done, where and when.", {
    expected: "a list of measures",
    mend: "Begin each measure with a hyphen and its id.",
  }),
});

/** What a scenario says of a policy that it uses. */
const terms = {
  choose: field(
    z.record(word("Name of a choice."), word("Name of the option chosen.")),
    "Options that the scenario chooses; the others stay at the policy's default.",
    { expected: "a map from choices to options", mend: "Write for example { order: linkFirst }." },
  ).optional(),
  from: month("Moves the policy: the month in which its first measure begins.").optional(),
  until: month("First month in which none of its measures is in force any more.").optional(),
  // What a policy may cost is for those to say who use it; it takes the place of a purse in the policy's own file.
  purse: Purse.optional(),
};

/** Inside a scenario the version may be left out: the scenario has one. */
export const InlinePolicy = PolicyFile.partial({ "urflow-policy": true }).extend(terms);

/** A file of scenarios/policies with what the scenario says of it. */
export const UsedPolicy = z.strictObject({ use: id("a file of scenarios/policies"), ...terms });
export const TERM_KEYS: readonly string[] = Object.keys(terms);
