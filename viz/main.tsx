/** Wires the page: files, workers, address, views. */
import { render } from "preact";
import { createAddressBar } from "./addressBar.ts";
import { createCatalogue } from "./catalogue.ts";
import type { Language } from "./i18n/words.ts";
import { createPool, poolSize } from "./runs/pool.ts";
import { scenarioFiles } from "./scenarioFiles.ts";
import { StoreProvider, createStore } from "./store.ts";

const place = document.getElementById("app");
if (place === null) throw new Error("viz/index.html has no element with id app; expected <div id=app>.");

// The workers load their code while this thread reads the scenario files and draws the frame.
const pool = createPool(
  poolSize(navigator.hardwareConcurrency),
  () => new Worker(new URL("../sim/worker.ts", import.meta.url), { type: "module", name: "urflow" }),
);
const catalogue = createCatalogue(scenarioFiles);
const language: Language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
const store = createStore({ catalogue, pool, language, address: createAddressBar(catalogue, window) });
// The views and what draws them come as a file of their own, while the first runs are already under way.
const [{ Page }, { exposeHook }] = await Promise.all([import("./page.tsx"), import("./hook.ts")]);
exposeHook(store);
place.textContent = "";
render(
  <StoreProvider value={store}>
    <Page />
  </StoreProvider>,
  place,
);
