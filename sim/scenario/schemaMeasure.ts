/** How a measure of a policy is written in a file. */
import * as z from "zod";
import { isRule, type Parameter } from "../policy/parameter.ts";
import { type ParameterId, parameterIds, PARAMETERS } from "../policy/parameters.ts";
import { field, id, measureId, sourceKey } from "./schemaParts.ts";

export const MONTH_PATTERN = /^\d{4}-(0[1-9]|1[0-2])$/;

export const month = (description: string): z.ZodString =>
  field(z.string().regex(MONTH_PATTERN), description, {
    expected: "a year and month, as in 2022-01",
    mend: "Write four digits, a hyphen and two digits.",
  });

export const tier = field(z.enum(["village", "town", "seat"]), "Tier of settlements.", {
  mend: "Write one of these words.",
});

const anyTier = field(z.enum(["village", "town", "seat", "core"]), "Tier of settlements.", {
  mend: "Write one of these words.",
});

/** Name of a choice or of one of its options. */
export const word = (description: string): z.ZodString =>
  field(
    z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]*$/)
      .max(60),
    description,
    {
      expected: "a name of letters, digits and hyphens, as in clusterFirst",
      mend: "Use a name that the policy gives in its choices.",
    },
  );

export const yuan = (description: string): z.ZodNumber =>
  field(z.number().min(0).max(1e12), description, { mend: "Write yuan of 2020." });

const PlaceFilter = z.strictObject({
  tiers: field(z.array(anyTier).min(1).max(4), "Tiers to which the measure is confined.").optional(),
  counties: field(z.array(id("a county")).min(1), "Counties to which the measure is confined.").optional(),
  settlements: field(z.array(z.string().min(1).max(120)).min(1), "Settlements by id.").optional(),
});

const Where = field(z.union([z.literal("designated"), PlaceFilter]), "Where the measure holds.", {
  expected: "designated, or a map with tiers, counties or settlements",
  mend: "Write designated, or for example { tiers: [town] }; without the key the measure holds everywhere.",
});

const levers = parameterIds("lever");

function sayLever(lever: ParameterId): string {
  const row: Parameter = PARAMETERS[lever];
  const unit = isRule(row) ? (row.values ?? []).map((value) => value.id).join(", ") : row.unit;
  return `${lever}: ${row.doc} (${unit})`;
}

export const Measure = z.strictObject({
  id: measureId(),
  lever: field(z.enum(levers), `What is moved. ${levers.map(sayLever).join("\n")}`, {
    expected: "a lever of the parameter table",
    mend: `Levers are ${levers.join(", ")}.`,
  }),
  where: Where.optional(),
  when: field(
    z.record(
      word("Name of a choice."),
      field(z.array(word("Name of an option.")).min(1).max(20), "Options under which the measure is taken.", {
        expected: "a list of options",
        mend: "Write for example [clusterFirst, together].",
      }),
    ),
    "Choices under which the measure is taken; without the key it is taken whatever is chosen.",
    { expected: "a map from choices to lists of options", mend: "Write { order: [clusterFirst] }." },
  ).optional(),
  from: month("First month in force, as in 2022-01."),
  until: month("First month no longer in force; without it the measure stays to the end.").optional(),
  value: field(
    z.union([z.number(), z.string().max(60)]),
    "Value of the lever, in its unit and within its bounds; of a rule, the name of the value.",
    { expected: "a number, or the name of a value", mend: "Write a value in the unit of the lever." },
  ),
  payer: field(z.enum(["county", "state"]), "Who pays what the lever costs; the county if nothing is said.", {
    mend: "Write county or state.",
  }).default("county"),
  cost: field(
    z.strictObject({
      yearly: yuan("Yuan a year that carrying the measure out costs, beside what its lever costs."),
      per: field(
        z.enum(["policy", "place", "resident"]),
        "Whether that is for all places together, for each, or for each resident of them.",
        { mend: "Write policy, place or resident." },
      ),
    }),
    "What carrying the measure out costs the payer; part is bought in place, part outside.",
    { expected: "a map with yearly and per", mend: "Write for example { yearly: 200000, per: place }." },
  ).optional(),
  source: sourceKey(),
});
