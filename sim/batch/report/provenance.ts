/** Where the numbers of a run come from: policies, settings, assumptions, drivers and sources. */
import { type Parameter, sayValue } from "../../policy/parameter.ts";
import type { ParameterId } from "../../policy/parameters.ts";
import type { Measure, Policy } from "../../policy/policy.ts";
import { DRIVERS, type Scenario, type Shock, type SourceInfo } from "../../scenario/scenario.ts";
import { both, html, type Markup } from "./markup.ts";
import { section, table } from "./parts.ts";
import { TIER_NAMES } from "./tiers.ts";

/** The rows of the parameter table, as far as a report needs them. */
export type ParameterTable = Readonly<Record<ParameterId, Parameter>>;

export function policySection({ policies }: Scenario, parameters: ParameterTable): Markup | undefined {
  if (policies.length === 0) return undefined;
  const head = [
    { en: "Measure", zh: "措施" },
    { en: "Where", zh: "地点" },
    { en: "When", zh: "时间" },
    { en: "Value", zh: "取值" },
    { en: "Paid by", zh: "出资方" },
    { en: "Source", zh: "来源" },
  ];
  const parts = policies.map(
    (policy) =>
      html`<h3>${both(policy.title)}</h3>
        <p>${both(policy.summary)}</p>
        ${choiceList(policy)}
        ${table(
          head,
          policy.measures.map((measure) => measureRow(measure, policy, parameters)),
        )}`,
  );
  return section({ en: "Policies: what someone decides", zh: "政策：由人决定的事" }, parts);
}

/** What the scenario chose, and what the policy may cost. */
function choiceList({ choices = {}, purse }: Policy): Markup {
  const lines = Object.values(choices).map(({ label, options, chosen }) => [label, options[chosen]] as const);
  const cap =
    purse === undefined
      ? []
      : [
          [
            { en: "Cap on its cost", zh: "经费上限" },
            purse.per === "resident"
              ? {
                  en: `${purse.yearly} yuan a year per resident of the start`,
                  zh: `每年按起始居民每人${purse.yearly}元`,
                }
              : { en: `${purse.yearly} yuan a year`, zh: `每年${purse.yearly}元` },
          ] as const,
        ];
  return html`${[...lines, ...cap].map(([label, value]) => html`<p>${both(label)}: ${both(value)}</p>`)}`;
}

/** The value of the lever, and what carrying it out costs beside. */
function valueText({ value, cost }: Measure, row: Parameter): Markup {
  const beside = {
    policy: { en: "in all", zh: "合计" },
    place: { en: "at each place", zh: "每处" },
    resident: { en: "per resident", zh: "每位居民" },
  };
  const running = (language: "en" | "zh"): string => {
    if (cost === undefined) return "";
    return language === "en"
      ? `, and ${cost.yearly} yuan a year ${beside[cost.per].en}`
      : `；另每年${beside[cost.per].zh}${cost.yearly}元`;
  };
  return both({
    en: sayValue(row, value, "en") + running("en"),
    zh: sayValue(row, value, "zh") + running("zh"),
  });
}

function measureRow(measure: Measure, policy: Policy, parameters: ParameterTable): Markup[] {
  const row = parameters[measure.lever];
  const until = measure.until === undefined ? "" : ` – ${measure.until}`;
  const payer = measure.payer === "county" ? { en: "county", zh: "县财政" } : { en: "state", zh: "上级财政" };
  return [
    html`${both(row.label)}`,
    placeText(measure, policy),
    html`${measure.from}${until === "" ? " –" : until}`,
    valueText(measure, row),
    both(payer),
    html`${measure.source}`,
  ];
}

function placeText({ where }: Measure, { designation }: Policy): Markup {
  if (where === undefined) return both({ en: "everywhere", zh: "全区" });
  if (where !== "designated") {
    const { tiers = [], counties = [], settlements = [] } = where;
    const ids = [...counties, ...settlements];
    return both({
      en: [...tiers.map((tier) => TIER_NAMES[tier].en.toLowerCase()), ...ids].join(", "),
      zh: [...tiers.map((tier) => TIER_NAMES[tier].zh), ...ids].join("、"),
    });
  }
  if (designation?.settlements !== undefined) return html`${designation.settlements.join(", ")}`;
  const { perCounty = 0, tier = "town" } = designation ?? {};
  const { en, zh } = TIER_NAMES[tier];
  return both({ en: `${en.toLowerCase()} of each county: ${perCounty}`, zh: `每县${zh}${perCounty}个` });
}

