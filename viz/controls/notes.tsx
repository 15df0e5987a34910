/** What went wrong, where the reader sees it: a bad address, a scenario that can't be run, a run that stopped. */
import type { Note } from "../address.ts";
import type { Language } from "../i18n/words.ts";
import { pieces, say } from "../i18n/words.ts";
import { useStore } from "../store.ts";

export function Notes() {
  const { notes, error, language } = useStore();
  return (
    <>
      {/* An output element may not hold a heading or a list. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="status">
        {notes.value.length > 0 && (
          <div class="notice">
            <h2>{say(language.value, "note.title")}</h2>
            <ul>
              {notes.value.map((note, index) => (
                <li key={index}>{noteText(note, language.value)}</li>
              ))}
            </ul>
            <button
              type="button"
              onClick={() => {
                notes.value = [];
              }}
            >
              {say(language.value, "note.close")}
            </button>
          </div>
        )}
      </div>
      <div role="alert">
        {error.value !== null && (
          <div class="notice bad">
            <h2>{say(language.value, "error.title")}</h2>
            <pre>{error.value}</pre>
            <p>{say(language.value, "error.mend")}</p>
          </div>
        )}
      </div>
    </>
  );
}

export const noteText = (note: Note, language: Language): string =>
  // A note's slots belong to its id; the union of all ids can't say so to the compiler.
  pieces(language, note.id, note.slots as never)
    .map(({ text }) => text)
    .join("");
