/** The same schemas for editors: completion, hovers and red lines while a file is written. */
import * as z from "zod";
import { PolicyFile, ScenarioFile } from "./schema.ts";

type Json = z.core.JSONSchema.BaseSchema;

const options = { io: "input", target: "draft-7" } as const;

/**
 * JSON Schema (draft 7) of a scenario file. A file that extends another may leave out all but what it changes.
 * What it can't say (sums, references, sources) only `validateScenario` checks.
 */
export function scenarioJsonSchema(): Json {
  const whole = z.toJSONSchema(ScenarioFile, options);
  return {
    title: "urflow scenario",
    ...partial(whole),
    required: ["urflow", "id"],
    if: { not: { required: ["extends"] } },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's word; nobody awaits a schema
    then: demands(whole),
  };
}

/** JSON Schema (draft 7) of a policy file. */
export function policyJsonSchema(): Json {
  return { title: "urflow policy", ...z.toJSONSchema(PolicyFile, options) };
}

/** The same schema where nothing but the id of a thing in a list is required. */
function partial(schema: Json): Json {
  const copy: Json = { ...schema };
  const { required, properties, items, anyOf } = schema;
  if (required !== undefined) {
    copy.required = required.filter((key) => key === "id");
    if (copy.required.length === 0) delete copy.required;
  }
  if (properties !== undefined) {
    copy.properties = Object.fromEntries(
      Object.entries(properties).map(([key, below]) => [key, partialOf(below)]),
    );
  }
  // Rows and points have no id: they are replaced as a whole, and must be whole.
  if (isThing(items)) copy.items = partial(items);
  if (anyOf !== undefined) copy.anyOf = anyOf.map(partialOf);
  return copy;
}

/** Only what a schema requires, at every level; nothing where it requires nothing. */
function demands(schema: Json): Json {
  const { required, properties, items } = schema;
  const below = Object.entries(properties ?? {})
    .filter(([, one]) => typeof one !== "boolean")
    .map(([key, one]): [string, Json] => [key, typeof one === "boolean" ? {} : demands(one)])
    .filter(([, one]) => Object.keys(one).length > 0);
  const inItems = isThing(items) ? demands(items) : {};
  return {
    ...(required === undefined ? {} : { required }),
    ...(below.length === 0 ? {} : { properties: Object.fromEntries(below) }),
    ...(Object.keys(inItems).length === 0 ? {} : { items: inItems }),
  };
}

type Below = Exclude<NonNullable<Json["properties"]>[string], undefined>;

const partialOf = <T extends Below>(schema: T): T | Json =>
  typeof schema === "boolean" ? schema : partial(schema);

const isThing = (items: Json["items"]): items is Json =>
  typeof items === "object" && !Array.isArray(items) && items.properties?.["id"] !== undefined;
