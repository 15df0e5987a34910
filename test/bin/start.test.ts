import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { root } from "../architecture/sources.ts";
import { requireBuild } from "../built.ts";

const command = join(root, "bin", "start.js");
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Starts the page on any free port and waits for the line that says where it is. */
async function start(): Promise<{ child: ChildProcess; url: string }> {
  requireBuild();
  const child = spawn(process.execPath, [command, "--port", "0", "--no-open"], {
    stdio: ["ignore", "pipe", "inherit"],
    // Under npm it would watch npm's shell, which is not its parent here.
    env: { ...process.env, npm_lifecycle_event: undefined },
  });
  started.push(child);
  for await (const line of createInterface(child.stdout)) {
    const url = /^urflow is running at (http:\/\/127\.0\.0\.1:\d+\/) {2}\(Ctrl\+C stops it\)$/.exec(
      line,
    )?.[1];
    if (url !== undefined) return { child, url };
  }
  throw new Error("bin/start.js ended without saying where the page is.");
}

describe("npm start", () => {
  test("serves the built page and says where", async () => {
    const { url } = await start();
    const page = await (await fetch(url)).text();
    const script = /src="\.\/(.+?\.js)"/.exec(page)?.[1] ?? "";
    expect(page).toContain("<title>");
    expect((await fetch(new URL(script, url))).headers.get("content-type")).toMatch(/^text\/javascript/);
  });

  test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
    "ends well on %s",
    async (signal) => {
      const { child, url } = await start();
      // An open connection, as a browser keeps it, must not hold the command back.
      await fetch(url, { headers: { connection: "keep-alive" } });
      child.kill(signal);
      expect(await once(child, "exit")).toEqual([0, null]);
    },
  );

  test.each([
    [["--prot", "4180"], "Unknown option '--prot'"],
    [["--port", "eighty"], '--port is "eighty"; expected a whole number from 0 to 65535.'],
    [["--port", "70000"], '--port is "70000"; expected a whole number from 0 to 65535.'],
    [["4180"], "npm start -- --port 4180"],
  ])("refuses %j with exit code 2", (args, message) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
