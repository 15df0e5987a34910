/** A toy in the place of the model, whose only parameter a calibration must find. */
import type { AskedRun, CalibrationPlan } from "../../../sim/batch/calibrate/calibrate.ts";
import { after, type Figures, type Unit } from "../../../sim/batch/hindcast/figures.ts";
import { unitWorlds, type UnitWorld } from "../../../sim/batch/hindcast/worlds.ts";
import { model } from "../../../sim/batch/library.ts";
import type { RunOutcome } from "../../../sim/batch/runners/runner.ts";
import { tableOf } from "../hindcast/table.ts";

/** Every unit as it starts. */
export const START: Figures = { population: 1e6, urbanShare: 0.4, share65: 0.1 };

/** A unit that changed by as much. */
export const unit = (name: string, prefecture: string, change: number): Unit => ({
  code: "",
  name,
  prefecture,
  start: START,
  end: {
    population: after("population", START.population, change),
    urbanShare: START.urbanShare + change,
    share65: START.share65 + change,
  },
  accounted: NaN,
});

const [{ yaml, scenario, assumptions: assumed }] = unitWorlds(model, tableOf(), "units.csv");

/** Worlds of which only the names and the units are asked for. */
export const worldsOf = (units: readonly Unit[]): UnitWorld[] =>
  [...new Set(units.map(({ prefecture }) => prefecture))].map((prefecture) => ({
    prefecture,
    yaml,
    scenario,
    assumptions: assumed,
    units: units.filter((one) => one.prefecture === prefecture),
  }));

/** A toy in the place of the model: every unit changes by the parameter, whatever the unit. */
export const toy =
  (slope: (unit: Unit) => number, asStands = 0.5, asked: AskedRun[] = []) =>
  (runs: readonly AskedRun[]): Promise<RunOutcome[]> => {
    asked.push(...runs);
    return Promise.resolve(
      runs.map(({ world, values }): RunOutcome => {
        const { considerRate = asStands } = values;
        const ends = world.units.map((one) => {
          const change = slope(one) * considerRate;
          return {
            population: after("population", START.population, change),
            urbanShare: START.urbanShare + change,
            share65: START.share65 + change,
          };
        });
        const column = (pick: (figures: Figures) => number): Int32Array =>
          Int32Array.from([...ends.map(() => 0), ...ends.map((figures) => Math.round(pick(figures)))]);
        return {
          hash: "",
          agents: 0,
          startYear: 2010,
          years: [2010, 2020],
          indicators: {},
          counties: {
            residents: column(({ population }) => population),
            urban: column(({ population, urbanShare }) => population * urbanShare),
            old: column(({ population, share65 }) => population * share65),
          },
        };
      }),
    );
  };

export const PLAN: CalibrationPlan = {
  priors: [{ id: "considerRate", low: 0, high: 1 }],
  draws: 120,
  rounds: 3,
  share: 0.1,
  seed: "1",
};
