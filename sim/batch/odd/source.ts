/** What the sources and the documents of the repository say, read as text: docstrings, reasons, tables, lists. */

/** The docstring at the head of a file, its lines as written; empty where there is none. */
export function headComment(code: string): string {
  const comment = /^(?:\s|\/\/.*|\/\/\/.*)*\/\*\*([^]*?)\*\//.exec(code)?.[1] ?? "";
  return comment.replace(/^[ \t]*\*?[ \t]?/gm, "").trim();
}

/** What a docstring of a process begins with: the step of the model, which the order of the month tells better. */
const STEP = /^Model step \d+[^:.]*[:.] /;

/** The first sentence of a docstring without the step that it begins with: what a process does. */
export function firstSentence(comment: string): string {
  const text = comment
    .split(/\n\s*\n/)[0]
    .replace(/\s+/g, " ")
    .replace(STEP, "")
    .trim();
  return capital(/^.*?[^.]\.(?=\s+[A-Z]|$)/.exec(text)?.[0] ?? text);
}

/** The paragraphs of a docstring, each on one line, without the step that it begins with. */
export const commentParagraphs = (comment: string): string[] =>
  comment.split(/\n\s*\n/).map((part) => capital(part.replace(/\s+/g, " ").trim().replace(STEP, "")));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The comment behind each entry of a list in code, by entry: `production, // yields …`. */
export function reasonsOf(code: string): Map<string, string> {
  return new Map([...code.matchAll(/^ {2}(\w+), \/\/ (.+)$/gm)].map(([, name, reason]) => [name, reason]));
}

/** The comment before each numbered key of a list in code, by key; empty where it has none. */
export function keyComments(code: string, list: string): Map<string, string> {
  const body = new RegExp(`export const ${list} = \\{([^]*?)\\n\\}`).exec(code)?.[1] ?? "";
  const comments = new Map<string, string>();
  let comment = "";
  for (const line of body.split("\n")) {
    comment = /\/\*\* (.*) \*\//.exec(line)?.[1] ?? comment;
    const key = /^\s*(\w+): \d+,/.exec(line)?.[1];
    if (key === undefined) continue;
    comments.set(key, comment);
    comment = "";
  }
  return comments;
}

/** The text below a heading of a Markdown document, up to the next of the same or a higher level; null without it. */
export function below(markdown: string, heading: string): string | null {
  const lines = markdown.split("\n");
  const at = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, "").trim() === heading);
  if (at < 0) return null;
  const level = /^#+/.exec(lines[at])?.[0].length ?? 1;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => (/^(#+) /.exec(line)?.[1].length ?? 9) <= level);
  return rest.slice(0, end < 0 ? undefined : end).join("\n");
}

/** The items of the lists in a Markdown text, each on one line. */
export function listItems(markdown: string): string[] {
  return markdown
    .split(/^- /m)
    .slice(1)
    .map((item) =>
      item
        .split(/\n\s*\n/)[0]
        .replace(/\s+/g, " ")
        .trim(),
    );
}

export interface PlainTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first table of a Markdown text whose heads hold a word; null where there is none. */
export function tableWith(markdown: string, word: RegExp): PlainTable | null {
  const blocks = markdown.split(/\n\s*\n/).map((block) => block.trim().split("\n"));
  for (const lines of blocks) {
    if (!lines.every((line) => line.startsWith("|")) || !word.test(lines[0] ?? "")) continue;
    const [heads, , ...rows] = lines.map(cellsOf);
    return { heads, rows };
  }
  return null;
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
