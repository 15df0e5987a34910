import { describe, expect, test } from "vitest";
import { parameterIds } from "../../sim/policy/parameters.ts";
import { parametersRead } from "./parameters.ts";
import { codeBelow, textOf } from "./sources.ts";

/** The model: what reads a parameter only to print it, or its row in the table, gives it no effect. */
const model = codeBelow("sim").filter(
  (path) => !path.startsWith("sim/batch/") && !path.startsWith("sim/policy/table/"),
);

describe("the table of parameters", () => {
  const read = new Set(model.flatMap((path) => parametersRead(path, textOf(path)).map(({ what }) => what)));

  test.each(["assumption", "lever"] as const)("has no %s that the model never reads", (kind) => {
    const ids = parameterIds(kind);
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.filter((id) => !read.has(id))).toEqual([]);
  });
});

describe("a parameter counts as read", () => {
  const readIn = (code: string): string[] => parametersRead("sample.ts", code).map(({ what }) => what);

  test.each([
    ["by the name of its type", "const f = (a: Assumptions) => a.taxShare;"],
    ["taken out of a setting", "const f = ({ assumptions }: Setting) => assumptions.taxShare;"],
    ["taken out under another name", "const f = ({ world, assumptions: a }: Setting) => a.taxShare;"],
    ["in something that holds them", "const f = (setting: Setting) => setting.assumptions.taxShare;"],
    ["under a name given later", "const a = now.assumptions; f(a.taxShare);"],
    ["where they are resolved", "const a = resolveAssumptions(given); f(a.taxShare);"],
    ["taken apart", "const { taxShare } = assumptions; const f = (assumptions: Assumptions) => 0;"],
    ["as a lever", 'const column = leverValues(world, "taxShare");'],
  ])("%s", (_, code) => {
    expect(readIn(code)).toEqual(["taxShare"]);
  });

  test.each([
    ["in a comment or a text", 'const f = (a: Assumptions) => "a.taxShare"; // a.taxShare'],
    ["as a property of something else", "const f = (a: Firm) => a.taxShare;"],
    ["as a key or a type", 'const keys: Pick<Assumptions, "taxShare">[] = [{ taxShare: 1 }];'],
    ["as a name of its own", "const f = (taxShare: number) => taxShare;"],
  ])("but not %s", (_, code) => {
    expect(readIn(code)).toEqual([]);
  });
});
