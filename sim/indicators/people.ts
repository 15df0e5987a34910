/** Indicators of people: where they live, how they move, how old they are, who is left behind. */
import { CORE, OUTSIDE, SEAT, TIER_NAMES, TOWN, VILLAGE } from "../world/tiers.ts";
import { TIER_LABELS } from "./labels.ts";
import type { Measure } from "./measure.ts";
import { comingAndGoing, isElsewhere, twoWay } from "./observation.ts";
import { sumOver } from "./overPlaces.ts";

const inRegion = (column: Float64Array): number =>
  column[VILLAGE] + column[TOWN] + column[SEAT] + column[CORE];

export const people: readonly Measure[] = [
  ...TIER_NAMES.map((name, tier): Measure => ({
    id: `population.${name}`,
    label: {
      en: `People ${tier === OUTSIDE ? "" : "in "}${TIER_LABELS[tier].en}`,
      zh: `${TIER_LABELS[tier].zh}人口`,
    },
    unit: "persons",
    formula:
      tier === OUTSIDE
        ? "people of the region who live at the outside gateways"
        : "residents, summed over the tier",
    good: null,
    measure: ({ residents }) => residents[tier],
  })),
  {
    id: "population.region",
    label: { en: "People in the region", zh: "区内人口" },
    unit: "persons",
    formula: "residents of villages, towns, seats and cores",
    good: null,
    measure: ({ residents }) => inRegion(residents),
  },
  ...[VILLAGE, TOWN, SEAT, CORE].map((tier): Measure => ({
    id: `netMigration.${TIER_NAMES[tier]}`,
    label: { en: `Net migration of ${TIER_LABELS[tier].en}`, zh: `${TIER_LABELS[tier].zh}净迁移率` },
    unit: "permille/year",
    formula: "(moves in - moves out) during the year / residents * 1000",
    good: null,
    measure: (now, before) => {
      if (before === undefined || now.residents[tier] === 0) return NaN;
      const { into, out } = comingAndGoing(now, before, tier);
      return ((into - out) / now.residents[tier]) * 1000;
    },
  })),
  {
    id: "urbanShare",
    label: { en: "Urban share of residents", zh: "常住人口城镇化率" },
    unit: "share",
    formula: "residents of towns, seats and cores / residents of the region",
    good: null,
    measure: ({ residents }) => (inRegion(residents) - residents[VILLAGE]) / inRegion(residents),
  },
  {
    id: "registeredUrbanShare",
    label: { en: "Urban share of registered people", zh: "户籍人口城镇化率" },
    unit: "share",
    formula: "registered in towns, seats and cores / registered in the region",
    good: null,
    measure: ({ registered }) => (inRegion(registered) - registered[VILLAGE]) / inRegion(registered),
  },
  {
    id: "hollowing",
    label: { en: "Hollowing of villages", zh: "村庄空心化率" },
    unit: "share",
    formula: "1 - residents of villages / registered in villages",
    good: "down",
    measure: ({ residents, registered }) => 1 - residents[VILLAGE] / registered[VILLAGE],
  },
  {
    id: "share65.region",
    label: { en: "People of 65 and more, region", zh: "区内65岁及以上人口比重" },
    unit: "share",
    formula: "residents of 65 and more / residents of the region",
    good: null,
    measure: ({ old, residents }) => inRegion(old) / inRegion(residents),
  },
  {
    id: "share65.village",
    label: { en: "People of 65 and more, villages", zh: "村庄65岁及以上人口比重" },
    unit: "share",
    formula: "village residents of 65 and more / village residents",
    good: null,
    measure: ({ old, residents }) => old[VILLAGE] / residents[VILLAGE],
  },
  {
    id: "leftBehindChildren",
    label: { en: "Children left behind", zh: "留守儿童" },
    unit: "persons",
    formula: "people under 16 at home, of whose household someone works or looks for work away",
    good: "down",
    measure: ({ leftBehindChildren }) => leftBehindChildren,
  },
  {
    id: "leftBehindElders",
    label: { en: "Elders left behind", zh: "留守老人" },
    unit: "persons",
    formula: "people of 65 and more at home, of whose household someone works or looks for work away",
    good: "down",
    measure: ({ leftBehindElders }) => leftBehindElders,
  },
  {
    id: "relocated",
    label: { en: "Moved whole for a grant", zh: "整户搬迁人数" },
    unit: "persons",
    formula: "members of families that moved whole under a policy, since the start",
    good: null,
    measure: ({ world }) => sumOver(world, (j) => world.settlements.relocated[j]),
  },
  {
    id: "commuterShare",
    label: { en: "Commuters", zh: "通勤者比重" },
    unit: "share",
    formula: "people in work in another settlement than they live in / people in work in the region",
    good: null,
    measure: ({ commuters, workers }) => (workers > 0 ? commuters / workers : NaN),
  },
  {
    id: "reciprocity.people",
    label: { en: "Two-way movement of people", zh: "人口流动双向性" },
    unit: "ratio",
    formula: "2 min(out, back) / (out + back) of moves between villages and all other places in the year",
    good: "up",
    measure: twoWay("people", isElsewhere),
  },
  {
    id: "villages.below100",
    label: { en: "Villages below 100 people", zh: "不足百人的村庄" },
    unit: "count",
    formula: "number of villages with fewer than 100 residents",
    good: "down",
    measure: ({ world }) => {
      const { settlements: s, sizes } = world;
      let count = 0;
      for (let j = 0; j < sizes.settlements; j++) {
        if (s.tier[j] === VILLAGE && s.residents[j] * sizes.scale < 100) count++;
      }
      return count;
    },
  },
];
