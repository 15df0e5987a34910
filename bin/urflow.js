#!/usr/bin/env node
/** The node command. This launcher is what is committed; the command itself is built from sim/batch/cli.ts. */
import { existsSync } from "node:fs";
import { requireNode } from "./setup/node-version.js";

const command = new URL("../dist/cli.js", import.meta.url);
try {
  requireNode();
  if (!existsSync(command))
    throw new Error("urflow is not built yet. In its folder run:  npm ci && npm run build");
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
}
await import(command.href);
