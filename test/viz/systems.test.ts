import { expect, test } from "vitest";
import { createCatalogue } from "../../viz/catalogue.ts";
import { catalogue, files } from "./catalogueFixture.ts";

test("every system can be opened, in the order of its code, over the world that its file extends", () => {
  const codes = catalogue.systems.map(({ code }) => code);
  const shown = catalogue.worlds.flatMap(({ code }) => code ?? []);
  expect(codes).toEqual(codes.toSorted());
  expect([...codes, ...shown]).toHaveLength(20);
  for (const { id, world, title } of catalogue.systems) {
    const reading = catalogue.read(id, []);
    expect(reading.ok && reading.scenario.title).toEqual(title);
    expect(catalogue.world(world)).toBeDefined();
    expect(catalogue.world(id)).toBeUndefined();
  }
});

test("the policies that the sliders move are no system of their own", () => {
  expect(catalogue.system("quzhou-small-towns")).toBeUndefined();
  expect(catalogue.world("quzhou")).toMatchObject({ variant: "quzhou-small-towns", code: "C1" });
});

test("a file over one that isn't there, or over itself, is no system", () => {
  const head = (id: string, below: string): string =>
    `urflow: 1\nid: ${id}\nextends: ${below}\nsystem: A9\ntitle: { en: ${id}, zh: ${id} }\n`;
  const given = { ...files, "scenario/lost": head("lost", "nowhere"), "scenario/ring": head("ring", "ring") };
  expect(createCatalogue(given).systems).toEqual(catalogue.systems);
});
