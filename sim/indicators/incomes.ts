/**
 * Who has how much: incomes per head by tier, registration, age and fifth, so that it can be told who gains by a policy.
 * All come from what the census adds up: nobody is asked again.
 */
import { CORE, SEAT, TOWN } from "../world/tiers.ts";
import { GROUPS } from "./counted.ts";
import { MIDDLES } from "./inequality.ts";
import type { Measure } from "./measure.ts";
import { type Observation, oncePerObservation } from "./observation.ts";

const FIFTHS = 5;
/** Bands of ages in the census: 15 to 59 years, 60 to 64, 65 and more. */
const WORKING = 1;
const LATE = 2;
const OLD = 3;

/** Residents of the region in each group, in agents. */
function heads({ ages, newcomers }: Observation): Readonly<Record<(typeof GROUPS)[number], number>> {
  const all = ages.reduce((sum, agents) => sum + agents, 0);
  return { registered: all - newcomers, newcomers, working: ages[WORKING], late: ages[LATE] + ages[OLD] };
}

/** Mean income of each fifth of those with an income, the poorest first; a class on the border is parted. */
export function fifthsOf(classes: ArrayLike<number>, incomes: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(FIFTHS);
  let people = 0;
  for (let k = 0; k < classes.length; k++) people += classes[k];
  const each = people / FIFTHS;
  let fifth = 0;
  let room = each;
  for (let k = 0; k < classes.length; k++) {
    let left = classes[k];
    while (left > room && fifth < FIFTHS - 1) {
      sums[fifth] += room * incomes[k];
      left -= room;
      fifth++;
      room = each;
    }
    sums[fifth] += left * incomes[k];
    room -= left;
  }
  return sums.map((sum) => sum / each);
}

const fifths = oncePerObservation(({ earners }) => fifthsOf(earners.classes, MIDDLES));

const byTier = (tier: number, id: string, en: string, zh: string): Measure => ({
  id: `income.${id}`,
  label: { en: `Income per head, ${en}`, zh: `${zh}人均收入` },
  unit: "yuan/year",
  formula: `yearly income at this month's pay / residents, ${en}`,
  good: "up",
  measure: ({ income, residents }) => (residents[tier] > 0 ? income[tier] : NaN),
});

const byGroup = (group: (typeof GROUPS)[number], id: string, en: string, zh: string): Measure => ({
  id: `income.${id}`,
  label: { en: `Income per head, ${en}`, zh: `${zh}人均收入` },
  unit: "yuan/year",
  formula: `yearly income at this month's pay / residents of the region, ${en}`,
  good: "up",
  measure: (now) => {
    const count = heads(now)[group];
    return count > 0 ? now.earners.groups[GROUPS.indexOf(group)] / count : NaN;
  },
});

const ORDINALS = [
  ["lowest fifth", "最低五分之一"],
  ["second fifth", "次低五分之一"],
  ["middle fifth", "中间五分之一"],
  ["fourth fifth", "次高五分之一"],
  ["highest fifth", "最高五分之一"],
] as const;

export const incomes: readonly Measure[] = [
  byTier(TOWN, "town", "towns", "镇"),
  byTier(SEAT, "seat", "county seats", "县城"),
  byTier(CORE, "core", "core cities", "中心城市"),
  byGroup("registered", "registered", "registered in the county", "本县户籍居民"),
  byGroup("newcomers", "newcomers", "registered elsewhere", "外县户籍居民"),
  byGroup("working", "working", "15 to 59 years", "15至59岁居民"),
  byGroup("late", "late", "60 years and more", "60岁及以上居民"),
  ...ORDINALS.map(([en, zh], k): Measure => ({
    id: `income.fifth${k + 1}`,
    label: { en: `Income, ${en}`, zh: `${zh}人口的收入` },
    unit: "yuan/year",
    formula: `mean yearly income of the ${en} of those of the region with an income, counted in classes 0.4 % wide`,
    good: "up",
    measure: (now) => fifths(now)[k],
  })),
];
