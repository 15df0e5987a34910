/** Runs the built command as a user does: in a process of its own, its output in pipes. */
import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { join } from "node:path";
import { root } from "../../architecture/sources.ts";

export const LAUNCHER = join(root, "bin", "urflow.js");

export interface Ended {
  /** The exit code, or the name of the signal that ended it. */
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

interface Place {
  readonly cwd?: string;
  readonly stdio?: StdioOptions;
}

export function start(args: readonly string[], { cwd = root, stdio = "pipe" }: Place = {}): Running {
  const child = spawn(process.execPath, [LAUNCHER, ...args], { cwd, stdio });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => (texts[name] += text));
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: code ?? signal ?? "unknown", ...texts }));
  });
  return { process: child, ended };
}

export const urflow = (...args: string[]): Promise<Ended> => start(args).ended;

/** Waits until something is so. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resume) => setTimeout(resume, 5));
}
