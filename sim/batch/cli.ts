/** The node command: the only file with argv, stdout and exit. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { progressBar } from "./bar.ts";
import type { Context, Respond } from "./commands/command.ts";
import { failureOf } from "./failure.ts";
import { model } from "./library.ts";
import { createProgram } from "./program.ts";
import { buildDigest } from "./store/build.ts";
import { realDisk } from "./store/disk.ts";
import { packageFolder } from "./store/package.ts";

/** As shells count: 128 and the number of the signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const args = process.argv.slice(2);
const interruption = new AbortController();
let signalled: number | undefined;
for (const [name, code] of Object.entries(SIGNALS)) {
  process.on(name, () => {
    // Who asks twice does not want to wait for the cleaning.
    if (signalled !== undefined) process.exit(code);
    signalled = code;
    interruption.abort();
  });
}

process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
  // Whoever read our output has enough of it, as `head` does: that is no failure.
  if (failure.code === "EPIPE") process.exit();
  process.stderr.write(`urflow: standard output: ${failure.message}\n`);
  process.exit(1);
});
process.stderr.on("error", () => {});

const out = (text: string): void => void process.stdout.write(text);
const err = (text: string): void => void process.stderr.write(text);

const respond: Respond = ({ text, json, exitCode = 0 }, asJson) => {
  out(asJson ? `${JSON.stringify(json)}\n` : `${text}\n`);
  process.exitCode = exitCode;
};

const folder = packageFolder();
const context: Context = {
  model,
  disk: realDisk,
  builtIns: join(folder, "scenarios"),
  workerFile: join(folder, "dist", "run-worker.js"),
  build: () => buildDigest(join(folder, "dist")),
  cores: availableParallelism(),
  signal: interruption.signal,
  bar: progressBar(process.stderr),
};

try {
  await createProgram(context, respond, { out, err }).parseAsync(args, { from: "user" });
} catch (thrown) {
  const { exitCode, text, json } = failureOf(thrown);
  if (json !== undefined && args.includes("--json")) out(`${JSON.stringify(json)}\n`);
  if (text !== undefined) err(`urflow: ${text}\n`);
  process.exitCode = signalled ?? exitCode;
}
