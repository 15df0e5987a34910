/** `npm start`: from a fresh clone to the page in a browser. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, sayAndExit, setUp } from "./setup.js";
import { hasDesktop, openBrowser } from "./setup/desktop.js";
import { createPageServer, listen } from "./setup/serve.js";

const firstPort = 4173;

const help = `Usage: npm start -- [options]

Installs and builds what is missing, then shows the urflow page.

Options
  --port <number>  listen on this port (otherwise the first free one from ${firstPort} up; 0 for any)
  --no-open        do not open a browser
  --help           show this text
`;

const options = readOptions(process.argv.slice(2));
if (options.help) {
  process.stdout.write(help);
} else {
  try {
    await start(options);
  } catch (failure) {
    sayAndExit(failure);
  }
}

/**
 * @param {{ port: number | undefined, open: boolean }} options
 */
async function start({ port, open }) {
  setUp();
  const server = createPageServer(join(root, "dist", "page"));
  endWithTheTerminal(() => {
    server.close();
    // A browser keeps its connections open, and would keep us waiting.
    server.closeAllConnections();
    process.exit(0);
  });
  const url = `http://127.0.0.1:${await listen(server, port ?? firstPort, port === undefined)}/`;
  console.log(`urflow is running at ${url}  (Ctrl+C stops it)`);
  if (open && hasDesktop(process.env, process.platform)) openBrowser(url, process.platform);
}

/**
 * @param {() => void} end
 */
function endWithTheTerminal(end) {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);
  if (process.env["npm_lifecycle_event"] === undefined) return;
  // A signal to npm alone ends npm and the shell that it started us in, but does not reach us.
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) end();
  }, 500).unref();
}

/**
 * @param {string[]} args
 * @returns {{ port: number | undefined, open: boolean, help: boolean }}
 */
function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string" },
        "no-open": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    return { port: readPort(values.port), open: values["no-open"] !== true, help: values.help === true };
  } catch (failure) {
    return sayAndExit(`${complaint(failure)}\n\n${help}`, 2);
  }
}

/**
 * @param {string | undefined} text
 * @returns {number | undefined}
 */
function readPort(text) {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`--port is ${JSON.stringify(text)}; expected a whole number from 0 to 65535.`);
}

/**
 * @param {unknown} failure
 * @returns {string} what was wrong with the arguments
 */
function complaint(failure) {
  const message = failure instanceof Error ? failure.message : String(failure);
  // npm keeps options for itself unless they stand behind `--`: `npm start --port 80` arrives here as `80`.
  const lost = /Unexpected argument '(.+?)'/.exec(message)?.[1];
  if (lost === undefined) return message;
  return `Unexpected argument '${lost}'. Options of urflow stand behind two dashes: npm start -- --port 4180`;
}
