/** The tables of the description, each from the place in the code where its facts stand. */
import { INDICATORS } from "../../indicators/catalogue.ts";
import { sayBounds } from "../../policy/parameter.ts";
import { PARAMETERS, parameterIds, type ParameterId } from "../../policy/parameters.ts";
import { TERMS } from "../../processes/migration/terms.ts";
import type { Columns } from "../../world/table.ts";
import { TABLES, type TableName } from "../../world/world.ts";
import { both, code, english, type Language, named, type Table } from "./blocks.ts";
import type { Facts, ProcessFacts } from "./facts.ts";
import { TERM_TEXTS } from "./text/decisions.ts";
import { ENTITIES } from "./text/entities.ts";
import { PURPOSES_ZH } from "./text/purposes.ts";
import { SUBMODELS } from "./text/submodels.ts";
import { unitIn } from "./text/units.ts";

/** In at most three significant digits, without trailing zeros. */
const rounded = (value: number): string => String(Number(value.toPrecision(3)));

const tableNames = Object.keys(TABLES) as TableName[];

export function entityTable(language: Language): Table {
  const zh = language === "zh";
  return {
    caption: zh ? "实体" : "Entities",
    heads: (zh ? ["表", "一行是", "行数", "列数"] : ["table", "a row is", "rows", "columns"]).map(named),
    rows: tableNames.map((name) => [
      code(name),
      ENTITIES[name].one[language],
      ENTITIES[name].rows[language],
      String(Object.keys(TABLES[name]).length),
    ]),
  };
}

export function variableTable(language: Language): Table {
  const zh = language === "zh";
  return {
    caption: zh ? "状态变量" : "State variables",
    heads: [
      named(zh ? "变量" : "variable"),
      named(zh ? "类型" : "type"),
      named(zh ? "单位" : "unit"),
      english(zh ? "含义（英文）" : "meaning"),
    ],
    rows: tableNames.flatMap((name) => {
      const columns: Columns = TABLES[name];
      return Object.entries(columns).map(([key, { type, unit, doc }]) => [
        code(`${name}.${key}`),
        type,
        unitIn(language, unit),
        doc,
      ]);
    }),
  };
}

export function scheduleTable({ processes }: Facts, language: Language): Table {
  const zh = language === "zh";
  return {
    caption: zh ? "每月的过程" : "The month",
    heads: zh
      ? [named("序"), named("过程"), named("做什么"), english("为何在此（英文）"), named("文件")]
      : ["no.", "process", "what it does", "why here", "file"].map(named),
    rows: processes.map((process, k) => [
      String(k + 1),
      code(process.name),
      doesOf(process, language),
      process.reason,
      code(process.file),
    ]),
  };
}

/** What a process does in a sentence; in English where there is no Chinese one. */
export const doesOf = ({ name, sentence }: ProcessFacts, language: Language): string =>
  language === "zh" ? (SUBMODELS[name]?.does ?? sentence) : sentence;

export function termTable(language: Language): Table {
  const zh = language === "zh";
  return {
    caption: zh ? "效用项" : "Terms of utility",
    heads: (zh ? ["项", "含义"] : ["term", "what it counts"]).map(named),
    rows: TERMS.map((term) => [code(term), TERM_TEXTS[term][language]]),
  };
}

export function parameterTable({ tuned }: Facts, kind: "assumption" | "lever", language: Language): Table {
  const zh = language === "zh";
  const isLever = kind === "lever";
  const heads = [
    named(zh ? "标识" : "id"),
    named(zh ? "名称" : "name"),
    english(zh ? "含义（英文）" : "meaning"),
    named(zh ? "单位" : "unit"),
    named(zh ? "范围" : "bounds"),
    ...(isLever ? [] : [named(zh ? "默认值" : "default"), named(zh ? "调校" : "tuned")]),
    english(zh ? "来源（英文）" : "source"),
  ];
  const captions = isLever ? both("Levers", "杠杆") : both("Parameters", "参数");
  const tunedText = (id: ParameterId): string => {
    const range = tuned.get(id);
    if (range === undefined) return zh ? "否" : "no";
    return `${rounded(range.mean)} (${rounded(range.low)}–${rounded(range.high)})`;
  };
  return {
    caption: captions[language],
    heads,
    rows: parameterIds(kind).map((id) => {
      const { label, doc, unit, default: value, source } = PARAMETERS[id];
      const start = [code(id), label[language], doc, unitIn(language, unit), sayBounds(PARAMETERS[id])];
      return [...start, ...(isLever ? [] : [String(value), tunedText(id)]), source];
    }),
  };
}

export function indicatorTable(language: Language): Table {
  const zh = language === "zh";
  const arrows = { up: "↑", down: "↓" } as const;
  return {
    caption: zh ? "指标" : "Indicators",
    heads: [
      named(zh ? "标识" : "id"),
      named(zh ? "名称" : "name"),
      named(zh ? "单位" : "unit"),
      english(zh ? "公式（英文）" : "formula"),
      named(zh ? "好的方向" : "good"),
    ],
    rows: INDICATORS.map(({ id, label, unit, formula, good }) => [
      code(id),
      label[language],
      unitIn(language, unit),
      formula,
      good === null ? "" : arrows[good],
    ]),
  };
}

export function purposeTable({ purposes }: Facts, language: Language): Table {
  const zh = language === "zh";
  return {
    caption: zh ? "随机性的用途" : "Purposes of chance",
    heads: (zh ? ["用途", "含义"] : ["purpose", "what for"]).map(named),
    rows: purposes.map(({ name, doc }) => [code(name), zh ? (PURPOSES_ZH[name] ?? doc) : doc || `${name}.`]),
  };
}
