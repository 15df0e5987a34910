/** What an ensemble shows of patterns, as text for a terminal and as a page of the documentation. */

/** @typedef {import("../../test/patterns/pattern.ts").Pattern} Pattern */
/** @typedef {import("../../test/patterns/patterns.ts").Look} Look */
/** @typedef {{ rest: string; looks: readonly Look[] }} Resting */

const cell = (/** @type {string} */ text) => text.replaceAll("|", "\\|");
const row = (/** @type {readonly string[]} */ texts) => `| ${texts.map(cell).join(" | ")} |`;
const table = (/** @type {string[]} */ heads, /** @type {string[][]} */ rows) =>
  [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");

/** Digits after the point; without the sign of what rounds to 0. */
const fixed = (/** @type {number} */ figure, /** @type {number} */ digits) =>
  figure.toFixed(digits).replace(/^-(0\.?0*)$/, "$1");

const mean = (/** @type {readonly number[]} */ values) =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/**
 * Mean over the runs, lowest and highest, and the mean of the errors within a run.
 *
 * @param {Pattern} pattern
 * @param {Look} look
 */
function value({ digits }, { findings }) {
  const values = findings.map((finding) => finding.value);
  const errors = findings.flatMap(({ error }) => (error === undefined ? [] : [error]));
  const error = errors.length > 0 ? ` ± ${fixed(mean(errors), digits)}` : "";
  const span = `${fixed(Math.min(...values), digits)} to ${fixed(Math.max(...values), digits)}`;
  return `${fixed(mean(values), digits)}${error} (${span})`;
}

/**
 * @param {{ patterns: readonly Pattern[]; found: readonly Look[]; resting: readonly Resting[]; settings: readonly string[] }} all
 * @returns {{ plain: string; markdown: string }}
 */
export function render({ patterns, found, resting, settings }) {
  const runs = found[0].findings.length;
  const verdict = (/** @type {Pattern} */ pattern, /** @type {Look} */ { times }) =>
    pattern.missing === undefined && times === runs ? "there" : `not there: in ${times} of ${runs} runs`;
  const main = table(
    ["pattern", "measured as", "value", "verdict", "source"],
    patterns.map((pattern, k) => [
      pattern.sentence,
      pattern.figure,
      value(pattern, found[k]),
      verdict(pattern, found[k]),
      pattern.source,
    ]),
  );
  const parts = table(
    ["pattern", "as it is", ...resting.map(({ rest }) => rest)],
    patterns.map((pattern, k) => [
      pattern.sentence,
      value(pattern, found[k]),
      ...resting.map(({ looks }) => value(pattern, looks[k])),
    ]),
  );
  const told = table(
    ["pattern", "what the model was told of it"],
    patterns.map(({ sentence, putIn }) => [sentence, putIn]),
  );
  const missing = patterns
    .flatMap(({ sentence, missing: why }) => (why === undefined ? [] : [`- _${sentence}_: ${why}.`]))
    .join("\n");
  const there = patterns.filter((pattern, k) => verdict(pattern, found[k]) === "there").length;
  const count = `${there} of ${patterns.length} patterns are there in every one of ${runs} runs.`;
  return {
    plain: `${main}\n\n${parts}\n\n${count}`,
    markdown: page({ count, main, parts, told, missing, runs, settings, resting }),
  };
}

/**
 * @param {{ count: string; main: string; parts: string; told: string; missing: string; runs: number; settings: readonly string[]; resting: readonly Resting[] }} all
 */
const page = ({ count, main, parts, told, missing, runs, settings, resting }) => `# Patterns

What is seen among people, and that nobody wrote into the model as such. ${count}

Made by

    npm run patterns

which runs \`quzhou\` with ${runs} seeds (\`${settings.join("`, `")}\`) and looks at moves and places with the lists in
\`test/patterns/\`, which the tests read too, with fewer seeds. A value is the mean over the runs, with the mean of its
standard errors within a run where it is an estimate, and in brackets the lowest and the highest run. A pattern is there
where it is there in every run: a slope of flows three of its errors from 0, the others as they say. All runs
share one region and one first month: the span is that of luck, not that of regions. With six counties a rank
correlation must reach 0.83 to be beyond chance at 5 % (one-sided), so those over counties say little each.

${main}

## Not there

Nothing was tuned to bring them about.

${missing}

## What they come from

The same with a part of the model at rest (the weight at 0), ${resting[0].looks[0].findings.length} runs each. Where a pattern stays, that part isn't its only cause.
Distance decay stays where nobody weighs distance, family or home. What is left wasn't taken apart further: near and
large places come to mind more often, and constants of each county, set from figures of the start, hold people there.

${parts}

## What was put in

${told}
`;
