import { expect, test } from "vitest";
import { chapters } from "../../viz/model/contents.tsx";
import { loadDocument } from "../../viz/model/document.ts";
import { rowsWith } from "../../viz/model/findTable.tsx";
import { inline } from "../../viz/model/inline.tsx";

/** What an inline element is, without what preact keeps of it. */
const shapes = (text: string): unknown[] =>
  inline(text, () => undefined).map((part) =>
    typeof part === "object" && part !== null && "type" in part ? [part.type, part.props.children] : part,
  );

test("code, emphasis and links stand apart from the words around them", () => {
  expect(shapes("a `b_c_d` _e f_ [g](#h) i_j_k")).toEqual([
    "a ",
    ["code", "b_c_d"],
    " ",
    ["em", "e f"],
    " ",
    ["a", "g"],
    " i_j_k",
  ]);
});

test("a link that leads neither to a section nor to the web is words", () => {
  expect(shapes("[a](javascript:alert) [b](docs/model.md)")).toEqual(["a", " ", "b"]);
});

test("a query finds the rows that hold all its words, in whatever cell and case", () => {
  const rows = [
    ["wageFloor", "Share of the start"],
    ["wageCurve", "Elasticity"],
  ];
  expect(rowsWith(rows, " ELASTICITY wage ")).toEqual([rows[1]]);
  expect(rowsWith(rows, "")).toEqual(rows);
  expect(rowsWith(rows, "wage floor elasticity")).toEqual([]);
});

test("parts stand below the element that they belong to", async () => {
  const { sections } = await loadDocument("en");
  const list = chapters(sections);
  expect(list.find(({ head }) => head.id === "concepts")?.parts).toHaveLength(11);
  expect(list.flatMap(({ head, parts }) => [head, ...parts])).toEqual(sections);
});
