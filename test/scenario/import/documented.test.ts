import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MAX_UNITS } from "../../../sim/scenario/import/choose.ts";
import { CITIES } from "../../../sim/scenario/import/cities.ts";
import { COLUMNS } from "../../../sim/scenario/import/columns.ts";
import { headingOf } from "../../../sim/scenario/import/heading.ts";
import { root } from "../../architecture/sources.ts";
import { scenarioOf, told, withCell } from "./tables.ts";

const page = readFileSync(join(root, "docs", "import.md"), "utf8");
/** Up to where the rules begin, whose table also names columns. */
const columns = page.slice(0, page.indexOf("## What is filled in"));

describe("the page about imports", () => {
  it("names every column, and no name that is unknown", () => {
    for (const { names } of Object.values(COLUMNS)) expect(columns).toContain(`\`${names[0]}\``);
    const rows = columns.split("\n").filter((line) => /^\| \*{0,2}`[a-z0-9_…]+`/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    const unknown = rows.flatMap((row) => {
      const [, first, also] = row.split("|");
      const own = [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      const others = also.replace(/;? units .*|… up to.*/, "").split(/[,;]/);
      return [...own, ...others.map((name) => name.trim())].filter(
        (name) => name !== "" && headingOf(name) === undefined,
      );
    });
    expect(unknown).toEqual([]);
  });

  it("shows a table that imports, and the fault that is told", () => {
    const csv = /```csv\n([^`]*)```/.exec(page)?.[1] ?? "";
    expect(scenarioOf(csv).world.counties).toHaveLength(2);
    expect(page).toContain(`\n${told(withCell(1, "population", "many"))}\n`);
  });

  it("states the limits that hold", () => {
    expect(page).toContain(`at most ${MAX_UNITS} units`);
    expect(page).toContain(`of ${CITIES.length} great cities`);
  });
});
