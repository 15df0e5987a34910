/**
 * `npm run docs`: writes docs/parameters.md, docs/indicators.md and the description of the model (docs/odd.md, in Chinese
 * docs/odd.zh.md, and as data for the page) from the sources, so that these stay the only place where those facts are
 * kept. With `--check` it writes nothing and tells whether they are current.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { importSource } from "./setup/sources.js";
import { root } from "./setup.js";

/** @type {typeof import("../sim/batch/odd/odd.ts")} */
const { INDICATORS, oddFiles, PARAMETERS, parameterIds } = await importSource(root, "sim/batch/odd/odd.ts");
/** @type {typeof import("../sim/policy/parameter.ts")} */
const { sayBounds } = await importSource(root, "sim/policy/parameter.ts");
/** @type {typeof import("../sim/indicators/groups.ts")} */
const { INDICATOR_GROUPS, isMeantBy } = await importSource(root, "sim/indicators/groups.ts");

const cell = (/** @type {string | number} */ text) => String(text).replaceAll("|", "\\|");
const row = (/** @type {(string | number)[]} */ cells) => `| ${cells.map(cell).join(" | ")} |`;
const table = (/** @type {string[]} */ heads, /** @type {(string | number)[][]} */ rows) =>
  [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");

const parameters = (/** @type {"assumption" | "lever"} */ kind) =>
  table(
    ["id", "meaning", "unit", "bounds", "default", "source"],
    parameterIds(kind).map((id) => {
      const { doc, unit, default: value, source } = PARAMETERS[id];
      return [`\`${id}\``, doc, unit, sayBounds(PARAMETERS[id], " to "), value, source];
    }),
  );

/** @type {Record<string, string>} */
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

## By group

${table(
  ["", "about", "中文", "indicators", "beside them"],
  INDICATOR_GROUPS.map(({ title, ids, beside }, k) => [
    k + 1,
    title.en,
    title.zh,
    INDICATORS.filter(({ id }) => ids.some((name) => isMeantBy(id, name)))
      .map(({ id }) => `\`${id}\``)
      .join(", "),
    beside ?? "",
  ]),
)}
`,
  ...oddFiles(root),
};

const check = process.argv.includes("--check");
let stale = 0;
for (const [file, text] of Object.entries(files)) {
  const path = new URL(`../${file}`, import.meta.url);
  if (!check) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    stale++;
    console.error(`${file} is not current; run npm run docs`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
