/** The head of the page: its name, the region, the language. */
import type { Language } from "../i18n/words.ts";
import { LANGUAGES, say } from "../i18n/words.ts";
import { ImportButton } from "../import/importButton.tsx";
import { ModelButton } from "../model/modelDoor.tsx";
import { useStore } from "../store.ts";
import { ScenarioPicker } from "./scenarioPicker.tsx";

/** Each language under its own name, whatever the page speaks. */
const OWN_NAMES: Readonly<Record<Language, string>> = { en: "English", zh: "中文" };
const TAGS: Readonly<Record<Language, string>> = { en: "en", zh: "zh-Hans" };

export function Header() {
  const store = useStore();
  const language = store.language.value;
  return (
    <header class="top">
      <p class="name">
        <b>{say(language, "page.name")}</b> <span>{say(language, "page.tagline")}</span>
      </p>
      <div class="choices">
        <ScenarioPicker />
        <ImportButton />
        <ModelButton />
        <fieldset class="languages">
          <legend class="hidden">{say(language, "page.language")}</legend>
          {LANGUAGES.map((one) => (
            <button
              key={one}
              type="button"
              lang={TAGS[one]}
              aria-pressed={one === language}
              onClick={() => store.change({ language: one }, "language")}
            >
              {OWN_NAMES[one]}
            </button>
          ))}
        </fieldset>
      </div>
    </header>
  );
}
