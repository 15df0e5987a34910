/** The sentence, large, at the top of the page; below it what a policy changes and how many seeds have come in. */
import { arrived } from "../charts/fan.ts";
import { SEEDS } from "../runs/plan.ts";
import type { Piece } from "../i18n/words.ts";
import { gap, say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import { effectOf, lastOf } from "./effect.ts";
import { costClause, effectClause, headline, headlineBand, textOf } from "./sentence.ts";

export function Lesson() {
  const store = useStore();
  const language = store.language.value;
  const runs = store.results.value;
  const shown = store.shown.value;
  const withPolicy = shown?.withPolicy === true;
  const people = withPolicy
    ? effectOf(shown.main, shown.base, (run) => lastOf(run, "population.village"))
    : null;
  const money = withPolicy
    ? effectOf(shown.main, shown.base, (run) => lastOf(run, "savingsLent.village"))
    : null;
  return (
    <section class="lesson" aria-label={say(language, "lesson.label")} aria-busy={shown?.stale !== false}>
      <h1>
        <Pieces parts={headline(runs, language)} />
      </h1>
      {withPolicy && (
        <p class="effect">
          <Pieces parts={effectClause(people, money, language)} />
          {gap(language)}
          <Pieces parts={costClause(runs, language)} />
        </p>
      )}
      <p class="sureness">
        {headlineBand(runs, language)}
        {gap(language)}
        <Status />
      </p>
    </section>
  );
}

/** Figures stand out; the words around them do not. */
function Pieces({ parts }: { readonly parts: readonly Piece[] }) {
  return (
    <>
      {parts.map(({ text, slot }, index) =>
        slot === "people" || slot === "yuan" || slot === "value" ? (
          <b key={index}>{text}</b>
        ) : slot === "sure" ? (
          <small key={index}>{text}</small>
        ) : (
          text
        ),
      )}
    </>
  );
}

function Status() {
  const store = useStore();
  const language = store.language.value;
  const main = store.main.value;
  const done = arrived(main?.results ?? []).length;
  const all = done === SEEDS && arrived(store.base.value?.results ?? []).length === SEEDS;
  let text = say(language, "status.starting");
  if (store.error.value !== null) text = say(language, "status.failed");
  else if (all) text = say(language, "status.ready", { all: SEEDS });
  else if (done > 0) text = say(language, "status.seeds", { done, all: SEEDS });
  else if (main?.progress !== undefined && main.progress !== null) {
    text = say(language, "status.first", main.progress);
  }
  return (
    <>
      <span class="status">{text}</span>
      {/* Read aloud once, when the figures are final, and not with every seed. */}
      <output class="hidden">{all ? textOf(headline(store.results.value, language)) : ""}</output>
    </>
  );
}
