import { afterAll, beforeAll, expect, test } from "vitest";
import { type ESTree, Visitor } from "vite";
import { importUnits, parseScenario, simulate, traceLife } from "../../sim/index.ts";
import { parse, textOf } from "../architecture/sources.ts";
import { makeConsumer, type Consumer } from "../doors/consumer.ts";
import { openSite, visit } from "../e2e/browser.ts";

const guide = textOf("docs/library.md");
/** Language and code of every fence, in order. */
const fences = [...guide.matchAll(/^ *(?:```|~~~)(.*)\n([^]*?)^ *(?:```|~~~)$/gm)].map(
  ([, language, code]) => ({ language, code }),
);
const [inNode, inBrowser, ofTable, ofLives] = fences.map(({ code }) => code);

let consumer: Consumer;
beforeAll(() => {
  consumer = makeConsumer();
});
afterAll(() => consumer?.remove());

/** What the examples run, from the sources. */
const valley = parseScenario(textOf("scenarios/valley.yaml"), { set: ["years=2", "scale=20"] });
const { indicators, hash, motives } = simulate(valley, { seed: "1" });
const shares = Array.from(indicators.urbanShare, (share) => (100 * share).toFixed(1));

test("docs/library.md holds four examples, and no code that the tests below would not run", () => {
  expect(fences.map(({ language }) => language)).toEqual(["js", "js", "js", "js"]);
  for (const { code } of fences) expect(code.trim().split("\n").length).toBeLessThanOrEqual(12);
});

test("its example for Node prints the years and the hash", () => {
  expect(consumer.run(inNode).trim().split("\n")).toEqual([
    ...shares.map((share, at) => `${2020 + at}: ${share} % live in towns and cities`),
    `hash ${hash}`,
  ]);
});

test("its example for a browser shows the same in a page, year by year", async () => {
  const site = await openSite(await consumer.bundle(inBrowser));
  try {
    const { page, complaints, strangers } = await visit(site);
    const told = async (): Promise<unknown[]> => [
      ...complaints,
      ...strangers,
      await page.evaluate(() => [document.title, document.body.textContent]),
    ];
    const shown = `${shares.at(-1)} % live in towns and cities, hash ${hash}`;
    await expect.poll(told, { timeout: 20_000 }).toEqual([["2 of 2 years", shown]]);
  } finally {
    await site.close();
  }
});

test("its example of a table tells the residents of each county after a year", () => {
  const table = /`(unit,[^`]*)`/.exec(ofTable)?.[1] ?? "";
  const made = importUnits(table, { id: "two-counties" });
  if (!made.ok) throw new Error("the table of the guide is refused");
  const { counties } = simulate(parseScenario(made.yaml), { years: 1, scale: 1000 });
  expect(consumer.run(ofTable).trim().split("\n")).toEqual(
    ["Kecheng", "Changshan"].map(
      (name, at) => `${name}: ${counties.residents[2 + at]} residents after a year`,
    ),
  );
});

test("its example of lives tells one, the mean of a motive, and the process that went on alone", () => {
  const { born, events } = traceLife(valley, { agent: 30, seed: "1" });
  const mean = motives.sums[0] / motives.changes[0];
  expect(mean).not.toBeNaN();
  expect(consumer.run(ofLives).trim().split("\n")).toEqual([
    `born in ${born.year}, first event: ${events[0].event}`,
    `${motives.terms[0]} ${mean.toFixed(2)}`,
    "access",
  ]);
});

test("it names everything that the doors export", () => {
  const exported = ["sim/index.ts", "sim/worker.ts"].flatMap(exportsOf);
  expect(exported).toContain("simulate");
  expect(exported).toContain("WorkerApi");
  expect(exported.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

/** The names that a file exports, types included. */
function exportsOf(path: string): string[] {
  const names: string[] = [];
  const add = (node: ESTree.Node): void => {
    if (node.type === "Identifier") names.push(node.name);
  };
  new Visitor({
    ExportSpecifier: (node) => add(node.exported),
    ExportNamedDeclaration: ({ declaration }) => {
      if (declaration?.type === "TSInterfaceDeclaration") add(declaration.id);
    },
    ExportAllDeclaration: () => names.push(`export * in ${path}`),
  }).visit(parse(path, textOf(path)));
  return names;
}
