/** What sizes, colours and widths of the map mean. */
import { figure, number, percentSign } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import { CHANGE_EDGES } from "./scales.ts";

interface Props {
  readonly start: number;
  readonly radius: (persons: number) => number;
  readonly width: (flow: number) => number;
  readonly most: number;
  /** People of the largest place. */
  readonly largest: number;
  readonly unit: string;
  readonly language: Language;
}

export function Legend({ start, radius, width, most, largest, unit, language }: Props) {
  const edge = (share: number): string => number(share * 100, 0, language, { signed: true });
  const sample = roundFigure(most / 2);
  return (
    <div class="legend">
      <div>
        <span>
          {say(language, "map.legendChange", { start })} ({percentSign(language).trim()})
        </span>
        <span class="swatches" aria-hidden="true">
          {[-3, -2, -1, 0, 1, 2, 3].map((change, k) => (
            <span key={change}>
              <i class={`swatch c${change}`} />
              {k < CHANGE_EDGES.length && <em>{edge(CHANGE_EDGES[k])}</em>}
            </span>
          ))}
        </span>
      </div>
      <div>
        <span>{say(language, "map.legendSize")}</span>
        <span class="sizes" aria-hidden="true">
          {sizeSteps(largest).map((persons) => (
            <span key={persons}>
              <svg width={2 * radius(persons) + 2} height={2 * radius(persons) + 2}>
                <circle class="dot" cx={radius(persons) + 1} cy={radius(persons) + 1} r={radius(persons)} />
              </svg>
              {figure(persons, "count", language, { compact: true })}
            </span>
          ))}
        </span>
      </div>
      {most > 0 && (
        <div>
          <span>
            {say(language, "map.legendFlow", { value: figure(sample, unit, language, { compact: true }) })}
          </span>
          <span class="widths" aria-hidden="true">
            <svg width="44" height={Math.max(4, width(sample))}>
              <rect width="44" height={width(sample)} />
            </svg>
          </span>
        </div>
      )}
    </div>
  );
}

/** Powers of ten that some place of the map comes up to, the largest three. */
const sizeSteps = (largest: number): number[] =>
  [100, 1000, 10_000, 100_000, 1e6, 1e7].filter((step) => step <= largest).slice(-3);

/** The figure with one digit nearest to `value`, for a legend. */
function roundFigure(value: number): number {
  if (value <= 0) return 0;
  const unit = 10 ** Math.floor(Math.log10(value));
  return Math.round(value / unit) * unit;
}
