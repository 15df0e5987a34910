import { describe, expect, test } from "vitest";
import type { OddDocument, Table } from "../../sim/batch/odd/blocks.ts";
import { readFacts } from "../../sim/batch/odd/facts.ts";
import { toJson, toMarkdown } from "../../sim/batch/odd/markdown.ts";
import { oddDocument } from "../../sim/batch/odd/odd.ts";
import {
  below,
  commentParagraphs,
  firstSentence,
  headComment,
  keyComments,
  listItems,
  reasonsOf,
  tableWith,
} from "../../sim/batch/odd/source.ts";
import { LIMITS_ZH } from "../../sim/batch/odd/text/details.ts";
import { PURPOSES_ZH } from "../../sim/batch/odd/text/purposes.ts";
import { SUBMODELS } from "../../sim/batch/odd/text/submodels.ts";
import { unitIn } from "../../sim/batch/odd/text/units.ts";
import { INDICATORS } from "../../sim/indicators/catalogue.ts";
import { parameterIds } from "../../sim/policy/parameters.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import { TABLES } from "../../sim/world/world.ts";
import { root, textOf } from "../architecture/sources.ts";

const facts = readFacts(root);
const en = oddDocument(facts, "en");
const zh = oddDocument(facts, "zh");

const tablesOf = ({ sections }: OddDocument): Table[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(({ table }) => (table === undefined ? [] : [table])));
const firstCells = (document: OddDocument, caption: string): string[] =>
  tablesOf(document)
    .filter((table) => table.caption === caption)
    .flatMap(({ rows }) => rows.map(([cell]) => cell.replaceAll("`", "")));

describe("the description of the model", () => {
  test("has every element of the ODD protocol, in its order, and the decisions of ODD+D", () => {
    const titles = en.sections.map(({ title }) => title);
    const protocol = [
      ["Overview", "Purpose", "Patterns", "Entities, state variables and scales"],
      ["Process overview and scheduling", "Design concepts"],
      ["Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing"],
      ["Interaction", "Stochasticity", "Collectives", "Observation", "How people decide (ODD+D)"],
      ["Details", "Initialisation", "Input data", "Submodels", "Parameters", "Levers of policies"],
      ["Indicators", "Limits and skill", "References"],
    ].flat();
    expect(titles.filter((title) => protocol.includes(title))).toEqual(protocol);
  });

  test("says in Chinese, too, what the model can't tell", () => {
    const told = facts.limits.filter((limit) => LIMITS_ZH[limit] === undefined);
    expect(told).toEqual([]);
    expect(Object.keys(LIMITS_ZH)).toHaveLength(facts.limits.length);
  });

  test("lists every state variable, parameter, lever and indicator once", () => {
    const columns = Object.entries(TABLES).flatMap(([table, of]) =>
      Object.keys(of).map((column) => `${table}.${column}`),
    );
    expect(firstCells(en, "State variables")).toEqual(columns);
    expect(firstCells(en, "Parameters")).toEqual(parameterIds("assumption"));
    expect(firstCells(en, "Levers")).toEqual(parameterIds("lever"));
    expect(firstCells(en, "Indicators")).toEqual(INDICATORS.map(({ id }) => id));
  });

  test("tells the month in the order in which it runs, and what each process reads and writes", () => {
    const schedule = tablesOf(en).find(({ caption }) => caption === "The month");
    expect(schedule?.rows.map(([, name]) => name)).toEqual(PROCESSES.map(({ name }) => `\`${name}\``));
    for (const { name, reads, writes } of PROCESSES) {
      const section = en.sections.find(({ id }) => id === `submodel-${name}`);
      const list = section?.blocks.flatMap(({ list: items = [] }) => items).join("\n") ?? "";
      for (const column of [...reads, ...writes]) expect(list).toContain(`\`${column}\``);
    }
  });

  test("is the same in both languages but for the words", () => {
    const shape = ({ sections }: OddDocument) => sections.map(({ id, level }) => [id, level]);
    const sizes = (document: OddDocument) =>
      tablesOf(document).map(({ heads, rows }) => [heads.length, rows.length]);
    expect(shape(zh)).toEqual(shape(en));
    expect(sizes(zh)).toEqual(sizes(en));
    for (const { heads, rows } of [...tablesOf(en), ...tablesOf(zh)]) {
      for (const cells of rows) expect(cells).toHaveLength(heads.length);
    }
  });

  test("has Chinese words for every process and every purpose of chance", () => {
    expect(PROCESSES.map(({ name }) => name).filter((name) => !(name in SUBMODELS))).toEqual([]);
    expect(facts.purposes.map(({ name }) => name).filter((name) => !(name in PURPOSES_ZH))).toEqual([]);
    const withoutHan = zh.sections.filter(({ title }) => !/\p{Script=Han}/u.test(title));
    expect(withoutHan).toEqual([]);
  });

  test("gives every section an address of its own, and leads only to sections that are there", () => {
    for (const document of [en, zh]) {
      const ids = document.sections.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[\w-]{1,60}$/);
      const targets = [...JSON.stringify(document).matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
      expect(targets.length).toBeGreaterThan(2);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    }
  });

  test("says what docs/model.md says that the model can't tell", () => {
    expect(facts.limits.length).toBeGreaterThan(3);
    const text = toMarkdown(en);
    for (const limit of facts.limits) expect(text).toContain(`- ${limit}`);
  });

  test("is the same as data and as it was made", () => {
    expect(JSON.parse(toJson(zh))).toEqual(zh);
  });

  test("marks parameters that were tuned, and says so where none was", () => {
    const none = oddDocument({ ...facts, tuned: new Map() }, "en");
    const rows = (document: OddDocument) =>
      tablesOf(document).find(({ caption }) => caption === "Parameters")?.rows ?? [];
    expect(rows(none).every((cells) => cells[6] === "no")).toBe(true);
    expect(toMarkdown(none)).toContain("None of the parameters was tuned");
    const tuned = new Map([["networkWeight", { mean: 3.14159, low: 2, high: 4.5 }]]);
    const some = oddDocument({ ...facts, tuned }, "en");
    expect(rows(some).filter((cells) => cells[6] !== "no")).toMatchObject([
      { 0: "`networkWeight`", 6: "3.14 (2–4.5)" },
    ]);
    expect(toMarkdown(some)).not.toContain("None of the parameters was tuned");
  });

  test("holds the scores of the hindcast where its document has them", () => {
    const scores = { heads: ["", "RMSE", "rank"], rows: [["no change", "0.15", ""]] };
    const text = toMarkdown(oddDocument({ ...facts, scores }, "zh"));
    expect(text).toContain("| 预测方法 | RMSE | 秩相关 |");
    expect(text).toContain("| 不变 | 0.15 |  |");
    expect(toMarkdown(oddDocument({ ...facts, skill: null, scores: null }, "en"))).toContain(
      "docs/hindcast.md",
    );
  });

  test("sets the skill of the calibration that comes along beside what needs no model", () => {
    const one = { rmse: 0.12, bias: -0.05, spearman: 0.5, coverage: 0.9, nationalTrend: 0.2, noChange: 0.21 };
    const figures = { population: one, urbanShare: one, share65: one };
    const skill = { from: 2010, to: 2020, units: 34, prefectures: ["a", "b"], figures };
    const text = toMarkdown(oddDocument({ ...facts, skill, scores: null, tuned: new Map() }, "en"));
    expect(text).toContain("34 counties of 2 prefectures, started in the census of 2010 and run to 2020");
    expect(text).toContain("no parameter was fitted to them");
    expect(text).toContain("| population, log growth | 0.120 | 0.210 | 0.200 | -0.050 | 0.50 | 90 % |");
    expect(text).toContain("| urban share, points | 12.0 | 21.0 | 20.0 | -5.0 | 0.50 | 90 % |");
  });
});

