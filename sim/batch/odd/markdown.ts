/** The document as Markdown. */
import type { Block, OddDocument, Table } from "./blocks.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

function tableText({ heads, rows }: Table): string {
  return [row(heads.map(({ text }) => text)), row(heads.map(() => "---")), ...rows.map(row)].join("\n");
}

function blockText({ p, list, table }: Block): string {
  if (table !== undefined) return tableText(table);
  return p ?? (list ?? []).map((item) => `- ${item}`).join("\n");
}

export function toMarkdown({ title, intro, sections }: OddDocument): string {
  const parts = [
    `# ${title}`,
    ...intro.map(blockText),
    ...sections.flatMap(({ level, title: heading, blocks }) => [
      `${"#".repeat(level)} ${heading}`,
      ...blocks.map(blockText),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The document as JSON, a block or a row a line, so that a change of one shows as a change of one. */
export function toJson(document: OddDocument): string {
  const { sections, intro, ...head } = document;
  const lines = sections.map(({ blocks, ...section }) => {
    const open = JSON.stringify(section).slice(0, -1);
    return `${open},"blocks":[\n${blocks.map(blockJson).join(",\n")}\n]}`;
  });
  const open = JSON.stringify(head).slice(0, -1);
  return `${open},"intro":[\n${intro.map(blockJson).join(",\n")}\n],"sections":[\n${lines.join(",\n")}\n]}\n`;
}

function blockJson(block: Block): string {
  if (block.table === undefined) return JSON.stringify(block);
  const { rows, ...table } = block.table;
  const open = JSON.stringify(table).slice(0, -1);
  return `{"table":${open},"rows":[\n${rows.map((cells) => JSON.stringify(cells)).join(",\n")}\n]}}`;
}
