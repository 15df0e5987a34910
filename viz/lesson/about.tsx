/** What the open scenario says of itself: what it is, what it assumes, what to look at. */
import { ABOUT_HEADS, ABOUT_PARTS, groupOf } from "../../sim/scenario/systems.ts";
import { useStore } from "../store.ts";

export function About() {
  const store = useStore();
  const language = store.language.value;
  const scenario = store.scenario.value;
  if (scenario?.about === undefined) return null;
  const { about, system, title } = scenario;
  return (
    <section class="about" aria-labelledby="about-title">
      <h2 id="about-title">{title[language]}</h2>
      {system !== undefined && (
        <p class="quiet">
          {system} · {groupOf(system)[language]}
        </p>
      )}
      <dl>
        {ABOUT_PARTS.map((part) => (
          <div key={part}>
            <dt>{ABOUT_HEADS[part][language]}</dt>
            <dd>{about[part][language]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
