/**
 * report.html: one run as a page that stands alone: no script, no picture, no address beside it. The same run gives
 * the same bytes.
 */
import type { RunResult } from "../../engine/result.ts";
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { aboutList } from "./about.ts";
import { counted } from "./counted.ts";
import { grouped } from "./figures.ts";
import { charts, cutSection, exchanges, keyFigures } from "./findings.ts";
import { headline } from "./headline.ts";
import { both, html, type Markup } from "./markup.ts";
import {
  changeSection,
  driverSection,
  policySection,
  sourceSection,
  type ParameterTable,
} from "./provenance.ts";
import { STYLE } from "./style.ts";

export interface ReportTables {
  readonly catalogue: readonly IndicatorInfo[];
  readonly parameters: ParameterTable;
}

/**
 * @param command what gives the same run again
 * @returns the text of an HTML file
 */
export function reportHtml(
  scenario: Scenario,
  result: RunResult,
  command: string,
  tables: ReportTables,
): string {
  const { catalogue, parameters } = tables;
  const body = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="urflow ${result.version}" />
        <title>${scenario.title.en} ${scenario.title.zh} · urflow</title>
        <style>
          ${{ markup: STYLE }}
        </style>
      </head>
      <body>
        <input class="language" type="radio" name="language" id="english" checked />
        <input class="language" type="radio" name="language" id="chinese" />
        <label for="english" lang="en">English</label> <label for="chinese" lang="zh-Hans">中文</label>
        <main>
          <header>
            <h1>${both(scenario.title)}</h1>
            <p class="headline">${both(headline(result))}</p>
            <p class="about">${both(scenario.summary)}</p>
            ${aboutList(scenario)}
          </header>
          ${keyFigures(result, catalogue)}${charts(result, catalogue)}${exchanges(result)}${cutSection(result)}${policySection(
            scenario,
            parameters,
          )}${changeSection(scenario, parameters)}${driverSection(scenario)}${sourceSection(scenario)}${foot(result, command)}
        </main>
      </body>
    </html> `;
  return body.markup;
}

function foot({ version, seed, scale, agents, hash, ledger }: RunResult, command: string): Markup {
  const run = both({
    en: `One run of a model, not a forecast: seed “${seed}”, ${grouped(agents)} agents of ${counted(scale, "person")} each.`,
    zh: `这是模型的一次运行，不是预测：种子“${seed}”，${grouped(agents)}个主体，每个代表${scale}人。`,
  });
  const ledgerText = both({
    en: `Its ledger was checked ${grouped(ledger.checks)} times in ${grouped(ledger.months)} months: no person, yuan or hectare was lost.`,
    zh: `账目在${grouped(ledger.months)}个月中核对${grouped(ledger.checks)}次：人口、资金与土地分毫未失。`,
  });
  return html`<footer>
    <p>${run} ${ledgerText}</p>
    <p>urflow ${version} · <code>${hash}</code> · <code>${command}</code></p>
  </footer>`;
}
