/** Which rows of the table of parameters a file reads, found in the syntax tree. */
import { type ESTree, Visitor } from "vite";
import { type Finding, lineAt, parse } from "./sources.ts";

/**
 * Reads of the assumptions of a world: `assumptions.taxShare` by whatever name the file holds them, and
 * `const { taxShare } = assumptions`. Reads of levers: `leverValues(world, "townLandQuota")`.
 */
export function parametersRead(path: string, code: string): Finding[] {
  const program = parse(path, code);
  const holders = namesOfAssumptions(program);
  const areAssumptions = (node: ESTree.Node): boolean =>
    node.type === "Identifier" ? holders.has(node.name) : isMember(node, "assumptions");
  const found: Finding[] = [];
  const add = (node: ESTree.Node, what: string): void => {
    found.push({ line: lineAt(code, node.start), what });
  };
  new Visitor({
    MemberExpression: (node) => {
      if (!node.computed && node.property.type === "Identifier" && areAssumptions(node.object))
        add(node, node.property.name);
    },
    VariableDeclarator: ({ id, init }) => {
      if (init === null || id.type !== "ObjectPattern" || !areAssumptions(init)) return;
      for (const property of id.properties) {
        if (property.type === "Property" && property.key.type === "Identifier")
          add(property, property.key.name);
      }
    },
    CallExpression: (node) => {
      const id = node.arguments[1];
      if (isCall(node, "leverValues") && id?.type === "Literal" && typeof id.value === "string")
        add(id, id.value);
    },
  }).visit(program);
  return found;
}

/**
 * Names that hold assumptions somewhere in a file: declared as `Assumptions`, taken out of something as its
 * `assumptions`, or resolved here.
 */
function namesOfAssumptions(program: ESTree.Program): Set<string> {
  const names = new Set<string>();
  const add = (node: ESTree.Node): void => {
    if (node.type === "Identifier") names.add(node.name);
  };
  new Visitor({
    Identifier: (node) => {
      const type = "typeAnnotation" in node ? node.typeAnnotation?.typeAnnotation : undefined;
      if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return;
      if (type.typeName.name === "Assumptions") add(node);
    },
    ObjectPattern: ({ properties }) => {
      for (const property of properties) {
        if (property.type !== "Property" || property.key.type !== "Identifier") continue;
        if (property.key.name === "assumptions") add(property.value);
      }
    },
    VariableDeclarator: ({ id, init }) => {
      if (init === null) return;
      if (isMember(init, "assumptions") || isCall(init, "resolveAssumptions")) add(id);
    },
  }).visit(program);
  return names;
}

const isMember = (node: ESTree.Node, name: string): boolean =>
  node.type === "MemberExpression" &&
  !node.computed &&
  node.property.type === "Identifier" &&
  node.property.name === name;

const isCall = (node: ESTree.Node, name: string): boolean =>
  node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === name;
