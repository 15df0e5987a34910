/** The flow diagram between kinds of places, with its table. */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Tier } from "../../sim/engine/result.ts";
import { TIERS } from "../../sim/engine/result.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import type { TierFlow } from "../flows.ts";
import { byTier, flowUnit, flowsUntil } from "../flows.ts";
import { figure, unitName } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import { Picture } from "./picture.tsx";
import { charts } from "./register.ts";
import type { SankeyChart, SankeyView } from "./sankey.ts";
import { createSankey, updateSankey } from "./sankey.ts";
import { isStill, theme } from "./theme.ts";

export function SankeyPanel() {
  const store = useStore();
  const language = store.language.value;
  const { flow, span } = store.state.value;
  const runs = store.results.value;
  const at = store.yearIndex.value;
  const year = store.years.value[at] ?? 0;
  const { flows, within } = useMemo(() => byTier(flowsUntil(runs, flow, at, span)), [runs, flow, at, span]);
  const unit = flowUnit(flow, span);
  const kind = say(language, `flows.${flow}`);
  const period =
    span === "year"
      ? say(language, "flows.inYear", { year })
      : say(language, "flows.sinceYear", { start: store.years.value[0] ?? "", year });
  const canvas = useSankey(flows, unit, language);
  const tierName = (tier: Tier): string => say(language, `tier.${tier}`);
  const largest = flows[0];
  const total = flows.reduce((sum, { value }) => sum + value, 0);
  const summary =
    largest === undefined
      ? say(language, "flows.sankeyEmpty", { kind, span: period })
      : say(language, "flows.sankeySummary", {
          kind,
          span: period,
          total: figure(total, unit, language),
          from: tierName(largest.from),
          to: tierName(largest.to),
          flow: figure(largest.value, unit, language),
        });
  return (
    <article class="panel sankey">
      <header>
        <h3>{say(language, "flows.sankeyTitle")}</h3>
        <p class="reading">
          {kind} {period} <b>{runs.length === 0 ? "" : figure(total, unit, language, { compact: true })}</b>
        </p>
      </header>
      <Picture summary={summary}>
        <canvas ref={canvas} hidden={flows.length === 0} />
      </Picture>
      {at === 0 && runs.length > 0 && <p class="quiet">{say(language, "flows.none")}</p>}
      {within > 0 && (
        <p class="quiet">
          {say(language, "flows.stay", { value: figure(within, unit, language, { compact: true }) })}
        </p>
      )}
      <Disclosure
        summary={say(language, "flows.table")}
        label={say(language, "flows.sankeyAbout", { kind, span: period })}
      >
        {() => (
          <TierTable
            flows={flows}
            unit={unit}
            language={language}
            caption={say(language, "flows.sankeyAbout", { kind, span: period })}
          />
        )}
      </Disclosure>
    </article>
  );
}

function useSankey(flows: readonly TierFlow[], unit: string, language: Language) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<SankeyChart | null>(null);
  const colours = theme.value;
  const view: SankeyView = {
    flows,
    unit,
    language,
    theme: colours,
    still: isStill(),
    narrow: (canvas.current?.clientWidth ?? 600) < 420,
  };
  const latest = useRef(view);
  latest.current = view;
  useLayoutEffect(() => {
    if (canvas.current === null) return undefined;
    const made = createSankey(canvas.current, () => latest.current);
    chart.current = made;
    charts.set("flows", made);
    return () => {
      charts.delete("flows");
      made.destroy();
    };
  }, []);
  useLayoutEffect(() => {
    if (chart.current !== null) updateSankey(chart.current, latest.current);
  }, [flows, unit, language, colours]);
  return canvas;
}

interface TableProps {
  readonly flows: readonly TierFlow[];
  readonly unit: string;
  readonly language: Language;
  readonly caption: string;
}

function TierTable({ flows, unit, language, caption }: TableProps) {
  const value = (from: Tier, to: Tier): number =>
    flows.find((flow) => flow.from === from && flow.to === to)?.value ?? 0;
  return (
    <table>
      <caption>
        {caption} ({unitName(unit, language)})
      </caption>
      <thead>
        <tr>
          <th scope="col">
            {say(language, "flows.from")} ↓ {say(language, "flows.to")} →
          </th>
          {TIERS.map((tier) => (
            <th scope="col" key={tier}>
              {say(language, `tier.${tier}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TIERS.map((from) => (
          <tr key={from}>
            <th scope="row">{say(language, `tier.${from}`)}</th>
            {TIERS.map((to) => (
              <td key={to}>{figure(value(from, to), unit, language, { bare: true })}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
