/** Builds the benchmark: what runs in Node, and the page that starts the worker in a browser. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Each is a program of its own: most measurements are made in a fresh process. */
const entries = [
  "main",
  "kernel/child",
  "kernel/thread",
  "kernel/hashes",
  "model/child",
  "threads/child",
  "threads/thread",
];

/**
 * @param {string} outDir must lie below the repository, so that packages are found from there
 * @returns {Promise<void>}
 */
export async function buildBench(outDir) {
  rmSync(outDir, { recursive: true, force: true });
  const common = /** @type {const} */ ({
    configFile: false,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
  });
  for (const name of entries) {
    await build({
      ...common,
      root: folder,
      build: {
        outDir,
        emptyOutDir: false,
        minify: false,
        target: "node20",
        ssr: join(folder, `${name}.ts`),
        rolldownOptions: {
          external: [/^node:/],
          // One file each, in which constants stay `const`: V8 then writes their values into compiled code.
          // With imported constants, or with vite's usual `var`, the kernel takes a sixth longer.
          output: {
            entryFileNames: `${name.replace("/", "-")}.js`,
            codeSplitting: false,
            topLevelVar: false,
          },
        },
      },
    });
  }
  await build({
    ...common,
    root: join(folder, "model", "page"),
    base: "./",
    worker: { format: "es", rolldownOptions: { output: { topLevelVar: false } } },
    build: { outDir: join(outDir, "page"), emptyOutDir: true, target: "es2022" },
  });
}
