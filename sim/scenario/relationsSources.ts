/** Every source that a figure names must be told, and what depends on time must go forward in time. */
import type { Fault } from "./faults.ts";
import { figureFaults } from "./relationsCounty.ts";
import { DRIVERS } from "./scenario.ts";
import { GATEWAY_FIGURES } from "./schemaWorld.ts";
import { ID_PATTERN } from "./schemaParts.ts";
import { didYouMean } from "./suggest.ts";
import { at, faultAt, itemsOf, keysOf, numberOf, plainOf, textOf, valuesOf, type Spot } from "./tree.ts";

/** The word for a figure without a source. It needs no entry. */
export const ASSUMED = "assumed";

export function sourceFaults(root: Spot): Fault[] {
  const known = new Set(keysOf(at(root, "sources")));
  const world = at(root, "world");
  const counties = itemsOf(at(world, "counties"));
  const gateways = itemsOf(at(world, "gateways"));
  const named = [
    ...[...counties, ...gateways].flatMap((thing) => valuesOf(at(thing, "sources"))),
    ...counties.flatMap((county) => itemsOf(at(county, "census"))).map((row) => at(row, "source")),
    ...itemsOf(at(world, "links")).map((link) => at(link, "source")),
    ...valuesOf(at(root, "drivers")).map((driver) => at(driver, "source")),
    ...itemsOf(at(root, "shocks")).map((shock) => at(shock, "source")),
  ];
  const policies = itemsOf(at(root, "policies")).flatMap((policy) => {
    const own = new Set([...known, ...keysOf(at(policy, "sources"))]);
    return itemsOf(at(policy, "measures")).flatMap((measure) => unknownSource(at(measure, "source"), own));
  });
  return [
    ...reservedKey(at(root, "sources", ASSUMED)),
    ...named.flatMap((spot) => unknownSource(spot, known)),
    ...gateways.flatMap((gateway) => figureFaults(gateway, GATEWAY_FIGURES)),
    ...policies,
    ...clashes([
      at(root, "sources"),
      ...itemsOf(at(root, "policies")).map((policy) => at(policy, "sources")),
    ]),
    ...DRIVERS.flatMap((id) => ascendingFaults(at(root, "drivers", id, "points"))),
  ];
}

function unknownSource(spot: Spot, known: ReadonlySet<string>): Fault[] {
  const key = textOf(spot);
  if (key === undefined || key === ASSUMED || known.has(key) || !ID_PATTERN.test(key)) return [];
  const mend = `${didYouMean(key, [...known, ASSUMED])}Add the source to sources, or write ${ASSUMED}.`;
  return [faultAt(spot, `a key of sources, or ${ASSUMED}`, mend)];
}

/** Sources of policies join those of the scenario: one key may not stand for two sources. */
function clashes(lists: readonly Spot[]): Fault[] {
  const first = new Map<string, string>();
  const faults: Fault[] = [];
  for (const spot of lists.flatMap(valuesOf)) {
    const key = String(spot.path.at(-1));
    const said = spot.tree === undefined ? "" : JSON.stringify(plainOf(spot.tree));
    const before = first.get(key) ?? said;
    first.set(key, before);
    if (before !== said) {
      const mend = "Rename one of the two keys.";
      faults.push(
        faultAt(spot, "the same source wherever its key stands", mend, "another source of that key"),
      );
    }
  }
  return faults;
}

function reservedKey(spot: Spot): Fault[] {
  if (spot.tree === undefined) return [];
  return [
    faultAt(
      spot,
      `no source of the name ${ASSUMED}`,
      "Rename the source: the word is kept for what has none.",
    ),
  ];
}

function ascendingFaults(points: Spot): Fault[] {
  const faults: Fault[] = [];
  let before: number | undefined;
  for (const point of itemsOf(points)) {
    const year = numberOf(at(point, 0));
    if (year !== undefined && before !== undefined && year <= before) {
      faults.push(
        faultAt(at(point, 0), `a year after ${before}`, "Put the points in the order of their years."),
      );
    }
    before = year ?? before;
  }
  return faults;
}
