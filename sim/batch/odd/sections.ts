/** Sections of the design concepts, of decisions, of the details and of the limits. */
import { type Block, both, type Language, paragraphs, type Section } from "./blocks.ts";
import type { Facts, ProcessFacts, Skill } from "./facts.ts";
import { driverTable, ownTable, scoreTable, skillTable } from "./dataTables.ts";
import { doesOf, indicatorTable, parameterTable, purposeTable, termTable } from "./tables.ts";
import { CONCEPTS } from "./text/concepts.ts";
import { DECISIONS } from "./text/decisions.ts";
import {
  CALIBRATION,
  INITIALISATION,
  INPUT,
  LIMITS,
  LIMITS_ZH,
  NO_CALIBRATION,
  NO_SKILL,
  SKILL,
  SKILL_ROW,
  SKILL_TUNED,
  SKILL_UNTUNED,
} from "./text/details.ts";
import { REFERENCES } from "./text/references.ts";
import { SUBMODELS } from "./text/submodels.ts";

type Title = ReturnType<typeof both>;

const section = (id: string, level: number, title: string, blocks: readonly Block[]): Section => ({
  id,
  level,
  title,
  blocks,
});

export function conceptSections(facts: Facts, language: Language): Section[] {
  return [
    section("concepts", 2, both("Design concepts", "设计概念")[language], []),
    ...CONCEPTS.map(({ id, title, text }) =>
      section(id, 3, title[language], [
        ...paragraphs(text, language),
        ...(id === "stochasticity" ? [{ table: purposeTable(facts, language) }] : []),
      ]),
    ),
  ];
}

export function decisionSection(language: Language): Section {
  const title = both("How people decide (ODD+D)", "人如何决策（ODD+D）");
  return section("decisions", 2, title[language], [
    ...DECISIONS.map(({ question, answer }) => ({
      p: `_${question[language]}${language === "zh" ? "。" : "."}_ ${answer[language]}`,
    })),
    { table: termTable(language) },
  ]);
}

export function detailSections(facts: Facts, language: Language): Section[] {
  const at = (id: string, title: Title, blocks: readonly Block[]): Section =>
    section(id, 3, title[language], blocks);
  const calibration = facts.tuned.size > 0 ? CALIBRATION : NO_CALIBRATION;
  return [
    section("details", 2, both("Details", "细节")[language], []),
    at("initialisation", both("Initialisation", "初始化"), paragraphs(INITIALISATION, language)),
    at("input", both("Input data", "输入数据"), [
      ...paragraphs(INPUT, language),
      { table: driverTable(facts, language) },
    ]),
    section("submodels", 2, both("Submodels", "子模型")[language], [
      {
        p: both(
          "One for each process, in the order of the month. Equations in full stand in the named files and, at more length, in docs/model.md.",
          "按每月顺序逐一说明各过程。完整方程见所列文件，更详细的说明见docs/model.md（英文）。",
        )[language],
      },
    ]),
    ...facts.processes.map((process) => submodel(process, language)),
    section("parameters", 2, both("Parameters", "参数")[language], [
      { p: calibration[language] },
      { table: parameterTable(facts, "assumption", language) },
    ]),
    section("levers", 2, both("Levers of policies", "政策杠杆")[language], [
      {
        p: both("What someone decides; each is 0 without policy.", "由决策者决定；没有政策时均为0。")[
          language
        ],
      },
      { table: parameterTable(facts, "lever", language) },
    ]),
    section("indicators", 2, both("Indicators", "指标")[language], [
      {
        p: both(
          "All are yearly; flows have no value for the start. The arrow says which way is better, where that can be said at all.",
          "均按年记录；流量在起始年没有数值。箭头表示更好的方向，仅在可以判断时给出。",
        )[language],
      },
      { table: indicatorTable(language) },
    ]),
  ];
}

/** What the model says of the claims of the sources; nothing where they weren't tried. */
export function claimSections(facts: Facts, language: Language): Section[] {
  const table = facts.claims[language];
  if (table === null) return [];
  const title = both("Claims tried", "论断检验")[language];
  const text = both(
    "What the sources claim, tried as experiments by `urflow claims`: verdicts, whether they stand among all contrasts, and the assumptions that carry them. Effects with their intervals stand in docs/claims.md.",
    "以 `urflow claims` 将来源文献中的论断作为实验检验：结论、多重比较后是否仍成立，以及支撑结论的假设。效应及区间见docs/claims.zh.md。",
  )[language];
  return [section("claims", 2, title, [{ p: text }, { table: ownTable(table, title) }])];
}

function submodel(process: ProcessFacts, language: Language): Section {
  const words = SUBMODELS[process.name];
  const list = (columns: readonly string[]): string =>
    columns.length === 0 ? "–" : columns.map((column) => `\`${column}\``).join(", ");
  const labels = both("Reads: ", "读取：")[language];
  const writes = both("Writes: ", "写入：")[language];
  const told: Block[] =
    language === "en" ? process.comment.map((p) => ({ p })) : [{ p: doesOf(process, language) }];
  return section(`submodel-${process.name}`, 3, words?.title[language] ?? process.name, [
    ...told,
    ...(words === undefined ? [] : paragraphs(words.text, language)),
    {
      list: [
        `${both("File: ", "文件：")[language]}\`${process.file}\``,
        `${labels}${list(process.reads)}`,
        `${writes}${list(process.writes)}`,
      ],
    },
  ]);
}

function skillText({ units, prefectures, from, to }: Skill, tuned: string, language: Language): string {
  const slots: Record<string, string> = {
    units: String(units),
    prefectures: String(prefectures.length),
    from: String(from),
    to: String(to),
    tuned,
  };
  return SKILL[language].replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]);
}

export function limitSections(facts: Facts, language: Language): Section[] {
  const inZh = (limit: string): string | undefined => LIMITS_ZH[limit];
  const limits: Block[] =
    language === "en"
      ? [{ list: facts.limits }]
      : [
          { list: facts.limits.flatMap((limit) => inZh(limit) ?? []) },
          { list: facts.limits.filter((limit) => inZh(limit) === undefined), english: true },
        ];
  const { skill, scores } = facts;
  const tuning = facts.tuned.size === 0 ? SKILL_UNTUNED : scores === null ? SKILL_TUNED : SKILL_ROW;
  return [
    section("limits", 2, both("Limits and skill", "适用范围与预测能力")[language], [
      { p: LIMITS[language] },
      ...limits.filter(({ list = [] }) => list.length > 0),
      ...(skill === null
        ? [{ p: NO_SKILL[language] }]
        : [{ p: skillText(skill, tuning[language], language) }]),
      // The table of the document has more predictors; that of the calibration is always current.
      ...(scores !== null
        ? [{ table: scoreTable(scores, language) }]
        : skill === null
          ? []
          : [{ table: skillTable(skill, language) }]),
    ]),
    section("references", 2, both("References", "参考文献")[language], [{ list: REFERENCES, english: true }]),
  ];
}
