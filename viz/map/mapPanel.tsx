/** The schematic map with its legend, its place panel and its table. */
import { useMemo, useState } from "preact/hooks";
import { Disclosure } from "../controls/disclosure.tsx";
import { flowUnit, flowsUntil, meanPopulation } from "../flows.ts";
import { figure } from "../i18n/format.ts";
import { gap, say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import { arrowsOf, largestFlow } from "./arrows.ts";
import { Drawing } from "./drawing.tsx";
import { layoutMap } from "./layout.ts";
import { Legend } from "./legend.tsx";
import { PlacePanel } from "./placePanel.tsx";
import { changeClass, radiusScale, widthScale } from "./scales.ts";
import { useSize } from "./useSize.ts";
import { ZoneTable } from "./zoneTable.tsx";

/** Pixels of the widest arrow and of the largest dot, on a wide map. */
const WIDEST = 15;
const LARGEST = 25;

export function MapPanel() {
  const store = useStore();
  const language = store.language.value;
  const { flow, span } = store.state.value;
  const runs = store.results.value;
  const run = runs[0];
  const at = store.yearIndex.value;
  const year = store.years.value[at] ?? 0;
  const start = store.years.value[0] ?? 0;
  const [frame, size] = useSize();
  const [selected, select] = useState<string>("");

  const settlements = run?.settlements;
  const zones = run?.zones;
  const layout = useMemo(
    () => (settlements === undefined || zones === undefined ? null : layoutMap(settlements, zones, size)),
    [settlements, zones, size],
  );
  const population = useMemo(() => meanPopulation(runs), [runs]);
  const flows = useMemo(() => flowsUntil(runs, flow, at, span), [runs, flow, at, span]);
  const most = useMemo(() => largestFlow(runs, flow, span), [runs, flow, span]);
  const narrow = size.width < 520;
  const radius = useMemo(() => radiusScale(population, narrow ? 17 : LARGEST), [population, narrow]);
  const width = widthScale(most, narrow ? 10 : WIDEST);
  const unit = flowUnit(flow, span);
  const largest = useMemo(() => population.reduce((top, persons) => Math.max(top, persons), 0), [population]);

  const count = settlements?.length ?? 0;
  const now = population.subarray(at * count, (at + 1) * count);
  const before = population.subarray(0, count);
  const arrows = arrowsOf(flows, narrow ? 14 : 26);

  let summary = say(language, "lesson.waiting");
  if (run !== undefined) {
    const changes = run.settlements.flatMap(({ tier }, k) =>
      tier === "outside" ? [] : [changeClass(before[k], now[k])],
    );
    const shrunk = changes.filter((change) => change < 0).length;
    const grown = changes.filter((change) => change > 0).length;
    const widest = arrows.drawn[0];
    const slots = { places: changes.length, year, start, shrunk, grown };
    summary =
      widest === undefined
        ? say(language, "map.summaryQuiet", slots)
        : say(language, "map.summary", {
            ...slots,
            kind: say(language, `flows.${flow}`),
            from: run.zones[widest.from].name[language],
            to: run.zones[widest.to].name[language],
            flow: figure(widest.value, unit, language),
          });
  }

  return (
    <article class="panel map">
      <header>
        <h3>{say(language, "map.title")}</h3>
        <p class="reading">
          <b>{year}</b>
        </p>
      </header>
      <p class="quiet">{say(language, "map.about", { year, start })}</p>
      <div class="frame" ref={frame}>
        {run !== undefined && layout !== null && (
          <Drawing
            run={run}
            layout={layout}
            now={now}
            before={before}
            radius={radius}
            width={width}
            arrows={arrows.drawn}
            unit={unit}
            summary={summary}
            selected={selected}
            onSelect={select}
            language={language}
          />
        )}
      </div>
      {run !== undefined && (
        <Legend
          start={start}
          radius={radius}
          width={width}
          most={most}
          largest={largest}
          unit={unit}
          language={language}
        />
      )}
      <p class="quiet">
        {say(language, "map.outside")}
        {gap(language)}
        {arrows.all > arrows.drawn.length &&
          say(language, "map.hidden", { shown: arrows.drawn.length, all: arrows.all })}
      </p>
      {run !== undefined && (
        <>
          <PlacePanel
            run={run}
            selected={selected}
            onSelect={select}
            now={now}
            before={before}
            year={year}
            start={start}
            language={language}
          />
          <Disclosure summary={say(language, "map.table")} label={say(language, "map.table")}>
            {() => (
              <ZoneTable
                run={run}
                flows={flows}
                now={now}
                before={before}
                unit={unit}
                year={year}
                start={start}
                language={language}
              />
            )}
          </Disclosure>
        </>
      )}
    </article>
  );
}
