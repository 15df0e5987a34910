/**
 * What someone elsewhere weighs who knows people in a county and thinks of joining them: the same terms as of those
 * who live here, against staying a farmer at home (Todaro 1969; chain migration after Chen, Jin & Yue 2010).
 */
import { exp } from "../../numerics/elementary.ts";
import { fastLn } from "../../numerics/fast.ts";
import { ACTIVITIES, Activity } from "../../world/persons.ts";
import type { Setting } from "../process.ts";
import type { PlaceTerms } from "./placeTerms.ts";
import { horizon, incomeTerm, LEAST_INCOME, rentTerm, WORK_END } from "./terms.ts";

/** Ages at which people elsewhere think of coming, completed years; all are equally many (assumed). */
export const FIRST_AGE = 16;
export const LAST_AGE = 59;

export interface Welcome {
  /** Takes in this month's wages elsewhere. */
  refresh(month: number): void;
  /** Chance that someone of that age elsewhere who thinks about it comes to a settlement. */
  chance(settlement: number, age: number): number;
}

export function openWelcome({ world, assumptions: a, drivers }: Setting, here: PlaceTerms): Welcome {
  const { settlements: s, elsewhere } = world;
  const left = Float64Array.from({ length: WORK_END + 1 }, (_, age) => horizon(age, a.discountRate));
  let lnAtHome = 0;
  return {
    refresh(month) {
      // Farmers elsewhere earn what farmers here earned at the start, and keep pace with wages outside.
      lnAtHome = fastLn(Math.max(LEAST_INCOME, a.startFarmIncome * drivers.outsideWage[month]));
    },
    chance(j, age) {
      const county = s.jurisdiction[j];
      const circle = elsewhere.circle[county];
      const joined = circle > 0 ? 1 - elsewhere.pool[county] / circle : 0;
      const years = left[age];
      const gain =
        incomeTerm(here.pay[j * ACTIVITIES + Activity.searching] - lnAtHome, a.incomeWeight, years) +
        rentTerm(here.lnAfterRent[j], a.rentWeight, years) +
        here.servicesPart[j] +
        here.registration[j] +
        here.size[j] +
        here.looks[j] +
        a.networkWeight * joined -
        a.belongingWeight -
        a.movingCost +
        elsewhere.bond[county];
      return 1 / (1 + exp(-gain / a.choiceScale));
    },
  };
}
