/** The Chart.js chart of one indicator: band, mean, baseline, and the marker of the shown year. */
import type { ChartDataset, Plugin, TooltipItem } from "chart.js";
import { figure } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import type { Fan } from "./fan.ts";
import { Chart } from "./register.ts";
import { type Theme, tooltipOf } from "./theme.ts";
import { stepOf, tick } from "./tick.ts";

/** What a dataset stands for. Stable names, also in the hook. */
export const ROLES = ["low", "high", "baseline", "mean"] as const;
export type Role = (typeof ROLES)[number];

export interface LineView {
  readonly fan: Fan | null;
  readonly baseline: Fan | null;
  readonly years: readonly number[];
  readonly yearIndex: number;
  readonly unit: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly still: boolean;
}

export type LineChart = Chart<"line", number[], number>;

/** Draws a hair line at the shown year and a dot where it meets the mean. */
function marker(view: () => LineView): Plugin<"line"> {
  return {
    id: "yearMarker",
    afterDatasetsDraw(chart) {
      const { yearIndex, theme, fan } = view();
      const { ctx, chartArea, scales } = chart;
      const x = scales["x"]?.getPixelForValue(yearIndex);
      if (x === undefined || Number.isNaN(x)) return;
      ctx.save();
      ctx.strokeStyle = theme.marker;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(Math.round(x) + 0.5, chartArea.top);
      ctx.lineTo(Math.round(x) + 0.5, chartArea.bottom);
      ctx.stroke();
      const y = scales["y"]?.getPixelForValue(fan?.mean[yearIndex] ?? Number.NaN);
      if (y !== undefined && !Number.isNaN(y)) {
        ctx.fillStyle = theme.line;
        ctx.strokeStyle = theme.paper;
        ctx.lineWidth = 1.5;
        ctx.beginPath();
        ctx.arc(x, y, 4, 0, 2 * Math.PI);
        ctx.fill();
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

export function createLineChart(canvas: HTMLCanvasElement, view: () => LineView): LineChart {
  return new Chart<"line", number[], number>(canvas, {
    type: "line",
    data: { labels: [], datasets: [] },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      normalized: true,
      // Room for the dot of the last year.
      layout: { padding: { right: 6, top: 4 } },
      interaction: { mode: "index", intersect: false },
      plugins: {
        tooltip: {
          displayColors: false,
          filter: (item) => ROLES[item.datasetIndex] === "mean" || ROLES[item.datasetIndex] === "baseline",
          callbacks: { label: (item) => tooltipLine(item, view()) },
        },
      },
    },
    plugins: [marker(view)],
  });
}

/** Lays a view over the chart. Data arrays are new ones, so that a reader of the hook never sees them change. */
export function updateLineChart(chart: LineChart, view: LineView): void {
  const { fan, baseline, theme, language, unit, years } = view;
  const data: Readonly<Record<Role, readonly number[]>> = {
    low: fan !== null && fan.seeds > 1 ? fan.low : [],
    high: fan !== null && fan.seeds > 1 ? fan.high : [],
    baseline: baseline?.mean ?? [],
    mean: fan?.mean ?? [],
  };
  chart.data.labels = [...years];
  chart.data.datasets = ROLES.map((role, index) => ({
    // Chart.js tweens from the old dataset only when it is the same object.
    ...chart.data.datasets[index],
    ...look(role, theme),
    label: say(language, role === "mean" ? "charts.now" : `charts.${role}`),
    data: [...data[role]],
  }));
  const ticks = { color: theme.muted, font: { family: theme.font, size: 11 }, padding: 4 };
  const { options } = chart;
  options.animation = view.still ? false : { duration: 260 };
  // A year has its place: lines rise and fall, and do not unroll from the left.
  options.animations = { numbers: { type: "number", properties: ["y"] } };
  options.scales = {
    x: {
      type: "category",
      grid: { display: false },
      border: { color: theme.rule },
      ticks: {
        ...ticks,
        autoSkip: false,
        maxRotation: 0,
        callback: (_, index) => (isRound(years[index], years.length) ? String(years[index]) : null),
      },
    },
    y: {
      type: "linear",
      grace: "6%",
      ...boundsOf(Object.values(data), unit),
      border: { display: false },
      grid: { color: theme.rule, lineWidth: 0.7, drawTicks: false },
      ticks: {
        ...ticks,
        // Nothing is known of an axis without figures.
        display: Object.values(data).some((values) => values.length > 0),
        maxTicksLimit: 5,
        callback: (value, _, all) => tick(Number(value), stepOf(all), unit, language),
      },
    },
  };
  const tooltip = options.plugins?.tooltip;
  if (tooltip !== undefined) Object.assign(tooltip, tooltipOf(theme));
  chart.update();
}

function look(role: Role, theme: Theme): Partial<ChartDataset<"line", number[]>> {
  const line = {
    pointRadius: 0,
    pointHoverRadius: 3,
    tension: 0,
    spanGaps: false,
    fill: false,
    backgroundColor: theme.band,
  };
  switch (role) {
    case "low":
      return { ...line, borderWidth: 0, pointHoverRadius: 0 };
    case "high":
      // Filled down to the dataset before it, the low edge.
      return { ...line, borderWidth: 0, pointHoverRadius: 0, fill: "-1" };
    case "baseline":
      return { ...line, borderColor: theme.ghost, borderWidth: 1.5, borderDash: [4, 3] };
    case "mean":
      return { ...line, borderColor: theme.line, borderWidth: 2 };
  }
}

/** Whether a year is labelled: decades in a long run, half decades or each year in a shorter one. */
const isRound = (year: number, count: number): boolean =>
  year % (count > 45 ? 20 : count > 16 ? 10 : count > 6 ? 5 : 1) === 0;

/** Keeps the room around the lines from promising negative persons, or shares beyond the whole. */
function boundsOf(series: readonly (readonly number[])[], unit: string): { min?: number; max?: number } {
  const values = series.flat().filter((value) => Number.isFinite(value));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = 0.12 * (most - least);
  return {
    ...(least >= 0 && least - room <= 0 ? { min: 0 } : {}),
    ...(unit === "share" && most <= 1 && most + room >= 1 ? { max: 1 } : {}),
  };
}

function tooltipLine(item: TooltipItem<"line">, { fan, unit, language }: LineView): string {
  const value = figure(item.parsed.y ?? Number.NaN, unit, language);
  const line = `${item.dataset.label}: ${value}`;
  const k = item.dataIndex;
  if (ROLES[item.datasetIndex] !== "mean" || fan === null || fan.seeds < 2) return line;
  const [low, high] = [fan.low[k], fan.high[k]].map((edge) => figure(edge, unit, language, { bare: true }));
  return `${line} (${low} … ${high})`;
}
