/** The built page in a real browser: a server on loopback, Chromium, and a watch over what the page does. */
import type Axe from "axe-core";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { chromiumFlags, findEngine } from "../../bin/setup/engines.js";
import { createPageServer } from "../../bin/setup/serve.js";
import type { ChartCopy, PageHook } from "../../viz/hook.ts";
import { requireBuild } from "../built.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export interface Site {
  readonly browser: Browser;
  readonly url: string;
  close(): Promise<void>;
}

const PAGE = fileURLToPath(new URL("../../dist/page", import.meta.url));

/** Serves a folder, the built page if nothing is said, and starts Chromium. */
export async function openSite(folder = PAGE): Promise<Site> {
  requireBuild();
  const executablePath = findEngine("chromium");
  if (executablePath === undefined)
    throw new Error("Chromium is not installed; npm test says how to get it.");
  const server = createPageServer(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({
    executablePath,
    args: chromiumFlags,
  });
  const { port } = server.address() as AddressInfo;
  return {
    browser,
    url: `http://127.0.0.1:${port}/`,
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Visit {
  readonly page: Page;
  /** What the page complained of: console errors and warnings, uncaught exceptions. */
  readonly complaints: string[];
  /** Requests to anywhere but the server of the page. */
  readonly strangers: string[];
}

/** Opens the page at an address. Requests that would leave the machine are refused and told. */
export async function visit(site: Site, hash = "", options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await context.route(
    (url) => !url.href.startsWith(site.url) && url.protocol.startsWith("http"),
    (route) => {
      strangers.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(site.url + hash);
  return { page, complaints, strangers };
}

/** A valley that runs in a blink: few agents, few years. */
export const QUICK = "scale=200&years=8";

/** Waits until every seed of what is asked for is in and drawn. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.urflow?.status().ready === true, undefined, {
    timeout: 50_000,
  });
  // The views follow in the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** The data of one role of one chart, as the chart holds them. */
export async function dataOf(page: Page, id: string, role: string): Promise<number[]> {
  const charts: ChartCopy[] = await page.evaluate(() => globalThis.urflow?.charts() ?? []);
  const dataset = charts.find((chart) => chart.id === id)?.datasets.find((one) => one.role === role);
  // The charts of indicators hold numbers.
  return (dataset?.data ?? []) as number[];
}

export const stateOf = (page: Page): Promise<ReturnType<PageHook["state"]> | undefined> =>
  page.evaluate(() => globalThis.urflow?.state());

/** Moves a slider as a hand would, without waiting for anything. */
export async function slide(page: Page, label: string, value: number): Promise<void> {
  await page.getByRole("slider", { name: label, exact: true }).evaluate((slider: HTMLInputElement, to) => {
    slider.value = String(to);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    slider.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

/** Violations that axe finds, a line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    // The script has just put it there.
    const { axe: checker } = globalThis as unknown as { axe: typeof Axe };
    const { violations: found } = await checker.run();
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
    );
  });
}
