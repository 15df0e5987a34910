/** What the address sets besides what the controls show. */
import { say } from "../i18n/words.ts";
import { useStore } from "../store.ts";

export function Settings({ list }: { readonly list: readonly string[] }) {
  const language = useStore().language.value;
  if (list.length === 0) return null;
  return (
    <div class="settings">
      <p class="quiet">{say(language, "levers.others")}</p>
      <ul>
        {list.map((setting) => (
          <li key={setting}>
            <code>{setting}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
