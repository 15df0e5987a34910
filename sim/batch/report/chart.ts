/**
 * A line chart as SVG text. The numbers alone are drawn: words stand in HTML around it, where they wrap, can be read
 * aloud and come in both languages. No measuring of fonts, so the same run gives the same bytes everywhere.
 */
import type { Text } from "../../indicators/indicator.ts";
import { figure, unitLabel, unitText } from "./figures.ts";
import { both, bothOnce, html, type Markup } from "./markup.ts";
import { axis, tickText, type Scale } from "./scale.ts";

export interface Line {
  readonly label: Text;
  /** One value a year; NaN leaves a gap. */
  readonly values: Float64Array;
}

export interface Chart {
  readonly title: Text;
  readonly unit: string;
  readonly years: readonly number[];
  readonly lines: readonly Line[];
}

const WIDTH = 360;
const HEIGHT = 200;
const PLOT = { left: 70, right: 346, top: 12, bottom: 174 };

export function chart({ title, unit, years, lines }: Chart): Markup {
  const vertical = axis(lines.flatMap(({ values }) => [...values].filter(Number.isFinite)));
  const x = (year: number): number => between(year, years[0], years[years.length - 1], PLOT.left, PLOT.right);
  const y = (value: number): number => between(value, vertical.low, vertical.high, PLOT.bottom, PLOT.top);
  const legend = html`<ul class="legend">
    ${lines.map(legendEntry)}
  </ul>`;
  return html`<figure>
    <figcaption>${both(title)}${unitNote(unit)}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${spoken(title.en, unit, years, lines)}">
      ${gridLines(vertical, unit, y)}${yearMarks(years, x)}${lines.map(({ values }, index) => path(values, years, index, x, y))}</svg
    >${lines.length > 1 ? legend : undefined}
  </figure>`;
}

/** The axis carries signs of per cent; all other units stand in the caption. */
const unitNote = (unit: string): Markup | undefined =>
  unitLabel(unit) === "" ? undefined : html` <small>${bothOnce(unitText(unit))}</small>`;

const legendEntry = ({ label }: Line, index: number): Markup =>
  html`<li><i class="line-${index}"></i>${both(label)}</li>`;

function gridLines({ ticks, step }: Scale, unit: string, y: (value: number) => number): Markup[] {
  return ticks.map((tick) => {
    const at = y(tick).toFixed(1);
    const kind = tick === 0 ? "zero" : "grid";
    const line = html`<line class="${kind}" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at}" y2="${at}" />`;
    const place = html`x="${PLOT.left - 6}" y="${at}" dy="0.32em" text-anchor="end"`;
    const { en, zh } = tickText(tick, step, unit);
    if (en === zh) return html`${line}<text ${place}>${en}</text>`;
    return html`${line}<text lang="en" ${place}>${en}</text><text lang="zh-Hans" ${place}>${zh}</text>`;
  });
}

function yearMarks(years: readonly number[], x: (year: number) => number): Markup[] {
  const last = years.length - 1;
  const shown = [...new Set([0, Math.round(last / 2), last])];
  return shown.map((index) => {
    const anchor = index === 0 ? "start" : index === last ? "end" : "middle";
    return html`<text x="${x(years[index]).toFixed(1)}" y="${HEIGHT - 8}" text-anchor="${anchor}"
      >${years[index]}</text
    >`;
  });
}

function path(
  values: Float64Array,
  years: readonly number[],
  index: number,
  x: (year: number) => number,
  y: (value: number) => number,
): Markup {
  let drawn = "";
  let pen = "M";
  years.forEach((year, position) => {
    const value = values[position];
    if (!Number.isFinite(value)) {
      pen = "M";
      return;
    }
    drawn += `${pen}${x(year).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = "L";
  });
  return html`<path class="line-${index}" d="${drawn}" />`;
}

/** What a screen reader says instead of the picture: each line's first and last figure. */
function spoken(title: string, unit: string, years: readonly number[], lines: readonly Line[]): string {
  const told = lines.map(({ label, values }) => {
    const known = years.map((_, index) => index).filter((index) => Number.isFinite(values[index]));
    const [first, last] = [known[0], known[known.length - 1]];
    const name = lines.length > 1 ? `${label.en}: ` : "";
    return first === undefined
      ? `${name}no figures`
      : `${name}${figure(values[first], unit)} in ${years[first]}, ${figure(values[last], unit)} in ${years[last]}`;
  });
  return `${title}. ${told.join("; ")}.`;
}

const between = (value: number, low: number, high: number, from: number, to: number): number =>
  high === low ? from : from + ((value - low) / (high - low)) * (to - from);
