import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSource, UnreadableScenario } from "../../../sim/batch/store/sources.ts";
import { temporaryFolder } from "../disk.ts";

function shelf(files: Record<string, string>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "policies"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("finding scenario files", () => {
  test("a name is a built-in scenario, a path is a file", () => {
    const builtIns = shelf({ "valley.yaml": "built in" });
    const own = shelf({ "valley.yaml": "own" });
    expect(openSource("valley", builtIns).text).toBe("built in");
    expect(openSource(join(own, "valley.yaml"), builtIns).text).toBe("own");
  });

  test("what a file names stands beside it, or else is built in", () => {
    const builtIns = shelf({ "base.yaml": "built-in base", "policies/towns.yaml": "built-in towns" });
    const own = shelf({ "my.yaml": "mine", "policies/towns.yaml": "own towns" });
    const { resolve, source } = openSource(join(own, "my.yaml"), builtIns);
    expect(resolve("policy", "towns")).toBe("own towns");
    expect(resolve("scenario", "base")).toBe("built-in base");
    expect(resolve("scenario", "nowhere")).toBeUndefined();
    expect(source().files).toEqual({ "policy/towns": "own towns", "scenario/base": "built-in base" });
  });

  test("no id reaches outside its folder", () => {
    const builtIns = shelf({ "valley.yaml": "built in" });
    const own = shelf({ "secret.yaml": "secret" });
    const { resolve } = openSource("valley", builtIns);
    for (const id of ["../secret", `..\\secret`, join(own, "secret"), "policies/../valley", ".", ""]) {
      expect(resolve("scenario", id)).toBeUndefined();
    }
  });

  test("a name that is not there is told with the nearest one", () => {
    const builtIns = shelf({ "valley.yaml": "", "quzhou.yaml": "" });
    expect(() => openSource("vally", builtIns)).toThrow(/Did you mean valley\?.*quzhou, valley/);
    expect(() => openSource("./none.yaml", builtIns)).toThrow("./none.yaml: there is no such file");
  });

  test("a folder and a file that is far too large are refused before they are read", () => {
    const builtIns = shelf({ "large.yaml": " ".repeat(9_000_000) });
    expect(() => openSource(`${builtIns}/`, builtIns)).toThrow(UnreadableScenario);
    expect(() => openSource("large", builtIns)).toThrow("expected at most 8000000");
  });
});
