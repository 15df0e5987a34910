import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hasDesktop } from "../../bin/setup/desktop.js";
import { buildIsCurrent } from "../../bin/setup/dist.js";
import { findEngine } from "../../bin/setup/engines.js";
import { requireNode } from "../../bin/setup/node-version.js";
import { packagesAreInstalled } from "../../bin/setup/packages.js";
import manifest from "../../package.json" with { type: "json" };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "urflow-setup-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

/** Writes a lock file of npm below the folder of the test. */
function lock(path: string, packages: Record<string, { version?: string; optional?: boolean }>): void {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify({ packages }));
}

describe("Node", () => {
  test.each(["20.19.0", "20.20.2", "22.0.0", "100.1.0"])("%s is new enough", (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  test.each(["20.18.3", "18.20.0", "9.99.0"])("%s is too old, and the message says what to do", (version) => {
    expect(() => requireNode(version)).toThrow(
      new RegExp(`^urflow needs Node 20\\.19 or newer; this is Node ${version}\\. Install .+$`),
    );
  });

  test("is asked for in the same version as in package.json", () => {
    expect(manifest.engines.node).toBe(">=20.19");
  });
});

describe("packages", () => {
  const wanted = "package-lock.json";
  const installed = join("node_modules", ".package-lock.json");
  const yaml = { "node_modules/yaml": { version: "2.9.1" } };

  test("are installed where versions agree and only packages of other platforms are absent", () => {
    lock(wanted, { "": {}, ...yaml, "node_modules/other": { version: "1.0.0", optional: true } });
    lock(installed, yaml);
    expect(packagesAreInstalled(folder)).toBe(true);
  });

  test.each([
    ["one is absent", { "": {}, ...yaml }, {}],
    ["one has another version", { "": {}, ...yaml }, { "node_modules/yaml": { version: "2.9.0" } }],
    ["one is left over", { "": {} }, yaml],
  ])("are not installed where %s", (_, inLock, onDisk) => {
    lock(wanted, inLock);
    lock(installed, onDisk);
    expect(packagesAreInstalled(folder)).toBe(false);
  });

  test("are not installed where an install was interrupted and left no record", () => {
    lock(wanted, { "": {}, ...yaml });
    expect(packagesAreInstalled(folder)).toBe(false);
  });
});

describe("a build", () => {
  test("is not current where nothing was built", () => {
    expect(buildIsCurrent(folder)).toBe(false);
  });
});

describe("an engine", () => {
  test("is the one that the environment names", () => {
    vi.stubEnv("CHROMIUM_PATH", process.execPath);
    expect(findEngine("chromium")).toBe(process.execPath);
  });

  test("named by the environment and not there is a mistake to report, not to work around", () => {
    vi.stubEnv("CHROMIUM_PATH", join(folder, "chromium"));
    expect(() => findEngine("chromium")).toThrow(/^CHROMIUM_PATH is .+; expected the path of an executable/);
  });

  test("that is nowhere is undefined", () => {
    vi.stubEnv("PATH", folder);
    vi.stubEnv("JSC_PATH", "");
    expect(process.platform === "darwin" || findEngine("javascriptcore") === undefined).toBe(true);
  });
});

describe("the browser", () => {
  test.each([
    [{}, "darwin", true],
    [{}, "win32", true],
    [{ DISPLAY: ":0" }, "linux", true],
    [{ WAYLAND_DISPLAY: "wayland-0" }, "linux", true],
    [{}, "linux", false],
    [{ CI: "true" }, "darwin", false],
    [{ CI: "1", DISPLAY: ":0" }, "linux", false],
  ] as const)("with %j on %s opens: %s", (env, platform, expected) => {
    expect(hasDesktop(env, platform)).toBe(expected);
  });
});
