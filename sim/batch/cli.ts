/** The node command: the only file with argv, stdout and exit. */
import process from "node:process";
import { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };

const program = new Command("urflow").description(manifest.description).version(manifest.version);

program.parse(process.argv);
