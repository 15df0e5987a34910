/** Indicators of age and schooling in the region, from what the census counts. */
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";

/** Part of the region's residents in the bands of the census from `from` up to `to`. */
const share = ({ ages: bands }: Observation, from: number, to: number): number => {
  const all = bands.reduce((sum, count) => sum + count, 0);
  return bands.subarray(from, to).reduce((sum, count) => sum + count, 0) / all;
};

export const ages: readonly Measure[] = [
  {
    id: "share0to14.region",
    label: { en: "Children under 15, region", zh: "区内0–14岁人口比重" },
    unit: "share",
    formula: "residents under 15 / residents of the region",
    good: null,
    measure: (now) => share(now, 0, 1),
  },
  {
    id: "share15to59.region",
    label: { en: "People of 15 to 59, region", zh: "区内15–59岁人口比重" },
    unit: "share",
    formula: "residents of 15 to 59 / residents of the region",
    good: null,
    measure: (now) => share(now, 1, 2),
  },
  {
    id: "share60.region",
    label: { en: "People of 60 and more, region", zh: "区内60岁及以上人口比重" },
    unit: "share",
    formula: "residents of 60 and more / residents of the region",
    good: null,
    measure: (now) => share(now, 2, 4),
  },
  {
    id: "oldAgeDependency",
    label: { en: "Old-age dependency", zh: "老年抚养比" },
    unit: "ratio",
    formula: "residents of 65 and more / residents of 15 to 64",
    good: null,
    measure: ({ ages: [, working, late, old] }) => old / (working + late),
  },
  {
    id: "naturalIncrease",
    label: { en: "Natural increase", zh: "自然增长率" },
    unit: "permille/year",
    formula: "(births - deaths) of the year / people of the region, those outside among them, * 1000",
    good: null,
    measure: ({ world, sums }, before) => {
      if (before === undefined) return NaN;
      const births = sums.births - before.sums.births;
      const deaths = sums.deaths - before.sums.deaths;
      return ((births - deaths) / world.clock.alive[0]) * 1000;
    },
  },
  {
    id: "schooling.grownUps",
    label: { en: "Schooling of grown-ups", zh: "成人平均受教育年限" },
    unit: "years",
    formula: "mean years of schooling of residents of the region of 25 and more",
    good: "up",
    measure: ({ grown }) => grown.schooling / grown.count,
  },
];
