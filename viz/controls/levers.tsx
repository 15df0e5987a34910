/** The sliders of the policy, the published package, and the way back. */
import { say } from "../i18n/words.ts";
import { isBaseline, packageOf } from "../state.ts";
import { useStore } from "../store.ts";
import { Lever } from "./lever.tsx";
import { Settings } from "./settings.tsx";
import { FIRST_MEASURES } from "./sliders.ts";

export function Levers() {
  const store = useStore();
  const language = store.language.value;
  const measures = store.measures.value;
  const { levers, settings } = store.state.value;
  const first = measures.filter(({ id }) => FIRST_MEASURES.includes(id));
  const others = measures.filter(({ id }) => !FIRST_MEASURES.includes(id));
  const othersOn = others.some(({ id }) => (levers[id] ?? 0) !== 0);
  return (
    <section class="levers" aria-labelledby="levers-title">
      <h2 id="levers-title">{say(language, "levers.title")}</h2>
      {measures.length === 0 ? (
        <p class="quiet">{say(language, "levers.none")}</p>
      ) : (
        <>
          <p class="quiet">{say(language, "levers.about")}</p>
          <div class="buttons">
            <button
              type="button"
              class="primary"
              onClick={() => store.change({ levers: packageOf(measures) }, "package")}
            >
              {say(language, "levers.package")}
            </button>
            <button
              type="button"
              aria-disabled={isBaseline(levers)}
              onClick={() => {
                if (!isBaseline(store.state.peek().levers)) store.change({ levers: {} }, "baseline");
              }}
            >
              {say(language, "levers.baseline")}
            </button>
          </div>
          {first.map((measure) => (
            <Lever key={measure.id} measure={measure} />
          ))}
          {others.length > 0 && (
            <details class="more" open={othersOn || undefined}>
              <summary>{say(language, "levers.more")}</summary>
              {others.map((measure) => (
                <Lever key={measure.id} measure={measure} />
              ))}
            </details>
          )}
        </>
      )}
      <Settings list={settings} />
    </section>
  );
}
