/** Claims of the first source: New Countryside Construction, rural clusters, and which comes first. */
import type { Claim } from "../claim.ts";
import { arm, BASE, fades, PAID, purse, QUZHOU, VALLEY, versus } from "./common.ts";

const CONSTRUCTION = arm("construction", "construction to one design", "统一样式的新农村建设", {
  use: "new-countryside-construction",
  purse: purse(150),
});
const PLATFORM = arm("platform", "rural cluster with a platform", "乡村集群与平台", {
  use: "rural-cluster-platform",
});
const order = (id: string, en: string, zh: string): typeof BASE =>
  arm(id, en, zh, { use: "urban-rural-cluster", choose: { order: id }, purse: purse(300) });

export const countryside: readonly Claim[] = [
  {
    id: "A-i",
    says: {
      en: "Construction alone raises how villages look, makes them more alike, and its effect on income and population fades once the money stops.",
      zh: "单靠建设能改善村容、使村庄趋同，但资金停止后，对收入和人口的作用会消退。",
    },
    tried: {
      en: "Ten years of construction, at most 150 yuan a year for each resident of the region, against none; effects in the years 8 to 10 are held against those in the years 18 to 20.",
      zh: "建设十年（每年按全区居民每人不超过150元）与不建设相比；以第8至10年的效应对照第18至20年的效应。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BASE, CONSTRUCTION],
    contrasts: [
      versus(
        "appearance.village",
        "above",
        "construction",
        "base",
        "looks while it is paid",
        "投入期村容",
        PAID,
      ),
      versus("diversity.style", "above", "construction", "base", "likeness of styles", "风貌趋同"),
      fades(
        "income.rural",
        "construction",
        "income: effect that is gone ten years later",
        "收入：十年后消失的效应",
      ),
      fades(
        "population.village",
        "construction",
        "people: effect that is gone ten years later",
        "人口：十年后消失的效应",
      ),
    ],
  },
  {
    id: "A-ii",
    says: {
      en: "Villages that link up with the core city one by one lose more people and capital than villages that form a cluster first: rural-rural before urban-rural.",
      zh: "村庄各自与中心城市连通，比先组成集群流失更多人口和资本：先乡—乡，后城—乡。",
    },
    tried: {
      en: "The same roads and the same platform in another order, and roads alone, all with the same purse.",
      zh: "同样的道路与平台，改变先后次序；另有只修路一组；资金上限相同。",
    },
    places: [VALLEY, QUZHOU],
    arms: [
      BASE,
      order("clusterFirst", "cluster first", "先集群"),
      order("linkFirst", "link first", "先连通"),
      order("linksOnly", "links only", "只连通"),
    ],
    contrasts: [
      versus(
        "population.village",
        "above",
        "clusterFirst",
        "linksOnly",
        "people in villages: cluster first over links only",
        "村庄人口：先集群较只连通",
      ),
      versus(
        "capitalOutflow.village",
        "below",
        "clusterFirst",
        "linksOnly",
        "capital leaving: cluster first over links only",
        "资本流出：先集群较只连通",
      ),
      versus(
        "population.village",
        "above",
        "clusterFirst",
        "linkFirst",
        "people in villages: cluster first over link first",
        "村庄人口：先集群较先连通",
      ),
    ],
  },
  {
    id: "A-iii",
    says: {
      en: "A platform with a shared plan and brand raises the value that stays, keeps villages distinct, and makes exchange with the city more two-way.",
      zh: "有共同规划与品牌的平台能提高留存价值、保持村庄特色，使与城市的交换更趋双向。",
    },
    tried: {
      en: "A platform against none; distinctness against construction to one design.",
      zh: "有平台与无平台相比；特色与统一样式建设相比。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BASE, PLATFORM, CONSTRUCTION],
    contrasts: [
      versus("retainedValue.village", "above", "platform", "base", "value that stays", "留存价值"),
      versus(
        "diversity.style",
        "below",
        "platform",
        "construction",
        "likeness of styles against construction",
        "风貌趋同（较建设）",
      ),
      versus("reciprocity.people", "above", "platform", "base", "two-way movement of people", "人口双向性"),
      versus("reciprocity.capital", "above", "platform", "base", "two-way movement of capital", "资本双向性"),
    ],
  },
  {
    id: "A-iv",
    says: {
      en: "A platform works in economy, society and environment together, not in one of them.",
      zh: "平台在经济、社会和环境三方面同时起作用，而非其一。",
    },
    tried: {
      en: "Farm and village income, hollowing, and fields left idle, each against no platform.",
      zh: "村民收入、空心化与撂荒，分别与无平台相比。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BASE, PLATFORM],
    contrasts: [
      versus("income.rural", "above", "platform", "base", "economy: income in villages", "经济：村民收入"),
      versus("hollowing", "below", "platform", "base", "society: hollowing", "社会：空心化"),
      versus("abandonedShare", "below", "platform", "base", "environment: idle fields", "环境：撂荒"),
    ],
  },
];
