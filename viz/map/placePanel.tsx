/** One place, chosen on the map or from the list, with its figures. The list is the keyboard's way in. */
import type { RunResult } from "../../sim/engine/result.ts";
import { TIERS } from "../../sim/engine/result.ts";
import { figure } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import { changeText } from "./drawing.tsx";

interface Props {
  readonly run: RunResult;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly now: ArrayLike<number>;
  readonly before: ArrayLike<number>;
  readonly year: number;
  readonly start: number;
  readonly language: Language;
}

export function PlacePanel({ run, selected, onSelect, now, before, year, start, language }: Props) {
  const index = run.settlements.findIndex(({ id }) => id === selected);
  const place = run.settlements[index];
  return (
    <div class="place">
      <label>
        <span>{say(language, "map.place")}</span>
        <select value={selected} onChange={(event) => onSelect(event.currentTarget.value)}>
          <option value="">{say(language, "map.noPlace")}</option>
          {run.jurisdictions.map((jurisdiction, number) => (
            <optgroup key={jurisdiction.id} label={jurisdiction.name[language]}>
              {run.settlements
                .filter((settlement) => settlement.jurisdiction === number && settlement.tier !== "outside")
                .toSorted((a, b) => TIERS.indexOf(b.tier) - TIERS.indexOf(a.tier))
                .map(({ id, name, tier }) => (
                  <option key={id} value={id}>
                    {name[language]} ({say(language, `tierOne.${tier}`)})
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {place !== undefined && (
        <dl aria-live="polite">
          <div>
            <dt>{say(language, "map.people", { year })}</dt>
            <dd>{figure(now[index], "persons", language)}</dd>
          </div>
          <div>
            <dt>{say(language, "map.change", { start })}</dt>
            <dd>{changeText(before[index], now[index], language)}</dd>
          </div>
          <div>
            <dt>{say(language, "map.kind")}</dt>
            <dd>{say(language, `tierOne.${place.tier}`)}</dd>
          </div>
          <div>
            <dt>{say(language, "map.county")}</dt>
            <dd>{run.jurisdictions[place.jurisdiction]?.name[language] ?? ""}</dd>
          </div>
          <div class="wide">
            <dd>{say(language, place.synthesised ? "map.synthesised" : "map.observed")}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}
