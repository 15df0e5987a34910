/** HTML text whose parts are escaped unless they are markup themselves. */
import type { Text } from "../../indicators/indicator.ts";

export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Part[] | undefined;

/** html`<td>${text}</td>`: strings are escaped, lists are joined, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = strings.reduce((text, string, index) => text + render(parts[index - 1]) + string);
  return { markup };
}

function render(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escape(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(render).join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign]);

/** Both languages; the style sheet shows the chosen one. */
export const both = ({ en, zh }: Text): Markup =>
  html`<span lang="en">${en}</span><span lang="zh-Hans">${zh}</span>`;

/** As `both`, but a text that is the same in both languages stands once. */
export const bothOnce = (text: Text): Markup => (text.en === text.zh ? html`${text.en}` : both(text));
