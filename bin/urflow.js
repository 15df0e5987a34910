#!/usr/bin/env node
/** The node command. This launcher is what is committed; the command itself is built from sim/batch/cli.ts. */
import { existsSync } from "node:fs";
import { requireNode, root, sayAndExit } from "./setup.js";

const command = new URL("../dist/cli.js", import.meta.url);
try {
  requireNode();
  if (!existsSync(command))
    throw new Error(`urflow is not built yet. In ${root} run:  npm ci && npm run build`);
} catch (failure) {
  sayAndExit(failure);
}
await import(command.href);
