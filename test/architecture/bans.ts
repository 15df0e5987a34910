/**
 * What would make a run depend on more than its scenario and seed, or its bits on the JavaScript engine. The linter
 * names most of it as one types; here is the whole list, found in the syntax tree.
 */
import { type ESTree, Visitor } from "vite";
import { type Finding, lineAt, parse } from "./sources.ts";

/** All of Math that gives the same bits in every engine: exact by its definition, or correctly rounded. */
export const exactMath: ReadonlySet<string> = new Set(
  "abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2".split(
    " ",
  ),
);

/** Globals that know the time, the machine, or chance without a key. */
const bannedGlobals = new Set("Date performance Intl crypto console globalThis eval Function".split(" "));

/** Methods whose answer depends on the language that the machine is set to. */
const bannedMethods = new Set(
  "localeCompare toLocaleString toLocaleDateString toLocaleTimeString toLocaleLowerCase toLocaleUpperCase".split(
    " ",
  ),
);

/** Everything in a file that is banned from sim/ (but for sim/batch/). */
export function bannedUses(path: string, code: string): Finding[] {
  const found: Finding[] = [];
  const add = (node: ESTree.Node, what: string): void => {
    found.push({ line: lineAt(code, node.start), what });
  };
  const program = parse(path, code);
  const names = namesThatAreNoReferences(program);
  const mathWithMember = new Set<ESTree.Node>();
  new Visitor({
    BinaryExpression: (node) => {
      if (node.operator === "**") add(node, "**");
    },
    AssignmentExpression: (node) => {
      if (node.operator === "**=") add(node, "**=");
    },
    MemberExpression: (node) => {
      const member = memberName(node);
      if (node.object.type === "Identifier" && node.object.name === "Math" && member !== null) {
        mathWithMember.add(node.object);
        if (!exactMath.has(member)) add(node, `Math.${member}`);
      }
      if (member !== null && bannedMethods.has(member)) add(node, member);
    },
    Identifier: (node) => {
      if (names.has(node)) return;
      if (bannedGlobals.has(node.name)) add(node, node.name);
      // Math under another name, or taken apart, would pass the rule above.
      if (node.name === "Math" && !mathWithMember.has(node)) add(node, "Math by another name");
    },
  }).visit(program);
  return found;
}

/** Identifiers that name a property or a key, and so refer to nothing global. */
function namesThatAreNoReferences(program: ESTree.Program): Set<ESTree.Node> {
  const names = new Set<ESTree.Node>();
  new Visitor({
    MemberExpression: (node) => {
      if (!node.computed) names.add(node.property);
    },
    Property: (node) => {
      if (!node.computed) names.add(node.key);
    },
    PropertyDefinition: (node) => {
      if (!node.computed) names.add(node.key);
    },
    MethodDefinition: (node) => {
      if (!node.computed) names.add(node.key);
    },
    TSPropertySignature: (node) => {
      if (!node.computed) names.add(node.key);
    },
    TSMethodSignature: (node) => {
      if (!node.computed) names.add(node.key);
    },
  }).visit(program);
  return names;
}

/** The member's name where it is written out, as `.a` or as `["a"]`. */
function memberName(node: ESTree.MemberExpression): string | null {
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : null;
  return node.property.type === "Literal" && typeof node.property.value === "string"
    ? node.property.value
    : null;
}
