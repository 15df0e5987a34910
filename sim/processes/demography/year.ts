/** What chance holds ready for the year of a person: death, birth, wedding. Draws are keyed by the luck of the person. */
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Setting } from "../process.ts";
import { fertilityByAge, marriageByAge, OLDEST, yearlyDeath } from "./rates.ts";

export interface Year {
  /** Completed years of age, up to OLDEST; the others take it as given. */
  readonly ageOf: (person: number, month: number) => number;
  readonly deathChance: (person: number, age: number, month: number) => number;
  /** Whether a woman expects a child, where fertility is `factor` times that of the region. */
  readonly expects: (woman: number, age: number, month: number, factor: number) => boolean;
  /** Whether the time of a woman who has not married has come. */
  readonly isWooed: (woman: number, age: number, month: number) => boolean;
}

export function openYear({ world: { persons: p }, assumptions: a, drivers, root }: Setting): Year {
  const birth = purposeKey(root, Purpose.birth);
  const marriage = purposeKey(root, Purpose.marriage);
  const deaths = Float64Array.from({ length: OLDEST + 1 }, (_, age) =>
    age === OLDEST ? 1 : yearlyDeath(age, a.gompertzSlope, a.modalAge, a.infantMortality),
  );
  const births = fertilityByAge(1, a.childbearingAge);
  const weddings = marriageByAge(a.everMarried, a.marriageAge);

  const ageOf = (i: number, month: number): number => Math.min(OLDEST, Math.floor((month - p.born[i]) / 12));
  const riskAt = (age: number, month: number): number => Math.min(1, deaths[age] * drivers.mortality[month]);

  return {
    ageOf,
    deathChance(i, age, month) {
      const risk = riskAt(age, month);
      // Whoever was born in the month of their turn had none then: the first turn is for the first year of life too.
      const isFirst = month - p.born[i] === 12 && p.born[i] >= 0;
      return isFirst ? risk + (1 - risk) * riskAt(0, month) : risk;
    },
    expects(i, age, month, factor) {
      const chance = births[age] * drivers.fertility[month] * factor;
      return chance > 0 && uniform(birth.key0, birth.key1, p.key[i], drawCounter(month, 0)) < chance;
    },
    isWooed(i, age, month) {
      const chance = weddings[age];
      return chance > 0 && uniform(marriage.key0, marriage.key1, p.key[i], drawCounter(month, 0)) < chance;
    },
  };
}
