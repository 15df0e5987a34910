/** Where the figures of an imported scenario come from. */
import { shorten } from "../faults.ts";
import type { County, Gateway, SourceInfo } from "../scenario.ts";
import { CITY_SOURCES } from "./cities.ts";
import { DRIVER_SOURCES } from "./drivers.ts";
import { FILL_SOURCES } from "./national.ts";

/** Key of the source that stands for the table itself. */
export const TABLE = "table";

/** The sources that something of the scenario names. */
export function sourcesOf(
  counties: readonly County[],
  gateways: readonly Gateway[],
  file: string,
): Record<string, SourceInfo> {
  const used = new Set([...counties, ...gateways].flatMap(({ sources }) => Object.values(sources)));
  const named = Object.entries({ ...FILL_SOURCES, ...CITY_SOURCES }).filter(([key]) => used.has(key));
  return {
    [TABLE]: {
      title: `Table ${shorten(file, 200)}`,
      note: "Imported. Where its figures come from is for the author of the table to say.",
    },
    ...Object.fromEntries(named),
    ...DRIVER_SOURCES,
  };
}
