/** Which processes a simulation is assembled of. */
import { PROCESSES } from "../processes/order.ts";
import type { Process } from "../processes/process.ts";
import { didYouMean } from "../scenario/suggest.ts";

/**
 * The processes with these names, in the order of the month whatever the order of the names; all without
 * names.
 *
 * @throws RangeError where there is no process of a name
 */
export function selectProcesses(names?: readonly string[]): readonly Process[] {
  if (names === undefined) return PROCESSES;
  const known = PROCESSES.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const fault = `processes holds ${JSON.stringify(name)}; expected names among ${known.join(", ")}.`;
    throw new RangeError(`${fault} ${didYouMean(name, known)}`.trim());
  }
  return PROCESSES.filter(({ name }) => names.includes(name));
}
