/**
 * The law by which one of the ways of life on the scales is chosen: a plain logit, or under assumptions of the table a
 * nested one, or one in which who leaves goes where radiation leads.
 *
 * Under radiation the choice among what comes to mind says whether someone leaves, as ever; its place elsewhere is put
 * aside for one drawn by radiation, which stands last on the list. So in a first month the same people leave, and
 *
 *     P(i to j) = p_ij · Σ over places elsewhere that come to mind of P(k).
 */
import { logitProbabilities, sampleLogit } from "../../numerics/choice.ts";
import { drawCounter, type RootKey } from "../../numerics/keyed.ts";
import { nestedChances, sampleNestedLogit } from "../../numerics/nestedChoice.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { CIRCULATING, OUTSIDE_WORK, SEARCHING } from "../../world/persons.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Weighed } from "../process.ts";
import type { Alternatives } from "./alternatives.ts";
import { nestOf } from "./nests.ts";
import { openRadiation } from "./radiation.ts";

const RADIATION = 1;
/** Number of the draw of where to go, among those of one thought under the key of the choice. */
const WHERE_TO = 2;

/** What the law of a choice is made of. */
export type ChoiceLaw = Pick<Assumptions, "choiceScale" | "nestDissimilarity">;

export interface Choosing {
  /** Takes in this month's places. */
  look(month: number): void;
  /** The way of life that the person just weighed chooses by one uniform; 0 is to go on as before. */
  choose(person: number, month: number, u: number): number;
}

/** Whether to live there is to live away from home and family: one of the places that came to mind. */
const isElsewhere = ({ mode }: Pick<Weighed, "mode">, k: number): boolean => k > 0 && mode[k] === CIRCULATING;

/**
 * @param sizes size terms of places
 * @param key of the luck of choices, by luck key of persons and month
 */
export function openChoosing(
  world: World,
  a: Assumptions,
  alternatives: Alternatives,
  sizes: Float64Array,
  key: RootKey,
): Choosing {
  const { persons: p, households: h, settlements: s } = world;
  const { residence, workplace, activity, mode, minutes, size, nest, utility } = alternatives;
  const { choiceScale, nestDissimilarity } = a;
  const radiation = a.destinationLaw === RADIATION ? openRadiation(world) : undefined;
  if (nestDissimilarity === 1 && radiation === undefined) {
    return {
      look: () => {},
      choose: (_, __, u) => Math.max(0, sampleLogit(utility, alternatives.count, choiceScale, u)),
    };
  }

  const compare = (person: number, u: number): number => {
    const { count } = alternatives;
    if (nestDissimilarity === 1) return sampleLogit(utility, count, choiceScale, u);
    const home = h.home[p.household[person]];
    for (let k = 0; k < count; k++) nest[k] = nestOf(world, home, residence[k]);
    return sampleNestedLogit(utility, nest, count, choiceScale, nestDissimilarity, u);
  };

  const choose: Choosing["choose"] = (person, month, u) => {
    const chosen = Math.max(0, compare(person, u));
    if (radiation === undefined || !isElsewhere(alternatives, chosen)) return chosen;
    const luck = uniform(key.key0, key.key1, p.key[person], drawCounter(month, WHERE_TO));
    const place = radiation.draw(h.home[p.household[person]], p.residence[person], luck);
    if (place < 0) return 0;
    alternatives.drawn = radiation.chance();
    const k = alternatives.count++;
    residence[k] = place;
    workplace[k] = place;
    activity[k] = s.tier[place] === OUTSIDE ? OUTSIDE_WORK : SEARCHING;
    mode[k] = CIRCULATING;
    minutes[k] = 0;
    size[k] = sizes[place];
    return k;
  };

  return {
    look: (month) => radiation?.look(month),
    choose(person, month, u) {
      alternatives.drawn = 0;
      return choose(person, month, u);
    },
  };
}

/** Chances of all that was weighed into `out`, by the law; those of a place that radiation led to among them. */
export function chancesOf(
  weighed: Weighed,
  { choiceScale, nestDissimilarity }: ChoiceLaw,
  out: Float64Array,
): void {
  const { count, utility, nest, drawn } = weighed;
  const compared = drawn > 0 ? count - 1 : count;
  if (nestDissimilarity === 1) logitProbabilities(utility, compared, choiceScale, out);
  else nestedChances(utility, nest, compared, choiceScale, nestDissimilarity, out);
  if (compared === count) return;
  let leaving = 0;
  for (let k = 0; k < compared; k++) if (isElsewhere(weighed, k)) leaving += out[k];
  out[compared] = leaving * drawn;
}
