import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./sources.ts";

/** Each with the parts of a sample that it must find: apart, so that this file does not hold what it looks for. */
const forbidden: readonly { what: string; pattern: RegExp; sample: string[] }[] = [
  { what: "someone's own folder", pattern: /\/(home|Users)\/\w/, sample: ["/ho", "me/ada"] },
  { what: "the superuser's folder", pattern: /(^|[\s"'`=(])\/root\//m, sample: [" /ro", "ot/a"] },
  { what: "a temporary folder", pattern: /(^|[\s"'`=(])\/tmp\b/m, sample: [" /t", "mp/a"] },
  { what: "a Windows user's folder", pattern: /[A-Z]:\\+Users\\+\w/, sample: ["C:\\Us", "ers\\ada"] },
  {
    what: "a package registry",
    pattern: /\/\/(registry|npm|packages)\.[\w.-]+/,
    sample: ["//regi", "stry.npmjs.org"],
  },
  {
    what: "a private host",
    pattern: /\b[\w-]+\.(internal|corp|lan|intra)[:/]/,
    sample: ["cache.inter", "nal:80"],
  },
  { what: "a private address", pattern: /\b(10|192\.168)(\.\d{1,3}){2,3}:\d/, sample: ["10.0", ".0.7:80"] },
  {
    what: "a credential",
    pattern: /_auth(Token)?\s*=|BEGIN [A-Z ]*PRIVATE KEY/,
    sample: ["_au", "thToken=a"],
  },
  { what: "a word for unfinished work", pattern: /\b(T[O]DO|F[I]XME|X[X]X)\b/, sample: ["TO", "DO"] },
];

/** The digests of the lock file may spell anything, and nobody wrote them. */
const notWritten = new Set(["package-lock.json"]);

/** Every file that git has; null where this is no checkout, such as an unpacked archive. */
function filesInGit(): string[] | null {
  try {
    const list = execFileSync("git", ["ls-files", "-z"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return list.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  } catch {
    return null;
  }
}

/** The file's text, or null where it is no text. */
function readText(path: string): string | null {
  const bytes = readFileSync(join(root, path));
  return bytes.includes(0) ? null : bytes.toString("utf8");
}

describe("the repository speaks of the product alone", () => {
  const files = filesInGit();

  test.skipIf(files === null).each(forbidden)("no file holds $what", ({ pattern }) => {
    const holders = (files ?? []).flatMap((path) => {
      const hit = notWritten.has(path) ? undefined : readText(path)?.match(pattern)?.[0];
      return hit === undefined ? [] : [`${path}: ${hit.trim()}`];
    });
    expect(holders).toEqual([]);
  });

  test.each(forbidden)("the pattern for $what finds its sample", ({ pattern, sample }) => {
    expect(sample.join("")).toMatch(pattern);
  });

  test.skipIf(files === null)("what is generated stays out of git", () => {
    expect(files).toContain("package.json");
    expect((files ?? []).filter((path) => /^(dist|out|coverage|node_modules)\//.test(path))).toEqual([]);
  });
});
