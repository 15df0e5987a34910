/** A project of someone else, with urflow in its node_modules as npm would put it there. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "vite";
import manifest from "../../package.json" with { type: "json" };
import { root } from "../architecture/sources.ts";
import { requireBuild } from "../built.ts";

export interface Consumer {
  /** Where urflow stands in the project. */
  readonly installed: string;
  /** Runs a module of the project in Node, and returns what it prints. */
  run(code: string): string;
  /** Type-checks a module of the project, the declarations of urflow included, and returns the complaints. */
  complaintsOf(code: string, module: string, moduleResolution: string): string[];
  /** Builds a page whose one script is this module, and returns the folder to serve. */
  bundle(code: string): Promise<string>;
  remove(): void;
}

export function makeConsumer(): Consumer {
  requireBuild();
  const project = mkdtempSync(join(tmpdir(), "urflow-consumer-"));
  const write = (name: string, text: string): void => writeFileSync(join(project, name), text);
  const installed = join(project, "node_modules", "urflow");
  mkdirSync(dirname(installed));
  symlinkSync(unpack(project), installed, "junction");
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link, "junction");
  }
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  return {
    installed,
    run(code) {
      write("main.js", code);
      return execFileSync(process.execPath, ["main.js"], { cwd: project, encoding: "utf8" });
    },
    complaintsOf(code, module, moduleResolution) {
      write("main.ts", code);
      const lib = ["ES2023", "DOM"];
      const options = { module, moduleResolution, target: "es2022", lib, types: [], strict: true };
      const compilerOptions = { ...options, noEmit: true, skipLibCheck: false };
      write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["main.ts"] }));
      const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
      const { stdout } = spawnSync(process.execPath, [compiler, "-p", project, "--pretty", "false"], {
        encoding: "utf8",
      });
      return stdout.split("\n").filter((line) => line.trim() !== "");
    },
    async bundle(code) {
      write("page.js", code);
      // The icon is one that a browser need not fetch.
      write(
        "index.html",
        '<!doctype html><link rel="icon" href="data:,"><script type="module" src="./page.js"></script>',
      );
      await build({
        configFile: false,
        root: project,
        base: "./",
        logLevel: "error",
        worker: { format: "es" },
        build: {
          outDir: "page",
          emptyOutDir: true,
          minify: false,
          target: "es2022",
          reportCompressedSize: false,
        },
      });
      return join(project, "page");
    },
    remove: () => rmSync(project, { recursive: true, force: true }),
  };
}

/** Packs urflow as for publishing, and returns the folder of what is in the archive. */
function unpack(project: string): string {
  // npm is a script on Windows, which only a shell can start.
  const shell = process.platform === "win32";
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", project];
  const report = execFileSync("npm", pack, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell,
  });
  const archive = /"filename":\s*"([^"]+)"/.exec(report)?.[1] ?? "";
  execFileSync("tar", ["-xzf", archive], { cwd: project });
  return join(project, "package");
}
