/** A small model in the place of the real one: it makes results of the right shape, quickly, from seed and scenario. */
import type { RunResult, SettlementInfo, ZoneInfo } from "../../sim/engine/result.ts";
import { FLOW_KINDS, TIERS } from "../../sim/engine/result.ts";
import type { IndicatorInfo } from "../../sim/indicators/indicator.ts";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { parseScenario } from "../../sim/scenario/validate.ts";
import type { Model, RunOptions } from "../../sim/batch/model.ts";

const info = (id: string, unit: string): IndicatorInfo => ({
  id,
  label: { en: `Name of ${id}`, zh: `指标 ${id}` },
  unit,
  formula: `formula of ${id}`,
  good: null,
});

export const CATALOGUE: readonly IndicatorInfo[] = [
  info("population.village", "persons"),
  info("netMigration.village", "permille/year"),
  info("urbanShare", "share"),
  info("savingsLent.village", "share"),
  info("budget.balance", "yuan/year"),
];

/** A number in [0, 1) that depends on all the words; for tests only. */
function luck(...words: readonly (string | number)[]): number {
  let state = 2166136261;
  for (const sign of words.join(" ")) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0;
  state = Math.imul(state ^ (state >>> 15), 2246822507) >>> 0;
  return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
}

const zone = (id: string, tier: ZoneInfo["tier"], jurisdiction: number): ZoneInfo => ({
  id,
  tier,
  jurisdiction,
  name: { en: id, zh: id },
  longitude: 118.5,
  latitude: 28.9,
});

const ZONES = [
  zone("north.village", "village", 0),
  zone("north.core", "core", 0),
  zone("port.outside", "outside", -1),
];
const SETTLEMENTS: readonly SettlementInfo[] = [
  {
    ...ZONES[0],
    id: "north.village.1",
    name: { en: 'Stone "Well", upper', zh: "石井上村" },
    zone: 0,
    synthesised: true,
  },
  { ...ZONES[1], id: "north.core.1", zone: 1, synthesised: false },
];

/** A result whose figures depend on the seed, on the settings and on the number of policies. */
export function fixtureResult(scenario: Scenario, { seed, scale, years }: RunOptions): RunResult {
  const marks = Array.from({ length: years + 1 }, (_, index) => scenario.start + index);
  const change = scenario.overrides.length + scenario.policies.length;
  const series = (id: string, start: number, drift: number): Float64Array =>
    Float64Array.from(marks, (_, at) => start + at * (drift + 0.1 * change) + at * luck(seed, id, at));
  const indicators = {
    "population.village": series("population.village", 1000, -12),
    "netMigration.village": series("netMigration.village", -20, 0.3).fill(NaN, 0, 1),
    urbanShare: series("urbanShare", 0.4, 0).map((value) => 0.3 + value / 100),
    "savingsLent.village": Float64Array.from(marks, (_, at) => 0.2 + 0.01 * at + 0.001 * luck(seed, at)),
    "budget.balance": Float64Array.from(marks, () => 5),
  };
  const pairs = ZONES.length * ZONES.length;
  const flows = FLOW_KINDS.map((kind) => {
    const values = Float64Array.from({ length: years * pairs }, (_, at) =>
      at % 2 === 0 ? 0 : luck(seed, kind, at),
    );
    return [kind, values] as const;
  });
  return {
    scenario: { id: scenario.id, title: scenario.title },
    policies: scenario.policies.map(({ id, title }) => ({ id, title })),
    overrides: scenario.overrides,
    seed,
    scale,
    version: "0.0.0-fixture",
    startYear: scenario.start,
    years: marks,
    hash: Math.floor(luck(seed, scenario.id, change) * 2 ** 32)
      .toString(16)
      .padStart(16, "0"),
    agents: 2000,
    jurisdictions: [{ id: "north", name: { en: "North", zh: "北县" } }],
    zones: ZONES,
    settlements: SETTLEMENTS,
    indicators,
    // Every kind is there: the list was made from all of them.
    flows: Object.fromEntries(flows) as RunResult["flows"],
    population: Int32Array.from({ length: marks.length * SETTLEMENTS.length }, (_, at) => 500 + at),
    counties: countiesOf(years, luck(seed, change)),
    motives: motivesOf(years, luck(seed, change)),
    outlays: scenario.policies.map(({ id }, k) => ({
      policy: id,
      county: Float64Array.from({ length: years }, (_, at) => 1000 * (k + 1) + at),
      state: new Float64Array(years).fill(500),
    })),
    cuts: [{ year: marks[1], jurisdiction: "north", planned: 200, paid: 150 }],
    ledger: { months: years * 12, checks: years * 36 },
  };
}

/** One county of 500 people, which grows by 1 % a year and a little luck; half of it is urban, a tenth is old. */
function countiesOf(years: number, chance: number): RunResult["counties"] {
  const residents = Int32Array.from({ length: years + 1 }, (_, at) => 500 + at * (5 + chance));
  return {
    residents,
    urban: residents.map((count) => count / 2),
    old: residents.map((count) => count / 10),
  };
}

/** Two motives; half a hundred villagers a year leave for the outside, and ten come back. */
function motivesOf(years: number, chance: number): RunResult["motives"] {
  const terms = ["income", "cost"];
  const pairs = TIERS.length * TIERS.length;
  const sums = new Float64Array(years * pairs * terms.length);
  const changes = new Float64Array(years * pairs);
  const [village, outside] = [TIERS.indexOf("village"), TIERS.indexOf("outside")];
  for (let year = 0; year < years; year++) {
    const [out, back] = [
      year * pairs + village * TIERS.length + outside,
      year * pairs + outside * TIERS.length + village,
    ];
    changes.set([50], out);
    changes.set([10], back);
    sums.set([75.5 + chance, -150], out * terms.length);
    sums.set([-3, -20.25], back * terms.length);
  }
  return { terms, sums, changes };
}

/** @param stopAt a seed whose run ends with an error in its first month */
export const fixtureModel = (stopAt?: string): Model => ({
  version: "0.0.0-fixture",
  catalogue: CATALOGUE,
  parameters: PARAMETERS,
  parse: parseScenario,
  begin(scenario, options) {
    let month = 0;
    return {
      get month() {
        return month;
      },
      months: options.years * 12,
      step() {
        if (options.seed === stopAt) throw new Error("the ledger misses 1 yuan in month 1");
        month += 1;
      },
      result: () => fixtureResult(scenario, options),
    };
  },
});
