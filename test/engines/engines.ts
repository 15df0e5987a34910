/**
 * Runs one program in every JavaScript engine and brings back what each printed, so that a test can ask for
 * the same bits everywhere. The program is a TypeScript file that calls `printResult(text)` once; it is
 * bundled into one classic script and must get by without anything that an engine's bare shell lacks
 * (TextEncoder, crypto, performance, console, structuredClone).
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, firefox } from "playwright-core";
import type { BrowserType, LaunchOptions } from "playwright-core";
import { build } from "vite";
import { chromiumFlags, findEngine, installCommand } from "../../bin/setup/engines.js";

export type Engine = "node" | "chromium" | "firefox" | "javascriptcore";

export const engines: readonly Engine[] = ["node", "chromium", "firefox", "javascriptcore"];

const execute = promisify(execFile);

/** Kept by every engine's own `printResult`; more would cut a result short without a word. */
const LARGEST_RESULT = 64 * 1024 * 1024;

/**
 * Defines `printResult` wherever the script finds itself. In a browser `print` would open the printer's
 * dialogue.
 */
const prelude = `globalThis.printResult = function (text) {
  if (typeof document !== "undefined") globalThis.printedResult = String(text);
  else if (typeof process !== "undefined") process.stdout.write(String(text));
  else print(String(text));
};
`;

/**
 * @param entryFile absolute path of the program
 * @returns what each engine printed, or null for an engine that is not installed; one line on stdout then
 *   says how to get it
 * @throws Error where the program fails or prints nothing, or where an engine is missing though CI is "true"
 */
export async function runInEngines(entryFile: string): Promise<Record<Engine, string | null>> {
  const script = prelude + (await bundle(entryFile));
  const folder = await mkdtemp(join(tmpdir(), "urflow-engines-"));
  const file = join(folder, "program.cjs");
  try {
    await writeFile(file, script);
    return {
      node: await resultOf("node", entryFile, process.execPath, (path) => runShell(path, file)),
      javascriptcore: await where("javascriptcore", entryFile, (path) => runShell(path, file)),
      chromium: await where("chromium", entryFile, (path) =>
        runPage(chromium, { executablePath: path, args: chromiumFlags }, script),
      ),
      firefox: await where("firefox", entryFile, (path) =>
        // Playwright drives a stock Firefox only through this channel.
        runPage(firefox, { executablePath: path, channel: "moz-firefox" }, script),
      ),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Run = (path: string) => Promise<string>;

/** Runs the program in an engine beside Node, if it is installed. */
async function where(engine: Exclude<Engine, "node">, entryFile: string, run: Run): Promise<string | null> {
  const path = findEngine(engine);
  if (path !== undefined) return resultOf(engine, entryFile, path, run);
  const message = `${engine}: not installed. On Debian: ${installCommand}`;
  if (process.env["CI"] === "true")
    throw new Error(`MISSING ENGINE ${message}. CI=true asks for every engine.`);
  process.stdout.write(`SKIPPED ENGINE ${message}\n`);
  return null;
}

async function resultOf(engine: Engine, entryFile: string, path: string, run: Run): Promise<string> {
  let text: string;
  try {
    text = await run(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${entryFile} failed in ${engine}: ${reason}`, { cause });
  }
  const result = text.trim();
  if (result !== "") return result;
  throw new Error(`${entryFile} printed nothing in ${engine}; expected one printResult(text).`);
}

/** Bundles a program into one classic script, for the platform that has the least. */
export async function bundle(entryFile: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: entryFile, formats: ["iife"], name: "program" },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if ("output" in output) return output.output[0].code;
  }
  throw new Error(`${entryFile} gave no bundle.`);
}

async function runShell(command: string, file: string): Promise<string> {
  const { stdout } = await execute(command, [file], { maxBuffer: LARGEST_RESULT });
  return stdout;
}

async function runPage(browserType: BrowserType, options: LaunchOptions, script: string): Promise<string> {
  const browser = await browserType.launch(options);
  try {
    const page = await browser.newPage();
    const result: unknown = await page.evaluate(`${script}\nglobalThis.printedResult`);
    return typeof result === "string" ? result : "";
  } finally {
    await browser.close();
  }
}
