import { describe, expect, test } from "vitest";
import { PARTS, readOptions, UsageError } from "../../bench/options.ts";

describe("the command line of the benchmark", () => {
  test("asks for every part where none is named", () => {
    expect(readOptions([])).toEqual({ parts: PARTS, json: false, quick: false, help: false });
  });

  test("runs the parts it names in their own order, each once", () => {
    const { parts } = readOptions(["--only", "scaling", "--only", "kernel", "--only", "kernel"]);
    expect(parts).toEqual(["kernel", "scaling"]);
  });

  test("takes --json and --quick", () => {
    expect(readOptions(["--json", "--quick"])).toMatchObject({ json: true, quick: true });
  });

  test.each([
    [["--nope"], "--nope"],
    [["--only", "kernels"], '--only is "kernels"; expected one of kernel, model, scaling, threads'],
    [["--only"], "--only"],
    [["kernel"], "kernel"],
    [["--json=yes"], "--json"],
  ])("refuses %j and names what it refuses", (args, said) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(said);
  });
});
