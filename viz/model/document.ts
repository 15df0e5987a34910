/** The description of the model as data, which `npm run docs` writes; fetched when it is asked for. */
import type { Language } from "../i18n/words.ts";

export interface DocumentTable {
  readonly caption: string;
  /** `english` where the cells are English in every language. */
  readonly heads: readonly { readonly text: string; readonly english?: boolean | undefined }[];
  readonly rows: readonly (readonly string[])[];
}

/** A paragraph, a list or a table. */
export interface Block {
  readonly p?: string | undefined;
  readonly list?: readonly string[] | undefined;
  readonly table?: DocumentTable | undefined;
  readonly english?: boolean | undefined;
}

export interface Section {
  readonly id: string;
  /** 2, or 3 for a part of the section before. */
  readonly level: number;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface OddDocument {
  readonly title: string;
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
}

export async function loadDocument(language: Language): Promise<OddDocument> {
  return language === "zh"
    ? (await import("./odd.zh.json")).default
    : (await import("./odd.en.json")).default;
}

/** The top of the description, as a section of the address. */
export const TOP = "odd";
