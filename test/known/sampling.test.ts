/**
 * Sampling of alternatives: what people choose among the few places that come to mind has, on the whole, the shares of
 * a choice among all places. Source: McFadden 1978; importance correction after Ben-Akiva & Lerman 1985, chapter 9.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { rootKey } from "../../sim/numerics/keyed.ts";
import { MARKET_UNIT } from "../../sim/processes/migration/terms.ts";
import { createAlternatives } from "../../sim/processes/migration/alternatives.ts";
import { openScales } from "../../sim/processes/migration/scales.ts";
import { Activity, Mode } from "../../sim/world/persons.ts";
import { OUTSIDE } from "../../sim/world/tiers.ts";
import { openRun } from "../laws/run.ts";
import { smallWorld } from "../laws/scenarios.ts";

/** A world so small that every place comes to mind now and then, and can be listed. */
const scenario = smallWorld({
  counties: [
    { residents: 9000, registeredPart: 0.9, urbanPart: 0.6, towns: 1, villages: 2 },
    { residents: 6000, registeredPart: 1.3, urbanPart: 0.4, towns: 2, villages: 3 },
  ],
  gateways: 1,
  scale: 10,
  years: 1,
  parameters: {},
});
/** How often each person thinks, with new luck each time. */
const TIMES = 1500;
const PERSONS = 60;
const KINDS = ["stay", "farm", "work at home", "daily trip", "away in the region", "away outside"] as const;
type Kind = (typeof KINDS)[number];

interface Option {
  readonly kind: Kind;
  /** Utility over the scale without the correction for sampling. */
  readonly value: number;
  /** How often it is to be expected in one thinking, by the correction. */
  readonly expected: number;
  /** The place, and the home of the person whom it came to. */
  readonly place: number;
  readonly home: number;
  count: number;
}

const { setting } = openRun(scenario, "sampling", []);
const { world, assumptions: a } = setting;
const { persons: p, households: h, settlements: s } = world;

function kindOf(k: number, activity: number, mode: number, residence: number): Kind {
  if (k === 0) return "stay";
  if (activity === Activity.farming) return "farm";
  if (mode === Mode.home) return "work at home";
  if (mode === Mode.commuting) return "daily trip";
  return s.tier[residence] === OUTSIDE ? "away outside" : "away in the region";
}

