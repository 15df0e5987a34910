/** Indicators of places: land, services, public money, the farm chain, crowding. */
import { openFarmGate } from "../policy/farmGate.ts";
import { crowding } from "./crowding.ts";
import { fiscal } from "./fiscal.ts";
import { land } from "./land.ts";
import type { Measure } from "./measure.ts";
import { meanOver } from "./overPlaces.ts";
import { services } from "./services.ts";

const farmChain: readonly Measure[] = [
  {
    id: "farmerShare",
    label: { en: "Farmer share of retail value", zh: "农民所得份额" },
    unit: "share",
    formula:
      "raw share + (processed share - raw share) * part of the harvest processed in the county, with what logistics save and direct sale by policies, mean over farmers",
    good: "up",
    measure: ({ world, assumptions }) =>
      meanOver(world, openFarmGate(world, assumptions), (j) => world.settlements.farmers[j]),
  },
];

export const landAndServices: readonly Measure[] = [
  ...land,
  ...services,
  ...fiscal,
  ...farmChain,
  ...crowding,
];
