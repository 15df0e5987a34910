/** Which indicators the page shows first, with short labels of its own; the reader may choose any other. */
import { INDICATORS } from "../../sim/index.ts";
import type { IndicatorInfo } from "../../sim/indicators/indicator.ts";
import type { Language, WordId } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";

export interface PanelInfo {
  readonly id: string;
  /** Shorter than the catalogue's label, where there is one. */
  readonly label?: Extract<WordId, `charts.${string}`>;
}

export const PANELS: readonly PanelInfo[] = [
  { id: "population.village", label: "charts.villagePeople" },
  { id: "savingsLent.village", label: "charts.savingsLent" },
  { id: "urbanShare", label: "charts.urbanShare" },
  { id: "incomeRatio", label: "charts.incomeRatio" },
  { id: "reciprocity.people", label: "charts.reciprocity" },
  { id: "idleHomesteadShare", label: "charts.idleHomesteads" },
  { id: "access.within20", label: "charts.within20" },
  { id: "budget.balance", label: "charts.budget" },
];

/** The row of the catalogue; an id that isn't there still gets a name and no unit. */
export function indicatorOf(id: string): IndicatorInfo {
  const row = INDICATORS.find((indicator) => indicator.id === id);
  return row ?? { id, label: { en: id, zh: id }, unit: "count", formula: "", good: null };
}

export function labelOf(panel: PanelInfo, language: Language): string {
  // The words of labels have no slots.
  if (panel.label !== undefined) return say(language, panel.label as "charts.urbanShare");
  return indicatorOf(panel.id).label[language];
}
