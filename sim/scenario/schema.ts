/** How a scenario is written in a file, as far as one value can be judged alone. Relations: `relations*.ts`. */
import * as z from "zod";
import type { Parameter } from "../policy/parameter.ts";
import { type ParameterId, parameterIds, PARAMETERS } from "../policy/parameters.ts";
import { DRIVERS, type DriverId } from "./scenario.ts";
import { bilingual, field, id, sourceKey, Sources } from "./schemaParts.ts";
import { InlinePolicy, UsedPolicy } from "./schemaPolicy.ts";
import { Shock } from "./schemaShock.ts";
import { systemKeys } from "./schemaSystem.ts";
import { World } from "./schemaWorld.ts";

interface DriverForm {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly doc: string;
}

/** Units and bounds of the outside series. The bounds refuse slips of unit, not bold assumptions. */
export const DRIVER_FORMS: Readonly<Record<DriverId, DriverForm>> = {
  outsideWageGrowth: { unit: "per-year", min: -0.3, max: 0.3, doc: "Real growth of wages at the gateways." },
  productivityGrowth: {
    unit: "per-year",
    min: -0.3,
    max: 0.3,
    doc: "Growth of productivity in the region's modern sectors.",
  },
  fertility: { unit: "children per woman", min: 0, max: 10, doc: "Total fertility rate." },
  mortality: { unit: "ratio", min: 0.1, max: 10, doc: "Multiplier on the life table; 1 is 2020." },
  transferPerHead: {
    unit: "yuan/year",
    min: 0,
    max: 1_000_000,
    doc: "Transfers from higher government to county budgets per registered resident, yuan of 2020.",
  },
  farmPrice: { unit: "index", min: 0.01, max: 100, doc: "Real price of farm produce; 1 in the start year." },
};

function driver(form: DriverForm) {
  const value = field(z.number().min(form.min).max(form.max), form.doc, {
    mend: `Write it in the unit ${form.unit}.`,
  });
  const pointYear = field(z.number().int().min(1800).max(2300), "Calendar year.", {
    mend: "Write a calendar year.",
  });
  return field(
    z.strictObject({
      unit: field(z.literal(form.unit), "Unit of the values.", { mend: `Write unit: ${form.unit}.` }),
      points: field(
        z
          .array(
            field(z.tuple([pointYear, value]), "Year and value.", {
              expected: "a pair of year and value",
              mend: "Write [2020, 1.2].",
            }),
          )
          .min(1)
          .max(500),
        "Years and values, years ascending; linear between them.",
        { expected: "a list of [year, value]", mend: "Write [[2020, 1.2], [2035, 1.1]]." },
      ),
      after: field(
        z.enum(["hold", "trend"]),
        "After the last point: hold its value, or go on with the last slope.",
        {
          mend: "Write hold or trend.",
        },
      ).default("hold"),
      source: sourceKey(),
    }),
    form.doc,
    {
      expected: "a map with unit, points and source",
      mend: "Write { unit: …, points: [[2020, …]], source: assumed }.",
    },
  );
}

const drivers = {
  outsideWageGrowth: driver(DRIVER_FORMS.outsideWageGrowth),
  productivityGrowth: driver(DRIVER_FORMS.productivityGrowth),
  fertility: driver(DRIVER_FORMS.fertility),
  mortality: driver(DRIVER_FORMS.mortality),
  transferPerHead: driver(DRIVER_FORMS.transferPerHead),
  farmPrice: driver(DRIVER_FORMS.farmPrice).optional(),
} satisfies Record<DriverId, z.ZodType>;

/** A number of the table; a law is chosen by the name of its value, or by its number, of which there is no half. */
function assumptionField(name: ParameterId): z.ZodOptional<z.ZodType<number | string>> {
  const { doc, unit, min, max, default: value, source, values }: Parameter = PARAMETERS[name];
  const description = `${doc} Unit: ${unit}. Default ${value} (${source}).`;
  if (values === undefined) {
    const mend = `Write a value within the bounds of the table (default ${value}, unit ${unit}).`;
    return field(z.number().min(min).max(max), description, { mend }).optional();
  }
  const names = values.map(({ id: each }) => each);
  const form = z.union([z.number().int().min(min).max(max), z.enum(names)]);
  const expected = `one of ${names.join(", ")}`;
  return field(form, description, { expected, mend: "Write one of these words." }).optional();
}

const assumptions = Object.fromEntries(
  parameterIds("assumption").map((name) => [name, assumptionField(name)]),
);

export const ScenarioFile = z.strictObject({
  urflow: field(z.literal(1), "Version of this file format.", { mend: "Write urflow: 1." }),
  id: id("the scenario; also the name of its file"),
  extends: id("another scenario; the keys of this file are laid over it").optional(),
  title: bilingual("A short name."),
  summary: bilingual("What the scenario shows, in a sentence or two."),
  ...systemKeys,
  start: field(z.number().int().min(1900).max(2200), "First simulated calendar year, from January.", {
    mend: "Write a year of which every county has a census row.",
  }),
  years: field(z.number().int().min(1).max(100), "Years that are simulated.", {
    mend: "Write how many years to simulate.",
  }),
  scale: field(z.number().int().min(1).max(10_000), "Persons that one agent stands for.", {
    mend: "Write how many persons one agent stands for.",
  }),
  seed: field(z.string().min(1).max(200), "Seed of the run unless another is asked for.", {
    expected: "a text",
    mend: "Write any text; a number stands in quotes.",
  }),
  sources: Sources,
  world: World,
  drivers: field(z.strictObject(drivers), "Dated outside series that the region cannot change.", {
    expected: `a map with ${DRIVERS.join(", ")}`,
    mend: "Give each driver its unit, points and source.",
  }),
  shocks: field(z.array(Shock).max(50), "Months in which drivers run otherwise than their series say.", {
    expected: "a list of shocks",
    mend: "Write for example [{ id: slump, driver: outsideWageGrowth, from: 2025-01, until: 2027-01, add: -0.06, source: assumed }].",
  }).optional(),
  parameters: field(z.strictObject(assumptions), "Assumptions that differ from the parameter table.", {
    expected: "a map of parameters",
    mend: "Write name: value.",
  }).optional(),
  policies: field(
    z
      .array(
        field(z.union([id("a file of scenarios/policies"), InlinePolicy, UsedPolicy]), "A policy.", {
          expected: "the id of a policy, or a policy",
          mend: "Write the name of a file of scenarios/policies, without .yaml.",
        }),
      )
      .max(100),
    "Policies in force: ids of files, or policies written here.",
    { expected: "a list of policies", mend: "Write for example [innovative-small-towns]." },
  ).default([]),
});

export { PolicyFile } from "./schemaPolicy.ts";
