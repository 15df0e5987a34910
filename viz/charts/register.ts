/** The parts of Chart.js that the page draws with, and the charts that are on the page now. */
import type { Chart as AnyChart } from "chart.js";
import {
  CategoryScale,
  Chart,
  Filler,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from "chart.js";
import { color } from "chart.js/helpers";
import { Flow, SankeyController } from "chartjs-chart-sankey";

Chart.register(
  CategoryScale,
  Filler,
  Flow,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  SankeyController,
  Tooltip,
);

/** Panel id -> chart, read by the hook for tests and for the curious. */
export const charts = new Map<string, AnyChart>();

export { Chart, color };
