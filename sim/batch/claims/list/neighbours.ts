/** Claims of the fifth source: coordination between neighbours. */
import type { Claim } from "../claim.ts";
import { arm, BASE, nearer, QUZHOU, VALLEY, versus } from "./common.ts";

const PLANNED = arm("planned", "one plan", "统一规划", {
  use: "neighbour-coordination",
  choose: { way: "planned" },
});
const MARKET = arm("market", "bargains", "市场协调", {
  use: "neighbour-coordination",
  choose: { way: "market" },
});

export const neighbours: readonly Claim[] = [
  {
    id: "E-i",
    says: {
      en: "Without coordination, border zones conflict more, facilities are blocked or pushed to borders, and cross-border links are under-built.",
      zh: "没有协调时，边界分区冲突更多，设施受阻或被推向边界，跨界设施供给不足。",
    },
    tried: {
      en: "Counties that don't deal with each other against one plan for all.",
      zh: "各县互不协调与统一规划相比。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BASE, PLANNED],
    contrasts: [
      versus("border.zoningConflict", "above", "base", "planned", "conflict of zones", "分区冲突"),
      versus("siting.stalemate", "above", "base", "planned", "facilities blocked", "设施受阻"),
      versus("siting.harmAbroad", "above", "base", "planned", "harm pushed over borders", "危害外推"),
      versus("border.links", "below", "base", "planned", "links across borders", "跨界设施"),
    ],
  },
  {
    id: "E-ii",
    says: {
      en: "Market-style coordination gets near the planned optimum with less information.",
      zh: "市场式协调以较少信息接近规划最优。",
    },
    tried: {
      en: "Near is read as more than half of the way from no coordination to the plan. What information costs isn't modelled.",
      zh: "“接近”指由无协调到规划最优走过一半以上。信息成本未建模。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BASE, PLANNED, MARKET],
    contrasts: [
      nearer(
        "border.zoningLoss",
        "below",
        { one: "market", from: "base", to: "planned", part: 0.5 },
        "loss by zoning, past half way",
        "分区损失过半程",
      ),
      nearer(
        "border.links",
        "above",
        { one: "market", from: "base", to: "planned", part: 0.5 },
        "links across borders, past half way",
        "跨界设施过半程",
      ),
      nearer(
        "siting.stalemate",
        "below",
        { one: "market", from: "base", to: "planned", part: 0.5 },
        "facilities blocked, past half way",
        "设施受阻过半程",
      ),
    ],
  },
];
