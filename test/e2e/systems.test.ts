/** Systems of policy in the page: found by name, told in both languages, chosen from. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Site, openSite, ready, stateOf, violations, visit } from "./browser.ts";

const QUICK = "scale=2000&years=3";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe("a system", () => {
  test("is picked by its code and title, group by group, and tells what it is", async () => {
    const { page, complaints } = await visit(site, "#scale=200&years=8");
    await ready(page);
    const picker = page.getByRole("combobox", { name: "Region or system" });
    const labels = picker
      .locator("optgroup")
      .evaluateAll((groups) => groups.map((one) => one.getAttribute("label")));
    expect(await labels).toEqual([
      "Regions as they are",
      "A Villages and rural clusters",
      "B Small towns",
      "C County, town and village",
      "D City clusters",
      "E Across borders",
    ]);
    expect(await picker.locator("optgroup:not(:first-child) option").count()).toBe(20);
    await picker.selectOption({ label: "E1 Zoning across borders in Quzhou" });
    await page.getByRole("heading", { level: 2, name: "Zoning across borders in Quzhou" }).waitFor();
    expect(await page.locator(".about dt").allTextContents()).toEqual([
      "What it is",
      "What it assumes",
      "What to look at",
    ]);
    expect(await stateOf(page)).toMatchObject({ world: "quzhou", system: "border-zoning" });
    await expect.poll(() => new URL(page.url()).hash).toContain("scenario=border-zoning");
    expect(complaints).toEqual([]);
  });

  test("has its choices, which are written into the address, and a way back to the plain region", async () => {
    const { page } = await visit(site, `#scenario=border-zoning&${QUICK}`);
    const way = "policies.neighbour-coordination.choose.way=market";
    await page.getByRole("combobox", { name: "How they settle it" }).selectOption("market");
    expect((await stateOf(page))?.settings).toEqual([...QUICK.split("&"), way]);
    expect(await page.evaluate(() => globalThis.urflow?.command())).toContain(way);
    expect(await page.locator(".measures").textContent()).toContain("by market");
    await page.getByRole("combobox", { name: "How they settle it" }).selectOption("planned");
    expect((await stateOf(page))?.settings).toEqual(QUICK.split("&"));
    await page.getByRole("button", { name: "Open the region without them" }).click();
    expect(await stateOf(page)).toMatchObject({ world: "quzhou", system: null, settings: QUICK.split("&") });
    await page.getByRole("heading", { level: 2, name: "Small-town policy" }).waitFor();
  });

  test("is told in Chinese to a reader of Chinese, on a phone without scrolling sideways", async () => {
    const options = { locale: "zh-CN", viewport: { width: 390, height: 844 } };
    const { page } = await visit(site, `#scenario=budget-check&${QUICK}`, options);
    await page.getByRole("heading", { name: "政策内容" }).waitFor();
    expect(await page.locator(".about dt").allTextContents()).toEqual(["是什么", "假设什么", "看什么"]);
    expect(await page.locator(".about").textContent()).not.toMatch(/[A-Za-z]{3}/);
    expect(await page.locator(".system").textContent()).toContain("预算约束");
    expect(await violations(page)).toEqual([]);
    // English titles are longer.
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "What is decided" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
