import { describe, expect, it } from "vitest";
import { formatFault, type Fault } from "../../sim/scenario/faults.ts";
import { MAX_FAULTS, MAX_TEXT_LENGTH } from "../../sim/scenario/limits.ts";
import { validateScenario } from "../../sim/scenario/validate.ts";
import { scenarioText } from "./files.ts";
import { edit } from "./mutate.ts";

const valley = scenarioText("valley");

function faultsOf(text: string): readonly Fault[] {
  const result = validateScenario(text, { file: "v.yaml" });
  return result.ok ? [] : result.faults;
}

/** The text again and again, up to nearly the length that is read at all. */
const fill = (text: string): string => text.repeat(Math.floor((MAX_TEXT_LENGTH - 100) / text.length));

describe("a text that is no scenario", () => {
  it.each([
    ["is empty", "", "the file is empty; expected keys and values"],
    ["is nothing but comments", "# a\n# b\n", "the file is empty; expected keys and values"],
    ["is one word", "hello", 'the file is "hello"; expected a map of keys'],
    ["is a list", "- a\n- b\n", "the file is a list of 2; expected a map of keys"],
    ["is binary", "\u007fELF\u0001\u0000", "character \\u007f); expected text in UTF-8"],
    ["was decoded from another encoding", "title: \ufffd\ufffd", "or save the file as plain text in UTF-8."],
    [
      "turns the direction of writing",
      "title: a\u202eb",
      "v.yaml:1:9 the file is not plain text (character \\u202e)",
    ],
    ["has half a character", "title: \ud800", "expected text in UTF-8"],
    ["is too long", fill("a") + "a".repeat(101), "expected at most 2000000 characters"],
    ["is too long in words", fill("a: "), "the file is too long; expected at most 100000 marks of YAML"],
    ["has too many brackets", fill("["), "the file is nested too deeply"],
    [
      "has too many levels",
      Array.from({ length: 1900 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
      "the file is",
    ],
    [
      "has too many dashes in a line",
      `${"- ".repeat(40)}1`,
      "nested too deeply; expected at most 20 maps and lists",
    ],
    ["has too long a list", `urflow: 1\nid: a\nworld: [${"1,".repeat(3000)}]`, "at most 2000 entries"],
    [
      "has too many keys",
      Array.from({ length: 3000 }, (_, i) => `k${i}: 1`).join("\n"),
      "at most 2000 entries",
    ],
    ["is an endless quote", `a: "${fill("x ")}`, "the file is broken"],
  ])("%s", (_name, text, part) => {
    const faults = faultsOf(text);
    expect(faults.map(formatFault).join("\n")).toContain(part);
    for (const fault of faults) expect(formatFault(fault).length).toBeLessThan(600);
  });
});

describe("a scenario with what YAML can do and a scenario may not", () => {
  it.each([
    [
      "an anchor",
      "years: 30",
      "years: &a 30",
      "v.yaml:11:11 years is an anchor (&); expected the value alone",
    ],
    ["an alias", "sources: {}", "sources: *a", "sources is an alias (*)"],
    ["a tag", "years: 30", "years: !!int 30", "years is tagged !!int; expected a value without a tag"],
    ["a tag of its own", "years: 30", "years: !js 30", "years is tagged !js"],
    ["a key with a tag", "years: 30", "!!str years: 30", "a key with an anchor or a tag"],
    ["a key that is a list", "years: 30", "[years]: 30", "Write a plain word as the key."],
    ["a merge key", "years: 30", "years: 30\n<<: { a: 1 }", "<< is an unknown key"],
    ["a second document", "drivers:", "---\ndrivers:", "expected one document"],
    ["a directive", "urflow: 1", "%YAML 1.1\n---\nurflow: 1", "expected YAML 1.2 without directives"],
    ["a handle for tags", "urflow: 1", "%TAG ! tag:x,2000:\n---\nurflow: 1", "without directives"],
    ["a key twice", "years: 30", "years: 30\nyears: 20", "v.yaml:12:1 years is there twice"],
    ["a tab", "world:\n", "world:\n\t", "Replace the tab by spaces."],
    [
      "__proto__",
      "years: 30",
      "years: 30\n__proto__: { years: 1 }",
      "v.yaml:12:1 __proto__ is a forbidden key",
    ],
    [
      "constructor",
      "sources: {}",
      "sources: { constructor: { title: a } }",
      "sources.constructor is a forbidden key",
    ],
    ["prototype", "seat: {", "seat: { prototype: 1,", "world.counties[0].seat.prototype is a forbidden key"],
    ["toString as a key", "years: 30", "years: 30\ntoString: 1", "toString is an unknown key"],
    [
      "toString as a lever",
      "sources: {}",
      "sources: {}\nparameters: { toString: 1 }",
      "parameters.toString is an unknown key",
    ],
    ["hasOwnProperty as a source", "source: assumed", "source: hasOwnProperty", "expected a key of sources"],
    ["valueOf as an end of a link", "to: yunling", "to: valueof", "expected the id of a county or a gateway"],
  ])("%s", (_name, from, to, part) => {
    expect(
      faultsOf(edit(valley, from, to))
        .map(formatFault)
        .join("\n"),
    ).toContain(part);
  });

  it("a bomb of aliases is refused where it stands and never goes off", () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `k${i + 1}: &k${i + 1} [${Array(9).fill(`*k${i}`).join(", ")}]`,
    );
    const faults = faultsOf(`k0: &k0 [x]\n${levels.join("\n")}\n`);
    expect(faults.some(({ value }) => value === "an anchor (&)")).toBe(true);
  });

  it("no key reaches a prototype", () => {
    faultsOf(`${valley}__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n`);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("a mark of byte order and Windows line ends change nothing, not even the places", () => {
    const windows = `\ufeff${valley.replaceAll("\n", "\r\n")}`;
    expect(validateScenario(windows)).toEqual(validateScenario(valley));
    expect(faultsOf(edit(windows, "years: 30", "years: 300"))[0]).toMatchObject({ line: 11, column: 8 });
    expect(faultsOf(edit(windows, "urflow: 1", "urflow: 2"))[0]).toMatchObject({ line: 2, column: 9 });
  });

  it("more faults than anyone reads are cut off, and the last one says so", () => {
    const many = Array.from({ length: 1500 }, (_, i) => `strange${i}: 1`).join("\n");
    const faults = faultsOf(`${valley}${many}\n`);
    expect(faults).toHaveLength(MAX_FAULTS);
    expect(faults[MAX_FAULTS - 1].value).toBe("one of 1301 more faults");
    expect(faults[MAX_FAULTS - 1].mend).toContain("are not listed");
  });
});
