/** The page: the sentence, the sliders, where things flow, how they unfold. */
import { useSignalEffect } from "@preact/signals";
import { ChartGrid } from "./charts/chartGrid.tsx";
import { SankeyPanel } from "./charts/sankeyPanel.tsx";
import { FlowChoice } from "./controls/flowChoice.tsx";
import { Foot } from "./controls/foot.tsx";
import { Header } from "./controls/header.tsx";
import { Levers } from "./controls/levers.tsx";
import { Notes } from "./controls/notes.tsx";
import { SystemPanel } from "./controls/systemPanel.tsx";
import { TimeBar } from "./controls/timeBar.tsx";
import { say } from "./i18n/words.ts";
import { ImportPanel } from "./import/importPanel.tsx";
import { About } from "./lesson/about.tsx";
import { Lesson } from "./lesson/lesson.tsx";
import { MapPanel } from "./map/mapPanel.tsx";
import { ModelDoor } from "./model/modelDoor.tsx";
import { useStore } from "./store.ts";

export function Page() {
  const store = useStore();
  const language = store.language.value;
  const isSimulation = store.state.value.model === null;
  useSignalEffect(() => {
    document.documentElement.lang = store.language.value === "zh" ? "zh-Hans" : "en";
    const isModel = store.state.value.model !== null;
    document.title = say(store.language.value, isModel ? "model.pageTitle" : "page.title");
  });
  return (
    <>
      <a class="skip" href="#results" onClick={skip}>
        {say(language, "page.skip")}
      </a>
      <Header />
      <main id="results" tabIndex={-1}>
        <ImportPanel />
        <Notes />
        {isSimulation ? <Bench /> : <ModelDoor />}
      </main>
      {isSimulation && <Foot />}
    </>
  );
}

/** The simulation: what came of it, and what may be changed. */
function Bench() {
  const store = useStore();
  const language = store.language.value;
  const isSystem = store.state.value.system !== null;
  return (
    <>
      <Lesson />
      <About />
      <TimeBar />
      <div class="bench">
        {isSystem ? <SystemPanel /> : <Levers />}
        <div class="results">
          <section class="flows" aria-labelledby="flows-title">
            <div class="section-head">
              <h2 id="flows-title">{say(language, "flows.title")}</h2>
              <FlowChoice />
            </div>
            <div class="pair">
              <MapPanel />
              <SankeyPanel />
            </div>
          </section>
          <ChartGrid />
        </div>
      </div>
    </>
  );
}

/** The address belongs to the state of the page, so the link must not write its own fragment there. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("results")?.focus();
}
