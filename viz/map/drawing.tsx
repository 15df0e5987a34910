/** The map itself, as SVG: arrows below, dots above, names on top. */
import { useState } from "preact/hooks";
import type { RunResult } from "../../sim/engine/result.ts";
import { figure } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import { arrowPath } from "./arrow.ts";
import type { Arrow } from "./arrows.ts";
import { placeLabels } from "./labels.ts";
import type { MapLayout, Point } from "./layout.ts";
import { changeClass, directionOf } from "./scales.ts";

interface Props {
  readonly run: RunResult;
  readonly layout: MapLayout;
  /** Persons per settlement in the shown year and at the start. */
  readonly now: ArrayLike<number>;
  readonly before: ArrayLike<number>;
  readonly radius: (persons: number) => number;
  readonly width: (flow: number) => number;
  readonly arrows: readonly Arrow[];
  readonly unit: string;
  readonly summary: string;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly language: Language;
}

/** Half the width of a gateway's square, in pixels. */
const GATEWAY = 5;

/** How near the pointer must come to a dot, in pixels from its edge. */
const NEAR = 12;

export function Drawing(props: Props) {
  const { run, layout, now, before, radius, summary, selected, onSelect, language } = props;
  const { width, height } = layout.size;
  const [hovered, hover] = useState<number | null>(null);
  const nearest = (event: PointerEvent | MouseEvent): number | null => {
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    return nearestPlace(run, layout.places, { x, y }, (place) => radius(now[place]));
  };
  const tip = hovered === null ? null : run.settlements[hovered];
  return (
    <>
      {/* The select below the map and the table are the keyboard's way to the same figures. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onPointerMove={(event) => hover(nearest(event))}
        onPointerLeave={() => hover(null)}
        onClick={(event) => {
          const place = nearest(event);
          onSelect(place === null ? "" : run.settlements[place].id);
        }}
      >
        <Arrows {...props} />
        <g class="dots">
          {run.settlements.map(({ id, tier }, place) =>
            tier === "outside" ? null : (
              <circle
                key={id}
                class={`dot ${tier} c${changeClass(before[place], now[place])}`}
                cx={layout.places[place].x.toFixed(1)}
                cy={layout.places[place].y.toFixed(1)}
                r={radius(now[place]).toFixed(2)}
              />
            ),
          )}
        </g>
        <Names {...props} />
        {[hovered, run.settlements.findIndex(({ id }) => id === selected)].map((place, which) =>
          place === null || place < 0 ? null : (
            <circle
              key={which}
              class={which === 0 ? "ring" : "ring chosen"}
              cx={layout.places[place].x}
              cy={layout.places[place].y}
              r={radius(now[place]) + 3}
            />
          ),
        )}
      </svg>
      {tip !== null && hovered !== null && (
        <div
          class={`tip ${layout.places[hovered].x > width * 0.6 ? "before" : ""}`}
          style={{ left: `${layout.places[hovered].x}px`, top: `${layout.places[hovered].y}px` }}
          aria-hidden="true"
        >
          <b>{tip.name[language]}</b> {say(language, `tierOne.${tip.tier}`)}
          <br />
          {figure(now[hovered], "persons", language)} ({changeText(before[hovered], now[hovered], language)})
        </div>
      )}
    </>
  );
}

export const changeText = (start: number, now: number, language: Language): string =>
  start <= 0
    ? figure(Number.NaN, "share", language)
    : figure(now / start - 1, "share", language, { signed: true });

function Arrows({ run, layout, arrows, width, unit, language }: Props) {
  return (
    <g class="arrows">
      {/* The widest first, so that thin ones lie on top and stay visible. */}
      {arrows.map(({ from, to, value }) => (
        <path
          key={`${from}>${to}`}
          class={directionOf(run.zones[from].tier, run.zones[to].tier)}
          d={arrowPath(layout.zones[from], layout.zones[to], width(value))}
        >
          <title>
            {`${run.zones[from].name[language]} → ${run.zones[to].name[language]}: ${figure(value, unit, language)}`}
          </title>
        </path>
      ))}
    </g>
  );
}

function Names({ run, layout, now, radius, language }: Props) {
  // The core city has the first choice of a spot, then the gateways, whose spots are few, then the seats.
  const gateways = run.zones.flatMap(({ id, tier, name }, zone) =>
    tier === "outside"
      ? [{ id, text: name[language], at: layout.zones[zone], radius: 7, letters: 12, always: true }]
      : [],
  );
  const named = (wanted: "core" | "seat") =>
    run.settlements.flatMap(({ id, tier, name }, place) =>
      tier === wanted
        ? [
            {
              id,
              text: name[language],
              at: layout.places[place],
              radius: radius(now[place]),
              letters: 12,
              always: true,
            },
          ]
        : [],
    );
  const cores = named("core");
  const marks = gateways.map(({ at }) => ({ at, half: GATEWAY }));
  const labels = placeLabels([...cores, ...gateways, ...named("seat")], layout.size, marks);
  const isGateway = new Set(gateways.map(({ id }) => id));
  const isCore = new Set(cores.map(({ id }) => id));
  return (
    <g class="names">
      {gateways.map(({ id, at }) => (
        <rect
          key={id}
          class="gateway"
          x={at.x - GATEWAY}
          y={at.y - GATEWAY}
          width={2 * GATEWAY}
          height={2 * GATEWAY}
          rx={1.5}
        />
      ))}
      {labels.map(({ id, text, x, y, anchor }) => (
        <text
          key={id}
          class={isGateway.has(id) ? "gateway" : isCore.has(id) ? "core" : "seat"}
          x={x.toFixed(1)}
          y={y.toFixed(1)}
          text-anchor={anchor}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

function nearestPlace(
  run: RunResult,
  places: readonly Point[],
  at: Point,
  radius: (place: number) => number,
): number | null {
  let best: number | null = null;
  let least = NEAR;
  for (let place = 0; place < places.length; place++) {
    if (run.settlements[place].tier === "outside") continue;
    const dx = places[place].x - at.x;
    const dy = places[place].y - at.y;
    // Small dots inside large ones must win, so the centre counts, less a little for size.
    const apart = Math.sqrt(dx * dx + dy * dy) - 0.5 * radius(place);
    if (apart < least) {
      least = apart;
      best = place;
    }
  }
  return best;
}
