/** The map as a table: a row per zone, with its people and its flows. */
import type { RunResult } from "../../sim/engine/result.ts";
import type { FlowMatrix } from "../flows.ts";
import { balances } from "../flows.ts";
import { figure, unitName } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";
import { say } from "../i18n/words.ts";
import { changeText } from "./drawing.tsx";

interface Props {
  readonly run: RunResult;
  readonly flows: FlowMatrix;
  readonly now: ArrayLike<number>;
  readonly before: ArrayLike<number>;
  readonly unit: string;
  readonly year: number;
  readonly start: number;
  readonly language: Language;
}

export function ZoneTable({ run, flows, now, before, unit, year, start, language }: Props) {
  const sums = balances(flows);
  const people = run.zones.map(() => ({ now: 0, before: 0 }));
  run.settlements.forEach(({ zone }, place) => {
    people[zone].now += now[place];
    people[zone].before += before[place];
  });
  const flowHead = (id: "map.inflow" | "map.outflow" | "map.net") => (
    <th scope="col">
      {say(language, id)} ({unitName(unit, language)})
    </th>
  );
  return (
    <table>
      <caption>{say(language, "map.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{say(language, "map.zone")}</th>
          <th scope="col">{say(language, "map.people", { year })}</th>
          <th scope="col">{say(language, "map.change", { start })}</th>
          {flowHead("map.inflow")}
          {flowHead("map.outflow")}
          {flowHead("map.net")}
        </tr>
      </thead>
      <tbody>
        {run.zones.map(({ id, name }, zone) => (
          <tr key={id}>
            <th scope="row">{name[language]}</th>
            <td>{figure(people[zone].now, "count", language)}</td>
            <td>{changeText(people[zone].before, people[zone].now, language)}</td>
            <td>{figure(sums[zone].inflow, unit, language, { bare: true })}</td>
            <td>{figure(sums[zone].outflow, unit, language, { bare: true })}</td>
            <td>
              {figure(sums[zone].inflow - sums[zone].outflow, unit, language, { bare: true, signed: true })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
