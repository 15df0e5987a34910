/** What to do about a text that is no YAML, by the parser's code. */
import type { ErrorCode } from "yaml";
import { shorten } from "./faults.ts";

const MENDS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: "Replace the tab by spaces.",
  BAD_INDENT: "Begin the keys of one map in the same column.",
  BLOCK_AS_IMPLICIT_KEY: "Write one key a line, or put text that has a colon in quotes.",
  MULTILINE_IMPLICIT_KEY: "Write the key and its colon on one line.",
  MISSING_CHAR: "Close the quote or bracket, or write the sign that is missing.",
  UNEXPECTED_TOKEN: "Put text that begins with a special sign in quotes.",
  BAD_SCALAR_START: "Put text that begins with a special sign in quotes.",
  BAD_DQ_ESCAPE: "Write the text in single quotes, or double the backslash.",
  MULTIPLE_DOCS: "Delete the line --- and what belongs to the other document.",
  NON_STRING_KEY: "Write a plain word as the key.",
  BAD_ALIAS: "Put text that begins with * or & in quotes.",
  BAD_DIRECTIVE: "Delete the line that begins with a percent sign.",
  TAG_RESOLVE_FAILED: "Delete the tag that begins with an exclamation mark.",
  BAD_COLLECTION_TYPE: "Delete the tag that begins with an exclamation mark.",
};

export function mendOfYaml(code: ErrorCode, message: string): { expected: string; mend: string } {
  // The parser quotes the text: what it quotes may be long, or unprintable.
  const said = shorten(message.replaceAll(/\s+/g, " ").replace(/[.:]$/, ""), 120);
  return {
    expected: code === "MULTIPLE_DOCS" ? "one document" : `valid YAML (${said})`,
    mend: MENDS[code] ?? "Correct the spelling of this line.",
  };
}
