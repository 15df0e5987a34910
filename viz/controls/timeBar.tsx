/** The year: scrub it, or let it run. It stays in sight at the foot of the window. */
import { useEffect, useId, useState } from "preact/hooks";
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";

/** Milliseconds a year while it plays. */
const PACE = 260;

export function TimeBar() {
  const store = useStore();
  const language = store.language.value;
  const id = useId();
  const years = store.years.value;
  const at = store.yearIndex.value;
  const end = years.length - 1;
  const [playing, play] = useState(false);

  const go = (index: number): void => {
    const year = store.years.peek()[index];
    store.change({ year: index >= store.years.peek().length - 1 || year === undefined ? null : year }, null);
  };
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      const next = store.yearIndex.peek() + 1;
      go(next);
      if (next >= store.years.peek().length - 1) play(false);
    }, PACE);
    return () => clearInterval(timer);
  }, [playing]);

  const toggle = (): void => {
    // At the end there is nothing left to play: begin again.
    if (!playing && at >= end) go(0);
    play(!playing);
  };
  return (
    <section class="time" aria-label={say(language, "time.region")}>
      <button type="button" class="play" onClick={toggle}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          {playing ? <path d="M3 2h4v12H3zM9 2h4v12H9z" /> : <path d="M3 1.5 14 8 3 14.5z" />}
        </svg>
        <span>{say(language, playing ? "time.pause" : "time.play")}</span>
      </button>
      <label for={id} class="hidden">
        {say(language, "time.label")}
      </label>
      <span class="edge" aria-hidden="true">
        {years[0]}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(0, end)}
        step={1}
        value={at}
        disabled={years.length === 0}
        aria-valuetext={String(years[at] ?? "")}
        style={{ "--filled": `${end > 0 ? (100 * at) / end : 0}%` }}
        onInput={(event) => {
          play(false);
          go(Number(event.currentTarget.value));
        }}
      />
      <span class="edge" aria-hidden="true">
        {years[end]}
      </span>
      <output for={id} class="now">
        {years[at] ?? ""}
      </output>
    </section>
  );
}
