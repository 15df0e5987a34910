/** Runs the full model in the page's worker in Chromium, without a window. */
import { fileURLToPath } from "node:url";
import { chromiumFlags, findEngine } from "../../bin/setup/engines.js";
import { createPageServer, listen } from "../../bin/setup/serve.js";
import type { PageMeasurement, PageTask } from "./page/page.ts";
import { scenarioText } from "./scenarios.ts";
import type { ModelTask } from "./task.ts";

export interface InChromium {
  readonly version: string;
  readonly alone: PageMeasurement;
  readonly shared: PageMeasurement;
}

/**
 * One worker a seed, and all that the page has. Undefined where there is no Chromium. The scenario must not name other
 * files.
 */
export async function measureInChromium(task: ModelTask): Promise<InChromium | undefined> {
  const executablePath = findEngine("chromium");
  if (executablePath === undefined) return undefined;
  // It takes a second to load, which nobody should wait for who asks for something else.
  const { chromium } = await import("playwright-core");
  const server = createPageServer(fileURLToPath(new URL("./page", import.meta.url)));
  const port = await listen(server, 4273, true);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const measure = async (isShared: boolean): Promise<PageMeasurement> => {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction(() => typeof window.measure === "function");
      const given: PageTask = { ...task, scenarioText: scenarioText(task.scenario), isShared };
      const measured = await page.evaluate((one) => window.measure(one), given);
      await page.close();
      return measured;
    };
    return { alone: await measure(false), shared: await measure(true), version: browser.version() };
  } finally {
    await browser.close();
    server.close();
  }
}
