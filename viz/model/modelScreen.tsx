/** The description of the model by the ODD protocol, in the language of the page. */
import { useEffect, useRef, useState } from "preact/hooks";
import { writeAddress } from "../address.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import { Contents } from "./contents.tsx";
import type { Block, OddDocument, Section } from "./document.ts";
import { loadDocument, TOP } from "./document.ts";
import { FindTable } from "./findTable.tsx";
import { inline } from "./inline.tsx";

export function ModelScreen() {
  const store = useStore();
  const language = store.language.value;
  const state = store.state.value;
  const { document: text, failed } = useDocument(language);
  const shown = useRef(false);

  // Where the address says; the first look at the top leaves the reader at the head of the page.
  useEffect(() => {
    if (text === null || state.model === null) return;
    if (shown.current || state.model !== TOP) show(state.model);
    shown.current = true;
  }, [text, state.model]);

  if (text === null)
    return <output class="waiting">{say(language, failed ? "model.failed" : "model.loading")}</output>;
  const goTo = (section: string): void => {
    store.change({ model: section }, "model");
    show(section);
  };
  return (
    <div class="model">
      <Contents
        sections={text.sections}
        current={state.model}
        language={language}
        addressOf={(section) => `#${writeAddress({ ...state, model: section }, store.catalogue)}`}
        goTo={goTo}
      />
      <article>
        <h1 id={anchor(TOP)} tabIndex={-1}>
          {text.title}
        </h1>
        <Blocks blocks={text.intro} language={language} goTo={goTo} />
        {text.sections.map((section) => (
          <Part key={section.id} section={section} language={language} goTo={goTo} />
        ))}
      </article>
    </div>
  );
}

const anchor = (section: string): string => `model-${section}`;

/** Brings a section's heading into view and gives it the focus, so that reading goes on from there. */
function show(section: string): void {
  const heading = document.getElementById(anchor(section)) ?? document.getElementById(anchor(TOP));
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

/** The text in a language; while another is on its way, the one before stays. */
function useDocument(language: Language): { document: OddDocument | null; failed: boolean } {
  const [text, setText] = useState<OddDocument | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    loadDocument(language).then(
      (loaded) => {
        if (wanted) setText(loaded);
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return { document: text, failed };
}

interface PartProps {
  readonly section: Section;
  readonly language: Language;
  readonly goTo: (section: string) => void;
}

function Part({ section, language, goTo }: PartProps) {
  const { id, level, title, blocks } = section;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      <Heading id={anchor(id)} tabIndex={-1}>
        {title}
      </Heading>
      <Blocks blocks={blocks} language={language} goTo={goTo} />
    </>
  );
}

interface BlocksProps {
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly goTo: (section: string) => void;
}

function Blocks({ blocks, language, goTo }: BlocksProps) {
  return (
    <>
      {blocks.map(({ p, list, table, english }, index) => {
        const tag = english === true && language !== "en" ? { lang: "en" } : {};
        if (table !== undefined) {
          return <FindTable key={table.caption} table={table} language={language} goTo={goTo} />;
        }
        if (list === undefined) {
          return (
            <p key={index} {...tag}>
              {inline(p ?? "", goTo)}
            </p>
          );
        }
        return (
          <ul key={index} {...tag}>
            {list.map((item) => (
              <li key={item}>{inline(item, goTo)}</li>
            ))}
          </ul>
        );
      })}
    </>
  );
}
