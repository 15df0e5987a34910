/** What a run showed: the key figures, the charts, who went where, and what could not be paid. */
import { TIERS, type FlowKind, type RunResult } from "../../engine/result.ts";
import type { IndicatorInfo, Text } from "../../indicators/indicator.ts";
import { chart, type Line } from "./chart.ts";
import { figureText, unitText } from "./figures.ts";
import { KEY_INDICATORS } from "./key.ts";
import { both, bothOnce, html, type Markup } from "./markup.ts";
import { section, table } from "./parts.ts";
import { flowsBetweenTiers, TIER_NAMES } from "./tiers.ts";

/** Indicators that share a chart, and its title where it is not that of its one indicator. */
const CHARTS: readonly { readonly ids: readonly string[]; readonly title?: Text }[] = [
  { ids: ["population.village"] },
  {
    ids: ["population.town", "population.seat", "population.core", "population.outside"],
    title: { en: "People in towns, seats, the core city and outside", zh: "乡镇、县城、中心城市及区外人口" },
  },
  { ids: ["savingsLent.village"] },
  {
    ids: ["urbanShare", "registeredUrbanShare"],
    title: { en: "Urban share: residents, registered", zh: "城镇化率：常住、户籍" },
  },
  {
    ids: ["income.rural", "income.urban"],
    title: { en: "Income per head: rural, urban", zh: "人均收入：农村、城镇" },
  },
  { ids: ["incomeRatio"] },
  {
    ids: ["share65.village", "share65.region"],
    title: { en: "Share aged 65 and over: villages, region", zh: "65岁及以上比重：乡村、全区" },
  },
  {
    ids: ["idleHomesteadShare", "hollowing"],
    title: { en: "Idle homesteads and hollowing", zh: "闲置宅基地与空心化" },
  },
  {
    ids: ["reciprocity.people", "reciprocity.capital"],
    title: { en: "Two-way exchange of people and capital", zh: "人口与资本的双向流动" },
  },
  { ids: ["access.within20"] },
  { ids: ["arable"] },
  { ids: ["budget.balance"] },
];

/** Positions of the years that a summary shows: first, middle and last. */
export const shownYears = (years: readonly number[]): number[] => {
  const last = years.length - 1;
  return [...new Set([0, Math.round(last / 2), last])];
};

export function keyFigures({ years, indicators }: RunResult, catalogue: readonly IndicatorInfo[]): Markup {
  const shown = shownYears(years);
  const head = [
    { en: "Indicator", zh: "指标" },
    ...shown.map((index) => sameText(String(years[index]))),
    { en: "Unit", zh: "单位" },
  ];
  const rows = KEY_INDICATORS.flatMap((id) => {
    const info = catalogue.find((one) => one.id === id);
    const values = indicators[id];
    if (info === undefined || values === undefined) return [];
    const cells = shown.map((index) => bothOnce(figureText(values[index], info.unit)));
    return [
      [
        html`<span title="${info.formula}">${both(info.label)}</span>`,
        ...cells,
        bothOnce(unitText(info.unit)),
      ],
    ];
  });
  return section({ en: "Key figures", zh: "主要指标" }, [table(head, rows, "figures")]);
}

export function charts({ years, indicators }: RunResult, catalogue: readonly IndicatorInfo[]): Markup {
  const drawn = CHARTS.flatMap(({ ids, title }) => {
    const infos = ids.flatMap((id) =>
      catalogue.filter((one) => one.id === id && indicators[id] !== undefined),
    );
    if (infos.length === 0) return [];
    const lines = infos.map(({ id, label }): Line => ({ label, values: indicators[id] }));
    return [chart({ title: title ?? infos[0].label, unit: infos[0].unit, years, lines })];
  });
  return section({ en: "Year by year", zh: "逐年变化" }, [html`<div class="charts">${drawn}</div>`]);
}

const EXCHANGES: readonly { readonly kind: FlowKind; readonly unit: string; readonly title: Text }[] = [
  {
    kind: "people",
    unit: "persons",
    title: { en: "People who moved, persons a year", zh: "迁移人口（人/年）" },
  },
  {
    kind: "capital",
    unit: "yuan",
    title: { en: "Capital lent and invested, yuan a year", zh: "资本流动（元/年）" },
  },
  { kind: "landValue", unit: "yuan", title: { en: "Land value, yuan a year", zh: "土地价值流动（元/年）" } },
];

export function exchanges(result: RunResult): Markup {
  const head = [{ en: "From \\ to", zh: "从 \\ 到" }, ...TIERS.map((tier) => TIER_NAMES[tier])];
  const tables = EXCHANGES.map(({ kind, unit, title }) => {
    const flows = flowsBetweenTiers(result, kind);
    const rows = TIERS.map((tier, from) => [
      both(TIER_NAMES[tier]),
      ...flows[from].map((value) => (value === 0 ? html`–` : bothOnce(figureText(Math.round(value), unit)))),
    ]);
    return html`<h3>${both(title)}</h3>
      ${table(head, rows, "figures")}`;
  });
  return section({ en: "Who goes where: means over all years", zh: "流向：各年平均" }, tables);
}

/** Plans that the budgets could not pay; they are summed by county, for there may be one a year. */
export function cutSection({ cuts, jurisdictions }: RunResult): Markup | undefined {
  if (cuts.length === 0) return undefined;
  const head = [
    { en: "County", zh: "县（市、区）" },
    { en: "Years with cuts", zh: "削减年数" },
    { en: "Planned, yuan", zh: "计划（元）" },
    { en: "Paid, yuan", zh: "实付（元）" },
  ];
  const rows = jurisdictions.flatMap(({ id, name }) => {
    const own = cuts.filter(({ jurisdiction }) => jurisdiction === id);
    if (own.length === 0) return [];
    const planned = own.reduce((sum, cut) => sum + cut.planned, 0);
    const paid = own.reduce((sum, cut) => sum + cut.paid, 0);
    const years = new Set(own.map(({ year }) => year)).size;
    return [
      [both(name), html`${years}`, bothOnce(figureText(planned, "yuan")), bothOnce(figureText(paid, "yuan"))],
    ];
  });
  return section({ en: "Plans that the budgets could not pay", zh: "财政无力支付的计划" }, [
    table(head, rows, "figures"),
  ]);
}

const sameText = (text: string): Text => ({ en: text, zh: text });
