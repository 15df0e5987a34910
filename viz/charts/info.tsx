/** The ⓘ beside a name: a button that opens a note on where a figure comes from. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";

/** Gives the button and the note apart, because they stand at different places. */
export function useInfo(label: string): {
  button: ComponentChildren;
  note: (children: ComponentChildren) => ComponentChildren;
} {
  const { language } = useStore();
  const [open, setOpen] = useState(false);
  const id = useId();
  return {
    button: (
      <button
        type="button"
        class="info"
        aria-expanded={open}
        aria-controls={id}
        aria-label={say(language.value, "info.about", { label })}
        onClick={() => setOpen(!open)}
      >
        i
      </button>
    ),
    note: (children) => (
      <div id={id} class="note" hidden={!open}>
        {children}
      </div>
    ),
  };
}
