/** The panels of indicators; the last one is the reader's choice. */
import { INDICATORS } from "../../sim/index.ts";
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import { LinePanel } from "./linePanel.tsx";
import { PANELS } from "./panels.ts";

export function ChartGrid() {
  const store = useStore();
  const language = store.language.value;
  const chosen = store.state.value.indicator;
  const about = store.shown.value?.withPolicy === true ? "charts.about" : "charts.aboutBaseline";
  return (
    <section class="charts" aria-labelledby="charts-title">
      <div class="section-head">
        <h2 id="charts-title">{say(language, "charts.title")}</h2>
        <p class="quiet">{say(language, about)}</p>
      </div>
      <div class="grid">
        {PANELS.map((panel) => (
          <LinePanel key={panel.id} panel={panel} name={panel.id} />
        ))}
        <LinePanel
          key="chosen"
          panel={{ id: chosen }}
          name="chosen"
          heading={
            <select
              aria-label={say(language, "charts.choose")}
              value={chosen}
              onChange={(event) => store.change({ indicator: event.currentTarget.value }, "indicator")}
            >
              {INDICATORS.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label[language]}
                </option>
              ))}
            </select>
          }
        />
      </div>
    </section>
  );
}
