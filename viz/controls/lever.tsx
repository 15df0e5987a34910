/** One slider: what it is, how much, what it does, who pays, and where the published value comes from. */
import type { Measure } from "../../sim/policy/policy.ts";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import { useId } from "preact/hooks";
import { useInfo } from "../charts/info.tsx";
import { figure } from "../i18n/format.ts";
import { gap, say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import { WHAT, trackOf } from "./sliders.ts";

export function Lever({ measure }: { readonly measure: Measure }) {
  const store = useStore();
  const language = store.language.value;
  const id = useId();
  const parameter = PARAMETERS[measure.lever];
  const value = store.state.value.levers[measure.id] ?? 0;
  const { max, step } = trackOf(measure, value);
  const label = parameter.label[language];
  // What a lever does is said without slots.
  const what = WHAT[measure.lever] as "levers.whatLand" | undefined;
  const shown = value === 0 ? say(language, "levers.off") : figure(value, parameter.unit, language);
  const published = { value: figure(measure.value, parameter.unit, language), from: measure.from };
  const source = store.scenario.value?.sources[measure.source]?.title ?? measure.source;
  const info = useInfo(label);
  const move = (next: number): void => {
    const levers = { ...store.state.peek().levers, [measure.id]: next };
    store.change({ levers }, `lever ${measure.id}`);
  };
  return (
    <div class={value === 0 ? "lever" : "lever on"}>
      <div class="head">
        <label for={id}>{label}</label> {info.button}
        <output for={id}>{shown}</output>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        aria-describedby={`${id}-what`}
        style={{ "--filled": `${(100 * value) / max}%` }}
        onInput={(event) => move(Number(event.currentTarget.value))}
      />
      <p id={`${id}-what`}>
        {what === undefined ? <span lang="en">{parameter.doc}</span> : say(language, what)}
        {gap(language)}
        <b>{say(language, measure.payer === "county" ? "levers.county" : "levers.state")}</b>
      </p>
      {info.note(
        <>
          <p>
            {measure.until === undefined
              ? say(language, "levers.inPackage", published)
              : say(language, "levers.inPackageUntil", { ...published, until: measure.until })}
            {gap(language)}
            {say(language, "levers.source", { source })}
          </p>
          <p lang="en">{parameter.doc}</p>
          <p>
            {say(language, "levers.bounds", {
              min: figure(parameter.min, parameter.unit, language),
              max: figure(parameter.max, parameter.unit, language),
              source: parameter.source,
            })}
          </p>
        </>,
      )}
    </div>
  );
}
