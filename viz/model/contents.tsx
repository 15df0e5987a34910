/** The table of contents of the description. */
import { useState } from "preact/hooks";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import type { Section } from "./document.ts";

interface Props {
  readonly sections: readonly Section[];
  readonly current: string | null;
  readonly language: Language;
  readonly addressOf: (section: string) => string;
  readonly goTo: (section: string) => void;
}

/** Sections of level 2, each with those of level 3 behind it. */
export function chapters(sections: readonly Section[]): { head: Section; parts: Section[] }[] {
  const list: { head: Section; parts: Section[] }[] = [];
  for (const section of sections) {
    if (section.level === 2) list.push({ head: section, parts: [] });
    else list.at(-1)?.parts.push(section);
  }
  return list;
}

export function Contents({ sections, current, language, addressOf, goTo }: Props) {
  // Beside the text where there is room for it; above it, and closed, on a phone.
  const [open] = useState(() => window.matchMedia("(min-width: 62rem)").matches);
  const link = ({ id, title }: Section) => (
    <a
      href={addressOf(id)}
      aria-current={id === current ? "location" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        goTo(id);
      }}
    >
      {title}
    </a>
  );
  return (
    <nav class="contents" aria-label={say(language, "model.contents")}>
      <details open={open}>
        <summary>{say(language, "model.contents")}</summary>
        <ol>
          {chapters(sections).map(({ head, parts }) => (
            <li key={head.id}>
              {link(head)}
              {parts.length > 0 && (
                <ol>
                  {parts.map((part) => (
                    <li key={part.id}>{link(part)}</li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
