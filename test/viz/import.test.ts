import { describe, expect, test } from "vitest";
import { createCatalogue } from "../../viz/catalogue.ts";
import { createImports, type ImportStatus } from "../../viz/import/imports.ts";
import { prefecturesOf, regionOf } from "../../viz/import/region.ts";
import { QUZHOU } from "../scenario/import/quzhou.ts";
import { HEADER, PLAIN, ROWS, table, withCell } from "../scenario/import/tables.ts";
import { files } from "./catalogueFixture.ts";

const TWO = table([
  [...HEADER, "prefecture"],
  ...ROWS.map((row, k) => [...row, k === 0 ? "North" : "South"]),
]);

describe("a table on the page", () => {
  test("becomes a region beside the others, with the policy of the sliders", () => {
    const region = regionOf(QUZHOU, "My units.csv");
    if (!region.ok) throw new Error("refused");
    expect(region.id).toMatch(/^my-units-[0-9a-f]{6}$/);
    const catalogue = createCatalogue(files);
    const before = catalogue.worlds.map(({ id }) => id);
    catalogue.add(region.files);
    expect(catalogue.worlds.map(({ id }) => id)).toEqual([...before, region.id]);
    const world = catalogue.world(region.id);
    if (world === undefined) throw new Error("absent");
    expect(world.title.zh).toBe("衢州市");
    expect(catalogue.read(region.id, []).ok).toBe(true);
    expect(catalogue.read(world.variant ?? "", ["years=5"]).ok).toBe(true);
    expect(catalogue.measures(world).length).toBeGreaterThan(3);
    // Workers are sent these files: a region that comes later must be among them.
    expect(catalogue.files[`scenario/${region.id}`]).toBe(region.yaml);
  });

  test("is another region where its content differs, and the same where it doesn't", () => {
    const idOf = (csv: string, file: string, prefecture?: string): string | undefined => {
      const region = regionOf(csv, file, prefecture);
      return region.ok ? region.id : undefined;
    };
    const all = idOf(TWO, "a.csv");
    expect(idOf(TWO, "a.csv")).toBe(all);
    expect(idOf(TWO.replace("528847", "528848"), "a.csv")).not.toBe(all);
    expect(idOf(TWO, "a.csv", "South")).not.toBe(all);
    expect(idOf(TWO, "衢州.csv")).toMatch(/^region-/);
  });

  test("is added once, however often it is brought", () => {
    const catalogue = createCatalogue(files);
    const region = regionOf(PLAIN, "a.csv");
    if (!region.ok) throw new Error("refused");
    for (let again = 0; again < 2; again++) catalogue.add(region.files);
    expect(catalogue.worlds.filter(({ id }) => id === region.id)).toHaveLength(1);
  });

  test("tells its prefectures", () => {
    expect(prefecturesOf(TWO, "a.csv")).toEqual(["North", "South"]);
    expect(prefecturesOf(PLAIN, "a.csv")).toEqual([]);
  });
});

describe("bringing a file", () => {
  const shown: string[] = [];
  const imports = createImports((id) => shown.push(id));
  const fileOf = (csv: string): File => new File([csv], "units.csv");
  /** What is going on; read anew each time, since the compiler takes a signal's value to stay. */
  const status = (): ImportStatus => imports.status.value;

  test("shows the region and what was assumed", async () => {
    await imports.take(fileOf(PLAIN));
    const taken = status();
    if (taken.kind !== "taken") throw new Error(taken.kind);
    expect(shown).toEqual([taken.id]);
    expect(taken.notes.length).toBeGreaterThan(5);
    imports.close();
    expect(status().kind).toBe("none");
  });

  test("lists the faults, and shows nothing new", async () => {
    const before = shown.length;
    await imports.take(fileOf(withCell(0, "population", "x")));
    const refused = status();
    if (refused.kind !== "refused") throw new Error(refused.kind);
    expect(refused.faults).toMatchObject([{ file: "units.csv", line: 2, column: 9 }]);
    expect(shown).toHaveLength(before);
  });

  test("asks which prefecture where there are several", async () => {
    await imports.take(fileOf(TWO));
    const choice = status();
    if (choice.kind !== "choice") throw new Error(choice.kind);
    expect(choice.prefectures).toEqual(["North", "South"]);
    await imports.choose(choice.csv, choice.file, "South");
    expect(status()).toMatchObject({ kind: "taken", prefecture: "South" });
  });

  test("counts the last of two files alone", async () => {
    const first = imports.take(fileOf(QUZHOU));
    const second = imports.take(fileOf(PLAIN));
    await Promise.all([first, second]);
    expect(status()).toMatchObject({ kind: "taken", id: shown.at(-1) });
    const region = regionOf(PLAIN, "units.csv");
    expect(region.ok && region.id).toBe(shown.at(-1));
  });
});
