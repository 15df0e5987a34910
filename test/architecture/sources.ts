/** The repository as its architecture tests see it: its files, and what each file imports. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type ESTree, parseSync, Visitor } from "vite";

/** The folder of package.json. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Stands for the specifier of an import whose name is computed when it runs. */
export const computed = "(a computed name)";

/** Something in a file that a rule speaks of. */
export type Finding = { readonly line: number; readonly what: string };

/** Paths of all code files below some folders, from the root, with forward slashes, in order. */
export function codeBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .toSorted(),
  );
}

/** The text of a file, named from the root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Parses TypeScript or JavaScript; throws where it does not parse, because a rule would pass over it in silence. */
export function parse(path: string, code: string): ESTree.Program {
  const { program, errors } = parseSync(path, code);
  const [first] = errors;
  if (first !== undefined) throw new Error(`${path} does not parse: ${first.message}`);
  return program;
}

/** The line, from 1, on which a character stands. */
export function lineAt(code: string, offset: number): number {
  return code.slice(0, offset).split("\n").length;
}

/**
 * Every specifier that a file names: imports and exports of values and of types, dynamic imports, import types, and
 * `new URL("…", import.meta.url)`, by which workers and data are found.
 */
export function importsOf(path: string, code: string): Finding[] {
  const found: Finding[] = [];
  const add = (node: ESTree.Node | null): void => {
    if (node === null) return;
    const literal = node.type === "Literal" && typeof node.value === "string" ? node.value : computed;
    found.push({ line: lineAt(code, node.start), what: literal });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    NewExpression: (node) => {
      const [address, base] = node.arguments;
      const isUrl = node.callee.type === "Identifier" && node.callee.name === "URL";
      if (isUrl && address !== undefined && base !== undefined && isModuleAddress(base)) add(address);
    },
  }).visit(parse(path, code));
  return found;
}

/** Where a relative specifier leads, from the root and without a query such as `?raw`; null for a package. */
export function targetOf(path: string, specifier: string): string | null {
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return null;
  return posix.join(dirname(path).split(sep).join("/"), specifier.replace(/\?.*$/, ""));
}

/** The package of a bare specifier: `yaml/deep/path` is of `yaml`, `@a/b/c` of `@a/b`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function isModuleAddress(node: ESTree.Node): boolean {
  return (
    node.type === "MemberExpression" &&
    node.object.type === "MetaProperty" &&
    node.property.type === "Identifier" &&
    node.property.name === "url"
  );
}
