/**
 * The equilibrium of migration to a city with unemployment: people come until the wage there times the chance
 * to have a job is what the farm yields, (1 - h) (1 - u) w_u - d = w_r, with jobs E for which firms pay the
 * fixed wage and a labour force L_u, u = 1 - E / L_u.
 *
 * Sources: M. P. Todaro (1969), American Economic Review 59, 138-148; J. R. Harris & M. P. Todaro (1970),
 * American Economic Review 60, 126-142.
 */
import { pow } from "./elementary.ts";
import { rootBetween } from "./root.ts";

/**
 * With a farm income and a number of jobs that do not change: L_u = (w_u / w_r) E. One more job draws w_u /
 * w_r people, so unemployment rises with jobs (Todaro's paradox).
 *
 * @param jobs share of all who work, or persons; the labour force is in the same unit
 */
export function fixedWageCity(
  farmIncome: number,
  cityWage: number,
  jobs: number,
): { readonly labourForce: number; readonly unemployment: number } {
  return { labourForce: (cityWage / farmIncome) * jobs, unemployment: 1 - farmIncome / cityWage };
}

export interface TwoSectors {
  /** Farms make A_a L_a^phi, and pay the marginal product at the price p. */
  readonly farmProductivity: number;
  readonly farmExponent: number;
  /** Firms make A_m E^alpha, and hire up to where the marginal product is the wage. */
  readonly cityProductivity: number;
  readonly cityExponent: number;
  readonly cityWage: number;
  /** Farm price p = rho (Y_m / Y_a)^gamma; with gamma 0 it is rho. */
  readonly priceLevel: number;
  readonly priceElasticity: number;
  /** Cost d of living in the city, and the part h of income that registration takes there. */
  readonly cost: number;
  readonly barrier: number;
}

export interface TwoSectorBalance {
  readonly jobs: number;
  readonly labourForce: number;
  readonly farmers: number;
  readonly unemployment: number;
  readonly price: number;
  readonly farmIncome: number;
  /** (1 - u) w_u, before cost and barrier. */
  readonly expectedWage: number;
  readonly farmOutput: number;
  readonly cityOutput: number;
}

/**
 * With falling returns in both sectors and one unit of people in all. The expected wage falls and the farm
 * income rises with the city's labour force, so there is one answer.
 *
 * @throws RangeError where nobody would come to the city, or firms want all there are
 */
export function twoSectorCity(economy: TwoSectors): TwoSectorBalance {
  const { cityProductivity: high, cityExponent: alpha, cityWage: wage } = economy;
  const jobs = pow((alpha * high) / wage, 1 / (1 - alpha));
  const cityOutput = high * pow(jobs, alpha);
  const at = (labourForce: number): TwoSectorBalance => {
    const farmers = 1 - labourForce;
    const farmOutput = economy.farmProductivity * pow(farmers, economy.farmExponent);
    const price = economy.priceLevel * pow(cityOutput / farmOutput, economy.priceElasticity);
    return {
      jobs,
      labourForce,
      farmers,
      unemployment: 1 - jobs / labourForce,
      price,
      farmIncome: (price * economy.farmExponent * farmOutput) / farmers,
      expectedWage: (wage * jobs) / labourForce,
      farmOutput,
      cityOutput,
    };
  };
  const pull = (labourForce: number): number => {
    const { expectedWage, farmIncome } = at(labourForce);
    return (1 - economy.barrier) * expectedWage - economy.cost - farmIncome;
  };
  if (!(jobs < 1)) throw new RangeError(`twoSectorCity: firms want ${jobs} of all people; expected below 1.`);
  if (pull(jobs) < 0) {
    const { farmIncome } = at(jobs);
    throw new RangeError(
      `twoSectorCity: farms yield ${farmIncome} where all in the city have a job at ${wage}; expected less.`,
    );
  }
  // At 1 nobody farms, and the farm income has no bound.
  return at(rootBetween(pull, jobs, 1 - 1e-12));
}
