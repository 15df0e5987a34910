/** Words of the schema that scenario and policy files share, and the hints from which messages are made. */
import * as z from "zod";

/** What a message adds to the description of a field. */
export interface Hint {
  /** What a value must be, where bounds alone would not say it. */
  readonly expected?: string | undefined;
  /** How to mend a value that isn't so: one sentence. */
  readonly mend?: string | undefined;
}

export const HINTS = z.registry<Hint>();

/** A field with its description (for editors) and its hint (for messages). */
export function field<T extends z.ZodType>(schema: T, description: string, hint: Hint = {}): T {
  const described = schema.describe(description);
  HINTS.add(described, hint);
  return described;
}

export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const id = (what: string): z.ZodString =>
  field(z.string().regex(ID_PATTERN).max(60), `Name of ${what}: small letters, digits and hyphens.`, {
    expected: "small letters, digits and hyphens, as in innovative-towns",
    mend: "Use a to z, 0 to 9 and single hyphens alone; a name of digits alone stands in quotes.",
  });

/** A measure may also be named in the way of its lever: `landPrice`. */
export const measureId = (): z.ZodString =>
  field(
    z
      .string()
      .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
      .max(60),
    "Name of the measure, unique in its policy.",
    {
      expected: "letters, digits and hyphens, as in landPrice",
      mend: "Use letters, digits and single hyphens alone; a name of digits alone stands in quotes.",
    },
  );

export const sourceKey = (): z.ZodString =>
  field(z.string().regex(ID_PATTERN).max(60), "Key of an entry of `sources`, or `assumed`.", {
    expected: "a key of sources, or assumed",
    mend: "Name an entry of sources, or write assumed.",
  });

const phrase = (language: string): z.ZodString =>
  field(z.string().trim().min(1).max(2000), `Text in ${language}.`, {
    expected: `a text in ${language}`,
    mend: "Write the text; put it in quotes if it has a colon or is a number.",
  });

export const bilingual = (description: string) =>
  field(z.strictObject({ en: phrase("English"), zh: phrase("Chinese") }), description, {
    expected: "a text in English (en) and in Chinese (zh)",
    mend: "Write { en: …, zh: … }.",
  });

export const share = (description: string, hint: Hint = {}): z.ZodNumber =>
  field(z.number().min(0).max(1), `${description} A share from 0 to 1.`, {
    mend: "Write a share, not per cent.",
    ...hint,
  });

export const SourceInfo = field(
  z.strictObject({
    title: field(z.string().trim().min(1).max(500), "Author, title, publisher.", {
      expected: "a text",
      mend: "Name the author, the title and the publisher.",
    }),
    year: field(z.number().int().min(1800).max(2200), "Year of publication.").optional(),
    url: field(
      z
        .string()
        .regex(/^https?:\/\/\S+$/)
        .max(500),
      "Address on the web.",
      {
        expected: "an address that begins with https://",
        mend: "Write the whole address.",
      },
    ).optional(),
    licence: field(z.string().max(200), "Licence of the data.").optional(),
    note: field(z.string().max(2000), "How the figure was taken or derived.").optional(),
  }),
  "Where figures come from.",
  { expected: "a map with a title", mend: "Write { title: …, year: … }." },
);

export const Sources = field(z.record(z.string().regex(ID_PATTERN), SourceInfo), "Sources by key.", {
  expected: "a map of sources by key (small letters, digits and hyphens)",
  mend: "Write each source as key: { title: … }.",
});

export const longitude = field(z.number().min(-180).max(180), "Degrees east.", {
  mend: "Write degrees with decimals, east positive.",
});
export const latitude = field(z.number().min(-85).max(85), "Degrees north.", {
  mend: "Write degrees with decimals, north positive.",
});

/** For each figure of a thing, the key of its source. */
export const sourcesOf = (fields: readonly string[]): z.ZodType<Record<string, string>> =>
  field(
    z.strictObject(Object.fromEntries(fields.map((name) => [name, sourceKey().optional()]))),
    "Source of each figure.",
    { expected: "a map from figure to source", mend: "Write for example { areaKm2: assumed }." },
    // The keys are optional, so that what is there is text; zod's own type keeps `undefined` beside it.
  ) as unknown as z.ZodType<Record<string, string>>;
