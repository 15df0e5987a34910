/** The table of known answers, as text for a terminal and as a page of the documentation. */

/** @typedef {import("../../test/known/answers/answer.ts").Answer} Answer */
/** @typedef {import("../../test/known/answers/answer.ts").Comparison} Comparison */
/** @typedef {{ answer: Answer; result: Comparison }} Compared */

/** Values shown of a long list. */
const SHOWN = 3;

const heads = ["kernel", "asked", "source", "our value", "known value", "difference", "tolerance", "verdict"];

/**
 * @param {readonly Compared[]} compared
 * @returns {{ plain: string; markdown: string }}
 */
export function render(compared) {
  const groups = [...new Set(compared.map(({ answer }) => answer.group))];
  const agreeing = compared.filter(({ result }) => result.agrees).length;
  const count = `${agreeing} of ${compared.length} known answers agree.`;
  const tables = groups.map((group) => {
    const rows = compared.filter(({ answer }) => answer.group === group).map(cells);
    return { group, text: [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n") };
  });
  return {
    plain: `${tables.map(({ group, text }) => `${group}\n${text}\n`).join("\n")}\n${count}`,
    markdown: page(count, tables.map(({ group, text }) => `## ${group}\n\n${text}\n`).join("\n")),
  };
}

/** @param {Compared} compared */
function cells({ answer, result }) {
  const digits = result.tolerance > 1e-6 ? 4 : 10;
  return [
    `\`${answer.kernel}\``,
    answer.of,
    answer.source,
    list(result.ours, digits),
    list(result.known, digits),
    // One digit, upwards; what rounding of the last place does is not told apart.
    result.difference <= 1e-14 ? "< 1e-14" : result.difference.toExponential(0),
    String(Number(result.tolerance.toPrecision(2))),
    result.agrees ? "agrees" : "WRONG",
  ];
}

/**
 * @param {readonly number[]} values
 * @param {number} digits
 */
function list(values, digits) {
  const shown = values.slice(0, SHOWN).map((value) => short(value, digits));
  const more = values.length > SHOWN ? `, … (${values.length})` : "";
  return `${shown.join(", ")}${more}`;
}

/**
 * @param {number} value
 * @param {number} digits
 */
function short(value, digits) {
  const rounded = Number(value.toPrecision(digits));
  return Math.abs(value) < 1e-14 ? "0" : String(rounded);
}

const cell = (/** @type {string} */ text) => text.replaceAll("|", "\\|");
const row = (/** @type {string[]} */ texts) => `| ${texts.map(cell).join(" | ")} |`;

/**
 * @param {string} count
 * @param {string} tables
 */
const page = (count, tables) => `# Known answers

Every kernel of the model beside a value from a closed form or a published table. ${count}

Made by

    npm run known

from \`test/known/answers/\`, the same lists that the tests read; \`npm run known -- --check\` says whether this page is
current. A difference is the largest of \`|ours - known| / max(1, |known|)\` over the values of a row; long lists show
their first three values.

Rows of _the engine_ are whole runs of the simulation, reduced by configuration to what the closed form speaks of: only
the processes named go on (\`processes\` of \`createSimulation\`), outside series stand still, and what people don't weigh
there has the weight 0. They differ from the closed form by the luck of some thousand agents.

${tables}`;
