import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { Site } from "./browser.ts";
import { openSite, ready, stateOf, violations, visit } from "./browser.ts";

/** A region small enough to run in a blink. */
const SMALL = `unit,population,urban_share,longitude,latitude
Upper Ford,1200,40%,118.52,28.90
Lower Ford,2100,60%,118.87,28.94
`;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterEach(() => Promise.all(site.browser.contexts().map((context) => context.close())));
afterAll(() => site?.close());

const choose = (page: Page, csv: string, name = "fords.csv"): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(csv) });

describe("a table of one's own", () => {
  test("is run when it is chosen, and what was assumed is listed", async () => {
    const { page, complaints } = await visit(site, "#scale=200&years=2");
    await choose(page, SMALL);
    await page.getByRole("heading", { name: "A region made of fords.csv" }).waitFor();
    expect(await page.getByText("Areas follow from the distance").count()).toBe(1);
    expect(await page.getByText("It is in no address").count()).toBe(1);
    await ready(page);
    const state = await stateOf(page);
    expect(state?.world).toMatch(/^fords-[0-9a-f]{6}$/);
    expect(await page.getByRole("combobox", { name: "Region" }).inputValue()).toBe(state?.world);
    expect(await page.evaluate(() => globalThis.urflow?.status().error)).toBe(null);
    expect(complaints).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test("is run when it is dropped anywhere", async () => {
    const { page } = await visit(site, "#scale=200&years=2&view.language=zh");
    await page.getByRole("button", { name: "导入表格" }).waitFor();
    await page.evaluate((csv) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([csv], "fords.csv", { type: "text/csv" }));
      const spot = document.querySelector("main");
      for (const type of ["dragover", "drop"]) {
        spot?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    }, SMALL);
    await page.getByRole("heading", { name: "由 fords.csv 生成的地区" }).waitFor();
    expect((await stateOf(page))?.world).toMatch(/^fords-/);
  });

  test("with faults is refused, and the page shows what it showed before", async () => {
    const { page } = await visit(site, "#scale=200&years=2");
    await choose(page, SMALL.replace("1200", "-3"));
    await page.getByRole("heading", { name: "fords.csv was not imported" }).waitFor();
    expect(await page.locator(".notice.bad pre").textContent()).toMatch(
      /^fords\.csv:2:12 population is "-3"; expected/,
    );
    expect((await stateOf(page))?.world).toBe("valley");
    await page.getByRole("button", { name: "Close" }).click();
    expect(await page.locator(".notice").count()).toBe(0);
  });
});
