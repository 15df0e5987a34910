/** What an ensemble shows of patterns, as text for a terminal and as a page of the documentation. */

/** @typedef {import("../../test/patterns/pattern.ts").Pattern} Pattern */
/** @typedef {import("../../test/patterns/patterns.ts").Look} Look */
/** @typedef {import("../../test/patterns/pattern.ts").Figure} Figure */
/** @typedef {import("../../test/patterns/pattern.ts").Finding} Finding */
/** @typedef {{ name: string; looks: readonly Look[]; beside: readonly (readonly Finding[])[]; rates: readonly number[] }} Ensemble */

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
 * @param {Figure} figure
 * @param {readonly Finding[]} findings
 */
function value({ digits }, findings) {
  const values = findings.map((finding) => finding.value);
  const errors = findings.flatMap(({ error }) => (error === undefined ? [] : [error]));
  const error = errors.length > 0 ? ` ± ${fixed(mean(errors), digits)}` : "";
  const span = `${fixed(Math.min(...values), digits)} to ${fixed(Math.max(...values), digits)}`;
  return `${fixed(mean(values), digits)}${error} (${span})`;
}

/**
 * @param {{ patterns: readonly Pattern[]; besides: readonly Figure[]; ages: readonly number[]; whole: Ensemble; resting: readonly Ensemble[]; settings: readonly string[] }} all
 * @returns {{ plain: string; markdown: string }}
 */
export function render({ patterns, besides, ages, whole, resting, settings }) {
  const { looks } = whole;
  const ensembles = [whole, ...resting];
  const runs = looks[0].findings.length;
  const verdict = (/** @type {Pattern} */ pattern, /** @type {Look} */ { times }) =>
    pattern.missing === undefined && times === runs ? "there" : `not there: in ${times} of ${runs} runs`;
  const main = table(
    ["pattern", "measured as", "value", "verdict", "source"],
    patterns.map((pattern, k) => [
      pattern.sentence,
      pattern.figure,
      value(pattern, looks[k].findings),
      verdict(pattern, looks[k]),
      pattern.source,
    ]),
  );
  const parts = table(
    ["pattern", ...ensembles.map(({ name }) => name)],
    [
      ...patterns.map((pattern, k) => [
        pattern.sentence,
        ...ensembles.map((ensemble) => value(pattern, ensemble.looks[k].findings)),
      ]),
      ...besides.map((figure, k) => [
        `_${figure.sentence}_`,
        ...ensembles.map(({ beside }) => value(figure, beside[k])),
      ]),
    ],
  );
  const byAge = table(
    ["age", ...ages.map(String)],
    ensembles.map(({ name, rates }) => [name, ...rates.map((rate) => (1000 * rate).toFixed(0))]),
  );
  const told = table(
    ["pattern", "what the model was told of it"],
    patterns.map(({ sentence, putIn }) => [sentence, putIn]),
  );
  const missing = patterns
    .flatMap(({ sentence, missing: why }) => (why === undefined ? [] : [`- _${sentence}_: ${why}.`]))
    .join("\n");
  const there = patterns.filter((pattern, k) => verdict(pattern, looks[k]) === "there").length;
  const count = `${there} of ${patterns.length} patterns are there in every one of ${runs} runs.`;
  return {
    plain: `${main}\n\n${parts}\n\n${count}`,
    markdown: page({ count, main, parts, byAge, told, missing, runs, settings, resting }),
  };
}

/**
 * @param {{ count: string; main: string; parts: string; byAge: string; told: string; missing: string; runs: number; settings: readonly string[]; resting: readonly Ensemble[] }} all
 */
const page = ({ count, main, parts, byAge, told, missing, runs, settings, resting }) => `# Patterns

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

The same with a part of the model at rest (the weight at 0), ${resting[0].looks[0].findings.length} runs each. Where a pattern stays, that part isn't its only
cause.

${parts}

The decay over all townships is in part a step at the county's border: own town, seat and core come to mind before other
places, and constants of each county, set from figures of the start, hold people in it. That step stays where nobody
weighs distance, family or home. The slopes within counties and between them don't: a third of the one is left, and
nothing of the other.

Moves from villages to towns and farther in a year, in thousandths of the villagers of that age (mean of five ages):

${byAge}

## What was put in

${told}
`;
