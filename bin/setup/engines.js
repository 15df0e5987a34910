/** The JavaScript engines that the tests compare: where they are, and how to get those that are missing. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * @typedef {"chromium" | "firefox" | "javascriptcore"} Engine
 * @typedef {{ variable: string, names: string[], places: string[], package: string, needed: boolean }} Source
 */

/**
 * `variable` names the executable outright; else `names` are looked for on the PATH, then `places`.
 *
 * @type {Record<Engine, Source>}
 */
const sources = {
  chromium: {
    variable: "CHROMIUM_PATH",
    names: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome.exe"],
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
    package: "chromium",
    needed: true,
  },
  firefox: {
    variable: "FIREFOX_PATH",
    names: ["firefox-esr", "firefox", "firefox.exe"],
    places: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    package: "firefox-esr",
    needed: false,
  },
  javascriptcore: {
    variable: "JSC_PATH",
    names: ["jsc"],
    places: ["/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc"],
    package: "libjavascriptcoregtk-4.0-bin",
    needed: false,
  },
};

/**
 * Every engine beside Node itself.
 *
 * @type {readonly Engine[]}
 */
export const engines = ["chromium", "firefox", "javascriptcore"];

/**
 * How Chromium is started wherever it is: also as root, without a screen, and asking nothing of the network by itself.
 */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What installs all of them on Debian. */
export const installCommand = `apt-get install ${engines.map((engine) => sources[engine].package).join(" ")}`;

/**
 * @param {Engine} engine
 * @returns {string | undefined} the path of its executable, or undefined where it is not installed
 * @throws {Error} when the environment variable that names it points at no executable
 */
export function findEngine(engine) {
  const { variable, names, places } = sources[engine];
  const named = process.env[variable];
  if (named !== undefined && named !== "") {
    if (isExecutable(named)) return named;
    throw new Error(`${variable} is ${JSON.stringify(named)}; expected the path of an executable ${engine}.`);
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(isExecutable);
}

/**
 * Installs the engines that are missing, where this may be done without asking: on a system with apt-get, as root
 * or with a sudo that asks for no password. Where only wanted engines are missing it says so and goes on.
 *
 * @throws {Error} when a needed engine is missing and cannot be installed
 */
export function provideEngines() {
  if (missingEngines().some((engine) => sources[engine].needed)) {
    const packages = missingEngines().map((engine) => sources[engine].package);
    if (!installWithApt(packages)) installWithApt([sources.chromium.package]);
  }
  const missing = missingEngines();
  const needed = missing.filter((engine) => sources[engine].needed);
  if (needed.length > 0) {
    throw new Error(
      `The tests need ${needed.join(" and ")}, which is not installed. On Debian: ${installCommand}. ` +
        "Elsewhere install Chrome or Chromium; if it is in an unusual place, name it in CHROMIUM_PATH.",
    );
  }
  if (missing.length > 0) {
    console.log(
      `Tests in ${missing.join(" and ")} will be skipped: not installed. On Debian: ${installCommand}`,
    );
  }
}

/** @returns {Engine[]} */
function missingEngines() {
  return engines.filter((engine) => findEngine(engine) === undefined);
}

/**
 * @param {string[]} packages
 * @returns {boolean} whether apt-get was there, was allowed, and succeeded
 */
function installWithApt(packages) {
  if (process.platform !== "linux" || !succeeds("apt-get", ["--version"])) return false;
  const root = process.getuid?.() === 0;
  if (!root && !succeeds("sudo", ["-n", "true"])) return false;
  console.log(`Installing ${packages.join(", ")} for the tests (apt-get); this takes a minute or two …`);
  const before = root ? [] : ["sudo", "-n"];
  return [
    ["update", "-qq"],
    ["install", "-y", "-qq", ...packages],
  ].every((args) => {
    const [command = "", ...rest] = [...before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args];
    // What apt-get says on its way is for nobody; what it complains of is on stderr.
    return spawnSync(command, rest, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean}
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
