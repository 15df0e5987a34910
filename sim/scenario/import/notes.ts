/** What was assumed in an import, in both languages: it stands in the file and is told to the user. */
import type { Text } from "../../indicators/indicator.ts";

export type Note = Text;

/** "Kecheng, Qujiang and 4 more". */
export function namesOf(names: readonly string[], most = 6): Text {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  if (more === 0) return { en: shown.join(", "), zh: shown.join("、") };
  return { en: `${shown.join(", ")} and ${more} more`, zh: `${shown.join("、")}等${names.length}个` };
}
