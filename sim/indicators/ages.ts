/** Indicators of age and families in the region. They have a pass over everyone of their own, once a year. */
import { OUTSIDE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";

/** Lower bounds of the bands in which people are counted, years; the last has no upper bound. */
const BOUNDS = [0, 15, 60, 65] as const;
const GROWN = 25 * 12;

interface Ages {
  /** Agents who live in the region, by band. */
  readonly bands: Float64Array;
  /** Agents of 25 and more there, and the sum of their years of schooling. */
  readonly grown: number;
  readonly schooling: number;
}

const known = new WeakMap<Observation, Ages>();

/** The ages of one observation, counted once for all indicators. */
function agesOf(now: Observation): Ages {
  const before = known.get(now);
  if (before !== undefined) return before;
  const ages = countAges(now.world, now.month);
  known.set(now, ages);
  return ages;
}

function countAges({ persons, settlements, clock }: World, month: number): Ages {
  const { flags, residence, born, schooling } = persons;
  const { tier } = settlements;
  const rows = clock.personRows[0];
  const months = BOUNDS.map((years) => years * 12);
  const bands = new Float64Array(BOUNDS.length);
  let grown = 0;
  let years = 0;
  for (let i = 0; i < rows; i++) {
    if (flags[i] === 0 || tier[residence[i]] === OUTSIDE) continue;
    const age = month - born[i];
    let band = 0;
    while (band < BOUNDS.length - 1 && age >= months[band + 1]) band++;
    bands[band]++;
    if (age < GROWN) continue;
    grown++;
    years += schooling[i];
  }
  return { bands, grown, schooling: years };
}

const share = (now: Observation, from: number, to: number): number => {
  const { bands } = agesOf(now);
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
    measure: (now) => {
      const [, working, late, old] = agesOf(now).bands;
      return old / (working + late);
    },
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
    measure: (now) => {
      const { schooling, grown } = agesOf(now);
      return schooling / grown;
    },
  },
];
