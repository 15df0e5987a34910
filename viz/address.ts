/** The address bar: page state to text and back. Reading never throws; what can't be read is noted and left out. */
import { formatFault } from "../sim/index.ts";
import { FLOW_KINDS } from "../sim/engine/result.ts";
import type { Catalogue, World } from "./catalogue.ts";
import { PARAMETERS } from "../sim/policy/parameters.ts";
import type { Slots, WordId } from "./i18n/words.ts";
import { LANGUAGES } from "./i18n/words.ts";
import type { PageState } from "./state.ts";
import { SPANS, isBaseline, mainArm, measureOf, packageOf, splitPair } from "./state.ts";

/** A fault of the address, as words of the dictionary that the page says in the reader's language. */
export type Note = { [K in WordId]: { readonly id: K; readonly slots: Slots<K> } }[WordId];

export interface Reading {
  readonly state: PageState;
  readonly notes: readonly Note[];
}

const VIEW_DEFAULTS = {
  year: null,
  flow: "people",
  span: "year",
  indicator: "share65.village",
  model: null,
} as const;

/** What a page without an address shows. */
export function initialState(catalogue: Catalogue, language: PageState["language"]): PageState {
  const world = catalogue.worlds[0]?.id ?? "";
  return { world, system: null, levers: {}, settings: [], language, ...VIEW_DEFAULTS };
}

/** The address of a state, without the `#`. Only what differs from the usual is written, so links stay short. */
export function writeAddress(state: PageState, catalogue: Catalogue): string {
  const world = catalogue.world(state.world);
  const arm = mainArm(state, world?.variant ?? null, world === undefined ? [] : catalogue.measures(world));
  const pairs = [`scenario=${arm.scenario}`, ...arm.set];
  // Settings of a policy that isn't run now are kept: they count again when a slider moves.
  if (state.system === null && isBaseline(state.levers))
    pairs.push(...state.settings.filter((setting) => setting.startsWith("policies.")));
  for (const key of ["year", "flow", "span", "indicator", "model"] as const) {
    if (state[key] !== VIEW_DEFAULTS[key]) pairs.push(`view.${key}=${state[key]}`);
  }
  pairs.push(`view.language=${state.language}`);
  return pairs.map(encodePair).join("&");
}

