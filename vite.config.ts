import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EnvironmentOptions } from "vite";
import { defineConfig } from "vitest/config";
import manifest from "./package.json" with { type: "json" };

const root = fileURLToPath(new URL(".", import.meta.url));
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** SharedArrayBuffer needs these two; bin/serve.js sends the same. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** Packages that a consumer's own node_modules brings: `yaml` and also `yaml/deep/path`. */
const dependencies = Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`));

/** Module constants stay constants to the engine: as `var` they cost hot loops up to a sixth. */
const constants = { topLevelVar: false };

/** One of the ES module builds beside the page. */
function moduleBuild(
  outDir: string,
  entry: Record<string, string>,
  consumer: "client" | "server",
  external: RegExp[],
): EnvironmentOptions {
  return {
    consumer,
    build: {
      outDir: at(outDir),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      target: "es2022",
      lib: { entry, formats: ["es"] },
      rolldownOptions: {
        external,
        output: {
          ...constants,
          entryFileNames: "[name].js",
          chunkFileNames: "chunks/[name]-[hash].js",
        },
      },
    },
  };
}

export default defineConfig({
  root: at("./viz"),
  // Addresses relative to the page, so that it runs from any folder of any host.
  base: "./",
  cacheDir: at("./node_modules/.vite"),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { host: "127.0.0.1", port: 5173, headers: isolation, fs: { allow: [root] } },
  preview: { host: "127.0.0.1", port: 4173, headers: isolation },
  worker: { format: "es", rolldownOptions: { output: constants } },
  builder: {
    async buildApp(builder) {
      // Chunk names carry hashes: without this the chunks of older builds would stay, and be published.
      rmSync(at("./dist"), { recursive: true, force: true });
      for (const environment of Object.values(builder.environments)) {
        // Vite makes an `ssr` environment of its own; nothing here is rendered on a server.
        if (environment.name !== "ssr") await builder.build(environment);
      }
    },
  },
  environments: {
    client: { build: { outDir: at("./dist/page"), emptyOutDir: true, target: "es2022" } },
    library: moduleBuild("./dist/lib", { index: at("./sim/index.ts") }, "client", dependencies),
    // A worker has no import map: it brings its packages along.
    worker: moduleBuild("./dist/lib", { worker: at("./sim/worker.ts") }, "client", []),
    node: moduleBuild(
      "./dist",
      {
        cli: at("./sim/batch/cli.ts"),
        "run-worker": at("./sim/batch/run-worker.ts"),
        "run-thread": at("./sim/batch/run-thread.ts"),
      },
      "server",
      [/^node:/, ...dependencies],
    ),
  },
  test: {
    root,
    include: ["test/**/*.test.{ts,tsx}"],
    // Several tests start browsers and whole simulations.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
