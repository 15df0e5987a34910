/** What can be refused before a text is parsed: its size, its depth, and that it is no text. */
import { Lexer, type LineCounter } from "yaml";
import { shorten, type Fault, type Place } from "./faults.ts";
import { MAX_DEPTH, MAX_TEXT_LENGTH, MAX_TOKENS } from "./limits.ts";

/** Where an offset of the text stands; a setting counts its own way. */
export type Locate = (offset: number) => Place;

export const depthExpected = `at most ${MAX_DEPTH} maps and lists inside one another`;
export const depthMend = "Write the values without so many brackets or levels.";

/** What can be seen before the parser is asked. */
export function refuseText(text: unknown, locate: Locate, lines: LineCounter): Fault | undefined {
  lines.lineStarts.push(0);
  if (typeof text !== "string") {
    return wholeFault(locate(0), `of type ${typeof text}`, "text", "Give the contents of a YAML file.");
  }
  if (text.length > MAX_TEXT_LENGTH) {
    const expected = `at most ${MAX_TEXT_LENGTH} characters`;
    return wholeFault(locate(0), `${text.length} characters long`, expected, "Is this a scenario file?");
  }
  // Besides what is no text: signs that turn the direction of writing, so that a line shows what it isn't.
  const strange = /(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\ufffd\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u.exec(text);
  if (strange !== null) {
    for (let end = text.indexOf("\n"); end >= 0 && end < strange.index; end = text.indexOf("\n", end + 1)) {
      lines.lineStarts.push(end + 1);
    }
    const value = `not plain text (character ${shorten(strange[0])})`;
    return wholeFault(
      locate(strange.index),
      value,
      "text in UTF-8",
      "Delete the sign, or save the file as plain text in UTF-8.",
    );
  }
  return refuseBulk(text, locate);
}

/** Counting marks is quick; building the parser's objects from millions of them is not. */
function refuseBulk(text: string, locate: Locate): Fault | undefined {
  let tokens = 0;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return wholeFault(locate(0), "nested too deeply", depthExpected, depthMend);
    if (++tokens > MAX_TOKENS) {
      const expected = `at most ${MAX_TOKENS} marks of YAML`;
      return wholeFault(locate(0), "too long", expected, "Is this a scenario file?");
    }
  }
  return undefined;
}

export const wholeFault = (place: Place, value: string, expected: string, mend: string): Fault => ({
  ...place,
  path: "",
  value,
  expected,
  mend,
});
