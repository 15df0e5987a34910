/** Choosing a table, or dropping it anywhere on the page. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";

export function ImportButton() {
  const { imports, language } = useStore();
  const input = useRef<HTMLInputElement>(null);
  const over = useDrop((file) => void imports.take(file));
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {say(language.value, "import.button")}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv"
        aria-label={say(language.value, "import.button")}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void imports.take(file);
          // The same file may be chosen again once it is mended.
          event.currentTarget.value = "";
        }}
      />
      {over && <p class="drop">{say(language.value, "import.drop")}</p>}
    </>
  );
}

/** Hands over a file that is dropped on the page. True while one is held over it. */
function useDrop(take: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const dragged = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      // Without this the browser would leave the page and open the file.
      event.preventDefault();
      setOver(true);
    };
    const left = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) taking.current(file);
    };
    const ending = new AbortController();
    const { signal } = ending;
    window.addEventListener("dragover", dragged, { signal });
    window.addEventListener("dragleave", left, { signal });
    window.addEventListener("drop", dropped, { signal });
    return () => ending.abort();
  }, []);
  return over;
}
