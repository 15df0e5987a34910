import { describe, expect, it } from "vitest";
import { PARAMETERS, parameterIds } from "../../sim/policy/parameters.ts";
import { policyJsonSchema, scenarioJsonSchema } from "../../sim/scenario/jsonSchema.ts";
import { schemaText } from "./files.ts";

const parsed = (name: string): unknown => JSON.parse(schemaText(name));

describe("the JSON Schemas for editors", () => {
  it("in the repository are those of the code (node bin/scenario-schema.js writes them)", () => {
    expect(parsed("scenario.schema.json")).toEqual(scenarioJsonSchema());
    expect(parsed("policy.schema.json")).toEqual(policyJsonSchema());
  });

  it("are of draft 7, which editors of YAML read", () => {
    for (const schema of [scenarioJsonSchema(), policyJsonSchema()]) {
      expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    }
  });

  it("describe every key", () => {
    const bare: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      for (const [key, below] of Object.entries(schema)) {
        if (key === "properties") {
          for (const [name, one] of Object.entries(below as Record<string, { description?: string }>)) {
            if (one.description === undefined) bare.push(`${path}.${name}`);
          }
        }
        if (key !== "then") visit(below, key === "properties" ? path : `${path}.${key}`);
      }
    };
    visit(scenarioJsonSchema(), "scenario");
    visit(policyJsonSchema(), "policy");
    expect(bare).toEqual([]);
  });

  it("bound every parameter as the table does", () => {
    const schema = scenarioJsonSchema();
    const parameters = schema.properties?.["parameters"];
    if (typeof parameters !== "object") throw new Error("no parameters");
    const bounds = Object.entries(parameters.properties ?? {}).map(([id, one]) => {
      // A law is a number or the name of one.
      const form = typeof one === "object" ? (one.anyOf?.[0] ?? one) : {};
      return typeof form === "object" ? [id, form.minimum, form.maximum] : [id];
    });
    expect(bounds).toEqual(
      parameterIds("assumption").map((id) => [id, PARAMETERS[id].min, PARAMETERS[id].max]),
    );
  });

  it("ask for everything but in a file that extends another", () => {
    const schema = scenarioJsonSchema();
    expect(schema.required).toEqual(["urflow", "id"]);
    expect(schema.if).toEqual({ not: { required: ["extends"] } });
    const { then } = schema;
    expect(typeof then === "object" ? then.required : []).toContain("world");
  });
});
