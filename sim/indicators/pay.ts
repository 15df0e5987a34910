/** What people earn in a year, yuan: by where and what they do, and by their schooling. */
import type { Assumptions } from "../policy/parameters.ts";
import { openPensions } from "../policy/pensions.ts";
import { schoolingPremium } from "../processes/households/households.ts";
import { ACTIVITIES, Activity } from "../world/persons.ts";
import type { World } from "../world/world.ts";

const SCHOOLINGS = 32;

export interface Levels {
  /** Outside wage and productivity over their start values. */
  readonly outsideWage: number;
  readonly productivity: number;
}

export interface Pay {
  /** Yuan a year of mean schooling, flat by settlement and activity; nothing for what isn't paid. */
  readonly table: Float64Array;
  /** What those in modern work earn over that, by years of schooling. */
  readonly premium: Float64Array;
  /** Takes in what is paid now. */
  readonly set: (levels: Levels) => void;
}

export function openPay(world: World, assumptions: Assumptions): Pay {
  const { settlements } = world;
  const table = new Float64Array(world.sizes.settlements * ACTIVITIES);
  const pensions = openPensions(world, assumptions);
  const premium = Float64Array.from({ length: SCHOOLINGS }, (_, years) =>
    schoolingPremium(years, assumptions.schoolingReturn),
  );
  const set = ({ outsideWage, productivity }: Levels): void => {
    const { naturalUnemployment } = assumptions;
    for (let j = 0; j < world.sizes.settlements; j++) {
      const row = j * ACTIVITIES;
      table[row + Activity.farming] = 12 * settlements.farmIncome[j];
      for (let doing = Activity.processing; doing <= Activity.public; doing++)
        table[row + doing] = 12 * settlements.wage[j];
      table[row + Activity.outside] = 12 * settlements.startWage[j] * outsideWage * (1 - naturalUnemployment);
      table[row + Activity.retired] = 12 * pensions.ordinary(j, 1) * productivity + 12 * pensions.topUp(j);
    }
  };
  return { table, premium, set };
}
