/** How a policy is written in a file. */
import * as z from "zod";
import { parameterIds, PARAMETERS } from "../policy/parameters.ts";
import { bilingual, field, id, measureId, sourceKey, Sources } from "./schemaParts.ts";

export const MONTH_PATTERN = /^\d{4}-(0[1-9]|1[0-2])$/;

const month = (description: string): z.ZodString =>
  field(z.string().regex(MONTH_PATTERN), description, {
    expected: "a year and month, as in 2022-01",
    mend: "Write four digits, a hyphen and two digits.",
  });

const tier = field(z.enum(["village", "town", "seat"]), "Tier of settlements.", {
  mend: "Write one of these words.",
});

const PlaceFilter = z.strictObject({
  tiers: field(z.array(tier).min(1).max(3), "Tiers to which the measure is confined.").optional(),
  counties: field(z.array(id("a county")).min(1), "Counties to which the measure is confined.").optional(),
  settlements: field(z.array(z.string().min(1).max(120)).min(1), "Settlements by id.").optional(),
});

const Where = field(z.union([z.literal("designated"), PlaceFilter]), "Where the measure holds.", {
  expected: "designated, or a map with tiers, counties or settlements",
  mend: "Write designated, or for example { tiers: [town] }; without the key the measure holds everywhere.",
});

const Designation = z.strictObject({
  tier,
  perCounty: field(z.number().int().min(0).max(1000), "How many settlements in each county.").optional(),
  settlements: field(z.array(z.string().min(1).max(120)).min(1), "Settlements by id.").optional(),
  by: field(
    z.enum(["population", "minutesToSeat"]),
    "How they are ranked: the largest first, or the nearest to the county seat first.",
    { mend: "Write one of these words." },
  ).optional(),
});

const levers = parameterIds("lever");

const Measure = z.strictObject({
  id: measureId(),
  lever: field(
    z.enum(levers),
    `What is moved. ${levers.map((lever) => `${lever}: ${PARAMETERS[lever].doc} (${PARAMETERS[lever].unit})`).join("\n")}`,
    { expected: "a lever of the parameter table", mend: `Levers are ${levers.join(", ")}.` },
  ),
  where: Where.optional(),
  from: month("First month in force, as in 2022-01."),
  until: month("First month no longer in force; without it the measure stays to the end.").optional(),
  value: field(z.number(), "Value of the lever, in its unit and within its bounds.", {
    mend: "Write a number in the unit of the lever.",
  }),
  payer: field(z.enum(["county", "state"]), "Who pays what the lever costs; the county if nothing is said.", {
    mend: "Write county or state.",
  }).default("county"),
  source: sourceKey(),
});

export const PolicyFile = z.strictObject({
  "urflow-policy": field(z.literal(1), "Version of this file format.", { mend: "Write urflow-policy: 1." }),
  id: id("the policy; also the name of its file"),
  title: bilingual("A short name."),
  summary: bilingual("What the policy does, in a sentence or two."),
  sources: Sources.optional(),
  designation: field(Designation, "Names settlements that measures can point at.", {
    expected: "a map with tier and perCounty or settlements",
    mend: "Write { tier: town, perCounty: 1, by: population }.",
  }).optional(),
  measures: field(z.array(Measure).max(200), "What is done, where and when.", {
    expected: "a list of measures",
    mend: "Begin each measure with a hyphen and its id.",
  }),
});

/** Inside a scenario the version may be left out: the scenario has one. */
export const InlinePolicy = PolicyFile.partial({ "urflow-policy": true });
