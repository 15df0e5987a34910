/** What must hold between the values of a world: sums, references, and that it has all that a run needs. */
import type { Fault } from "./faults.ts";
import { countyFaults, startResidents } from "./relationsCounty.ts";
import { MAX_AGENTS, MAX_SETTLEMENTS, MIN_AGENTS } from "./limits.ts";
import { didYouMean } from "./suggest.ts";
import { at, faultAt, itemsOf, numberOf, sum, textOf, type Spot } from "./tree.ts";

export function worldFaults(root: Spot): Fault[] {
  const world = at(root, "world");
  const counties = itemsOf(at(world, "counties"));
  const start = numberOf(at(root, "start"));
  return [
    ...idFaults(world),
    ...prefectureFaults(world),
    ...counties.flatMap((county) => countyFaults(county, start)),
    ...presenceFaults(world),
    ...leadFaults(world),
    ...linkFaults(world),
    ...sizeFaults(root, counties, start),
  ];
}

/** Ids of things that a link or a filter can name. */
export const idsOf = (world: Spot, ...lists: string[]): ReadonlySet<string> => {
  const ids = lists.flatMap((list) => itemsOf(at(world, list)).map((item) => textOf(at(item, "id"))));
  return new Set(ids.filter((id) => id !== undefined));
};

/** Zones and jurisdictions are named after these ids, so that two of a kind may not share one with another kind. */
function idFaults(world: Spot): Fault[] {
  const things = ["prefectures", "counties", "gateways"].flatMap((list) => itemsOf(at(world, list)));
  return duplicateFaults(things.map((thing) => at(thing, "id")));
}

/** A fault for every text that stood before. */
export function duplicateFaults(spots: readonly Spot[]): Fault[] {
  const seen = new Map<string, Spot>();
  const faults: Fault[] = [];
  for (const spot of spots) {
    const id = textOf(spot);
    const first = id === undefined ? undefined : seen.get(id);
    if (id !== undefined && first === undefined) seen.set(id, spot);
    if (first !== undefined) {
      const { file, line, column } = first.place;
      const same = file === spot.place.file && line === spot.place.line && column === spot.place.column;
      const mend = same ? "Name it once." : `Rename one of the two; the first is in ${file}, line ${line}.`;
      faults.push(faultAt(spot, "an id that nothing else has", mend));
    }
  }
  return faults;
}

function prefectureFaults(world: Spot): Fault[] {
  const prefectures = itemsOf(at(world, "prefectures"));
  const known = idsOf(world, "prefectures");
  const circling = circles(
    new Map(prefectures.map((one) => [textOf(at(one, "id")), textOf(at(one, "parent"))])),
  );
  const faults: Fault[] = [];
  for (const thing of [...prefectures, ...itemsOf(at(world, "counties"))]) {
    const parent = at(thing, "parent");
    const id = textOf(parent);
    if (id === undefined) continue;
    if (!known.has(id)) {
      const mend = `${didYouMean(id, known)}Add the prefecture to world.prefectures, or delete the key.`;
      faults.push(faultAt(parent, "the id of a prefecture", mend));
    } else if (circling.has(textOf(at(thing, "id")))) {
      faults.push(faultAt(parent, "a parent that does not lie below it", "Break the circle of parents."));
    }
  }
  return faults;
}

type Id = string | undefined;

/** Those that come back to themselves when one goes from parent to parent. */
function circles(parents: ReadonlyMap<Id, Id>): ReadonlySet<Id> {
  const circling = new Set<Id>();
  const done = new Set<Id>([undefined]);
  for (const start of parents.keys()) {
    const way = new Set<Id>();
    let here = start;
    for (; !done.has(here) && !way.has(here); here = parents.get(here)) way.add(here);
    // The way met itself: from there on it is a circle. Before that it only led into one.
    if (!done.has(here)) {
      const steps = [...way];
      for (const id of steps.slice(steps.indexOf(here))) circling.add(id);
    }
    for (const id of way) done.add(id);
  }
  return circling;
}

