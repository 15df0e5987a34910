import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { validateScenario, type Validation } from "../../sim/scenario/validate.ts";
import { fromFiles, policyText, scenarioText } from "./files.ts";
import { expectSoundOutcome, expectTelling } from "./laws.ts";
import {
  anyNumber,
  changeAt,
  hostileText,
  misfit,
  pathsOf,
  renameAt,
  valueAt,
  type Data,
  type Steps,
} from "./mutate.ts";

/** The valley with its policy written out, so that one document holds all that a file can say. */
const policy = parse(policyText("innovative-small-towns")) as Data;
const document: Data = { ...(parse(scenarioText("valley")) as { [key: string]: Data }), policies: [policy] };
const files = [scenarioText("valley-small-towns"), scenarioText("valley"), stringify(document)];

const check = (text: string, set: readonly string[] = []): Validation =>
  validateScenario(text, { file: "fuzz.yaml", resolve: fromFiles, set });
const checkData = (data: Data): Validation => check(stringify(data));

const paths = pathsOf(document);
const keyPaths = paths.filter((path) => typeof path[path.length - 1] === "string");
const mapPaths = paths.filter((path) => isMap(valueAt(document, path)));
const numberPaths = paths.filter((path) => typeof valueAt(document, path) === "number");
const anyOf = (list: readonly Steps[]): fc.Arbitrary<Steps> => fc.constantFrom(...list);

