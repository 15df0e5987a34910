/** Claims of the third source: the county-town-village axis, the farm chain and the budget. */
import type { Claim } from "../claim.ts";
import { arm, BASE, purse, QUZHOU, VALLEY, versus } from "./common.ts";

/** The purse of the arms that the claims compare at equal cost. */
const SAME = purse(150);

const AXIS = arm("axis", "county-town-village axis", "县—镇—中心村轴", {
  use: "county-town-village-axis",
  purse: SAME,
});
const EVERYWHERE = arm("everywhere", "services in every village", "村村建服务", {
  use: "services-in-every-village",
  purse: SAME,
});
const CHAIN = arm("chain", "longer farm chain", "延长农业产业链", { use: "industry-chain", purse: SAME });
const HOUSING = arm("housing", "housing subsidy", "住房补贴", { use: "housing-subsidy", purse: SAME });
const BOUND = arm("bound", "the plan with a budget check", "有预算约束", { use: "public-services" });
const UNBOUND = arm(
  "unbound",
  "the plan without a budget check",
  "无预算约束",
  { use: "public-services" },
  { use: "no-budget-check" },
);

export const axis: readonly Claim[] = [
  {
    id: "C-i",
    says: {
      en: "The axis raises urbanisation and service access at once, at lower cost per served person than building services in every village.",
      zh: "县镇村轴能同时提高城镇化和服务可达性，每服务一人的成本低于村村建设。",
    },
    tried: {
      en: "Both with the same purse, so that more access is more for the money.",
      zh: "两者资金上限相同，可达性越高即成本越低。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BASE, AXIS, EVERYWHERE],
    contrasts: [
      versus("urbanShare", "above", "axis", "base", "urban share", "城镇化率"),
      versus("access.mean", "above", "axis", "base", "access to services", "服务可达性"),
      versus(
        "access.mean",
        "above",
        "axis",
        "everywhere",
        "access for the same money, over every village",
        "同等资金的可达性（较村村建设）",
      ),
    ],
  },
  {
    id: "C-ii",
    says: {
      en: "A longer chain raises farm income and slows departure more than housing subsidies of equal cost.",
      zh: "同等成本下，延长产业链比住房补贴更能增加农民收入、减缓外流。",
    },
    tried: {
      en: "Both with the same purse.",
      zh: "两者资金上限相同。",
    },
    places: [VALLEY, QUZHOU],
    arms: [CHAIN, HOUSING],
    contrasts: [
      versus("income.rural", "above", "chain", "housing", "income in villages", "村民收入"),
      versus("population.village", "above", "chain", "housing", "people in villages", "村庄人口"),
    ],
  },
  {
    id: "C-iii",
    says: {
      en: "The budget binds: the same plan without a budget check looks better than it is.",
      zh: "财政约束有效：同一规划若不受预算约束，看起来会好于实际。",
    },
    tried: {
      en: "The same plan, with counties that must pay and with a state that makes good every gap.",
      zh: "同一规划：由县财政负担，或由上级补足全部缺口。",
    },
    places: [VALLEY, QUZHOU],
    arms: [BOUND, UNBOUND],
    contrasts: [
      versus("access.mean", "above", "unbound", "bound", "access to services", "服务可达性"),
      versus("servicesPerHead", "above", "unbound", "bound", "service spending per head", "人均公共服务支出"),
    ],
  },
];
