/**
 * What a person weighs: the present life, ways of life at home, and places elsewhere that come to mind. Places come
 * to mind by the own hierarchy (town, seat, core), by co-villagers, and by size over travel time; each is corrected
 * by the number of times it could be expected to come to mind, so that sampling doesn't bias the logit.
 * Source: sampling of alternatives McFadden 1978; importance correction Ben-Akiva & Lerman 1985, ch. 9.
 */
import { fastLn } from "../../numerics/fast.ts";
import { drawCounter, Purpose, purposeKey, type RootKey } from "../../numerics/keyed.ts";
import { uniforms } from "../../numerics/threefry-batch.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/** How often each source is asked; assumed. */
export const NETWORK_DRAWS = 2;
export const GRAVITY_DRAWS = 2;
export const COMMUTE_DRAWS = 2;
/** Minutes that every journey takes, however short; keeps near zones from drowning all others; assumed. */
export const JOURNEY_START = 30;

/** Draws of one person's thinking, by index. */
const HIERARCHY = 0;
const NETWORK = 1;
const GRAVITY = NETWORK + 2 * NETWORK_DRAWS;
const COMMUTE = GRAVITY + 2 * GRAVITY_DRAWS;
/** Four are drawn at a time, so the last is a spare. */
const DRAWS = (COMMUTE + COMMUTE_DRAWS + 3) & ~3;

export interface Minds {
  /** Draws the luck of one person's thinking this month; `recall` and `nearby` use it. */
  think(key: number, month: number): void;
  /**
   * Writes the places that come to the mind of someone from `home` into `places`,
   * and the logarithm of the number of times each was to be expected into `lnExpected`. Returns how many.
   * `people` is how many agents there are whose home that is.
   */
  recall(home: number, people: number, places: Int32Array, lnExpected: Float64Array): number;
  /** The same for places of work within a daily trip of `home`, as rows of reach. */
  nearby(home: number, places: Int32Array, lnExpected: Float64Array): number;
  /** Recomputes what gravity says; once a month. */
  refresh(): void;
}

export function openMinds(world: World, root: RootKey): Minds {
  const { settlements: s, zones: z, zonePairs, network } = world;
  const { zones } = world.sizes;
  const { key0, key1 } = purposeKey(root, Purpose.candidates);
  const counters = new Uint32Array(DRAWS);
  const luck = new Float64Array(DRAWS);
  const guide = new Int32Array(world.sizes.settlements);
  /** Cumulative weight of each zone as seen from each zone. */
  const gravity = new Float64Array(zones * zones);

  const refresh = (): void => {
    layGuide();
    for (let from = 0; from < zones; from++) {
      let sum = 0;
      for (let to = 0; to < zones; to++) {
        sum += z.size[to] / (JOURNEY_START + zonePairs.minutes[from * zones + to]);
        gravity[from * zones + to] = sum;
      }
    }
  };

  /**
   * A settlement of the zone with chance in proportion to size. The guide says where to begin to look in the running
   * sum, so that a step or two is enough however many settlements there are (Chen & Asau 1974: indexed search).
   */
  const pickInZone = (zone: number, part: number): number => {
    const { sizeBefore } = s;
    const first = z.first[zone];
    const last = first + z.count[zone] - 1;
    const target = part * z.size[zone];
    let at = guide[first + Math.floor(part * z.count[zone])];
    while (at < last && sizeBefore[at + 1] <= target) at++;
    return at;
  };

  /** For each of as many equal parts of a zone's size as it has settlements, the settlement in which the part begins. */
  const layGuide = (): void => {
    const { sizeBefore } = s;
    for (let zone = 0; zone < zones; zone++) {
      const first = z.first[zone];
      const count = z.count[zone];
      const last = first + count - 1;
      let at = first;
      for (let k = 0; k < count; k++) {
        const begin = (k / count) * z.size[zone];
        while (at < last && sizeBefore[at + 1] <= begin) at++;
        guide[first + k] = at;
      }
    }
  };

  const sizeShare = (place: number): number => {
    const zone = s.zone[place];
    return z.size[zone] > 0 ? s.size[place] / z.size[zone] : 0;
  };

  const think = (key: number, month: number): void => {
    for (let k = 0; k < DRAWS; k++) counters[k] = drawCounter(month, k);
    uniforms(key0, key1, counters, key, luck, DRAWS);
  };

  const recall: Minds["recall"] = (home, people, places, lnExpected) => {
    const { zone: zoneOf, town, seat, core } = s;
    const { count: coVillagers } = network;
    const { size } = z;
    const row = home * zones;
    const origin = zoneOf[home] * zones;
    const gravityTotal = gravity[origin + zones - 1];
    let n = 0;

    const which = Math.floor(luck[HIERARCHY] * 3);
    places[n++] = which === 0 ? town[home] : which === 1 ? seat[home] : core[home];
    const asked = people > 0 ? NETWORK_DRAWS : 0;
    for (let k = 0; k < asked; k++) {
      let left = luck[NETWORK + 2 * k] * people;
      let zone = 0;
      while (zone < zones - 1 && left >= coVillagers[row + zone]) left -= coVillagers[row + zone++];
      if (size[zone] > 0) places[n++] = pickInZone(zone, luck[NETWORK + 2 * k + 1]);
    }
    for (let k = 0; k < GRAVITY_DRAWS; k++) {
      const target = luck[GRAVITY + 2 * k] * gravityTotal;
      let zone = 0;
      while (zone < zones - 1 && gravity[origin + zone] <= target) zone++;
      if (size[zone] > 0) places[n++] = pickInZone(zone, luck[GRAVITY + 2 * k + 1]);
    }
    for (let k = 0; k < n; k++) {
      const place = places[k];
      const zone = zoneOf[place];
      const known =
        (town[home] === place ? 1 : 0) + (seat[home] === place ? 1 : 0) + (core[home] === place ? 1 : 0);
      const byNetwork = people > 0 ? coVillagers[row + zone] / people : 0;
      const byGravity = (gravity[origin + zone] - (zone > 0 ? gravity[origin + zone - 1] : 0)) / gravityTotal;
      const expected = known / 3 + (NETWORK_DRAWS * byNetwork + GRAVITY_DRAWS * byGravity) * sizeShare(place);
      lnExpected[k] = fastLn(Math.max(expected, 1e-12));
    }
    return n;
  };

  const nearby: Minds["nearby"] = (home, places, lnExpected) => {
    const others = s.reachCount[home] - 1;
    if (others <= 0 || s.tier[home] === OUTSIDE) return 0;
    const lnOnce = fastLn(COMMUTE_DRAWS / others);
    for (let k = 0; k < COMMUTE_DRAWS; k++) {
      const pick = Math.min(others - 1, Math.floor(luck[COMMUTE + k] * others));
      places[k] = s.reachFrom[home] + 1 + pick;
      lnExpected[k] = lnOnce;
    }
    return COMMUTE_DRAWS;
  };

  return { think, recall, nearby, refresh };
}
