/** How a scenario says which system of policy it shows, and what there is to know of it. */
import * as z from "zod";
import { bilingual, field } from "./schemaParts.ts";

/** They speak of the file that they stand in: a file that extends it is another scenario and says its own. */
export const systemKeys = {
  system: field(
    z.string().regex(/^[A-Z][1-9][0-9]?$/),
    "Code of the system of policy that the scenario shows; lists are grouped by its letter.",
    {
      expected: "a letter and a number, as in A1",
      mend: "Write a capital letter and a number, or leave it out.",
    },
  ).optional(),
  about: field(
    z.strictObject({
      is: bilingual("What it is, in a few sentences."),
      assumes: bilingual("What it assumes."),
      look: bilingual("What to look at when it has run."),
    }),
    "What a reader wants to know before opening it.",
    { expected: "a map with is, assumes and look", mend: "Write each of them as { en: …, zh: … }." },
  ).optional(),
};
export const SYSTEM_KEYS: readonly string[] = Object.keys(systemKeys);
