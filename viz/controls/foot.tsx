/** The foot: the same run as a command, what identifies it, and where its figures come from. */
import { useRef, useState } from "preact/hooks";
import { VERSION } from "../../sim/index.ts";
import { number } from "../i18n/format.ts";
import { gap, say } from "../i18n/words.ts";
import { SEEDS, seedName } from "../runs/plan.ts";
import { armKey, baselineArm, commandArm, compareCommand, mainArm, runCommand } from "../state.ts";
import { useStore } from "../store.ts";

export function Foot() {
  const store = useStore();
  const language = store.language.value;
  const run = store.results.value[0];
  const scenario = store.scenario.value;
  const sources = Object.entries(scenario?.sources ?? {});
  return (
    <footer>
      <Commands />
      <p class="identity">
        <span>{say(language, "foot.version", { version: run?.version ?? VERSION })}</span>
        {run !== undefined && (
          <>
            <span>{say(language, "foot.seed", { seed: run.seed })}</span>
            <span>{say(language, "foot.hash", { hash: run.hash })}</span>
            <span>
              {say(language, "foot.scale", { agents: number(run.agents, 0, language), scale: run.scale })}
            </span>
            <span>{say(language, "foot.ledger", { checks: number(run.ledger.checks, 0, language) })}</span>
            {run.cuts.length > 0 && <span>{say(language, "foot.cuts", { count: run.cuts.length })}</span>}
          </>
        )}
      </p>
      <p class="quiet">
        {scenario?.summary[language]}
        {gap(language)}
        {say(language, "foot.model")}
      </p>
      <details class="sources">
        <summary>{say(language, "foot.sources")}</summary>
        <ul>
          {sources.map(([key, { title, year, url, licence, note }]) => (
            <li key={key} lang="en">
              {url === undefined ? title : <a href={url}>{title}</a>}
              {year !== undefined && `, ${year}`}
              {licence !== undefined && `, ${licence}`}
              {note !== undefined && `. ${note}`}
            </li>
          ))}
          <li>{say(language, "foot.assumed")}</li>
        </ul>
      </details>
    </footer>
  );
}

/** One line to copy, and where a policy is on, the comparison as another. */
function Commands() {
  const store = useStore();
  const language = store.language.value;
  const state = store.state.value;
  const world = store.world.value;
  const main = commandArm(mainArm(state, world?.variant ?? null, store.measures.value), world);
  const base = commandArm(baselineArm(state), world);
  return (
    <div class="commands">
      <h2>{say(language, "command.title")}</h2>
      <Command label={say(language, "command.title")} line={runCommand(main, seedName(0))} />
      {armKey(main) !== armKey(base) && (
        <Command label={say(language, "command.compare")} line={compareCommand(base, main, SEEDS)} />
      )}
    </div>
  );
}

function Command({ label, line }: { readonly label: string; readonly line: string }) {
  const language = useStore().language.value;
  const [copied, setCopied] = useState(false);
  const code = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(line);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // Without leave to use the clipboard the line is selected, ready for the reader's own copy key.
      if (code.current !== null) window.getSelection()?.selectAllChildren(code.current);
    }
  };
  return (
    <div class="command">
      <code ref={code}>{line}</code>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={`${say(language, copied ? "command.copied" : "command.copy")}: ${label}`}
      >
        {say(language, copied ? "command.copied" : "command.copy")}
      </button>
      <output class="hidden">{copied ? say(language, "command.copied") : ""}</output>
    </div>
  );
}
