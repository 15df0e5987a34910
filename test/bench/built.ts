/** The benchmark, built for tests into a folder of its own, and its programs run as it runs them. */
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBench } from "../../bench/build.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface BuiltBench {
  /** Runs one of the programs, such as `main`, in the repository's folder. */
  run(program: string, ...args: string[]): Promise<Ran>;
  /** What a measuring program answers to a task. */
  ask<T>(program: string, task: unknown): Promise<T>;
  remove(): void;
}

export async function buildForTests(name: string): Promise<BuiltBench> {
  // Below the repository, so that packages are found; beside the place of a benchmark that may run now.
  const folder = join(root, "out", `bench-test-${name}`);
  await buildBench(folder);
  const run = (program: string, ...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const command = ["--expose-gc", join(folder, `${program}.js`), ...args];
      execFile(process.execPath, command, { cwd: root }, (failure, out, err) => {
        resolve({ code: failure === null ? 0 : Number(failure.code ?? 1), out, err });
      });
    });
  return {
    run,
    async ask<T>(program: string, task: unknown): Promise<T> {
      const { code, out, err } = await run(program, JSON.stringify(task));
      if (code !== 0) throw new Error(`${program} ended with ${code}: ${err}`);
      // The program's own type, which the caller names.
      return JSON.parse(out) as T;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
