/** Looks words up in the dictionary of the chosen language and fills their `{slots}`. */
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Words = typeof en;
export type WordId = keyof Words;

/** The names of the slots of a text: `"{a} of {b}"` has `"a" | "b"`. */
type SlotsOf<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | SlotsOf<Rest>
  : never;
export type Slots<K extends WordId> = Readonly<Record<SlotsOf<Words[K]>, string | number>>;

/** The keys whose slots differ between the two dictionaries; the assignment below compiles only if there are none. */
type Unlike = {
  [K in WordId]: [SlotsOf<Words[K]>, SlotsOf<(typeof zh)[K]>] extends [
    SlotsOf<(typeof zh)[K]>,
    SlotsOf<Words[K]>,
  ]
    ? never
    : K;
}[WordId];
const alike: [Unlike] extends [never] ? true : Unlike = true;
void alike;

const DICTIONARIES: Readonly<Record<Language, Readonly<Record<WordId, string>>>> = { en, zh };

/** A piece of a text: literal words, or a slot that was filled. */
export interface Piece {
  readonly text: string;
  readonly slot: string | null;
}

/** The text of `id` with its slots filled, in pieces, so that a view may set figures off. */
export function pieces<K extends WordId>(language: Language, id: K, slots: Slots<K>): Piece[] {
  const given: Readonly<Record<string, string | number>> = slots;
  return DICTIONARIES[language][id]
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const slot = /^\{(\w+)\}$/.exec(part)?.[1];
      return slot === undefined ? { text: part, slot: null } : { text: String(given[slot] ?? ""), slot };
    });
}

/** The text of `id`; the slots are asked for exactly where the text has some. */
export function say<K extends WordId>(
  language: Language,
  id: K,
  ...slots: [SlotsOf<Words[K]>] extends [never] ? [] : [Slots<K>]
): string {
  return pieces(language, id, slots[0] ?? ({} as Slots<K>))
    .map((piece) => piece.text)
    .join("");
}

/** What stands between two sentences: a Chinese full stop brings its own room. */
export const gap = (language: Language): string => (language === "en" ? " " : "");

/** True for a key of the dictionary, to look up words whose key is made from data. */
export const isWord = (id: string): id is WordId => id in en;
