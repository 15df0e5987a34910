/** The model description by the ODD protocol: prose from `text/`, tables and order from the code. */
import { type Block, both, type Language, type OddDocument, paragraphs, type Section } from "./blocks.ts";
import { foreignTable } from "./dataTables.ts";
import type { Facts } from "./facts.ts";
import { readFacts } from "./facts.ts";
import { toJson, toMarkdown } from "./markdown.ts";
import {
  claimSections,
  conceptSections,
  decisionSection,
  detailSections,
  limitSections,
} from "./sections.ts";
import { entityTable, scheduleTable, variableTable } from "./tables.ts";
import {
  INTRO,
  PATTERNS,
  PATTERNS_FOUND,
  PATTERNS_INTRO,
  PURPOSE,
  SCALES,
  SCHEDULE,
} from "./text/overview.ts";

// The other tables of `npm run docs` are made beside this one.
export { INDICATORS } from "../../indicators/catalogue.ts";
export { parameterIds, PARAMETERS } from "../../policy/parameters.ts";

const TITLE = both("urflow: description of the model (ODD)", "urflow：模型说明（ODD协议）");

/** The whole description in one language. */
export function oddDocument(facts: Facts, language: Language): OddDocument {
  const intro = paragraphs(INTRO, language).map(({ p = "" }): Block => ({
    p: p.replace("{version}", facts.version),
  }));
  return {
    language,
    title: TITLE[language],
    intro,
    sections: [
      ...overview(facts, language),
      ...conceptSections(facts, language),
      decisionSection(language),
      ...detailSections(facts, language),
      ...claimSections(facts, language),
      ...limitSections(facts, language),
    ],
  };
}

function overview(facts: Facts, language: Language): Section[] {
  const section = (id: string, level: number, title: ReturnType<typeof both>, blocks: Block[]): Section => ({
    id,
    level,
    title: title[language],
    blocks,
  });
  const found = facts.patterns;
  return [
    section("overview", 2, both("Overview", "概述"), []),
    section("purpose", 3, both("Purpose", "目的"), paragraphs(PURPOSE, language)),
    section("patterns", 3, both("Patterns", "模式"), [
      { p: PATTERNS_INTRO[language] },
      { list: PATTERNS.map((text) => text[language]) },
      ...(found === null
        ? []
        : [
            { p: PATTERNS_FOUND[language] },
            { table: foreignTable(found, both("Patterns as measured", "模式检验结果")[language]) },
          ]),
    ]),
    section("entities", 3, both("Entities, state variables and scales", "实体、状态变量与尺度"), [
      ...paragraphs(SCALES, language),
      { table: entityTable(language) },
      { table: variableTable(language) },
    ]),
    section("schedule", 3, both("Process overview and scheduling", "过程概览与调度"), [
      ...paragraphs(SCHEDULE, language),
      { table: scheduleTable(facts, language) },
    ]),
  ];
}

/** All files that the description is written to, by path from the root. */
export function oddFiles(root: string): Record<string, string> {
  const facts = readFacts(root);
  const [en, zh] = [oddDocument(facts, "en"), oddDocument(facts, "zh")];
  return {
    "docs/odd.md": toMarkdown(en),
    "docs/odd.zh.md": toMarkdown(zh),
    "viz/model/odd.en.json": toJson(en),
    "viz/model/odd.zh.json": toJson(zh),
  };
}
