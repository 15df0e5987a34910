/** What flows the map and the flow diagram show, and over which time. */
import { useId } from "preact/hooks";
import { FLOW_KINDS } from "../../sim/engine/result.ts";
import { say } from "../i18n/words.ts";
import { SPANS } from "../state.ts";
import { useStore } from "../store.ts";

export function FlowChoice() {
  const store = useStore();
  const language = store.language.value;
  const name = useId();
  const { flow, span } = store.state.value;
  const start = store.years.value[0] ?? "";
  return (
    <div class="flow-choice">
      <fieldset class="segments">
        <legend>{say(language, "flows.kind")}</legend>
        {FLOW_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={`${name}-kind`}
              value={kind}
              checked={kind === flow}
              onChange={() => store.change({ flow: kind }, "flow")}
            />
            <span>{say(language, `flows.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="segments">
        <legend>{say(language, "flows.span")}</legend>
        {SPANS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${name}-span`}
              value={one}
              checked={one === span}
              onChange={() => store.change({ span: one }, "span")}
            />
            <span>
              {one === "year" ? say(language, "flows.year") : say(language, "flows.since", { start })}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
