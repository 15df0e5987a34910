/** The tables of what goes in from outside and of how near the model came to what was found. */
import type { Text } from "../../indicators/indicator.ts";
import { DRIVERS, type Driver, type DriverId, type Scenario } from "../../scenario/scenario.ts";
import { type Target, TARGETS } from "../hindcast/figures.ts";
import { both, code, english, type Language, named, type Table } from "./blocks.ts";
import type { Facts, Skill } from "./facts.ts";
import type { PlainTable } from "./source.ts";
import { unitIn } from "./text/units.ts";
import { AFTER, DRIVER_TEXTS, SCORES_ZH } from "./text/details.ts";

export function driverTable({ worlds }: Facts, language: Language): Table {
  const zh = language === "zh";
  const heads = zh
    ? [
        named("世界"),
        named("序列"),
        named("单位"),
        named("点：年份 值"),
        named("之后"),
        english("来源（英文）"),
      ]
    : ["world", "series", "unit", "points: year value", "behind the last", "source"].map(named);
  const row = (world: Scenario, id: DriverId, { unit, points, after, source }: Driver): string[] => [
    world.title[language],
    `${code(id)}${zh ? "，" : ", "}${DRIVER_TEXTS[id][language]}`,
    unitIn(language, unit),
    points.map(([year, value]) => `${year}: ${value}`).join(zh ? "；" : "; "),
    AFTER[after][language],
    world.sources[source]?.title ?? source,
  ];
  return {
    caption: zh ? "外部序列" : "Outside series",
    heads,
    rows: worlds.flatMap((world) => DRIVERS.map((id) => row(world, id, world.drivers[id]))),
  };
}

/** Misses of the model beside those of predictions that need none; shares in points. */
export function skillTable({ figures }: Skill, language: Language): Table {
  const zh = language === "zh";
  const heads = zh
    ? ["数字", "误差（RMSE）", "“不变”的误差", "“全国趋势”的误差", "偏差", "秩相关", "落入90%区间"]
    : [
        "figure",
        "RMSE",
        "RMSE of no change",
        "RMSE of national trend",
        "bias",
        "rank correlation",
        "within the 90 % band",
      ];
  const names: Readonly<Record<Target, Text>> = {
    population: both("population, log growth", "人口（对数增长）"),
    urbanShare: both("urban share, points", "城镇比重（百分点）"),
    share65: both("65 and more, points", "65岁及以上比重（百分点）"),
  };
  const row = (target: Target): string[] => {
    const { rmse, noChange, nationalTrend, bias, spearman, coverage } = figures[target];
    const digits = target === "population" ? 3 : 1;
    const miss = (value: number): string => (value * (digits === 3 ? 1 : 100)).toFixed(digits);
    const misses = [rmse, noChange, nationalTrend, bias].map(miss);
    return [names[target][language], ...misses, spearman.toFixed(2), `${Math.round(100 * coverage)} %`];
  };
  return {
    caption: zh ? "回溯预测评分" : "Skill of the hindcast",
    heads: heads.map(named),
    rows: TARGETS.map(row),
  };
}

/** The scores of docs/hindcast.md. */
export function scoreTable({ heads, rows }: PlainTable, language: Language): Table {
  const word = (text: string): string => (language === "zh" ? (SCORES_ZH[text] ?? text) : text);
  return {
    caption: both("Skill of the hindcast", "回溯预测评分")[language],
    heads: heads.map((head) => named(head === "" ? both("predictor", "预测方法")[language] : word(head))),
    rows: rows.map((cells) => cells.map(word)),
  };
}

/** A table of another document in the reader's own language. */
export const ownTable = ({ heads, rows }: PlainTable, caption: string): Table => ({
  caption,
  heads: heads.map(named),
  rows,
});

/** A table of another document, whose words are English. */
export const foreignTable = ({ heads, rows }: PlainTable, caption: string): Table => ({
  caption,
  heads: heads.map(english),
  rows,
});
