/** What a scenario says of itself, for a terminal and for the report: what it is, assumes and is to be looked at. */
import type { Scenario } from "../../scenario/scenario.ts";
import { ABOUT_HEADS, ABOUT_PARTS, groupOf } from "../../scenario/systems.ts";
import { both, html, type Markup } from "./markup.ts";

type Told = Pick<Scenario, "system" | "about">;

/** Signs of a line; a terminal has 80 at least, and the tables of a run take about 90. */
const LINE = 90;

/** Lines in English, or none for a scenario that says nothing of itself. */
export function aboutLines({ system, about }: Told): string[] {
  const code = system === undefined ? [] : [`${system}, ${groupOf(system).en.toLowerCase()}`];
  if (about === undefined) return code;
  return [...code, ...ABOUT_PARTS.flatMap((part) => wrapped(`${ABOUT_HEADS[part].en}: ${about[part].en}`))];
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= LINE) lines[lines.length - 1] += ` ${word}`;
    else lines.push(line === undefined ? word : `  ${word}`);
  }
  return lines;
}

/** The same in both languages, as a list of heads and texts. */
export function aboutList({ system, about }: Told): Markup | undefined {
  if (system === undefined && about === undefined) return undefined;
  const code =
    system === undefined ? undefined : html`<p class="about">${system} · ${both(groupOf(system))}</p>`;
  if (about === undefined) return code;
  const parts = ABOUT_PARTS.map(
    (part) =>
      html`<div>
        <dt>${both(ABOUT_HEADS[part])}</dt>
        <dd>${both(about[part])}</dd>
      </div>`,
  );
  return html`${code}
    <dl class="told">${parts}</dl>`;
}