/** Settings laid over the file, and every assumption that is not the default of the parameter table. */
export function changeSection({ overrides, parameters: own }: Scenario, parameters: ParameterTable): Markup {
  const changed = (Object.keys(parameters) as ParameterId[]).filter(
    (id) => own[id] !== undefined && own[id] !== parameters[id].default,
  );
  const head = [
    { en: "Assumption", zh: "假设" },
    { en: "Default", zh: "默认值" },
    { en: "Here", zh: "本次" },
    { en: "Unit", zh: "单位" },
    { en: "Source of the default", zh: "默认值来源" },
  ];
  const rows = changed.map((id) => {
    const { label, default: usual, unit, source, values } = parameters[id];
    const tell = (value: number | undefined): Markup =>
      value === undefined || values === undefined ? html`${value ?? ""}` : both(values[value]);
    return [
      html`${both(label)} <code>${id}</code>`,
      tell(usual),
      tell(own[id]),
      html`${unit}`,
      html`${source}`,
    ];
  });
  return section({ en: "Assumptions that differ from the defaults", zh: "与默认值不同的假设" }, [
    rows.length > 0 ? table(head, rows) : html`<p>${both({ en: "None.", zh: "无。" })}</p>`,
    overrides.length > 0
      ? html`<h3>${both({ en: "Settings", zh: "设置" })}</h3>
          <ul>
            ${overrides.map((one) => html`<li><code>${one}</code></li>`)}
          </ul>`
      : html``,
  ]);
}

/** Months in which a series runs otherwise. */
function shockLine({ id, driver, from, until, factor, add, source }: Shock): Markup {
  const change = [
    factor === undefined ? [] : [`× ${factor}`],
    add === undefined ? [] : [add < 0 ? `− ${-add}` : `+ ${add}`],
  ].flat();
  return html`<p>
    ${both({ en: "Shock", zh: "冲击" })} <code>${id}</code>: <code>${driver}</code> ${change.join(" ")},
    ${from} – ${until ?? ""} (${source})
  </p>`;
}

/** Outside series with how they go on after the last observed year, which is an assumption. */
export function driverSection({ drivers, shocks = [] }: Scenario): Markup {
  const head = [
    { en: "Series", zh: "序列" },
    { en: "First point", zh: "起点" },
    { en: "Last point", zh: "终点" },
    { en: "Afterwards", zh: "之后" },
    { en: "Unit", zh: "单位" },
    { en: "Source", zh: "来源" },
  ];
  const rows = DRIVERS.filter((id) => drivers[id] !== undefined).map((id) => {
    const { points, after, unit, source } = drivers[id];
    const [first, last] = [points[0], points[points.length - 1]];
    const onward =
      after === "hold" ? { en: "held", zh: "保持不变" } : { en: "trend goes on", zh: "延续趋势" };
    const point = (one: readonly [number, number] | undefined): Markup =>
      one === undefined ? html`` : html`${one[0]}: ${one[1]}`;
    return [
      html`<code>${id}</code>`,
      point(first),
      point(last),
      both(onward),
      html`${unit}`,
      html`${source}`,
    ];
  });
  return section({ en: "Outside series", zh: "外部序列" }, [table(head, rows), ...shocks.map(shockLine)]);
}

export function sourceSection({ sources }: Scenario): Markup {
  const entries = Object.entries(sources).map(
    ([key, info]) =>
      html`<dt><code>${key}</code></dt>
        <dd>${sourceText(info)}</dd>`,
  );
  const assumed = {
    en: "Where a source is called “assumed”, no one has measured the figure: it is a guess that you can change.",
    zh: "来源标为“assumed”的数字没有实测依据，是可以修改的假设。",
  };
  return section({ en: "Sources", zh: "数据来源" }, [
    html`<dl>${entries}</dl>
      <p>${both(assumed)}</p>`,
  ]);
}

function sourceText({ title, year, url, licence, note }: SourceInfo): Markup {
  // Only addresses of the web become links: a scenario file may come from anyone.
  const name =
    url !== undefined && /^https?:\/\//.test(url) ? html`<a href="${url}">${title}</a>` : html`${title}`;
  return html`${name}${year === undefined ? "" : `, ${year}`}${licence === undefined ? "" : ` (${licence})`}${
    note === undefined ? "" : `. ${note}`
  }`;
}
