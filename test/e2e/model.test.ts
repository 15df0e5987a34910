import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { Site } from "./browser.ts";
import { QUICK, openSite, ready, stateOf, violations, visit } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterEach(() => Promise.all(site.browser.contexts().map((context) => context.close())));
afterAll(() => site?.close());

const top = (page: Page, heading: string) =>
  page
    .getByRole("heading", { name: heading, exact: true })
    .evaluate((node) => node.getBoundingClientRect().top);

describe("the description of the model", () => {
  test("is fetched when it is opened, and leads back to the simulation", async () => {
    const { page, complaints, strangers } = await visit(site, `#${QUICK}`);
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await ready(page);
    expect(fetched.filter((path) => /odd|modelScreen/.test(path))).toEqual([]);
    await page.getByRole("button", { name: "Model", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "description of the model" }).waitFor();
    expect(fetched.filter((path) => /odd\.en/.test(path))).toHaveLength(1);
    expect(fetched.filter((path) => /odd\.zh/.test(path))).toEqual([]);
    expect(await page.title()).toBe("urflow: description of the model");
    expect(await page.locator(".bench").count()).toBe(0);
    await page.getByRole("button", { name: "Simulation", exact: true }).click();
    await ready(page);
    expect(await page.locator(".charts canvas").count()).toBeGreaterThan(5);
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test("opens at the section that the address names, and follows the contents and the way back", async () => {
    const { page } = await visit(site, `#${QUICK}&view.model=parameters`);
    await expect.poll(() => top(page, "Parameters"), { timeout: 10_000 }).toBeLessThan(60);
    await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Sensing" }).click();
    await expect.poll(() => top(page, "Sensing")).toBeLessThan(60);
    expect(new URL(page.url()).hash).toContain("view.model=sensing");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Sensing");
    await page.goBack();
    expect(await stateOf(page)).toMatchObject({ model: "parameters" });
    await expect.poll(() => top(page, "Parameters")).toBeLessThan(60);
  });

  test("finds rows of a table by their words", async () => {
    const { page } = await visit(site, `#${QUICK}&view.model=parameters`);
    const field = page.getByRole("searchbox", { name: "Find in Parameters" });
    await field.fill("co-villagers weight");
    const table = page.getByRole("region", { name: "Parameters", exact: true });
    await expect.poll(() => table.locator("tbody th").allTextContents()).toContain("networkWeight");
    expect(await table.locator("tbody tr").count()).toBeLessThan(10);
    await field.fill("");
    await expect.poll(() => table.locator("tbody tr").count()).toBeGreaterThan(100);
  });

  test("changes its language with the page and stays at its section", async () => {
    const { page } = await visit(site, `#${QUICK}&view.model=limits`);
    await page.getByRole("heading", { name: "Limits and skill" }).waitFor();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "适用范围与预测能力" }).waitFor();
    expect(await page.title()).toBe("urflow：模型说明");
    await expect.poll(() => top(page, "适用范围与预测能力")).toBeLessThan(60);
  });

  test("gives way to the region that is chosen", async () => {
    const { page } = await visit(site, `#${QUICK}&view.model=limits`);
    await page.getByRole("heading", { name: "Limits and skill" }).waitFor();
    await page.getByRole("combobox", { name: "Region" }).selectOption("quzhou");
    await page.locator(".bench").waitFor();
    expect(await stateOf(page)).toMatchObject({ world: "quzhou", model: null });
    expect(new URL(page.url()).hash).not.toContain("view.model");
  });

  test("says so where it can't be fetched", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route("**/odd.en-*.js", (route) => route.abort());
    await page.goto(`${site.url}#${QUICK}&view.model=odd&view.language=en`);
    await page.getByText("could not be fetched").waitFor();
  });

  test("with a window of any usual width never scrolls sideways", async () => {
    const { page } = await visit(site, `#${QUICK}&view.model=odd`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (const width of [360, 390, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  for (const language of ["en", "zh"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`axe finds nothing in ${language}, ${colorScheme}, on a desk and on a phone`, async () => {
        const address = `#${QUICK}&view.model=odd&view.language=${language}`;
        const { page, complaints, strangers } = await visit(site, address, { colorScheme });
        await page.getByRole("heading", { level: 1 }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await violations(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(strangers).toEqual([]);
      });
    }
  }
});
