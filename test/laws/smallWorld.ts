/** Small worlds: scenarios of a few thousand persons, written as data. */
import type { ParameterId } from "../../sim/policy/parameters.ts";
import type { Driver, Scenario } from "../../sim/scenario/scenario.ts";

const text = (en: string) => ({ en, zh: en });

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
