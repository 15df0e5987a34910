/** Fresh processes: what one implementation has taught the compiler must not help or harm the next. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Runs one of the built programs to its end and reads the JSON it prints.
 *
 * @param program such as `kernel-child`; they are built into one folder, see build.js
 * @throws Error with what the program said where it fails
 */
export async function measureInProcess<T>(program: string, task: unknown): Promise<T> {
  const file = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
  const child = spawn(process.execPath, ["--expose-gc", file, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.err += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) {
    throw new Error(
      `${program} failed for ${JSON.stringify(task)}: ${texts.err.trim() || `exit code ${code}`}`,
    );
  }
  // Our own program printed it, of the type that it shares with the caller.
  return JSON.parse(texts.out) as T;
}

/** The task that `measureInProcess` gave to this process; it has the type that the caller gave it. */
export function givenTask(): unknown {
  return JSON.parse(process.argv[2] ?? "null");
}

/** Prints what this process has measured, as `measureInProcess` reads it. */
export function printResult(result: Promise<unknown>): void {
  result.then(
    (value) => process.stdout.write(JSON.stringify(value)),
    (failure: unknown) => {
      process.stderr.write(failure instanceof Error ? (failure.stack ?? failure.message) : String(failure));
      process.exitCode = 1;
    },
  );
}

/** Bytes in use in the heap and beside it after a full collection. Needs `--expose-gc`. */
export function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
