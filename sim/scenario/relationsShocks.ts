/** What must hold of shocks: an order of months, something that they do, and drivers that stay within reason. */
import { driverAt } from "./drivers.ts";
import type { Fault } from "./faults.ts";
import { duplicateFaults } from "./relationsWorld.ts";
import type { Scenario } from "./scenario.ts";
import { DRIVER_FORMS } from "./schema.ts";
import { withShocks } from "./shocks.ts";
import { at, faultAt, itemsOf, textOf, type Spot } from "./tree.ts";

export function shockFaults(root: Spot): Fault[] {
  const shocks = itemsOf(at(root, "shocks"));
  return [
    ...duplicateFaults(shocks.map((shock) => at(shock, "id"))),
    ...shocks.flatMap((shock) => {
      const [from, until] = [textOf(at(shock, "from")), textOf(at(shock, "until"))];
      const idle = at(shock, "factor").tree === undefined && at(shock, "add").tree === undefined;
      return [
        ...(idle
          ? [
              faultAt(
                shock,
                "a factor, or something to add",
                "Write factor: 0.8, or add: -0.02.",
                "without both",
              ),
            ]
          : []),
        ...(from !== undefined && until !== undefined && from >= until
          ? [faultAt(at(shock, "until"), `a month after ${from}`, "Write a later month, or delete the key.")]
          : []),
      ];
    }),
  ];
}

/** Shocks that lead a driver beyond its bounds in some month of the run. Only for data in which no fault was found. */
export function shockedBeyond(root: Spot, { start, years, drivers, shocks = [] }: Scenario): Fault[] {
  return shocks.flatMap(({ driver }, k) => {
    const { min, max, unit } = DRIVER_FORMS[driver];
    const shocked = withShocks(shocks, driver, start);
    for (let month = 0; month <= years * 12; month++) {
      const value = shocked(driverAt(drivers[driver], start + month / 12), month);
      if (value >= min && value <= max) continue;
      const year = start + Math.floor(month / 12);
      const mend = "Make the shock smaller, or shocks that meet each other.";
      return [
        faultAt(
          at(root, "shocks", k),
          `${driver} from ${min} to ${max} (${unit})`,
          mend,
          `a shock to ${value} in ${year}`,
        ),
      ];
    }
    return [];
  });
}