function presenceFaults(world: Spot): Fault[] {
  const faults: Fault[] = [];
  const kinds = itemsOf(at(world, "counties")).map((county) => textOf(at(county, "kind")));
  if (kinds.length > 0 && kinds.every((kind) => kind === "county")) {
    const mend = "Write kind: core for the county whose seat is the core city.";
    faults.push(faultAt(at(world, "counties"), "at least one county of kind core", mend, "without a core"));
  }
  const gateways = at(world, "gateways");
  if (gateways.tree?.kind === "list" && gateways.tree.items.length === 0) {
    const mend = "Add an outside labour market; people leave for somewhere.";
    faults.push(faultAt(gateways, "at least one gateway", mend));
  }
  return faults;
}

/** Only a core city leads a region, and it is named once. */
function leadFaults(world: Spot): Fault[] {
  const leads = itemsOf(at(world, "leads"));
  const counties = itemsOf(at(world, "counties"));
  const cores = counties.filter((county) => textOf(at(county, "kind")) === "core");
  const known = new Set(cores.flatMap((county) => textOf(at(county, "id")) ?? []));
  const unknown = leads.filter((lead) => !known.has(textOf(lead) ?? [...known][0]));
  return [
    ...duplicateFaults(leads),
    ...unknown.map((lead) => {
      const mend = `${didYouMean(textOf(lead) ?? "", known)}Correct the id, or write kind: core for the county.`;
      return faultAt(lead, "the id of a county of kind core", mend);
    }),
  ];
}

function linkFaults(world: Spot): Fault[] {
  const known = idsOf(world, "counties", "gateways");
  const seen = new Map<string, Spot>();
  const faults: Fault[] = [];
  for (const link of itemsOf(at(world, "links"))) {
    const ends = [at(link, "from"), at(link, "to")];
    const [from, to] = ends.map(textOf);
    for (const end of ends) {
      const id = textOf(end);
      if (id === undefined || known.has(id)) continue;
      faults.push(faultAt(end, "the id of a county or a gateway", `${didYouMean(id, known)}Correct the id.`));
    }
    if (from === undefined || to === undefined) continue;
    const pair = from < to ? `${from} and ${to}` : `${to} and ${from}`;
    const first = seen.get(pair);
    if (from === to) faults.push(faultAt(ends[1], "another place than from", "Delete the link."));
    else if (first !== undefined) {
      const mend = `Delete one of the two; the first is in line ${first.place.line}. A link holds in both directions.`;
      faults.push(faultAt(link, "one link between two places", mend, `a second link of ${pair}`));
    } else seen.set(pair, link);
  }
  return faults;
}

function sizeFaults(root: Spot, counties: readonly Spot[], start: number | undefined): Fault[] {
  const faults: Fault[] = [];
  const scale = at(root, "scale");
  const perAgent = numberOf(scale);
  const persons = sum(counties.map((county) => startResidents(county, start)));
  if (perAgent !== undefined && perAgent > 0 && persons !== undefined && persons > 0) {
    const agents = Math.round(persons / perAgent);
    const value = `${perAgent}, which makes ${agents} agents of ${persons} persons`;
    const expected = `from ${MIN_AGENTS} to ${MAX_AGENTS} agents`;
    const most = Math.floor(persons / MIN_AGENTS);
    const least = Math.ceil(persons / MAX_AGENTS);
    if (agents < MIN_AGENTS)
      faults.push(faultAt(scale, expected, `Write a scale of at most ${most}.`, value));
    if (agents > MAX_AGENTS)
      faults.push(faultAt(scale, expected, `Write a scale of at least ${least}.`, value));
  }
  const settlements = sum(
    counties.flatMap((c) => [numberOf(at(c, "towns")), numberOf(at(c, "villages")), 1]),
  );
  if (settlements !== undefined && settlements > MAX_SETTLEMENTS) {
    const mend = "Take a smaller region, or count larger villages.";
    const value = `a world of ${settlements} settlements`;
    faults.push(
      faultAt(at(root, "world", "counties"), `at most ${MAX_SETTLEMENTS} settlements`, mend, value),
    );
  }
  return faults;
}
