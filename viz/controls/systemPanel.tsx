/** What is decided in the system that is open: its policies, what may be chosen of them, and the way back. */
import { useId } from "preact/hooks";
import { formatSetting } from "../../sim/index.ts";
import type { Choice, Policy } from "../../sim/policy/policy.ts";
import { say } from "../i18n/words.ts";
import { choicePath, splitPair } from "../state.ts";
import { useStore } from "../store.ts";
import { MeasureLine } from "./measureLine.tsx";
import { Settings } from "./settings.tsx";

export function SystemPanel() {
  const store = useStore();
  const language = store.language.value;
  const policies = store.scenario.value?.policies ?? [];
  const { settings } = store.state.value;
  const back = (): void => {
    const kept = settings.filter((setting) => !setting.startsWith("policies."));
    store.change({ system: null, settings: kept }, "baseline");
  };
  return (
    <section class="levers system" aria-labelledby="levers-title">
      <h2 id="levers-title">{say(language, "system.title")}</h2>
      <p class="quiet">{say(language, "system.about")}</p>
      <div class="buttons">
        <button type="button" onClick={back}>
          {say(language, "system.plain")}
        </button>
      </div>
      {policies.map((policy) => (
        <PolicyPart key={policy.id} policy={policy} />
      ))}
      <Settings list={settings.filter((setting) => !isChoice(setting))} />
    </section>
  );
}

const isChoice = (setting: string): boolean => /^policies\.[^.]+\.choose\./.test(setting);

function PolicyPart({ policy }: { readonly policy: Policy }) {
  const language = useStore().language.value;
  const { id, title, summary, choices = {}, measures } = policy;
  return (
    <div class="lever">
      <h3>{title[language]}</h3>
      <p>{summary[language]}</p>
      {Object.entries(choices).map(([choice, what]) => (
        <ChoiceOf key={choice} policy={id} id={choice} choice={what} />
      ))}
      {measures.length > 0 && (
        <ul class="measures">
          {measures.map((measure) => (
            <MeasureLine key={measure.id} measure={measure} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly policy: string;
  readonly id: string;
  readonly choice: Choice;
}

/** One thing that the policy leaves open. What the file itself chose is not written into the address. */
function ChoiceOf({ policy, id, choice }: ChoiceProps) {
  const store = useStore();
  const language = store.language.value;
  const field = useId();
  const path = choicePath(policy, id);
  const choose = (option: string): void => {
    const { system, settings } = store.state.peek();
    const others = settings.filter((setting) => splitPair(setting)?.path !== path.join("."));
    const reading = system === null ? null : store.catalogue.read(system, []);
    const written = reading?.ok === true ? reading.scenario.policies.find((one) => one.id === policy) : null;
    const own = written?.choices?.[id]?.chosen;
    const set = option === own ? others : [...others, formatSetting(path, option)];
    store.change({ settings: set }, `choice ${policy} ${id}`);
  };
  return (
    <p class="choice">
      <label for={field}>{choice.label[language]}</label>{" "}
      <select id={field} value={choice.chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {Object.entries(choice.options).map(([option, name]) => (
          <option key={option} value={option}>
            {name[language]}
          </option>
        ))}
      </select>
    </p>
  );
}
