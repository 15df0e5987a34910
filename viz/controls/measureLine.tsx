/** One measure of a policy in a line or two: how much of what, where, when, and who pays. */
import { isRule, sayValue } from "../../sim/policy/parameter.ts";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import type { Measure } from "../../sim/policy/policy.ts";
import { figure } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { gap, say } from "../i18n/words.ts";
import { useStore } from "../store.ts";

export function MeasureLine({ measure }: { readonly measure: Measure }) {
  const language = useStore().language.value;
  const { lever, value, from, until, payer } = measure;
  const row = PARAMETERS[lever];
  const amount = isRule(row) ? sayValue(row, value, language) : figure(value, row.unit, language);
  const where = placeOf(measure, language);
  const when =
    until === undefined
      ? say(language, "system.from", { where, from })
      : say(language, "system.until", { where, from, until });
  return (
    <li>
      <b>{say(language, "system.measure", { label: row.label[language], amount })}</b>
      {gap(language)}
      {when}
      {gap(language)}
      {/* A rule costs nothing by itself. */}
      {!isRule(row) && say(language, payer === "county" ? "levers.county" : "levers.state")}
    </li>
  );
}

function placeOf({ where }: Measure, language: Language): string {
  if (where === "designated") return say(language, "system.designated");
  const { tiers = [], counties, settlements } = where ?? {};
  if (settlements !== undefined) return say(language, "system.designated");
  const words = tiers.map((tier, k) => {
    const word = say(language, `tier.${tier}`);
    return k === 0 ? word : word.toLowerCase();
  });
  const places =
    words.length === 0 ? say(language, "system.everywhere") : words.join(language === "en" ? ", " : "、");
  return counties === undefined
    ? places
    : say(language, "system.ofCounties", { places, count: counties.length });
}
