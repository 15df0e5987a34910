/** Claims of the fourth source: clusters of cities. */
import type { Claim, Place } from "../claim.ts";
import { arm, BASE, versus } from "./common.ts";

const DELTA: Place = {
  id: "yangtze-delta",
  label: { en: "Yangtze River Delta", zh: "长三角" },
  world: "yangtze-delta",
  scale: 10_000,
  years: 20,
};
const WEST: Place = {
  id: "chengdu-chongqing",
  label: { en: "Chengdu-Chongqing", zh: "成渝" },
  world: "chengdu-chongqing",
  scale: 10_000,
  years: 20,
};
const NORTH_EAST: Place = {
  id: "harbin-changchun",
  label: { en: "Harbin-Changchun", zh: "哈长" },
  world: "harbin-changchun",
  scale: 10_000,
  years: 20,
};

const plan = (id: string, en: string, zh: string): typeof BASE =>
  arm(id, en, zh, { use: "city-cluster", choose: { functions: id } });

export const clusters: readonly Claim[] = [
  {
    id: "D-i",
    says: {
      en: "Complementary functions beat duplicated ones at equal connection.",
      zh: "在同等连通下，功能互补优于功能重复。",
    },
    tried: {
      en: "The same links, with functions steered towards each city's strength or towards the same branches.",
      zh: "同样的连通，功能分别引向各城优势或相同行业。",
    },
    places: [NORTH_EAST, DELTA, WEST],
    arms: [plan("complementary", "complementary", "互补"), plan("duplicated", "duplicated", "重复")],
    contrasts: [
      versus("wage.modern", "above", "complementary", "duplicated", "wages", "工资"),
      versus(
        "functions.productivity",
        "above",
        "complementary",
        "duplicated",
        "productivity by functions",
        "功能分工生产率",
      ),
      versus(
        "functions.complementarity",
        "above",
        "complementary",
        "duplicated",
        "complementarity",
        "互补度",
      ),
    ],
  },
  {
    id: "D-ii",
    says: {
      en: "Connection without complementarity strengthens the lead city at the cost of its surroundings.",
      zh: "只有连通而无互补，会以周边为代价强化龙头城市。",
    },
    tried: {
      en: "Links alone against nothing: the lead's share of people and output.",
      zh: "只连通与无政策相比：龙头城市的人口与产出份额。",
    },
    places: [NORTH_EAST, DELTA, WEST],
    arms: [BASE, plan("linksOnly", "links alone", "只连通")],
    contrasts: [
      versus("lead.people", "above", "linksOnly", "base", "the leads' share of people", "龙头人口份额"),
      versus("lead.output", "above", "linksOnly", "base", "the leads' share of output", "龙头产出份额"),
    ],
  },
  {
    id: "D-iii",
    says: {
      en: "In a shrinking region the same plan concentrates rather than grows.",
      zh: "在收缩区域，同样的规划带来集中而非增长。",
    },
    tried: {
      en: "Links with complementary functions: the leads' share up, and the region's people not more.",
      zh: "连通加互补：龙头份额上升，而全区人口不增。",
    },
    places: [NORTH_EAST],
    arms: [BASE, plan("complementary", "complementary", "互补")],
    contrasts: [
      versus("lead.people", "above", "complementary", "base", "the leads' share of people", "龙头人口份额"),
      versus("population.region", "below", "complementary", "base", "people of the region", "全区人口"),
    ],
  },
];