describe("choosing among places that come to mind", () => {
  const sampled = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));
  const full = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));
  const options: Option[] = [];

  beforeAll(() => {
    const workers: number[] = [];
    for (let i = 0; i < world.clock.personRows[0]; i++) {
      const does = p.activity[i];
      // Of the second county, from which people go to all places; those at home, who have all ways of life before them.
      if (does === Activity.none || does === Activity.retired || s.jurisdiction[h.home[p.household[i]]] !== 1)
        continue;
      if (p.residence[i] === h.home[p.household[i]]) workers.push(i);
    }
    const asked = workers.filter((_, k) => k % Math.floor(workers.length / PERSONS) === 0).slice(0, PERSONS);
    const known = asked.map(() => new Map<string, Option>());
    const alternatives = createAlternatives();
    const { residence, workplace, activity, mode, utility, size: sizes } = alternatives;
    for (let time = 0; time < TIMES; time++) {
      const scales = openScales({ ...setting, root: rootKey(`thought ${time}`) }, alternatives);
      scales.refresh(0);
      asked.forEach((person, n) => {
        scales.person(person, 0);
        let all = 0;
        for (let k = 0; k < alternatives.count; k++) all += Math.exp(utility[k] / a.choiceScale);
        for (let k = 0; k < alternatives.count; k++) {
          const kind = kindOf(k, activity[k], mode[k], residence[k]);
          sampled.set(
            kind,
            sampled.get(kind)! + Math.exp(utility[k] / a.choiceScale) / all / TIMES / PERSONS,
          );
          const key = `${k === 0} ${residence[k]} ${workplace[k]} ${activity[k]} ${mode[k]}`;
          let option = known[n].get(key);
          if (option === undefined) {
            const size = sizes[k];
            const market =
              a.choiceScale * a.sizeWeight * Math.log(Math.max(1, s.size[workplace[k]]) / MARKET_UNIT);
            // The present life and farming have no size term, and work at home none that is corrected.
            const lnExpected = size === 0 ? 0 : (market - size) / a.choiceScale;
            option = {
              place: residence[k],
              home: h.home[p.household[person]],
              kind,
              value: utility[k] / a.choiceScale + lnExpected,
              expected: Math.exp(lnExpected),
              count: 0,
            };
            known[n].set(key, option);
          }
          option.count++;
        }
      });
    }
    for (const person of known) {
      let all = 0;
      for (const { value } of person.values()) all += Math.exp(value);
      for (const option of person.values()) {
        full.set(option.kind, full.get(option.kind)! + Math.exp(option.value) / all / PERSONS);
        options.push(option);
      }
    }
  });

  it("each place comes to mind as often as its correction says", () => {
    let tested = 0;
    for (const { expected, count } of options) {
      // Rare ones have no normal law; a place comes up to five times in one thinking.
      if (expected * TIMES < 25) continue;
      tested++;
      expect(Math.abs(count - expected * TIMES)).toBeLessThan(4.5 * Math.sqrt(expected * TIMES) + 1e-6);
    }
    expect(tested).toBeGreaterThan(300);
    expect(new Set(options.map(({ kind }) => kind)).size).toBe(KINDS.length);
  });

  it("places come to mind by the own hierarchy, by co-villagers, and by size over travel time", () => {
    const { zones: z, zonePairs, network, sizes } = world;
    const pull = (from: number, to: number): number =>
      z.size[to] / (30 + zonePairs.minutes[from * sizes.zones + to]);
    const all = (value: (zone: number) => number): number =>
      [...Array(sizes.zones).keys()].reduce((sum, zone) => sum + value(zone), 0);
    let compared = 0;
    for (const { kind, place, home, expected } of options) {
      if (!kind.startsWith("away")) continue;
      const zone = s.zone[place];
      const from = s.zone[home];
      const coVillagers = (other: number): number => network.count[home * sizes.zones + other];
      const known = [s.town[home], s.seat[home], s.core[home]].filter((each) => each === place).length / 3;
      const byNetwork = coVillagers(zone) / all(coVillagers);
      const byGravity = pull(from, zone) / all((other) => pull(from, other));
      // Two of each are drawn, and within a zone places by their size.
      const often = known + ((2 * byNetwork + 2 * byGravity) * s.size[place]) / z.size[zone];
      expect(expected / often).toBeCloseTo(1, 9);
      compared++;
    }
    expect(compared).toBeGreaterThan(200);
  });

  const weigh = (kind: Kind, weight: (option: Option) => number): number =>
    options.reduce((sum, option) => (option.kind === kind ? sum + weight(option) : sum), 0);
  /** Relative standard error of a kind's sampled weight: a place of weight w that is expected e times adds w^2 / e. */
  const errorOf = (kind: Kind): number =>
    Math.sqrt(weigh(kind, ({ value, expected }) => Math.exp(2 * value) / expected / TIMES)) /
    weigh(kind, ({ value }) => Math.exp(value));

  it.each(["daily trip", "away in the region", "away outside"] as const)(
    "%s: all places together weigh what they would if everyone knew all",
    (kind) => {
      const seen = weigh(kind, ({ value, expected, count }) => (Math.exp(value) * count) / expected / TIMES);
      const whole = weigh(kind, ({ value }) => Math.exp(value));
      expect(Math.abs(seen / whole - 1)).toBeLessThan(4 * errorOf(kind));
      expect(errorOf(kind)).toBeLessThan(0.05);
    },
  );

  it.each(KINDS)("%s: the expected share is that of the full choice, within the stated error", (kind) => {
    // The correction is exact for weights. A share is a ratio, so a sample that holds much weight at times and little
    // at others lowers moves a little (Jensen): most for small places of other counties, which come to mind once in
    // hundreds of times and then weigh hundreds of times as much. That is allowed beside the sampling error.
    const bias = kind === "away in the region" ? 0.12 : 0.02;
    const [few, all] = [sampled.get(kind)!, full.get(kind)!];
    expect(all).toBeGreaterThan(0.005);
    const error = kind === "daily trip" || kind.startsWith("away") ? errorOf(kind) : 0;
    expect(Math.abs(few / all - 1)).toBeLessThan(bias + 4 * error);
  });
});
