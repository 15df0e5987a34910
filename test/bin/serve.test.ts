import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPageServer, listen } from "../../bin/setup/serve.js";

const folder = mkdtempSync(join(tmpdir(), "urflow-serve-"));
const server = createPageServer(join(folder, "page"));
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, "page", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "kept to itself");
  writeFileSync(join(folder, "page", "index.html"), "<h1>page</h1>");
  writeFileSync(join(folder, "page", "assets", "a b.js"), "export {};");
  symlinkSync(join(folder, "secret.txt"), join(folder, "page", "link.txt"));
  port = await listen(server, 0, false);
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
  rmSync(folder, { recursive: true });
});

/** Sends a request line as it stands; `fetch` would tidy the path first. */
async function ask(target: string, method = "GET"): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  const text = (await socket.setEncoding("utf8").toArray()).join("");
  const [head = "", ...body] = text.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head: head.toLowerCase(), body: body.join("\r\n\r\n") };
}

describe("the server of the page", () => {
  test("sends what makes a page cross-origin isolated, so that it may share memory with its workers", async () => {
    const { status, head, body } = await ask("/");
    expect(status).toBe(200);
    expect(head).toContain("\r\ncontent-type: text/html; charset=utf-8");
    expect(head).toContain("\r\ncross-origin-opener-policy: same-origin");
    expect(head).toContain("\r\ncross-origin-embedder-policy: require-corp");
    expect(head).toContain("\r\ncross-origin-resource-policy: same-origin");
    expect(body).toBe("<h1>page</h1>");
  });

  test("names modules as JavaScript, without which a browser refuses them", async () => {
    const { status, head } = await ask("/assets/a%20b.js?v=1");
    expect(status).toBe(200);
    expect(head).toContain("\r\ncontent-type: text/javascript; charset=utf-8");
  });

  test("answers HEAD with the head alone", async () => {
    const { status, head, body } = await ask("/index.html", "HEAD");
    expect(status).toBe(200);
    expect(head).toContain("\r\ncontent-length: 13");
    expect(body).toBe("");
  });

  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/../../secret.txt",
    "/..%5csecret.txt",
    "//secret.txt",
    "/link.txt",
    "/assets",
    "/assets/",
    "/nothing.js",
  ])("finds nothing at %s", async (target) => {
    const { status, body } = await ask(target);
    expect(status).toBe(404);
    expect(body).not.toContain("kept to itself");
  });

  test.each(["/%00", "/%zz", "*"])("cannot read the address %s", async (target) => {
    expect((await ask(target)).status).toBe(400);
  });

  test("changes nothing for anyone", async () => {
    const { status, head } = await ask("/", "POST");
    expect(status).toBe(405);
    expect(head).toContain("\r\nallow: get, head");
  });

  test("moves up from a port in use, unless that port was asked for", async () => {
    const second = createPageServer(folder);
    await expect(listen(second, port, false)).rejects.toThrow(`Port ${port} is in use.`);
    const found = await listen(second, port, true);
    expect(found).toBeGreaterThan(port);
    second.close();
  });
});
