/** Pieces that every section of a report is made of. */
import type { Text } from "../../indicators/indicator.ts";
import { both, html, type Markup } from "./markup.ts";

export const section = (title: Text, content: readonly Markup[]): Markup =>
  html`<section>
    <h2>${both(title)}</h2>
    ${content}
  </section> `;

/** @param kind `figures` sets all but the first column to the right */
export const table = (head: readonly Text[], rows: readonly (readonly Markup[])[], kind = "words"): Markup =>
  html`<div class="wide">
    <table class="${kind}">
      <thead>
        <tr>
          ${head.map((one) => html`<th scope="col">${both(one)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(tableRow)}
      </tbody>
    </table>
  </div>`;

const tableRow = ([first, ...rest]: readonly Markup[]): Markup =>
  html`<tr>
    <th scope="row">${first}</th>
    ${rest.map((cell) => html`<td>${cell}</td>`)}
  </tr> `;
