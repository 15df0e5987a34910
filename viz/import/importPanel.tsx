/** What came of a table: its faults, the choice of a prefecture, or what was assumed. */
import { formatFault } from "../../sim/index.ts";
import { say } from "../i18n/words.ts";
import { quoted } from "../state.ts";
import { useStore } from "../store.ts";
import type { ImportStatus } from "./imports.ts";

export function ImportPanel() {
  const { imports } = useStore();
  const status = imports.status.value;
  return (
    <div aria-live="polite">
      {status.kind !== "none" && (
        <section class={status.kind === "refused" ? "notice bad" : "notice"}>
          <Body status={status} />
          <CloseButton />
        </section>
      )}
    </div>
  );
}

function CloseButton() {
  const { imports, language } = useStore();
  return (
    <button type="button" onClick={() => imports.close()}>
      {say(language.value, "note.close")}
    </button>
  );
}

function Body({ status }: { readonly status: Exclude<ImportStatus, { kind: "none" }> }) {
  const language = useStore().language.value;
  switch (status.kind) {
    case "reading":
      return <p>{say(language, "import.reading", { file: status.file })}</p>;
    case "choice":
      return <Choice status={status} />;
    case "refused":
      return (
        <>
          <h2>{say(language, "import.refused", { file: status.file })}</h2>
          <pre>{status.faults.map(formatFault).join("\n")}</pre>
          <p>{say(language, "import.mend")}</p>
        </>
      );
    case "taken":
      return <Taken status={status} />;
  }
}

function Choice({ status }: { readonly status: Extract<ImportStatus, { kind: "choice" }> }) {
  const { imports, language } = useStore();
  const { csv, file, prefectures } = status;
  return (
    <>
      <h2>{say(language.value, "import.choose", { file })}</h2>
      <p class="prefectures">
        {[...prefectures, undefined].map((prefecture) => (
          <button
            key={prefecture ?? ""}
            type="button"
            onClick={() => void imports.choose(csv, file, prefecture)}
          >
            {prefecture ?? say(language.value, "import.all")}
          </button>
        ))}
      </p>
    </>
  );
}

function Taken({ status }: { readonly status: Extract<ImportStatus, { kind: "taken" }> }) {
  const language = useStore().language.value;
  const { file, id, notes, prefecture, yaml } = status;
  const name = `${id}.yaml`;
  const words = ["urflow", "import", file, "--out", name];
  const command = [...words, ...(prefecture === undefined ? [] : ["--prefecture", prefecture])];
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([yaml], { type: "text/yaml" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    // The browser reads the address after the click is over.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <>
      <h2>{say(language, "import.taken", { file })}</h2>
      <p>{say(language, "import.address")}</p>
      <p>
        {say(language, "import.command")} <code>{command.map(quoted).join(" ")}</code>
      </p>
      <p>
        <button type="button" onClick={save}>
          {say(language, "import.save", { name })}
        </button>
      </p>
      <details open>
        <summary>{say(language, "import.assumed", { count: notes.length })}</summary>
        <ul>
          {notes.map((note, index) => (
            <li key={index}>{note[language]}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
