import { describe, expect, it } from "vitest";
import { simulate } from "../../sim/engine/simulation.ts";
import { fromFile } from "./scenarios.ts";

const YEARS = 4;
/** Each draw has a seed of its own and also people and places of its own, so the spread is that of a whole start. */
const DRAWS = Array.from({ length: 12 }, (_, draw) => String(draw + 1));
const FINE = 10;
/**
 * What a coarser grain may add to the sampling error, as a part of the figure: with forty persons an agent, a
 * village's firms have a handful of workers, and none can be hired in part.
 */
const GRAIN: Readonly<Record<number, number>> = { 20: 0.01, 40: 0.02 };
/** A place with one worker out of ten has no half of one to match with half a job, so unemployment is coarser. */
const GRAIN_OF_UNEMPLOYMENT = 0.012;
const ERRORS = 4;

const FIGURES = [
  "urbanShare",
  "registeredUrbanShare",
  "hollowing",
  "share65.region",
  "share65.village",
  "commuterShare",
  "unemployment",
  "idleHomesteadShare",
  "income.rural",
  "income.urban",
  "incomeRatio",
  "wage.modern",
  "theil.total",
  "capitalDrain.village",
  "access.mean",
  "population.region",
  "population.village",
  "population.outside",
] as const;

type Figures = Readonly<Record<string, readonly number[]>>;
const known = new Map<number, Figures>();

/** Figures of the last year by indicator, one for each draw. */
function figuresAt(scale: number): Figures {
  let figures = known.get(scale);
  if (figures === undefined) {
    const results = DRAWS.map((seed) =>
      simulate(fromFile("valley", `scale=${scale}`, `years=${YEARS}`, `world.synthesisSeed=draw-${seed}`), {
        seed,
      }),
    );
    figures = Object.fromEntries(
      FIGURES.map((id) => [id, results.map(({ indicators }) => indicators[id][YEARS])]),
    );
    known.set(scale, figures);
  }
  return figures;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("what a run says doesn't depend on how many persons an agent stands for", () => {
  describe.each(Object.keys(GRAIN).map(Number))("scale %i against scale 10", (coarse) => {
    it.each(FIGURES)("%s stays within four standard errors and the grain", (id) => {
      const [at, expected] = [figuresAt(coarse)[id], figuresAt(FINE)[id]];
      const differences = at.map((value, k) => value - expected[k]);
      const difference = mean(differences);
      const variance = differences.reduce((sum, d) => sum + (d - difference) ** 2, 0) / (DRAWS.length - 1);
      const error = Math.sqrt(variance / DRAWS.length);
      const grain = id === "unemployment" ? GRAIN_OF_UNEMPLOYMENT : GRAIN[coarse] * mean(expected);
      expect(Math.abs(difference)).toBeLessThan(ERRORS * error + grain);
      // An error so wide that anything passes would prove nothing: unemployment has the fewest agents.
      expect(error / mean(expected)).toBeLessThan(id === "unemployment" ? 0.12 : 0.05);
    });
  });
});
