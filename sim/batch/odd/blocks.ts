/** A document as plain data, from which the Markdown files and the page's Model screen are made. */
import type { Text } from "../../indicators/indicator.ts";

export type Language = keyof Text;

/** The head of a column; `english` where its cells are English in every language. */
export interface Head {
  readonly text: string;
  readonly english?: boolean;
}

export interface Table {
  /** What the table is called; unique in the document. */
  readonly caption: string;
  readonly heads: readonly Head[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * One of: a paragraph, a list, a table. Texts may hold `code`, _emphasis_ and [links](https://example.org).
 * `english` marks what is English in every language.
 */
export interface Block {
  readonly p?: string;
  readonly list?: readonly string[];
  readonly table?: Table;
  readonly english?: boolean;
}

export interface Section {
  /** Stands in addresses: letters, digits and hyphens. */
  readonly id: string;
  /** 2 for an element of the protocol, 3 for a part of one. */
  readonly level: number;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface OddDocument {
  readonly language: Language;
  readonly title: string;
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
}

/** A text in both languages. */
export const both = (en: string, zh: string): Text => ({ en, zh });

export const code = (text: string): string => `\`${text}\``;
export const named = (text: string): Head => ({ text });
export const english = (text: string): Head => ({ text, english: true });

/** Paragraphs in both languages, one behind the other. */
export const paragraphs = (texts: readonly Text[], language: Language): Block[] =>
  texts.map((text) => ({ p: text[language] }));
