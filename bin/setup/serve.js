/** A server for the built page: files of one folder, to this machine alone. */
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream/promises";

const address = "127.0.0.1";

/** @type {Record<string, string>} */
const mediaTypes = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
  ".yaml": "application/yaml; charset=utf-8",
};

/** The first three make the page cross-origin isolated, without which it has no SharedArrayBuffer. */
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  // A page that was rebuilt must not meet the old one's files in the browser's store.
  "Cache-Control": "no-cache",
};

/**
 * @param {string} folder what to serve
 * @returns {import("node:http").Server} not listening yet
 */
export function createPageServer(folder) {
  return createServer((request, response) => {
    answer(folder, request, response).catch(() => {
      // The browser went away, or the file did while it was being read: nobody is left to tell.
      response.destroy();
    });
  });
}

/**
 * Listens on the given port, or, where `mayMove`, on the first free one from there up.
 *
 * @param {import("node:http").Server} server
 * @param {number} port
 * @param {boolean} mayMove
 * @returns {Promise<number>} the port it listens on
 * @throws {Error} when the port cannot be had
 */
export async function listen(server, port, mayMove) {
  for (let tried = port; ; tried++) {
    const code = await tryToListen(server, tried);
    if (code === undefined) {
      const bound = server.address();
      return bound !== null && typeof bound === "object" ? bound.port : tried;
    }
    if (code === "EADDRINUSE" && mayMove && tried < 65_535) continue;
    if (code === "EADDRINUSE") {
      throw new Error(
        `Port ${tried} is in use. Choose another with --port, or leave --port out to get a free one.`,
      );
    }
    if (code === "EACCES") {
      throw new Error(`Port ${tried} needs rights that this user lacks. Choose one above 1023 with --port.`);
    }
    throw new Error(`Port ${tried} on ${address} cannot be used (${code}).`);
  }
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<string | undefined>} the code of the error, if there is one
 */
function tryToListen(server, port) {
  return new Promise((resolve) => {
    /** @param {NodeJS.ErrnoException} error */
    const failed = (error) => resolve(error.code ?? error.message);
    server.once("error", failed);
    server.listen(port, address, () => {
      server.off("error", failed);
      resolve(undefined);
    });
  });
}

/**
 * @param {string} folder
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return refuse(response, 405, "Only GET and HEAD are answered here.");
  }
  const path = pathOf(request.url ?? "/");
  if (path === undefined) return refuse(response, 400, "The address cannot be read.");
  const file = await fileBelow(folder, path);
  if (file === undefined) return refuse(response, 404, `There is nothing at ${path}.`);
  response.writeHead(200, {
    ...headers,
    "Content-Type": mediaTypes[extname(file.path)] ?? "application/octet-stream",
    "Content-Length": file.bytes,
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file.path), response);
}

/**
 * @param {string} url a request's target, such as `/assets/a.js?v=1`
 * @returns {string | undefined} its decoded path, or undefined where it cannot be one
 */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    return path.startsWith("/") && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {Promise<{ path: string, bytes: number } | undefined>} a file that truly lies below the folder
 */
async function fileBelow(folder, path) {
  try {
    const base = await realpath(folder);
    const found = await realpath(join(base, path.endsWith("/") ? `${path}index.html` : path));
    const { size, ...kind } = await stat(found).then((s) => ({ size: s.size, isFile: s.isFile() }));
    return kind.isFile && found.startsWith(base + sep) ? { path: found, bytes: size } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} message
 */
function refuse(response, status, message) {
  response.writeHead(status, { ...headers, "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${message}\n`);
}