test("a unit has its Chinese word, names its table, or stays as it is", () => {
  expect(unitIn("zh", "yuan/month")).toBe("元/月");
  expect(unitIn("zh", "row of settlements")).toBe("`settlements`的行号");
  expect(unitIn("zh", "furlongs")).toBe("furlongs");
  expect(unitIn("en", "yuan/month")).toBe("yuan/month");
});

describe("what is read from sources", () => {
  test("is the first sentence of a docstring, without its step", () => {
    const comment = headComment(
      "/**\n * Model step 2, work: jobs end, 0.5 of\n * them. Others begin.\n */\nlet a;",
    );
    expect(comment).toBe("Model step 2, work: jobs end, 0.5 of\nthem. Others begin.");
    expect(firstSentence(comment)).toBe("Jobs end, 0.5 of them.");
    expect(firstSentence("Model step 9, together. Paid by mode: none. More.")).toBe("Paid by mode: none.");
    expect(commentParagraphs("Model step 3: a\nb.\n\nSource: c.")).toEqual(["A b.", "Source: c."]);
    expect(headComment("let a; /** later */")).toBe("");
  });

  test("is a reason behind a process, and a comment before a purpose", () => {
    expect([...reasonsOf("  a, // why: so\n  b,\n")]).toEqual([["a", "why: so"]]);
    const purposes = "export const P = {\n  /** Who? */\n  who: 1,\n  what: 2,\n} as const;";
    expect([...keyComments(purposes, "P")]).toEqual([
      ["who", "Who?"],
      ["what", ""],
    ]);
  });

  test("is a list below a heading, and a table by a word of its head", () => {
    const page = "# A\n\n## B\n\n- one\n  more\n- two\n\nrest\n\n## C\n\n- three\n";
    expect(listItems(below(page, "B") ?? "")).toEqual(["one more", "two"]);
    expect(below(page, "D")).toBeNull();
    const tables = "| a |\n| - |\n| 1 |\n\n| b | RMSE |\n| - | - |\n| x \\| y | 2 |\n";
    expect(tableWith(tables, /rmse/i)).toEqual({ heads: ["b", "RMSE"], rows: [["x | y", "2"]] });
    expect(tableWith(tables, /bias/)).toBeNull();
  });

  test("is every process of the repository", () => {
    expect(facts.processes.map(({ name }) => name)).toEqual(PROCESSES.map(({ name }) => name));
    for (const { file, sentence, reason } of facts.processes) {
      expect(textOf(file)).toContain(": Process = {");
      expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
      expect(reason).not.toBe("");
    }
  });
});
