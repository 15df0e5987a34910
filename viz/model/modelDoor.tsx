/** The way into the description of the model, whose code and text are fetched when it is opened. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import { TOP } from "./document.ts";

/** Opens the description, and leads back from it. */
export function ModelButton() {
  const store = useStore();
  const isOpen = store.state.value.model !== null;
  return (
    <button
      type="button"
      class="model-button"
      onClick={() => {
        store.change({ model: isOpen ? null : TOP }, "model");
        window.scrollTo(0, 0);
      }}
    >
      {say(store.language.value, isOpen ? "model.back" : "model.open")}
    </button>
  );
}

export function ModelDoor() {
  const language = useStore().language.value;
  const [Screen, setScreen] = useState<ComponentType | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import("./modelScreen.tsx").then(
      ({ ModelScreen }) => setScreen(() => ModelScreen),
      () => setFailed(true),
    );
  }, []);
  if (Screen !== null) return <Screen />;
  return <output class="waiting">{say(language, failed ? "model.failed" : "model.loading")}</output>;
}
