/** Tables for a terminal: columns of equal width, words to the left and figures to the right. */

/**
 * @param align one sign for each column: `<` to the left, `>` to the right
 * @returns lines without spaces at their ends, two spaces between columns
 */
export function layOut(rows: readonly (readonly string[])[], align: string): string {
  const widths = Array.from(align, (_, column) =>
    Math.max(0, ...rows.map((row) => width(row[column] ?? ""))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = " ".repeat(widths[column] - width(cell));
          return align[column] === ">" ? space + cell : cell + space;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Columns of a terminal: Chinese signs take two. */
const width = (text: string): number =>
  Array.from(text).reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        sign,
      )
        ? 2
        : 1),
    0,
  );
