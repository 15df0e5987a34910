/** Claims of the second source: innovative small towns. */
import type { Claim } from "../claim.ts";
import { arm, BASE, beyondSum, purse, QUZHOU, VALLEY, versus } from "./common.ts";

const TOWNS = arm("towns", "innovative small towns", "创新型小镇", { use: "innovative-small-towns" });
/** What each kind of town may cost where the claim holds one against another. */
const SAME = purse(45);
const EQUAL = arm("towns", "innovative small towns", "创新型小镇", {
  use: "innovative-small-towns",
  purse: SAME,
});
const PARKS = arm("parks", "industrial parks", "产业园区", { use: "industrial-parks", purse: SAME });
const SEATS = arm("offices", "administrative towns", "行政镇", { use: "administrative-towns", purse: SAME });
const site = (id: string, en: string, zh: string): typeof BASE =>
  arm(id, en, zh, { use: "innovative-small-towns", choose: { site: id }, purse: SAME });
const support = (id: string, en: string, zh: string): typeof BASE =>
  arm(id, en, zh, { use: "innovative-small-towns", choose: { support: id } });

export const towns: readonly Claim[] = [
  {
    id: "B-i",
    says: {
      en: "Innovative small towns make the flow of people and capital between city and village more two-way than parks or administrative towns of equal cost.",
      zh: "同等成本下，创新型小镇比园区或行政镇更能使城乡人口与资本双向流动。",
    },
    tried: {
      en: "Three kinds of town with the same purse, in the same places.",
      zh: "同一地点、同一资金上限的三类镇。",
    },
    places: [VALLEY, QUZHOU],
    arms: [EQUAL, PARKS, SEATS],
    contrasts: [
      versus("reciprocity.people", "above", "towns", "parks", "people: towns over parks", "人口：小镇较园区"),
      versus(
        "reciprocity.people",
        "above",
        "towns",
        "offices",
        "people: towns over administrative towns",
        "人口：小镇较行政镇",
      ),
      versus(
        "reciprocity.capital",
        "above",
        "towns",
        "parks",
        "capital: towns over parks",
        "资本：小镇较园区",
      ),
      versus(
        "reciprocity.capital",
        "above",
        "towns",
        "offices",
        "capital: towns over administrative towns",
        "资本：小镇较行政镇",
      ),
    ],
  },
  {
    id: "B-ii",
    says: {
      en: "They lower congestion in the core city and do not become congested themselves.",
      zh: "小镇能缓解中心城市拥挤，自身也不会变得拥挤。",
    },
    tried: {
      en: "Output lost to congestion, all places weighed by their workers, so that crowding in the towns counts; rents in seats and cores. The towns have no purse.",
      zh: "以各地劳动者加权的拥挤产出损失（计入小镇自身）；县城与中心城市房租。小镇不设资金上限。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BASE, TOWNS],
    contrasts: [
      versus("congestionLoss", "below", "towns", "base", "output lost to congestion", "拥挤造成的损失"),
      versus("rentShare.city", "below", "towns", "base", "rents in seats and cores", "县城与中心城市房租"),
    ],
  },
  {
    id: "B-iii",
    says: {
      en: "They raise the income of villages near them through jobs and demand.",
      zh: "小镇通过就业与需求提高附近村庄的收入。",
    },
    tried: {
      en: "Income per head of all villages of the region; villages near a town aren't told apart. The towns have no purse.",
      zh: "全区村庄人均收入；未区分小镇附近的村庄。小镇不设资金上限。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BASE, TOWNS],
    contrasts: [versus("income.rural", "above", "towns", "base", "income in villages", "村民收入")],
  },
  {
    id: "B-iv",
    says: {
      en: "Suburban and fringe sites serve different ends; a balanced layout beats all-suburb.",
      zh: "近郊与边缘选址各有所用；均衡布局优于全部近郊。",
    },
    tried: {
      en: "As many towns in each county: nearest to the seat, farthest from it, or in turn by county; the same purse.",
      zh: "各县小镇数相同：距县城最近、最远，或各县交替；资金上限相同。",
    },
    places: [VALLEY, QUZHOU],
    arms: [
      site("suburb", "suburb", "近郊"),
      site("fringe", "fringe", "边缘"),
      site("balanced", "balanced", "均衡"),
    ],
    contrasts: [
      versus(
        "income.rural",
        "above",
        "balanced",
        "suburb",
        "income in villages: balanced over suburb",
        "村民收入：均衡较近郊",
      ),
      versus(
        "reciprocity.people",
        "above",
        "balanced",
        "suburb",
        "two-way movement: balanced over suburb",
        "人口双向性：均衡较近郊",
      ),
      versus("hollowing", "below", "fringe", "suburb", "hollowing: fringe over suburb", "空心化：边缘较近郊"),
      versus(
        "congestionLoss",
        "below",
        "suburb",
        "fringe",
        "congestion: suburb over fringe",
        "拥挤损失：近郊较边缘",
      ),
    ],
  },
  {
    id: "B-v",
    says: {
      en: "Land, capital and talent support work together; each alone does less.",
      zh: "土地、资金、人才支持相互配合，单独使用作用较小。",
    },
    tried: {
      en: "All three against the sum of each alone. There is no purse: one cap on all three would take from what they do together.",
      zh: "三者并用与各自单用之和相比。不设资金上限：对三者合设上限会削减其合力。",
    },
    places: [VALLEY, QUZHOU],
    arms: [
      BASE,
      TOWNS,
      support("land", "land alone", "仅土地"),
      support("capital", "capital alone", "仅资金"),
      support("talent", "talent alone", "仅人才"),
    ],
    contrasts: [
      beyondSum(
        "population.town",
        "towns",
        ["land", "capital", "talent"],
        "people in towns beyond the sum",
        "乡镇人口：超出之和",
      ),
      beyondSum(
        "income.rural",
        "towns",
        ["land", "capital", "talent"],
        "income in villages beyond the sum",
        "村民收入：超出之和",
      ),
      beyondSum(
        "enterprises.count",
        "towns",
        ["land", "capital", "talent"],
        "enterprises beyond the sum",
        "企业数：超出之和",
      ),
    ],
  },
];
