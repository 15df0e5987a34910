#!/usr/bin/env node
/** The node command. This launcher is what is committed; the command itself is built from sim/batch/cli.ts. */
import { existsSync } from "node:fs";
import { requireNode } from "./setup/node-version.js";

requireNode();
const command = new URL("../dist/cli.js", import.meta.url);
if (existsSync(command)) {
  await import(command.href);
} else {
  console.error("urflow is not built yet. In its folder, run:  npm ci && npm run build");
  process.exitCode = 1;
}
