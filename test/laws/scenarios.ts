/** Scenarios for laws: the valley at a coarse scale, every lever at once, and small worlds made at random. */
import * as fc from "fast-check";
import { type ParameterId, parameterIds, PARAMETERS } from "../../sim/policy/parameters.ts";
import type { Measure, Policy } from "../../sim/policy/policy.ts";
import { LEVERS } from "../../sim/policy/levers.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { parseScenario } from "../../sim/scenario/validate.ts";
import { fromFiles, scenarioText } from "../scenario/files.ts";
import { type SmallCounty, smallWorld } from "./smallWorld.ts";

export { type SmallCounty, smallWorld, type SmallWorld } from "./smallWorld.ts";

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
      ...(lever === "registrationEase" ? { cost: { yearly: 10, per: "resident" } } : {}),
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
      fc.uniqueArray(
        fc.record({
          lever: fc.constantFrom(...LEVERS),
          part: fc.nat(20).map((twentieths) => twentieths / 20),
          from: fc.integer({ min: 1, max: 12 }),
          county: fc.boolean(),
          state: fc.boolean(),
        }),
        // Two of one lever would be in each other's way.
        { selector: ({ lever }) => lever, minLength: 1, maxLength: 6 },
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
