/** Indicators of places: land, services, public money, the farm chain, crowding. */
import { crowding } from "./crowding.ts";
import { fiscal } from "./fiscal.ts";
import { land } from "./land.ts";
import type { Measure } from "./measure.ts";
import { sumOver } from "./overPlaces.ts";
import { services } from "./services.ts";

const farmChain: readonly Measure[] = [
  {
    id: "farmerShare",
    label: { en: "Farmer share of retail value", zh: "农民所得份额" },
    unit: "share",
    formula: "raw share + (processed share - raw share) * part of the harvest processed in the county",
    good: "up",
    measure: (now) => {
      const { settlements: s, jurisdictions: g } = now.world;
      const a = now.assumptions;
      const farmers = sumOver(now.world, (j) => s.farmers[j]);
      const processed = sumOver(now.world, (j) => s.farmers[j] * g.processedShare[s.jurisdiction[j]]);
      if (farmers === 0) return NaN;
      return a.farmerShareRaw + (a.farmerShareProcessed - a.farmerShareRaw) * (processed / farmers);
    },
  },
];

export const landAndServices: readonly Measure[] = [
  ...land,
  ...services,
  ...fiscal,
  ...farmChain,
  ...crowding,
];
