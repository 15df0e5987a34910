/** Known answers of life and death: Gompertz 1825, parametrised by the modal age (Missov et al. 2015). */
import { describe, expect, it } from "vitest";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import { fertilityByAge, yearlyDeath } from "../../sim/processes/demography/rates.ts";

const slope = PARAMETERS.gompertzSlope.default;
const mode = PARAMETERS.modalAge.default;
const infant = PARAMETERS.infantMortality.default;

/** Years that a newborn lives on average, deaths spread over the year. */
function lifeExpectancy(b: number, modal: number, first: number): number {
  let alive = 1;
  let years = 0;
  for (let age = 0; age <= 120; age++) {
    const dies = age === 120 ? 1 : yearlyDeath(age, b, modal, first);
    years += alive * (1 - dies / 2);
    alive *= 1 - dies;
  }
  return years;
}

describe("the life table", () => {
  it("gives the stated life expectancy, about 78 years", () => {
    expect(Math.abs(lifeExpectancy(slope, mode, infant) - 78)).toBeLessThan(1);
  });

  it("without infant deaths is Gompertz's: the modal age less Euler's constant over the slope", () => {
    // Exact but for what is cut off at age 0 and 120.
    expect(lifeExpectancy(0.1, 85, 0)).toBeCloseTo(85 - 0.5772156649 / 0.1, 0);
  });

  it("hazards double in about seven years, and are the slope at the modal age", () => {
    const hazard = (age: number): number => -Math.log(1 - yearlyDeath(age, slope, mode, infant));
    expect(hazard(60 + Math.LN2 / slope) / hazard(60)).toBeCloseTo(2, 9);
    expect(Math.LN2 / slope).toBeCloseTo(6.93, 2);
    // The hazard at the mode is b; over the year that begins half a year before it, nearly so.
    expect(hazard(mode - 0.5)).toBeCloseTo(slope, 3);
    expect(yearlyDeath(0, slope, mode, infant)).toBe(infant);
  });

  it("most die at the modal age", () => {
    let alive = 1;
    const deaths: number[] = [];
    for (let age = 0; age < 120; age++) {
      const dies = yearlyDeath(age, slope, mode, infant);
      deaths.push(alive * dies);
      alive *= 1 - dies;
    }
    expect(Math.abs(deaths.indexOf(Math.max(...deaths)) - mode)).toBeLessThanOrEqual(1);
  });

  it.each([0.9, 1.3, 2.1])("fertility by age adds up to %d children a woman", (total) => {
    const rate = fertilityByAge(total, PARAMETERS.childbearingAge.default);
    expect(rate.reduce((sum, each) => sum + each, 0)).toBeCloseTo(total, 12);
    expect(Math.min(...rate)).toBe(0);
    expect(Math.max(...rate)).toBeLessThan(0.2);
  });
});
