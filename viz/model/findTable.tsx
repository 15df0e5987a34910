/** A table of the description; a long one with a field to find rows by their words. */
import { useId, useState } from "preact/hooks";
import { number } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import type { DocumentTable } from "./document.ts";
import { inline } from "./inline.tsx";

/** A table of more rows has a field to find some. */
const MANY = 15;

/** The rows that hold every word of a query, in any of their cells. */
export function rowsWith(rows: DocumentTable["rows"], query: string): DocumentTable["rows"] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((cells) => {
    const text = cells.join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A sentence gets a wide column; a Chinese one would else be broken after every few characters. */
const isLong = (cell: string): boolean => cell.length > 15 && !cell.startsWith("`");

interface Props {
  readonly table: DocumentTable;
  readonly language: Language;
  readonly goTo: (section: string) => void;
}

export function FindTable({ table, language, goTo }: Props) {
  const [query, setQuery] = useState("");
  const id = useId();
  const { caption, heads, rows } = table;
  const found = rowsWith(rows, query);
  const counts = { shown: number(found.length, 0, language), all: number(rows.length, 0, language) };
  const tag = (column: number) =>
    language !== "en" && heads[column]?.english === true ? { lang: "en" } : {};
  return (
    <div class="find">
      {rows.length > MANY && (
        <p class="finder">
          <label for={id}>{say(language, "model.find", { table: caption })}</label>
          <input
            id={id}
            type="search"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <output for={id}>{say(language, "model.rows", counts)}</output>
        </p>
      )}
      {/* Scrolls on its own, so the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section class="scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {heads.map(({ text }, column) => (
                <th key={column} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((cells) => (
              <tr key={cells.join("\n")}>
                {cells.map((cell, column) =>
                  column === 0 ? (
                    <th key={column} scope="row" {...tag(column)}>
                      {inline(cell, goTo)}
                    </th>
                  ) : (
                    <td key={column} class={isLong(cell) ? "long" : undefined} {...tag(column)}>
                      {inline(cell, goTo)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
