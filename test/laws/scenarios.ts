/** Scenarios for laws: the valley at a coarse scale, every lever at once, and small worlds made at random. */
import * as fc from "fast-check";
import { type ParameterId, parameterIds, PARAMETERS } from "../../sim/policy/parameters.ts";
import type { Measure, Policy } from "../../sim/policy/policy.ts";
import { LEVERS } from "../../sim/policy/resolve.ts";
import type { Driver, Scenario } from "../../sim/scenario/scenario.ts";
import { parseScenario } from "../../sim/scenario/validate.ts";
import { fromFiles, scenarioText } from "../scenario/files.ts";

/** A built-in scenario with settings laid over it. */
export const fromFile = (id: string, ...set: string[]): Scenario =>
  parseScenario(scenarioText(id), { file: `${id}.yaml`, resolve: fromFiles, set });

const text = (en: string) => ({ en, zh: en });

export function policyOf(id: string, measures: readonly Measure[]): Policy {
  return { id, title: text(id), summary: text(id), measures };
}

/** A value of each lever that shows within months. */
const STRONG: Readonly<Partial<Record<ParameterId, number>>> = {
  townLandQuota: 20,
  landPriceCut: 0.3,
  lendingGuarantee: 0.02,
  investmentSubsidy: 0.2,
  localLendingFloor: 0.5,
  registrationEase: 1,
  wageTaxCut: 0.2,
  serviceBudget: 300,
  homesteadReclaim: 0.2,
};

/** All levers at once, paid by the state in some counties and by the county in the others. */
export function everyLever(stateCounties: readonly string[], otherCounties: readonly string[]): Policy {
  const measures = LEVERS.flatMap((lever) =>
    (["state", "county"] as const).map((payer): Measure => ({
      id: `${lever}-${payer}`,
      lever,
      where: { counties: payer === "state" ? stateCounties : otherCounties },
      from: "2020-03",
      value: STRONG[lever] ?? PARAMETERS[lever].max / 2,
      payer,
      source: "assumed",
    })),
  );
  return policyOf("every-lever", measures);
}

/** The valley with every lever pulled, coarse and short. */
export function valleyWithEveryLever(scale: number, years: number): Scenario {
  const valley = fromFile("valley", `scale=${scale}`, `years=${years}`);
  return { ...valley, policies: [everyLever(["yunling", "zhulin"], ["ancheng", "taoxi"])] };
}

const driver = (value: number, slope = 0): Driver => ({
  unit: "",
  points: [
    [2020, value],
    [2030, value + slope],
  ],
  after: "hold",
  source: "assumed",
});

/** Weights of census bands, of a county that has lost some of its young. */
const AGES = [6, 38, 48, 52, 45, 35, 45, 55, 56, 62, 78, 88, 80, 66, 62, 44, 26, 20, 14];

function agesOf(residents: number): number[] {
  const total = AGES.reduce((sum, weight) => sum + weight, 0);
  const ages = AGES.map((weight) => Math.floor((residents * weight) / total));
  ages[9] += residents - ages.reduce((sum, count) => sum + count, 0);
  return ages;
}

export interface SmallCounty {
  readonly residents: number;
  readonly registeredPart: number;
  readonly urbanPart: number;
  readonly towns: number;
  readonly villages: number;
}

export interface SmallWorld {
  readonly counties: readonly SmallCounty[];
  readonly gateways: number;
  readonly scale: number;
  readonly years: number;
  readonly parameters: Readonly<Partial<Record<ParameterId, number>>>;
}

