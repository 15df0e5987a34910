/** The command line of the benchmark. */
import { parseArgs } from "node:util";

export const PARTS = ["kernel", "model", "scaling", "threads"] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly parts: readonly Part[];
  readonly json: boolean;
  readonly quick: boolean;
  readonly help: boolean;
}

export const USAGE = `Usage: npm run bench -- [options]

Measures urflow on this machine.

  --only <part>  kernel, model, scaling or threads; may be given several times (all parts without it)
  --quick        smaller sizes and fewer runs: shows that it works, the figures are rough
  --json         print one JSON object; npm's own two lines stay away with npm run --silent bench
  --help         print this

Examples:
  npm run bench
  npm run bench -- --only kernel --quick
  npm run --silent bench -- --json > bench.json
`;

/** What was typed can't be understood; the message says what and what is expected. */
export class UsageError extends Error {}

export function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  const parts = values.only ?? [];
  for (const part of parts) {
    if (!isPart(part)) throw new UsageError(`--only is "${part}"; expected one of ${PARTS.join(", ")}.`);
  }
  return {
    parts: parts.length > 0 ? PARTS.filter((part) => parts.includes(part)) : PARTS,
    json: values.json ?? false,
    quick: values.quick ?? false,
    help: values.help ?? false,
  };
}

function isPart(text: string): text is Part {
  return PARTS.some((part) => part === text);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        only: { type: "string", multiple: true },
        json: { type: "boolean" },
        quick: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (failure) {
    throw new UsageError(failure instanceof Error ? failure.message : String(failure));
  }
}