/** Reads the address, with or without the `#`. */
export function readAddress(hash: string, catalogue: Catalogue, language: PageState["language"]): Reading {
  const notes: Note[] = [];
  const initial = initialState(catalogue, language);
  const pairs: { path: string; value: string; text: string }[] = [];
  for (const part of hash.replace(/^#/, "").split("&")) {
    if (part === "") continue;
    const text = decodePair(part);
    // A line break would end the pair in the middle: arms are kept by their lines.
    const pair = /\p{Cc}/u.test(text) ? null : splitPair(text);
    if (pair === null) notes.push({ id: "note.pair", slots: { value: shortened(text) } });
    else pairs.push({ ...pair, text });
  }

  const asked = pairs.find(({ path }) => path === "scenario")?.value;
  const { world, system, withPolicy } = findWorld(asked, catalogue, initial.world, notes);
  const measures = world === undefined ? [] : catalogue.measures(world);
  const levers: Record<string, number> = withPolicy ? packageOf(measures) : {};
  const settings: string[] = [];
  let view: View = { ...VIEW_DEFAULTS, language };

  for (const { path, value, text } of pairs) {
    if (path === "scenario") continue;
    if (path.startsWith("view.")) {
      view = readView(view, path, value, notes);
      continue;
    }
    // A system has no sliders: what is set of its measures is a setting like any other.
    const id = system === null ? measureOf(path) : null;
    if (id === null) settings.push(text);
    else if (!withPolicy) notes.push({ id: "note.noPolicy", slots: { path, world: world?.id ?? "" } });
    else {
      const measure = measures.find((one) => one.id === id);
      if (measure === undefined) {
        const known = measures.map((one) => one.id).join(", ");
        notes.push({ id: "note.noMeasure", slots: { value: shortened(id), known } });
        continue;
      }
      const { min, max } = PARAMETERS[measure.lever];
      const number = value === "" ? Number.NaN : Number(value);
      if (number >= min && number <= max) levers[id] = number;
      else {
        const used = levers[id] ?? 0;
        notes.push({ id: "note.measure", slots: { path, value: shortened(value), min, max, used } });
      }
    }
  }
  const state: PageState = {
    ...initial,
    world: world?.id ?? initial.world,
    system,
    levers,
    settings,
    ...view,
  };
  return checked(state, catalogue, notes);
}

/** The world of a scenario id, which may be that of its variant with the policy, or of a system over it. */
function findWorld(
  asked: string | undefined,
  catalogue: Catalogue,
  fallback: string,
  notes: Note[],
): { world: World | undefined; system: string | null; withPolicy: boolean } {
  const usual = { world: catalogue.world(fallback), system: null, withPolicy: false };
  if (asked === undefined) return usual;
  const found = catalogue.worlds.find(({ id, variant }) => id === asked || variant === asked);
  if (found !== undefined) return { world: found, system: null, withPolicy: found.variant === asked };
  const system = catalogue.system(asked);
  if (system !== undefined)
    return { world: catalogue.world(system.world), system: system.id, withPolicy: false };
  const known = [...catalogue.worlds, ...catalogue.systems].map(({ id }) => id).join(", ");
  notes.push({ id: "note.world", slots: { value: shortened(asked), known, used: fallback } });
  return usual;
}

type View = Pick<PageState, "year" | "language" | "flow" | "span" | "indicator" | "model">;

function readView(view: View, path: string, value: string, notes: Note[]): View {
  const refuse = (expected: string): View => {
    notes.push({ id: "note.view", slots: { path, value: shortened(value), expected } });
    return view;
  };
  const oneOf = <T extends string>(list: readonly T[]): T | undefined => list.find((item) => item === value);
  switch (path) {
    case "view.year":
      return /^\d{4}$/.test(value) ? { ...view, year: Number(value) } : refuse("YYYY");
    case "view.language": {
      const language = oneOf(LANGUAGES);
      return language === undefined ? refuse(LANGUAGES.join(", ")) : { ...view, language };
    }
    case "view.flow": {
      const flow = oneOf(FLOW_KINDS);
      return flow === undefined ? refuse(FLOW_KINDS.join(", ")) : { ...view, flow };
    }
    case "view.span": {
      const span = oneOf(SPANS);
      return span === undefined ? refuse(SPANS.join(", ")) : { ...view, span };
    }
    case "view.indicator":
      return /^[\w.]{1,60}$/.test(value) ? { ...view, indicator: value } : refuse("population.village");
    case "view.model":
      return /^[\w-]{1,60}$/.test(value) ? { ...view, model: value } : refuse("overview, parameters, …");
    default:
      return refuse("view.year, view.language, view.flow, view.span, view.indicator, view.model");
  }
}

/** Drops the settings that the scenario refuses, and a year outside the run. */
function checked(state: PageState, catalogue: Catalogue, notes: Note[]): Reading {
  let kept = state;
  const world = catalogue.world(state.world);
  const arm = mainArm(state, world?.variant ?? null, world === undefined ? [] : catalogue.measures(world));
  let reading = catalogue.read(arm.scenario, arm.set);
  if (!reading.ok && state.settings.length > 0) {
    const faults = reading.faults.map(formatFault).join(" ");
    notes.push({ id: "note.settings", slots: { faults } });
    kept = { ...kept, settings: [] };
    const plain = mainArm(kept, world?.variant ?? null, world === undefined ? [] : catalogue.measures(world));
    reading = catalogue.read(plain.scenario, plain.set);
  }
  if (reading.ok && kept.year !== null) {
    const { start, years } = reading.scenario;
    if (kept.year < start || kept.year > start + years) {
      const expected = `${start} … ${start + years}`;
      notes.push({ id: "note.view", slots: { path: "view.year", value: String(kept.year), expected } });
      kept = { ...kept, year: null };
    }
  }
  return { state: kept, notes };
}

/** Escapes only what would end the pair or the address, so that the address stays legible. */
const encodePair = (text: string): string =>
  text.replace(/[%&#\s"<>`]/g, (character) => encodeURIComponent(character));

function decodePair(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
