import { isBuiltin } from "node:module";
import { describe, expect, test } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import { codeBelow, computed, importsOf, packageOf, targetOf, textOf } from "./sources.ts";

const published = Object.keys(manifest.dependencies);
const all = [...published, ...Object.keys(manifest.devDependencies)];

function packagesOf(...folders: string[]): { path: string; name: string }[] {
  return codeBelow(...folders).flatMap((path) =>
    importsOf(path, textOf(path))
      .filter(({ what }) => what !== computed && targetOf(path, what) === null && !isBuiltin(what))
      .map(({ what }) => ({ path, name: packageOf(what) })),
  );
}

describe("packages", () => {
  test("that sim/ imports are those a user of the library gets", () => {
    const used = packagesOf("sim");
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(({ name }) => !published.includes(name))).toEqual([]);
  });

  test("that viz/ and test/ import are in package.json", () => {
    const used = packagesOf("viz", "test");
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(({ name }) => !all.includes(name))).toEqual([]);
  });

  test("are named by one exact version each", () => {
    const versions = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.overrides,
    });
    const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
    expect(versions.filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  test("are locked by their contents, and by no one's address", () => {
    const { "": _, ...locked } = lock.packages;
    const others = Object.entries<{ integrity?: string; resolved?: string }>(locked);
    expect(others.length).toBeGreaterThan(all.length);
    expect(others.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
    expect(others.filter(([, entry]) => entry.integrity === undefined)).toEqual([]);
  });

  test("are the same in package.json and in the lock", () => {
    const { dependencies, devDependencies } = lock.packages[""];
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  });
});