/** A scenario of a few thousand persons; its land is ample, so that no setting makes it too small. */
export function smallWorld({ counties, gateways, scale, years, parameters }: SmallWorld): Scenario {
  return {
    id: "small",
    title: text("small"),
    summary: text("small"),
    start: 2020,
    years,
    scale,
    seed: "small",
    sources: {},
    world: {
      synthesisSeed: "small-1",
      prefectures: [],
      counties: counties.map((county, k) => ({
        id: `c${k}`,
        name: text(`County ${k}`),
        kind: k === 0 ? ("core" as const) : ("county" as const),
        seat: { longitude: 118 + 0.3 * k, latitude: 28 + 0.2 * (k % 2) },
        areaKm2: 200_000,
        towns: county.towns,
        villages: county.villages,
        sources: {},
        synthesised: [],
        census: [
          {
            year: 2020,
            residents: county.residents,
            registered: Math.round(county.residents * county.registeredPart),
            urban: Math.round(county.residents * county.urbanPart),
            ages: agesOf(county.residents),
            source: "assumed",
          },
        ],
      })),
      gateways: Array.from({ length: gateways }, (_, k) => ({
        id: `g${k}`,
        name: text(`Gateway ${k}`),
        longitude: 120 + k,
        latitude: 30 - k,
        workers: 2_000_000 + 1_000_000 * k,
        monthlyWage: 4600 + 200 * k,
        rentShare: 0.2,
        sources: {},
      })),
      links: [],
    },
    drivers: {
      outsideWageGrowth: driver(0.04, -0.01),
      productivityGrowth: driver(0.035, -0.01),
      fertility: driver(1.3, -0.1),
      mortality: driver(1, -0.1),
      transferPerHead: driver(4000, 500),
      farmPrice: driver(1, 0.1),
    },
    parameters,
    policies: [],
    overrides: [],
  };
}

const assumptions = parameterIds("assumption");

/** Some parameters anywhere within their bounds in the table, the bounds among them. */
const someParameters: fc.Arbitrary<Readonly<Partial<Record<ParameterId, number>>>> = fc
  .uniqueArray(fc.constantFrom(...assumptions), { maxLength: 30 })
  .chain((ids) =>
    fc.record(
      Object.fromEntries(
        ids.map((id) => {
          const { min, max } = PARAMETERS[id];
          const anywhere = fc.nat(1000).map((part) => min + (part / 1000) * (max - min));
          return [
            id,
            fc.oneof({ weight: 1, arbitrary: fc.constantFrom(min, max) }, { weight: 3, arbitrary: anywhere }),
          ];
        }),
      ),
    ),
  );

const someCounty: fc.Arbitrary<SmallCounty> = fc.record({
  residents: fc.integer({ min: 2000, max: 9000 }),
  registeredPart: fc.integer({ min: 70, max: 150 }).map((per) => per / 100),
  urbanPart: fc.integer({ min: 5, max: 90 }).map((per) => per / 100),
  towns: fc.integer({ min: 0, max: 3 }),
  villages: fc.integer({ min: 1, max: 6 }),
});

/** Small worlds of one to three counties, with parameters anywhere in THE table's bounds. */
export const someWorld = (years: number): fc.Arbitrary<Scenario> =>
  fc
    .record({
      counties: fc.array(someCounty, { minLength: 1, maxLength: 3 }),
      gateways: fc.integer({ min: 1, max: 2 }),
      scale: fc.integer({ min: 8, max: 40 }),
      years: fc.constant(years),
      parameters: someParameters,
    })
    .map(smallWorld);

/** The same with every lever at a random value in some counties, over random months. */
export const someGovernedWorld = (years: number): fc.Arbitrary<Scenario> =>
  fc
    .tuple(
      someWorld(years),
      fc.array(
        fc.record({
          lever: fc.constantFrom(...LEVERS),
          part: fc.nat(20).map((twentieths) => twentieths / 20),
          from: fc.integer({ min: 1, max: 12 }),
          county: fc.boolean(),
          state: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([scenario, measures]) => ({
      ...scenario,
      policies: [
        policyOf(
          "random",
          measures.map(({ lever, part, from, county, state }, k) => ({
            id: `m${k}`,
            lever,
            where: county ? { counties: ["c0"] } : {},
            from: `2020-${String(from).padStart(2, "0")}`,
            value: PARAMETERS[lever].min + part * (PARAMETERS[lever].max - PARAMETERS[lever].min),
            payer: state ? ("state" as const) : ("county" as const),
            source: "assumed",
          })),
        ),
      ],
    }));
