/** The flow diagram: kinds of places on the left send, kinds of places on the right receive. */
import type { SankeyDataPoint } from "chartjs-chart-sankey";
import type { Tier } from "../../sim/engine/result.ts";
import { TIERS } from "../../sim/engine/result.ts";
import type { TierFlow } from "../flows.ts";
import { figure } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import { directionOf } from "../map/scales.ts";
import { Chart, color } from "./register.ts";
import { type Theme, tooltipOf } from "./theme.ts";

export interface SankeyView {
  readonly flows: readonly TierFlow[];
  readonly unit: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly still: boolean;
  readonly narrow: boolean;
}

export type SankeyChart = Chart<"sankey", SankeyDataPoint[], never>;

/** A tier stands twice in the diagram, so each of its nodes has a name of its own. */
const sender = (tier: Tier): string => `from ${tier}`;
const receiver = (tier: Tier): string => `to ${tier}`;

/** The links of the diagram, thinnest ones included: what is small is small. */
export const sankeyData = (flows: readonly TierFlow[]): SankeyDataPoint[] =>
  flows.map(({ from, to, value }) => ({ from: sender(from), to: receiver(to), flow: value }));

export function createSankey(canvas: HTMLCanvasElement, view: () => SankeyView): SankeyChart {
  return new Chart<"sankey", SankeyDataPoint[], never>(canvas, {
    type: "sankey",
    data: { datasets: [] },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: {
            label: (item) => {
              const { flows, unit, language } = view();
              const flow = flows[item.dataIndex];
              if (flow === undefined) return "";
              const [from, to] = [flow.from, flow.to].map((tier) => say(language, `tier.${tier}`));
              return `${from} → ${to}: ${figure(flow.value, unit, language)}`;
            },
          },
        },
      },
    },
  });
}

export function updateSankey(chart: SankeyChart, view: SankeyView): void {
  const { flows, theme, language, narrow } = view;
  const data = sankeyData(flows);
  const ends = TIERS.flatMap((tier, rank) => [
    { key: sender(tier), tier, rank, column: 0 },
    { key: receiver(tier), tier, rank, column: 1 },
  ]);
  const colours = flows.map(({ from, to }) => color(theme[directionOf(from, to)]).alpha(0.55).rgbString());
  chart.data.datasets = [
    {
      ...chart.data.datasets[0],
      data,
      parsing: { from: "from", to: "to", flow: "flow" },
      labels: Object.fromEntries(ends.map(({ key, tier }) => [key, say(language, `tier.${tier}`)])),
      // Villages below, cities above: "up" on the page is up the hierarchy.
      priority: Object.fromEntries(ends.map(({ key, rank }) => [key, TIERS.length - rank])),
      column: Object.fromEntries(ends.map(({ key, column }) => [key, column])),
      colorFrom: theme.node,
      colorTo: theme.node,
      flowColor: ({ dataIndex }) => colours[dataIndex] ?? theme.level,
      color: theme.ink,
      font: { family: theme.font, size: narrow ? 11 : 12 },
      // Names stand beside the diagram, where no flow runs under them.
      nodeLabels: { position: ({ key }) => (key.startsWith("from ") ? "left" : "right"), padding: 6 },
      borderWidth: 0,
      nodeWidth: 6,
      nodePadding: narrow ? 14 : 18,
      size: "max",
    },
  ];
  chart.options.animation = false;
  const side = narrow ? 78 : 92;
  chart.options.layout = { padding: { top: 8, bottom: 8, left: side, right: side } };
  const tooltip = chart.options.plugins?.tooltip;
  if (tooltip !== undefined) Object.assign(tooltip, tooltipOf(theme));
  chart.update();
}
