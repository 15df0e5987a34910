import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { parseScenario, simulate } from "../../sim/index.ts";
import { mean } from "../../sim/numerics/statistics.ts";
import { files } from "../viz/catalogueFixture.ts";
import type { Site } from "./browser.ts";
import { QUICK, dataOf, openSite, ready, slide, stateOf, violations, visit } from "./browser.ts";

const LAND = "policies.innovative-small-towns.measures.land.value";
const WITH_POLICY = `#scenario=valley-small-towns&${QUICK}`;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
// Runs of a page that no test looks at any more would slow down those that follow.
afterEach(() => Promise.all(site.browser.contexts().map((context) => context.close())));
afterAll(() => site?.close());

describe("the page", () => {
  test("opens on the valley already running, and says what came of it", async () => {
    const { page, complaints, strangers } = await visit(site);
    const sentence = page.getByRole("heading", { level: 1 });
    await expect
      .poll(() => sentence.textContent(), { timeout: 30_000 })
      .toMatch(/^By 2050 the villages have (lost|gained|kept) .+ (lost|saved|gained|kept|for every)/);
    expect(await page.getByRole("combobox", { name: "Region" }).inputValue()).toBe("valley");
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test("draws the bands once more than one seed is in", async () => {
    const { page } = await visit(site, `#${QUICK}`);
    await ready(page);
    const [low, mid, high] = await Promise.all(
      ["low", "mean", "high"].map((role) => dataOf(page, "population.village", role)),
    );
    expect(low).toHaveLength(9);
    expect(high.at(-1)).toBeGreaterThan(low.at(-1) ?? Infinity);
    mid.forEach((value, year) => {
      expect(value).toBeGreaterThanOrEqual(low[year] - 1e-9);
      expect(value).toBeLessThanOrEqual(high[year] + 1e-9);
    });
    expect(await dataOf(page, "population.village", "baseline")).toEqual([]);
  });

  test("runs anew when a slider moves, and keeps the baseline as a ghost", async () => {
    const { page } = await visit(site, `#${QUICK}`);
    await ready(page);
    const before = await dataOf(page, "budget.balance", "mean");
    await slide(page, "Extra service budget per resident", 2000);
    await ready(page);
    expect(await dataOf(page, "budget.balance", "mean")).not.toEqual(before);
    expect(await dataOf(page, "budget.balance", "baseline")).toEqual(before);
    expect(await page.locator(".effect").textContent()).toMatch(/^With the policy, .+5–95 %.+ seeds/);
    await page.getByRole("button", { name: "Back to baseline" }).click();
    await ready(page);
    expect(await dataOf(page, "budget.balance", "mean")).toEqual(before);
    expect(await page.locator(".effect").count()).toBe(0);
  });

  test("shows the last setting alone when a slider moves faster than runs end", async () => {
    const { page } = await visit(site, "#scale=50&years=8");
    // All workers have run then, and will share each first seed: the hashes below are also those of such a run.
    await ready(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    for (const value of [10, 60, 25]) await slide(page, "Extra building land", value);
    await ready(page);
    const read = (set: string[]) =>
      parseScenario(files["scenario/valley-small-towns"] ?? "", {
        resolve: (kind, id) => files[`${kind}/${id}`],
        set,
      });
    const measures = read([]).policies[0].measures.map(({ id }) => id);
    const scenario = read([
      ...measures.map((id) => `${LAND.replace(".land.", `.${id}.`)}=${id === "land" ? 25 : 0}`),
      "scale=50",
      "years=8",
    ]);
    const direct = Array.from({ length: 8 }, (_, k) => simulate(scenario, { seed: String(k + 1) }));
    const shown = await page.evaluate(() => globalThis.urflow?.runs());
    expect(shown).toEqual(direct.map(({ seed, hash }) => ({ seed, hash })));
    const last = mean(direct.map(({ indicators }) => indicators["population.village"][8]));
    expect((await dataOf(page, "population.village", "mean")).at(-1)).toBe(last);
  });

  test("tries the published package, and names the same run for the command line", async () => {
    const { page } = await visit(site, `#${QUICK}`);
    await page.getByRole("button", { name: "Try the published package" }).click();
    await ready(page);
    const command = await page.evaluate(() => globalThis.urflow?.command());
    expect(command).toBe("urflow run valley-small-towns --seed 1 --set scale=200 --set years=8");
    expect(await page.locator(".commands code").first().textContent()).toBe(command);
    expect(new URL(page.url()).hash).toBe(`${WITH_POLICY}&view.language=en`);
  });
});

describe("the address", () => {
  test("brings everything back", async () => {
    const hash = `${WITH_POLICY}&${LAND}=40&view.year=2024&view.flow=capital&view.span=since&view.language=zh`;
    const { page } = await visit(site, hash);
    await ready(page);
    expect(await stateOf(page)).toMatchObject({
      world: "valley",
      levers: { land: 40, registration: 1 },
      settings: ["scale=200", "years=8"],
      year: 2024,
      flow: "capital",
      span: "since",
      language: "zh",
    });
    expect(await page.locator("output.now").textContent()).toBe("2024");
    expect(await page.getByRole("radio", { name: "资金" }).isChecked()).toBe(true);
  });

  test("goes back a step at a time", async () => {
    const { page } = await visit(site, `#${QUICK}`);
    await ready(page);
    await page.getByRole("button", { name: "Try the published package" }).click();
    await page.getByRole("radio", { name: "Capital" }).check();
    await page.goBack();
    expect(await stateOf(page)).toMatchObject({ flow: "people", levers: { land: 33 } });
    await page.goBack();
    expect(await stateOf(page)).toMatchObject({ flow: "people", levers: {} });
    await page.goForward();
    expect(await stateOf(page)).toMatchObject({ levers: { land: 33 } });
  });

  test("that can't be read is noted, and the page stands", async () => {
    const { page, complaints } = await visit(site, `#scenario=atlantis&${QUICK}&view.year=soon&%E0%A4%A`);
    await ready(page);
    const note = page.getByRole("status").filter({ hasText: "could not be read" });
    expect(await note.locator("li").allTextContents()).toEqual([
      "“%E0%A4%A” is not of the form path=value. It was left out.",
      expect.stringContaining("There is no region or system “atlantis”. Known: valley"),
      expect.stringContaining("“view.year” can't be “soon”"),
    ]);
    await page.getByRole("button", { name: "Close" }).click();
    expect(await note.count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe("time", () => {
  test("is scrubbed with the keys, and every figure follows", async () => {
    const { page } = await visit(site, `#${QUICK}`);
    await ready(page);
    const slider = page.getByRole("slider", { name: "Year" });
    await slider.focus();
    for (let k = 0; k < 3; k++) await page.keyboard.press("ArrowLeft");
    expect(await slider.getAttribute("aria-valuetext")).toBe("2025");
    const people = (await dataOf(page, "population.village", "mean"))[5];
    const shown = await page.locator(".charts .reading b").first().textContent();
    expect(Number.parseFloat(shown ?? "")).toBeCloseTo(people / 1000, 0);
    await expect.poll(() => new URL(page.url()).hash).toContain("view.year=2025");
  });

  test("plays to the end and stops there", async () => {
    const { page } = await visit(site, `#${QUICK}&view.year=2025`);
    await ready(page);
    await page.getByRole("button", { name: "Play" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.getByRole("button", { name: "Play" }).waitFor();
    expect(await page.locator("output.now").textContent()).toBe("2028");
  });

  test("at its start shows no flow, and says why", async () => {
    const { page } = await visit(site, `#${QUICK}&view.year=2020`);
    await ready(page);
    expect(await page.getByText("at the start there is none").isVisible()).toBe(true);
    expect(await page.locator(".arrows path").count()).toBe(0);
  });
});

describe("a reader", () => {
  test("of Chinese has the whole page in Chinese", async () => {
    const { page } = await visit(site, `#${QUICK}`, { locale: "zh-CN" });
    await ready(page);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/^到2028年，乡村/);
    // What is left in Latin letters is marked as English, is a name, or is code.
    const latin = await page.locator("main").evaluate((main) => {
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? "";
        if (/[A-Za-z]{3}/.test(text) && node.parentElement?.closest("[lang=en], code, [hidden]") === null)
          found.push(text);
      }
      return found;
    });
    expect(latin).toEqual([]);
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/^By 2028/);
  });

  test("who chooses a place from the list gets its figures", async () => {
    const { page } = await visit(site, `#${QUICK}`);
    await ready(page);
    const place = page.getByRole("combobox", { name: "Place" });
    const id = await place.locator("option").nth(5).getAttribute("value");
    await place.selectOption(id);
    expect(await page.locator(".place dl").textContent()).toMatch(
      /People in 2028.*persons.*Change since 2020/,
    );
    expect(await page.locator(".ring.chosen").count()).toBe(1);
  });

  test("finds every figure of a chart in its table", async () => {
    const { page } = await visit(site, `#${QUICK}`);
    await ready(page);
    await page.locator(".charts details").first().locator("summary").click();
    await expect.poll(() => page.locator(".charts details").first().locator("tbody tr").count()).toBe(9);
  });

  test("is told in the engine's words when it cannot run", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route("**/worker-*.js", (route) => route.abort());
    await page.goto(`${site.url}#${QUICK}`);
    await page.getByRole("alert").getByRole("heading", { name: "The simulation stopped" }).waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("worker");
  });

  test("with a window of any usual width never scrolls sideways", async () => {
    const { page } = await visit(site, WITH_POLICY);
    await ready(page);
    for (const width of [360, 390, 768, 1024, 1440, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      // Pictures take their new width a moment later.
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: 10_000 })
        .toBeLessThanOrEqual(width);
    }
  });
});

describe("accessibility", () => {
  for (const language of ["en", "zh"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`axe finds nothing in ${language}, ${colorScheme}`, async () => {
        const { page, complaints, strangers } = await visit(
          site,
          `${WITH_POLICY}&view.language=${language}`,
          {
            colorScheme,
          },
        );
        await ready(page);
        expect(await violations(page)).toEqual([]);
        // Everything that opens, open.
        for (const summary of await page.locator("summary").all()) {
          const isOpen = await summary.evaluate((node) => (node.parentElement as HTMLDetailsElement).open);
          if (!isOpen) await summary.click();
        }
        for (const info of await page.locator("button.info").all()) await info.click();
        expect(await violations(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(strangers).toEqual([]);
      });
    }
  }

  test("with a note and with a stopped run, axe finds nothing", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route("**/worker-*.js", (route) => route.abort());
    await page.goto(`${site.url}#scenario=atlantis`);
    await page.getByRole("alert").getByRole("heading", { name: "The simulation stopped" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
