/** The choice of what is simulated: regions as they are, then systems of policy, group by group. */
import { useId } from "preact/hooks";
import { bySystem, groupOf } from "../../sim/scenario/systems.ts";
import type { Catalogue } from "../catalogue.ts";
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";
import type { Text } from "../../sim/indicators/indicator.ts";

interface Item {
  readonly id: string;
  readonly title: Text;
  readonly system: string;
}

export function ScenarioPicker() {
  const store = useStore();
  const language = store.language.value;
  const id = useId();
  const { catalogue } = store;
  const { world, system } = store.state.value;
  const open = (chosen: string): void => {
    const found = catalogue.system(chosen);
    const place =
      found === undefined ? { world: chosen, system: null } : { world: found.world, system: chosen };
    store.change({ ...place, levers: {}, settings: [], year: null, model: null }, "world");
  };
  return (
    <>
      <label for={id}>{say(language, "page.world")}</label>
      <select
        id={id}
        class="scenarios"
        value={system ?? world}
        onChange={(event) => open(event.currentTarget.value)}
      >
        <optgroup label={say(language, "page.worlds")}>
          {catalogue.worlds
            .filter(({ code }) => code === null)
            .map(({ id: one, title }) => (
              <option key={one} value={one}>
                {title[language]}
              </option>
            ))}
        </optgroup>
        {groupsOf(catalogue).map((items) => {
          const first = items[0].system;
          return (
            <optgroup key={first} label={`${first.slice(0, 1)} ${groupOf(first)[language]}`}>
              {items.map(({ id: one, title, system: code }) => (
                <option key={one} value={one}>
                  {`${code} ${title[language]}`}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </>
  );
}

/** Systems by the letter of their code, in its order; a world may show one itself. None of the groups is empty. */
function groupsOf({ worlds, systems }: Catalogue): (readonly [Item, ...Item[]])[] {
  const items: Item[] = systems.map(({ id, title, code }) => ({ id, title, system: code }));
  for (const { id, title, code } of worlds) if (code !== null) items.push({ id, title, system: code });
  const groups: [Item, ...Item[]][] = [];
  for (const item of items.toSorted(bySystem)) {
    const last = groups.at(-1);
    if (last?.[0].system.slice(0, 1) === item.system.slice(0, 1)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
