/** Indicators of what places do together: borders, unwanted facilities, platforms and their brand. */
import { zoningConflict } from "../processes/coordination/zoning.ts";
import { NEIGHBOURS, PlatformState, STRIPS } from "../world/platforms.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";

/** Rows of borders, each once, from the side of the lower county. */
function bordersOf({ borders: b }: World): number[] {
  const rows: number[] = [];
  for (let row = 0; row < b.neighbour.length; row++)
    if (Math.floor(row / NEIGHBOURS) < b.neighbour[row]) rows.push(row);
  return rows;
}

/** Zoning conflict index over the opposite strips of all borders, each as long as its part of the border. */
function conflict(world: World): number {
  const { borders: b, strips } = world;
  const left: number[] = [];
  const right: number[] = [];
  const length: number[] = [];
  for (const row of bordersOf(world)) {
    for (let k = 0; k < STRIPS; k++) {
      left.push(strips.use[row * STRIPS + k]);
      right.push(strips.use[b.twin[row] * STRIPS + k]);
      length.push(b.length[row] / STRIPS);
    }
  }
  return zoningConflict(left, right, length);
}

/** Mean over borders by length, both sides alike. */
function overBorders(world: World, column: Float64Array): number {
  const { length, twin } = world.borders;
  let sum = 0;
  let all = 0;
  for (const row of bordersOf(world)) {
    sum += (length[row] * (column[row] + column[twin[row]])) / 2;
    all += length[row];
  }
  return all > 0 ? sum / all : NaN;
}

/** A part of a whole; 0 of nothing. */
const part = (some: number, all: number): number => (all > 0 ? some / all : 0);

const total = (column: ArrayLike<number>): number => {
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += column[row];
  return sum;
};

/** Sum over platforms that run. */
function running({ platforms: p }: World, figure: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < p.state.length; row++)
    if (p.state[row] === PlatformState.running) sum += figure(row);
  return sum;
}

/** Mean of a figure over the farmers of the region; 0 where nobody farms. */
function perFarmer({ settlements: s, sizes }: World, figure: (j: number) => number): number {
  let sum = 0;
  let farmers = 0;
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    sum += figure(j) * s.farmers[j];
    farmers += s.farmers[j];
  }
  return part(sum, farmers);
}

export const coordination: readonly Measure[] = [
  {
    id: "border.zoningConflict",
    label: { en: "Zoning conflict at borders", zh: "边界功能区冲突指数" },
    unit: "ratio",
    formula: "sum of length * incompatibility of the uses on both sides / length of all borders",
    good: "down",
    measure: ({ world }) => conflict(world),
  },
  {
    id: "border.zoningLoss",
    label: { en: "Loss by uncoordinated zoning", zh: "分区失调损失" },
    unit: "share",
    formula: "1 - (rents of border strips less what uses do to each other) / the highest that this could be",
    good: "down",
    measure: ({ world: { accords } }) =>
      accords.zoningBest[0] > 0 ? 1 - accords.zoning[0] / accords.zoningBest[0] : NaN,
  },
  {
    id: "border.pollution",
    label: { en: "Pollution at borders", zh: "边界污染比" },
    unit: "ratio",
    formula: "emission at borders / emission far inside, mean by length",
    good: "down",
    measure: ({ world }) => overBorders(world, world.borders.emission),
  },
  {
    id: "border.links",
    label: { en: "Links across borders", zh: "跨界设施供给率" },
    unit: "share",
    formula: "links provided / links best for both sides, mean by length of the border",
    good: "up",
    measure: ({ world }) => overBorders(world, world.borders.provision),
  },
  {
    id: "siting.stalemate",
    label: { en: "Stalemate over unwanted facilities", zh: "邻避设施选址僵局率" },
    unit: "share",
    formula:
      "years since the start in which nobody took a needed facility / years with an open need; 0 without",
    good: "down",
    measure: ({ world: { accords } }) => part(accords.stalled[0], accords.tries[0]),
  },
  {
    id: "siting.wait",
    label: { en: "Waiting for unwanted facilities", zh: "邻避设施平均等待年数" },
    unit: "years",
    formula: "years that needs have waited since the start / needs since the start; 0 without",
    good: "down",
    measure: ({ world: { accords } }) => part(accords.waited[0], accords.needed[0]),
  },
  {
    id: "siting.harmAbroad",
    label: { en: "Harm of facilities beyond the border", zh: "邻避设施外溢损害份额" },
    unit: "share",
    formula:
      "people of other counties who live with a facility / all who do, weighted by nearness; 0 without",
    good: "down",
    measure: ({ world: { accords } }) => part(accords.harmAll[0] - accords.harmHost[0], accords.harmAll[0]),
  },
  {
    id: "border.sidePayments",
    label: { en: "Payments between counties", zh: "县际补偿支付" },
    unit: "yuan",
    formula: "paid between counties for zoning and facilities since the start",
    good: null,
    measure: ({ world: { accords } }) => accords.sidePayments[0],
  },
  {
    id: "platform.members",
    label: { en: "Places in rural clusters", zh: "乡村集群成员数" },
    unit: "count",
    formula: "settlements that belong to a platform that runs",
    good: null,
    measure: ({ world }) => running(world, (row) => world.platforms.members[row]),
  },
  {
    id: "platform.participation",
    label: { en: "Members who pay their platform", zh: "平台缴费成员比重" },
    unit: "share",
    formula: "members who pay their part / members of platforms that run; 0 without",
    good: "up",
    measure: ({ world }) =>
      part(
        running(world, (row) => world.platforms.paying[row]),
        running(world, (row) => world.platforms.members[row]),
      ),
  },
  {
    id: "platform.survival",
    label: { en: "Platforms that live on", zh: "平台存续率" },
    unit: "share",
    formula: "platforms that run / platforms founded since the start; 0 without",
    good: "up",
    measure: ({ world }) =>
      part(
        running(world, () => 1),
        total(world.platforms.founded),
      ),
  },
  {
    id: "platform.coverage",
    label: { en: "Farmers in rural clusters", zh: "集群覆盖农民比重" },
    unit: "share",
    formula: "farmers in settlements whose platform runs / farmers",
    good: null,
    measure: ({ world }) => {
      const { members: m, platforms: p } = world;
      return perFarmer(world, (j) =>
        m.platform[j] > 0 && p.state[m.platform[j] - 1] === PlatformState.running ? 1 : 0,
      );
    },
  },
  {
    id: "brand.equity",
    label: { en: "Brand equity", zh: "区域品牌资产" },
    unit: "share",
    formula: "equity of platforms that run, 0 to 1, mean by members; 0 without",
    good: "up",
    measure: ({ world }) => {
      const { platforms: p } = world;
      const weighted = running(world, (row) => p.brand[row] * p.members[row]);
      return part(
        weighted,
        running(world, (row) => p.members[row]),
      );
    },
  },
  {
    id: "brand.premium",
    label: { en: "Gain of farmers by platforms", zh: "平台给农民的价格增益" },
    unit: "share",
    formula:
      "farm-gate price with brand and shared services, less levy, over that without, less 1; mean over farmers",
    good: "up",
    measure: ({ world }) => perFarmer(world, (j) => world.settlements.brandPremium[j] - 1),
  },
];
