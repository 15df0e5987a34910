/** Indicators of land: fields, homesteads, building land and its quota. */
import { M2_PER_HECTARE } from "../world/land.ts";
import { TOWN } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";
import { inCounties, sumOver } from "./overPlaces.ts";

const arable = ({ world }: Observation): number => sumOver(world, (j) => world.settlements.arable[j]);
const abandoned = ({ world }: Observation): number => sumOver(world, (j) => world.settlements.abandoned[j]);
const stock = (now: Observation): number => arable(now) + abandoned(now);

const leased = ({ world: { settlements: s } }: Observation, j: number): number =>
  s.leasedHouseholds[j] + s.leasedCooperatives[j] + s.leasedFirms[j];

/** Homesteads that nobody uses, and all of them, in villages and towns. */
const idleHomesteads = (world: World): number =>
  sumOver(world, (j) =>
    world.settlements.tier[j] <= TOWN
      ? world.settlements.homesteadIdle[j] + world.settlements.homesteadVacant[j]
      : 0,
  );
const allHomesteads = (world: World): number =>
  idleHomesteads(world) +
  sumOver(world, (j) => (world.settlements.tier[j] <= TOWN ? world.settlements.homesteadUsed[j] : 0));

const built = (world: World): number =>
  sumOver(
    world,
    (j) =>
      world.settlements.homesteadUsed[j] +
      world.settlements.homesteadIdle[j] +
      world.settlements.homesteadVacant[j] +
      world.settlements.industrial[j] +
      world.settlements.commercial[j] +
      world.settlements.publicLand[j],
  );

export const land: readonly Measure[] = [
  {
    id: "idleHomesteadShare",
    label: { en: "Idle homesteads", zh: "闲置宅基地比重" },
    unit: "share",
    formula:
      "area of homesteads that nobody uses, of families that left before the start or since / area of all homesteads, villages and towns",
    good: "down",
    measure: ({ world }) => idleHomesteads(world) / allHomesteads(world),
  },
  {
    id: "homesteadPerHead",
    label: { en: "Homestead land per registered person", zh: "户籍人均宅基地" },
    unit: "m2",
    formula: "area of all homesteads / persons registered, villages and towns",
    good: "down",
    measure: ({ world }) => {
      const { settlements: s, sizes } = world;
      const registered = sumOver(world, (j) => (s.tier[j] <= TOWN ? s.registered[j] : 0));
      return allHomesteads(world) / (registered * sizes.scale);
    },
  },
  {
    id: "arable",
    label: { en: "Tilled arable land", zh: "实际耕种耕地" },
    unit: "ha",
    formula: "arable land in use",
    good: "up",
    measure: (now) => arable(now) / M2_PER_HECTARE,
  },
  {
    id: "arableStock",
    label: { en: "Arable land, tilled or idle", zh: "耕地保有量" },
    unit: "ha",
    formula: "tilled and abandoned arable land: what the red line counts",
    good: "up",
    measure: (now) => stock(now) / M2_PER_HECTARE,
  },
  {
    id: "redLineSlack",
    label: { en: "Arable land above the red line", zh: "耕地红线余量" },
    unit: "ratio",
    formula:
      "arable land, tilled or idle / (redLine * arable land at the start) - 1; below 0 the line is broken",
    good: "up",
    measure: (now) => {
      const line = now.assumptions.redLine * sumOver(now.world, (j) => now.world.settlements.startArable[j]);
      return line > 0 ? stock(now) / line - 1 : NaN;
    },
  },
  {
    id: "abandonedShare",
    label: { en: "Abandoned arable land", zh: "撂荒率" },
    unit: "share",
    formula: "abandoned / (tilled + abandoned) arable land",
    good: "down",
    measure: (now) => abandoned(now) / stock(now),
  },
  {
    id: "leased.share",
    label: { en: "Leased fields", zh: "土地流转率" },
    unit: "share",
    formula: "fields leased to households, cooperatives and firms / arable land and orchards",
    good: null,
    measure: (now) =>
      sumOver(now.world, (j) => leased(now, j)) /
      (stock(now) + sumOver(now.world, (j) => now.world.settlements.orchard[j])),
  },
  {
    id: "leased.cooperatives",
    label: { en: "Leased fields in cooperatives", zh: "合作社流转占比" },
    unit: "share",
    formula: "fields leased to cooperatives / all leased fields",
    good: null,
    measure: (now) =>
      sumOver(now.world, (j) => now.world.settlements.leasedCooperatives[j]) /
      sumOver(now.world, (j) => leased(now, j)),
  },
  {
    id: "leased.rent",
    label: { en: "Rent for leased fields", zh: "土地流转租金" },
    unit: "yuan/year",
    formula: "paid in the year to the places of families that leased fields out, subsidies not counted",
    good: "up",
    measure: ({ sums }, before) => (before === undefined ? NaN : sums.leaseRent - before.sums.leaseRent),
  },
  {
    id: "builtLand",
    label: { en: "Built land", zh: "建设用地" },
    unit: "ha",
    formula: "homesteads, industrial, commercial and public land",
    good: null,
    measure: ({ world }) => built(world) / M2_PER_HECTARE,
  },
  {
    id: "builtPerHead",
    label: { en: "Built land per resident", zh: "人均建设用地" },
    unit: "m2",
    formula: "homesteads, industrial, commercial and public land / residents of the region",
    good: "down",
    measure: ({ world }) =>
      built(world) / (sumOver(world, (j) => world.settlements.residents[j]) * world.sizes.scale),
  },
  {
    id: "quota.use",
    label: { en: "Use of building quota", zh: "建设用地指标使用率" },
    unit: "share",
    formula: "quota built on in the year / (that + quota left with counties and places at its end)",
    good: null,
    measure: ({ world, sums }, before) => {
      if (before === undefined) return NaN;
      const used = sums.quotaUsed - before.sums.quotaUsed;
      const left = inCounties(world.jurisdictions.quotaLeft);
      const held = sumOver(world, (j) => world.settlements.quotaHeld[j]);
      return used === 0 ? 0 : used / (used + left + held);
    },
  },
  {
    id: "quota.linked",
    label: { en: "Quota won by reclaiming", zh: "增减挂钩节余指标" },
    unit: "ha",
    formula: "building quota from reclaimed homesteads since the start",
    good: null,
    measure: ({ world }) => inCounties(world.jurisdictions.quotaLinked) / M2_PER_HECTARE,
  },
  {
    id: "quota.held",
    label: { en: "Linked quota not yet sold", zh: "未交易节余指标" },
    unit: "ha",
    formula: "quota from reclaimed homesteads that its places still hold: the balance of the linkage",
    good: null,
    measure: ({ world }) => sumOver(world, (j) => world.settlements.quotaHeld[j]) / M2_PER_HECTARE,
  },
];
