/** Known answers of expected income: migration to a city with unemployment. */
import { fixedWageCity, type TwoSectors, twoSectorCity } from "../../../sim/numerics/harrisTodaro.ts";
import { about } from "./answer.ts";

const BASE: TwoSectors = {
  farmProductivity: 1,
  farmExponent: 0.7,
  cityProductivity: 1.2,
  cityExponent: 0.7,
  cityWage: 1.2,
  priceLevel: 1,
  priceElasticity: 0,
  cost: 0,
  barrier: 0,
};

/** Jobs, labour force, farmers, unemployment, price, farm income, expected wage, farm and city output. */
const balance = (changes: Partial<TwoSectors>) => (): number[] => {
  const found = twoSectorCity({ ...BASE, ...changes });
  return [
    found.jobs,
    found.labourForce,
    found.farmers,
    found.unemployment,
    found.price,
    found.farmIncome,
    found.expectedWage,
    found.farmOutput,
    found.cityOutput,
  ];
};
const JOBS = 0.304551072597712;
const CITY = 0.5220875530246493;

export const expectedIncome = about(
  "Expected income",
  "Harris & Todaro 1970 (AER 60:126-142), equilibrium solved by halving",
  [
    {
      kernel: "fixedWageCity",
      of: "farm income 100, wage 200, jobs for 0.3: labour force, unemployment",
      known: [0.6, 0.5],
      ours: () => {
        const { labourForce, unemployment } = fixedWageCity(100, 200, 0.3);
        return [labourForce, unemployment];
      },
    },
    {
      kernel: "fixedWageCity",
      of: "people drawn, and people made idle, by one more job (Todaro's paradox)",
      source: "Todaro 1969 (AER 59:138-148): dL/dE = w_u / w_r",
      known: [2, 1],
      ours: () => {
        const more = fixedWageCity(100, 200, 0.31).labourForce - fixedWageCity(100, 200, 0.3).labourForce;
        return [more / 0.01, more / 0.01 - 1];
      },
    },
    {
      kernel: "twoSectorCity",
      of: "A_m = w = 1, farm exponent 0.3",
      known: [
        JOBS,
        0.5659763302759648,
        0.43402366972403517,
        0.46190139709691436,
        1,
        0.5380986029030858,
        0.5380986029030856,
        0.7784917676845788,
        0.43507296085387437,
      ],
      ours: balance({ farmExponent: 0.3, cityProductivity: 1, cityWage: 1 }),
    },
    {
      kernel: "twoSectorCity",
      of: "A_m = w = 1.2, farm exponent 0.7",
      known: [
        JOBS,
        0.4389735397760275,
        0.5610264602239725,
        0.30621997682798907,
        1,
        0.832536027806413,
        0.8325360278064131,
        0.6672496295559409,
        CITY,
      ],
      ours: balance({}),
    },
    {
      kernel: "twoSectorCity",
      of: "terms of trade of elasticity 0.5",
      known: [
        JOBS,
        0.4751939557952646,
        0.5248060442047354,
        0.35910154394108784,
        0.9054658593258956,
        0.7690781472706945,
        0.7690781472706946,
        0.6367943181581471,
        CITY,
      ],
      ours: balance({ priceElasticity: 0.5 }),
    },
    {
      kernel: "twoSectorCity",
      of: "a cost of 0.1 of living in the city",
      known: [
        JOBS,
        0.3991558351224359,
        0.6008441648775641,
        0.23701209953677638,
        1,
        0.8155854805558683,
        0.9155854805558683,
        0.7000568242155107,
        CITY,
      ],
      ours: balance({ cost: 0.1 }),
    },
    {
      kernel: "twoSectorCity",
      of: "registration takes 0.15 of income",
      known: [
        JOBS,
        0.3837804940260491,
        0.6162195059739509,
        0.20644462827482668,
        1,
        0.8094264791596768,
        0.9522664460702078,
        0.7125491215857294,
        CITY,
      ],
      ours: balance({ barrier: 0.15 }),
    },
  ],
);
