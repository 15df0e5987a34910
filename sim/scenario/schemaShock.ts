/** How a shock is written in a file: for some time a driver runs otherwise than its series says. */
import * as z from "zod";
import { DRIVERS } from "./scenario.ts";
import { month } from "./schemaMeasure.ts";
import { field, id, sourceKey } from "./schemaParts.ts";

export const Shock = z.strictObject({
  id: id("the shock"),
  driver: field(z.enum(DRIVERS), "The driver that is moved.", { mend: "Write the name of a driver." }),
  from: month("First month of the shock, as in 2025-01."),
  until: month("First month after it; without it the shock stays to the end.").optional(),
  factor: field(z.number().min(0).max(100), "The driver is multiplied by this.", {
    mend: "Write a factor, as in 0.8 for a fifth less.",
  }).optional(),
  add: field(z.number().min(-1e6).max(1e6), "This is added to the driver, in its unit, after the factor.", {
    mend: "Write a number in the unit of the driver, as in -0.03.",
  }).optional(),
  source: sourceKey(),
});
