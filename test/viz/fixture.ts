/** A synthetic run result for tests of views: right in shape, smooth in its figures, and no simulation at all. */
import type { FlowKind, RunResult, SettlementInfo, Tier, ZoneInfo } from "../../sim/engine/result.ts";
import { FLOW_KINDS } from "../../sim/engine/result.ts";

export interface FixtureOptions {
  readonly seed?: string;
  readonly years?: number;
  readonly counties?: number;
  /** Share of the villagers lost by the end. */
  readonly loss?: number;
  /** Share of villagers' savings lent elsewhere at the end. */
  readonly lent?: number;
  /** How far seeds lie apart, as a share. */
  readonly noise?: number;
}

/** Numbers in [0, 1) from a text: enough for a fixture. */
export function numbersFrom(text: string): () => number {
  let state = 2166136261;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const both = (text: string): { en: string; zh: string } => ({ en: text, zh: `${text}中` });

export function fixtureRun(options: FixtureOptions = {}): RunResult {
  const { seed = "one", years: length = 30, counties = 4, loss = 0.4, lent = 0.6, noise = 0.05 } = options;
  const place = numbersFrom("places");
  const luck = (numbersFrom(seed)() - 0.5) * noise;
  const jurisdictions = Array.from({ length: counties }, (_, k) => ({
    id: `county${k}`,
    name: both(`County ${k}`),
  }));
  const zones: ZoneInfo[] = [];
  const settlements: SettlementInfo[] = [];
  const first: number[] = [];
  jurisdictions.forEach(({ id, name }, jurisdiction) => {
    const centre = {
      longitude: 117 + (jurisdiction % 2) * 0.5,
      latitude: 27.5 + Math.floor(jurisdiction / 2) * 0.4,
    };
    const tiers: readonly (readonly [Tier, number, number])[] = [
      ["village", 15, 1400],
      ["town", 3, 5000],
      [jurisdiction === 0 ? "core" : "seat", 1, jurisdiction === 0 ? 45_000 : 16_000],
    ];
    for (const [tier, count, persons] of tiers) {
      const zone = zones.length;
      zones.push({ id: `${id}.${tier}`, tier, jurisdiction, name: both(`${name.en}, ${tier}`), ...centre });
      for (let k = 0; k < count; k++) {
        const away = tier === "village" || tier === "town" ? 0.4 : 0;
        settlements.push({
          id: `${id}.${tier}${k}`,
          name: both(`${tier} ${k} of ${name.en}`),
          tier,
          jurisdiction,
          zone,
          longitude: centre.longitude + (place() - 0.5) * away,
          latitude: centre.latitude + (place() - 0.5) * away,
          synthesised: tier !== "core",
        });
        first.push(persons * (0.6 + 0.8 * place()));
      }
    }
  });
  for (const [id, longitude, latitude] of [
    ["harbour", 121, 29],
    ["delta", 121.5, 31],
  ] as const) {
    zones.push({
      id: `${id}.outside`,
      tier: "outside",
      jurisdiction: -1,
      name: both(id),
      longitude,
      latitude,
    });
  }
  const growth: Readonly<Record<Tier, number>> = {
    village: -loss,
    town: -0.05,
    seat: 0.2,
    core: 0.35,
    outside: 0.2,
  };
  const population = new Int32Array((length + 1) * settlements.length);
  for (let year = 0; year <= length; year++) {
    settlements.forEach(({ tier }, k) => {
      const change = 1 + (growth[tier] + luck) * (year / length);
      population[year * settlements.length + k] = Math.round(first[k] * change);
    });
  }
  const inTier = (tier: Tier): Float64Array =>
    Float64Array.from({ length: length + 1 }, (_, year) =>
      settlements.reduce(
        (sum, settlement, k) =>
          sum + (settlement.tier === tier ? population[year * settlements.length + k] : 0),
        0,
      ),
    );
  const line = (from: number, to: number): Float64Array =>
    Float64Array.from(
      { length: length + 1 },
      (_, year) => from + (to - from + luck * from) * (year / length),
    );
  const flowOfYear = line(0, lent);
  flowOfYear[0] = Number.NaN;
  const rank: Readonly<Record<Tier, number>> = { village: 0, town: 1, seat: 2, core: 3, outside: 4 };
  const flows = Object.fromEntries(
    FLOW_KINDS.map((kind) => {
      const size = kind === "people" || kind === "commuting" ? 40 : 4e6;
      const values = new Float64Array(length * zones.length ** 2);
      for (let year = 0; year < length; year++) {
        zones.forEach((from, f) => {
          zones.forEach((to, t) => {
            const up = rank[to.tier] > rank[from.tier] ? 3 : 1;
            const reach = from.jurisdiction === to.jurisdiction || to.tier === "outside" ? 4 : 1;
            values[(year * zones.length + f) * zones.length + t] = Math.round(size * up * reach * (1 + luck));
          });
        });
      }
      return [kind, values];
    }),
  ) as Record<FlowKind, Float64Array>;
  // The page draws settlements, not counties.
  const none = (): Int32Array => new Int32Array((length + 1) * jurisdictions.length);
  const hash = Array.from(seed, (character) => (character.codePointAt(0) ?? 0).toString(16)).join("");
  return {
    scenario: { id: "fixture", title: both("Fixture") },
    policies: [],
    overrides: [],
    seed,
    scale: 10,
    version: "0.0.0",
    startYear: 2020,
    years: Array.from({ length: length + 1 }, (_, year) => 2020 + year),
    hash: hash.padEnd(16, "0").slice(0, 16),
    agents: 20_000,
    jurisdictions,
    zones,
    settlements,
    indicators: {
      "population.village": inTier("village"),
      "population.town": inTier("town"),
      "savingsLent.village": flowOfYear,
      urbanShare: line(0.45, 0.62),
      incomeRatio: line(2.4, 2.1),
      idleHomesteadShare: line(0.12, 0.31),
      "access.within20": line(0.55, 0.66),
      "budget.balance": line(-2e7, 4e7),
      policyCost: line(0, 1.2e8),
    },
    flows,
    population,
    counties: { residents: none(), urban: none(), old: none() },
    motives: { terms: [], sums: new Float64Array(), changes: new Float64Array() },
    cuts: [],
    outlays: [],
    ledger: { months: length * 12, checks: length * 12 * 7 },
  };
}
