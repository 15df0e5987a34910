/** One indicator: its figure for the shown year, its chart, its provenance and its figures as a table. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { figure, unitName } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { gap, say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import type { Fan } from "./fan.ts";
import { fanOf } from "./fan.ts";
import { useInfo } from "./info.tsx";
import type { LineChart, LineView } from "./lineChart.ts";
import { createLineChart, updateLineChart } from "./lineChart.ts";
import type { PanelInfo } from "./panels.ts";
import { indicatorOf, labelOf } from "./panels.ts";
import { Picture } from "./picture.tsx";
import { charts } from "./register.ts";
import { isStill, theme } from "./theme.ts";

interface Props {
  readonly panel: PanelInfo;
  /** Name in the hook; the panel that the reader chooses keeps its name. */
  readonly name: string;
  /** Stands in place of the label (the choice of the indicator). */
  readonly heading?: ComponentChildren;
}

export function LinePanel({ panel, name, heading }: Props) {
  const store = useStore();
  const language = store.language.value;
  const info = indicatorOf(panel.id);
  const label = labelOf(panel, language);
  const runs = store.results.value;
  const baseRuns = store.baseline.value;
  const fan = useMemo(() => fanOf(runs, panel.id), [runs, panel.id]);
  const baseline = useMemo(() => fanOf(baseRuns, panel.id), [baseRuns, panel.id]);
  const years = store.years.value;
  const at = store.yearIndex.value;
  const view: LineView = {
    fan,
    baseline,
    years,
    yearIndex: at,
    unit: info.unit,
    language,
    theme: theme.value,
    still: isStill(),
  };
  const canvas = useLineChart(name, view);
  const provenance = useInfo(label);
  const summary = summaryOf(label, info.unit, fan, baseline, language);
  const way = say(language, info.good === null ? "charts.neither" : `charts.${info.good}`);
  return (
    <article class="panel">
      <header>
        <h3>
          {heading ?? label} {provenance.button}
        </h3>
        <p class="reading">
          <b>{figure(fan?.mean[at] ?? Number.NaN, info.unit, language, { compact: true })}</b>
          {baseline !== null && (
            <span class="ghost">
              {say(language, "charts.baseline")}{" "}
              {figure(baseline.mean[at], info.unit, language, { compact: true, bare: info.unit !== "share" })}
            </span>
          )}
        </p>
      </header>
      {provenance.note(
        <>
          <p lang="en">{say("en", "charts.formula", { formula: info.formula })}</p>
          <p>
            {say(language, "charts.unit", { unit: unitName(info.unit, language) })}
            {gap(language)}
            {say(language, "charts.better", { way })}
            {gap(language)}
            {say(language, "charts.id", { id: info.id })}
          </p>
        </>,
      )}
      <Picture summary={summary}>
        <canvas ref={canvas} />
      </Picture>
      <Disclosure
        summary={say(language, "charts.table")}
        label={`${say(language, "charts.table")}: ${label}`}
      >
        {() => <FanTable label={label} unit={info.unit} fan={fan} baseline={baseline} language={language} />}
      </Disclosure>
    </article>
  );
}

/** Keeps one Chart.js chart on a canvas and lays every new view over it. */
function useLineChart(name: string, view: LineView) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<LineChart | null>(null);
  const latest = useRef(view);
  latest.current = view;
  useLayoutEffect(() => {
    if (canvas.current === null) return undefined;
    const made = createLineChart(canvas.current, () => latest.current);
    chart.current = made;
    charts.set(name, made);
    updateLineChart(made, latest.current);
    return () => {
      charts.delete(name);
      made.destroy();
    };
  }, [name]);
  const { fan, baseline, yearIndex, unit, language, theme: colours } = view;
  useLayoutEffect(() => {
    if (chart.current !== null) updateLineChart(chart.current, latest.current);
  }, [fan, baseline, unit, language, colours, view.years.length, view.years[0]]);
  // Scrubbing only moves the marker.
  useLayoutEffect(() => chart.current?.draw(), [yearIndex]);
  return canvas;
}

function summaryOf(
  label: string,
  unit: string,
  fan: Fan | null,
  baseline: Fan | null,
  language: Language,
): string {
  if (fan === null) return say(language, "charts.pending", { label });
  const from = fan.mean.findIndex((value) => !Number.isNaN(value));
  const end = fan.years.length - 1;
  const slots = {
    label,
    first: figure(fan.mean[from] ?? Number.NaN, unit, language),
    start: fan.years[from] ?? fan.years[0] ?? "",
    last: figure(fan.mean[end], unit, language),
    end: fan.years[end] ?? "",
  };
  return baseline === null
    ? say(language, "charts.summary", slots)
    : say(language, "charts.summaryBaseline", { ...slots, base: figure(baseline.mean[end], unit, language) });
}

interface TableProps {
  readonly label: string;
  readonly unit: string;
  readonly fan: Fan | null;
  readonly baseline: Fan | null;
  readonly language: Language;
}

function FanTable({ label, unit, fan, baseline, language }: TableProps) {
  const cell = (value: number | undefined) => (
    <td>{figure(value ?? Number.NaN, unit, language, { bare: true })}</td>
  );
  return (
    <table>
      <caption>
        {label} ({unitName(unit, language)})
      </caption>
      <thead>
        <tr>
          <th scope="col">{say(language, "charts.year")}</th>
          <th scope="col">{say(language, "charts.now")}</th>
          <th scope="col">{say(language, "charts.low")}</th>
          <th scope="col">{say(language, "charts.high")}</th>
          {baseline !== null && <th scope="col">{say(language, "charts.baseline")}</th>}
        </tr>
      </thead>
      <tbody>
        {fan?.years.map((year, k) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {cell(fan.mean[k])}
            {cell(fan.low[k])}
            {cell(fan.high[k])}
            {baseline !== null && cell(baseline.mean[k])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
