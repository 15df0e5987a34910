/**
 * People of one county who live in the same way, by a sample: how many of them would take up another way of life, by
 * the constants of all, under the law by which people choose.
 */
import { exp, pow } from "../../numerics/elementary.ts";
import { fastPow } from "../../numerics/fast.ts";
import type { Alternatives } from "../../processes/migration/alternatives.ts";
import { LIVES } from "../../processes/migration/lives.ts";
import { NESTS } from "../../processes/migration/nests.ts";

export interface Group {
  /** Agents who ever think about moving. */
  readonly people: number;
  /** How often each of those asked thinks about it, over those who think most often. */
  readonly keen: Float64Array;
  /** Takes in what one of those asked has on the scales, `nest` and `life` of each alternative. */
  take(asked: number, weighed: Alternatives, nest: (k: number) => number, life: (k: number) => number): void;
  /** Whether anyone has places of that way of life in mind. */
  weighs(life: number): boolean;
  /** Takes the pulls of all other ways of life, e^bond each, as they are, until the next call. */
  hold(life: number, pull: Float64Array): void;
  /** People who would take up the way of life last held, per round of considerations, where it pulls with e^bond. */
  takers(life: number, pull: number): number;
}

const bestOf = ({ count, utility }: Alternatives): number => {
  let best = -Infinity;
  for (let k = 0; k < count; k++) best = Math.max(best, utility[k]);
  return best;
};

const anyWeight = (weights: Float64Array, life: number): boolean => {
  for (let k = life; k < weights.length; k += LIVES) if (weights[k] > 0) return true;
  return false;
};

/** @param scale of the logit */
export function logitGroup(people: number, asked: number, scale: number): Group {
  const keen = new Float64Array(asked);
  /** Weight of each way of life, flat by person asked and life. */
  const weights = new Float64Array(asked * LIVES);
  /** What the other ways of life weigh together in the eyes of each person asked. */
  const rest = new Float64Array(asked);
  return {
    people,
    keen,
    take(n, weighed, _, life) {
      const best = bestOf(weighed);
      for (let k = 0; k < weighed.count; k++) {
        weights[n * LIVES + life(k)] += exp((weighed.utility[k] - best) / scale);
      }
    },
    weighs: (life) => anyWeight(weights, life),
    hold(life, pull) {
      for (let k = 0; k < asked; k++) {
        let all = 0;
        for (let other = 0; other < LIVES; other++) {
          if (other !== life) all += weights[k * LIVES + other] * pull[other];
        }
        rest[k] = all;
      }
    },
    takers(life, pull) {
      let sum = 0;
      for (let k = 0; k < asked; k++) {
        const own = weights[k * LIVES + life] * pull;
        if (own > 0) sum += (keen[k] * own) / (own + rest[k]);
      }
      return asked > 0 ? (sum * people) / asked : 0;
    },
  };
}

/** The same under a nested logit (see `numerics/nestedChoice.ts`): a bond counts within its nest at the scale of that. */
export function nestedGroup(people: number, asked: number, scale: number, dissimilarity: number): Group {
  const keen = new Float64Array(asked);
  /** Weight of each way of life over the best of its nest, flat by person asked, nest and life. */
  const weights = new Float64Array(asked * NESTS * LIVES);
  /** Weight of the best of each nest, flat by person asked and nest. */
  const bests = new Float64Array(asked * NESTS);
  /** What the other ways of life weigh together within each nest, and the nest with them alone. */
  const rest = new Float64Array(asked * NESTS);
  const without = new Float64Array(asked * NESTS);
  const pulls = new Float64Array(LIVES);
  return {
    people,
    keen,
    take(n, weighed, nest, life) {
      const { count, utility } = weighed;
      const best = bestOf(weighed);
      const bestIn = new Float64Array(NESTS).fill(-Infinity);
      for (let k = 0; k < count; k++) bestIn[nest(k)] = Math.max(bestIn[nest(k)], utility[k]);
      for (let i = 0; i < NESTS; i++) bests[n * NESTS + i] = exp((bestIn[i] - best) / scale);
      for (let k = 0; k < count; k++) {
        const i = nest(k);
        weights[(n * NESTS + i) * LIVES + life(k)] += exp((utility[k] - bestIn[i]) / (scale * dissimilarity));
      }
    },
    weighs: (life) => anyWeight(weights, life),
    hold(life, pull) {
      for (let other = 0; other < LIVES; other++) pulls[other] = pow(pull[other], 1 / dissimilarity);
      for (let k = 0; k < asked * NESTS; k++) {
        let all = 0;
        for (let other = 0; other < LIVES; other++) {
          if (other !== life) all += weights[k * LIVES + other] * pulls[other];
        }
        rest[k] = all;
        without[k] = bests[k] * fastPow(all, dissimilarity);
      }
    },
    takers(life, pull) {
      const inNest = pow(pull, 1 / dissimilarity);
      let sum = 0;
      for (let n = 0; n < asked; n++) {
        let taken = 0;
        let all = 0;
        for (let k = n * NESTS; k < (n + 1) * NESTS; k++) {
          const own = weights[k * LIVES + life] * inNest;
          const nest = own === 0 ? without[k] : bests[k] * fastPow(own + rest[k], dissimilarity);
          all += nest;
          if (own > 0) taken += (nest * own) / (own + rest[k]);
        }
        if (taken > 0) sum += (keen[n] * taken) / all;
      }
      return asked > 0 ? (sum * people) / asked : 0;
    },
  };
}
