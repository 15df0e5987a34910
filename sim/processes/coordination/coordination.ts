/**
 * Model step 9, what places do together. Platforms of rural clusters are paid for each month; each December
 * platforms, border zones, cross-border links and unwanted facilities are settled, by the mode in which counties deal with each
 * other: none, planned, or by the market. Without policies no platform exists and counties don't deal: then strips at borders
 * are zoned anew, and an unwanted facility is needed once in some years.
 *
 * Sources: in brand.ts, zoning.ts, publicGood.ts, pollution.ts and siting.ts.
 */
import { leverValues } from "../../policy/levers.ts";
import { Mode } from "../../world/platforms.ts";
import type { Process } from "../process.ts";
import { openBorders } from "./borders.ts";
import { openFacilities } from "./facilities.ts";
import { openPlatforms } from "./platforms.ts";
import { openStrips } from "./strips.ts";

const DECEMBER = 11;

/** The mode that a lever's value means. */
export const modeOf = (value: number): number =>
  value >= 1.5 ? Mode.market : value >= 0.5 ? Mode.planned : Mode.none;

export const coordination: Process = {
  name: "coordination",
  reads: [
    "settlements.longitude",
    "settlements.latitude",
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.town",
    "settlements.seat",
    "settlements.residents",
    "settlements.farmers",
    "settlements.farmIncome",
    "settlements.wage",
    "settlements.rentShare",
    "settlements.rentBurden",
    "settlements.arable",
    "settlements.orchard",
    "settlements.abandoned",
    "settlements.reachFrom",
    "settlements.reachCount",
    "zones.jurisdiction",
    "reach.to",
    "firms.value",
    "neighbours.farmStart",
    "neighbours.urbanStart",
    "neighbours.worksStart",
    "borders.neighbour",
    "borders.twin",
    "borders.length",
    "strips.ecological",
    "strips.farming",
    "strips.urban",
    "strips.nuisance",
    "levers.value",
    "levers.state",
    "clock.month",
    "outlays.force",
  ],
  writes: [
    "platforms.state",
    "platforms.short",
    "platforms.members",
    "platforms.paying",
    "platforms.founded",
    "platforms.ended",
    "platforms.brand",
    "platforms.effort",
    "platforms.unitCost",
    "platforms.raised",
    "platforms.due",
    "members.platform",
    "members.pays",
    "members.levy",
    "members.facilities",
    "neighbours.mode",
    "neighbours.zoning",
    "neighbours.siting",
    "neighbours.links",
    "borders.provision",
    "borders.emission",
    "borders.travel",
    "strips.use",
    "accords.open",
    "accords.needed",
    "accords.tries",
    "accords.stalled",
    "accords.waited",
    "accords.harmHost",
    "accords.harmAll",
    "accords.zoning",
    "accords.zoningBest",
    "accords.sidePayments",
    "settlements.brandPremium",
    "settlements.serviceDemand",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.revenue",
    "jurisdictions.spent",
    "jurisdictions.policyCost",
    "zonePairs.minutes",
    "reach.minutes",
    "outlays.cost",
  ],
  prepare(setting) {
    const { world, assumptions, drivers } = setting;
    const { neighbours: n, settlements: s } = world;
    const { settlements: count } = world.sizes;
    const ruleOfAll = leverValues(world, "coordination");
    const matters = [
      { rule: leverValues(world, "zoningRule"), modes: n.zoning },
      { rule: leverValues(world, "sitingRule"), modes: n.siting },
      { rule: leverValues(world, "linkRule"), modes: n.links },
    ] as const;
    const platforms = openPlatforms(setting);
    const zone = openStrips(world, assumptions);
    const borders = openBorders(world, assumptions);
    const facilities = openFacilities(setting);

    /** A county deals with others where a policy says so for any of its places. */
    const takeRule = (rule: Float64Array, modes: Uint8Array): void => {
      modes.fill(Mode.none);
      for (let j = 0; j < count; j++) {
        const mode = modeOf(rule[j]);
        const county = s.jurisdiction[j];
        if (mode > modes[county]) modes[county] = mode;
      }
    };

    /** A matter that has no rule of its own is dealt with as all are. */
    const takeModes = (): void => {
      takeRule(ruleOfAll, n.mode);
      for (const { rule, modes } of matters) {
        takeRule(rule, modes);
        for (let c = 0; c < modes.length; c++) if (modes[c] === Mode.none) modes[c] = n.mode[c];
      }
    };

    return (month) => {
      platforms.pay();
      if (month % 12 !== DECEMBER) return;
      platforms.review(month);
      takeModes();
      zone(drivers.productivity[month], facilities.pay);
      borders.link();
      borders.emit();
      facilities.site(month);
    };
  },
};