function isMap(data: Data): boolean {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Keys that a file may leave out, by their own name. */
const OPTIONAL = new Set(
  (
    "terrain arableHa ownRevenue synthesised inMigrants schoolingYears employment links rentShare " +
    "after farmPrice policies urflow-policy until where by payer year note"
  ).split(" "),
);

/** What a policy leaves open, and what hangs on it: below these nothing is asked for by name, or a default stands in. */
const OPEN = new Set(["choices", "when", "by", "purse"]);

/** What fast-check says of the first case that fails, or nothing. The seed gives the same cases in every run. */
function failureOf<T>(property: fc.IProperty<T>, seed: number, numRuns: number): string {
  const report = fc.check(property, { seed, numRuns });
  return report.failed ? (fc.defaultReportMessage(report) ?? "failed") : "";
}

describe("a changed scenario", () => {
  it("is sound before any change", () => {
    for (const text of files) {
      expect(check(text).ok).toBe(true);
      expectSoundOutcome(check(text));
    }
  });

  it("that lacks a key is refused, unless the key may be left out", () => {
    expect(
      failureOf(
        fc.property(anyOf(keyPaths), (path) => {
          const outcome = checkData(changeAt(document, path, () => undefined));
          expectSoundOutcome(outcome);
          const name = String(path[path.length - 1]);
          // `year` of a source may be left out, `year` of a census row may not.
          const isOpen = path.some((step) => OPEN.has(String(step)));
          const optional = isOpen || (OPTIONAL.has(name) && !(name === "year" && path.includes("census")));
          expect(outcome.ok && !optional).toBe(false);
        }),
        101,
        120,
      ),
    ).toBe("");
  });

  it("with a value that fits nowhere is refused, and the fault names the path", () => {
    expect(
      failureOf(
        fc.property(anyOf(paths), misfit, (path, value) => {
          const outcome = checkData(changeAt(document, path, () => value));
          expect(outcome.ok).toBe(false);
          if (outcome.ok) return;
          expectTelling(outcome.faults);
          const first = path.find((step) => typeof step === "string") ?? "";
          expect(outcome.faults.some((fault) => fault.path.startsWith(first))).toBe(true);
        }),
        102,
        200,
      ),
    ).toBe("");
  });

  it("with a key that it does not know is refused at that key", () => {
    expect(
      failureOf(
        fc.property(anyOf(keyPaths), fc.constantFrom("x", "s", "_", "é", " "), (path, suffix) => {
          const name = `${String(path[path.length - 1])}${suffix}`;
          const outcome = checkData(renameAt(document, path, name));
          expect(outcome.ok).toBe(false);
          if (!outcome.ok) expectTelling(outcome.faults);
        }),
        103,
        120,
      ),
    ).toBe("");
    expect(
      failureOf(
        fc.property(anyOf(mapPaths), fc.string({ minLength: 1 }), (path, name) => {
          const before = valueAt(document, path) as { [key: string]: Data };
          const key = `unknown ${name}`;
          const outcome = checkData(changeAt(document, path, () => ({ ...before, [key]: 1 })));
          expect(outcome.ok).toBe(false);
          if (!outcome.ok) expectTelling(outcome.faults);
        }),
        104,
        60,
      ),
    ).toBe("");
  });

  it("with another number passes only if all that belongs together still agrees", () => {
    expect(
      failureOf(
        fc.property(anyOf(numberPaths), anyNumber, (path, value) => {
          expectSoundOutcome(checkData(changeAt(document, path, () => value)));
        }),
        105,
        220,
      ),
    ).toBe("");
  });

  it("with numbers written as text is refused, and the mend is to remove the quotes", () => {
    expect(
      failureOf(
        fc.property(anyOf(numberPaths), (path) => {
          const outcome = checkData(changeAt(document, path, String));
          expect(outcome.ok).toBe(false);
          if (outcome.ok) return;
          expectTelling(outcome.faults);
          expect(outcome.faults.some(({ mend }) => /Remove the quotes|Write ur/.test(mend))).toBe(true);
        }),
        106,
        70,
      ),
    ).toBe("");
  });

  it("with entries doubled, taken out or exchanged passes only if it is sound", () => {
    expect(
      failureOf(
        fc.property(anyOf(paths), anyOf(paths), fc.nat(2), (path, other, kind) => {
          const borrowed = valueAt(document, other);
          const change = [
            (): Data | undefined => undefined,
            (): Data => borrowed,
            (value: Data): Data => [value, value] as Data,
          ];
          expectSoundOutcome(checkData(changeAt(document, path, change[kind])));
        }),
        107,
        200,
      ),
    ).toBe("");
  });
});

describe("a damaged text", () => {
  const text = fc.constantFrom(...files);
  const position = fc.double({ min: 0, max: 1, noNaN: true });

  it("with hostile signs put in anywhere never crashes the reader and never passes unsound", () => {
    expect(
      failureOf(
        fc.property(text, position, hostileText, fc.nat(20), (whole, where, hostile, cut) => {
          const index = Math.floor(where * whole.length);
          expectSoundOutcome(check(whole.slice(0, index) + hostile + whole.slice(index + cut)));
        }),
        201,
        220,
      ),
    ).toBe("");
  });

  it("with lines lost, doubled, moved or indented otherwise", () => {
    expect(
      failureOf(
        fc.property(text, position, position, fc.nat(4), (whole, from, to, kind) => {
          const lines = whole.split("\n");
          const [a, b] = [from, to].map((share) => Math.floor(share * lines.length) % lines.length);
          if (kind === 0) lines.splice(a, 1);
          else if (kind === 1) lines.splice(b, 0, lines[a]);
          else if (kind === 2) [lines[a], lines[b]] = [lines[b], lines[a]];
          else if (kind === 3) lines[a] = ` ${lines[a]}`;
          else lines.length = a;
          expectSoundOutcome(check(lines.join("\n")));
        }),
        202,
        180,
      ),
    ).toBe("");
  });

  it("of random bytes or random words of YAML", () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => new TextDecoder().decode(array));
    const words = fc.array(
      fc.oneof(hostileText, fc.constantFrom("a", "urflow: 1", "  ", "\n", "id: a\n", "- ", "1")),
    );
    expect(
      failureOf(
        fc.property(
          fc.oneof(
            bytes,
            fc.string({ unit: "binary", maxLength: 400 }),
            words.map((list) => list.join("")),
          ),
          (whole) => {
            const outcome = check(whole);
            expect(outcome.ok).toBe(false);
            expectSoundOutcome(outcome);
          },
        ),
        203,
        600,
      ),
    ).toBe("");
  });
});

describe("random settings", () => {
  const steps = [
    ...new Set(paths.flat().map(String)),
    "taoxi",
    "land",
    "__proto__",
    "constructor",
    "toString",
    "",
    "-1",
    "99",
  ];
  const dotted = fc.array(fc.constantFrom(...steps), { maxLength: 6 }).map((list) => list.join("."));
  const known = anyOf(paths).map((path) => path.join("."));
  const value = fc.oneof(
    hostileText,
    anyNumber.map(String),
    fc.string(),
    fc.constantFrom("[]", "{}", "[1, 2]", "assumed", "true"),
  );

  it("never crash the reader and never let anything unsound pass", () => {
    const setting = fc.oneof(
      fc.tuple(fc.oneof(dotted, known), value).map(([path, text]) => `${path}=${text}`),
      fc.string({ maxLength: 60 }),
    );
    expect(
      failureOf(
        fc.property(fc.array(setting, { minLength: 1, maxLength: 4 }), (set) => {
          const outcome = check(files[2], set);
          expectSoundOutcome(outcome);
          const told = outcome.ok ? [] : outcome.faults.filter(({ file }) => file === "--set");
          expect(set).toEqual(expect.arrayContaining(told.map(({ setting: text }) => text)));
        }),
        301,
        300,
      ),
    ).toBe("");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
