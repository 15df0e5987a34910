/**
 * `npm run docs`: writes docs/parameters.md and docs/indicators.md from the tables of the built library, so that the
 * tables stay the only place where those facts are kept. With `--check` it writes nothing and tells whether they are current.
 */
import { readFileSync, writeFileSync } from "node:fs";

const library = new URL("../dist/lib/index.js", import.meta.url).href;
/** @type {typeof import("../sim/index.ts")} */
const { INDICATORS, PARAMETERS, parameterIds } = await import(library);

const cell = (/** @type {string | number} */ text) => String(text).replaceAll("|", "\\|");
const row = (/** @type {(string | number)[]} */ cells) => `| ${cells.map(cell).join(" | ")} |`;
const table = (/** @type {string[]} */ heads, /** @type {(string | number)[][]} */ rows) =>
  [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");

const parameters = (/** @type {"assumption" | "lever"} */ kind) =>
  table(
    ["id", "meaning", "unit", "bounds", "default", "source"],
    parameterIds(kind).map((id) => {
      const { doc, unit, min, max, default: value, source } = PARAMETERS[id];
      return [`\`${id}\``, doc, unit, `${min} to ${max}`, value, source];
    }),
  );

const files = {
  "docs/parameters.md": `# Parameters

Made by \`npm run docs\` from \`sim/policy/table/\`. A source that begins with _assumed_ is a choice of ours.

## Assumptions: how the world works

Set them with \`parameters:\` in a scenario or \`--set parameters.ID=value\`.

${parameters("assumption")}

## Levers: what someone decides

Set them in the measures of a policy, at a place, from a month until a month. Without policy each is 0.

${parameters("lever")}
`,
  "docs/indicators.md": `# Indicators

Made by \`npm run docs\` from \`sim/indicators\`. All are yearly; flows have no value for the start. The direction says
which way is better, where that can be said at all.

${table(
  ["id", "meaning", "中文", "unit", "formula", "good"],
  INDICATORS.map(({ id, label, unit, formula, good }) => [
    `\`${id}\``,
    label.en,
    label.zh,
    unit,
    formula,
    good ?? "",
  ]),
)}
`,
};

const check = process.argv.includes("--check");
let stale = 0;
for (const [file, text] of Object.entries(files)) {
  const path = new URL(`../${file}`, import.meta.url);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    stale++;
    console.error(`${file} is not current; run npm run docs`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
