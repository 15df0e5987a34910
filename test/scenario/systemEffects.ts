/**
 * What each system moves directly: the levers that it pulls, the first process in which the world comes to differ from
 * the same world without it, the columns that this process moves and no others, and columns that other processes are
 * the first to move in that month.
 */

export interface Effect {
  readonly system: string;
  readonly id: string;
  /** Settings of the scenario, and of what it is held against. */
  readonly set?: readonly string[];
  readonly against?: readonly string[];
  /** True where what is moved is settled in December alone. */
  readonly yearly?: boolean;
  readonly levers: readonly string[];
  /** The process that is first to move anything, and all that it moves; nothing else differs after it. */
  readonly first: readonly [process: string, columns: readonly string[]];
  /** What it may move too, as chance has it. */
  readonly perhaps?: readonly string[];
  /** Months within which it shows; the first month in force if nothing is said. */
  readonly within?: number;
  /** Later processes of the month, and columns that each of them is the first to move. */
  readonly later?: readonly (readonly [process: string, columns: readonly string[]])[];
  /** Columns that stay as they are in the first month in force. */
  readonly never?: readonly string[];
}

const of = (table: string, names: string): string[] => names.split(" ").map((name) => `${table}.${name}`);

const paid = [...of("jurisdictions", "cash policyCost"), "firms.cash", "settlements.serviceDemand"];
const earned = [
  ...of("settlements", "deposits serviceDemand"),
  ...of("jurisdictions", "cash policyCost vault"),
  ...of("clock", "villageSaved"),
  ...of("firms", "cash"),
  ...of("persons", "savings"),
  ...of("zonePairs", "remittances"),
];
const services = ["budgets", [...paid, "settlements.serviceSupply"]] as const;
const ways = [
  ...of("settlements", "minutesToSeat minutesToCountyHospital minutesToHospital"),
  ...of("zonePairs", "minutes"),
  ...of("reach", "minutes"),
];
const roads = ["publicWorks", [...paid, ...ways, "settlements.roadBuilt"]] as const;
const platform = [
  "coordination",
  [
    ...of("platforms", "state members paying founded effort unitCost"),
    ...of("members", "platform pays levy"),
    "settlements.brandPremium",
  ],
] as const;
const returns = of("firms", "desire appetite");
const people = of("persons", "residence workplace");
const towns = "townLandQuota landPriceCut lendingGuarantee investmentSubsidy".split(" ");
const talent = ["registrationEase", "wageTaxCut", "serviceBudget"];
const grants = ["investment", ["firms.granted"]] as const;
const wages = ["households", ["persons.savings"]] as const;
const town = {
  levers: [...towns, ...talent],
  first: ["production", returns],
  later: [wages, grants, ["budgets", ["settlements.serviceSupply"]]],
  never: people,
} as const;
const cluster = {
  yearly: true,
  levers: ["travelCut", "clusterFunctions", "functionSteering"],
  first: [
    "functions",
    [...of("functions", "complement factor"), "branches.share", ...of("markets", "share taken price")],
  ],
  later: [["publicWorks", ["settlements.roadBuilt", ...ways]]],
} as const;

export const EFFECTS: readonly Effect[] = [
  {
    system: "A1",
    id: "construction",
    levers: ["villageConstruction", "templateShare"],
    first: [
      "publicWorks",
      [...paid, ...of("settlements", "appearance styleTimber styleEarth styleStone styleCommon")],
    ],
    never: [...people, "settlements.residents", "settlements.farmIncome"],
  },
  {
    system: "A2",
    id: "meetjesland-platform",
    yearly: true,
    levers: ["platformMembership", "platformSupport"],
    first: platform,
    never: ["settlements.farmIncome", ...people],
  },
  {
    system: "A3",
    id: "rural-cluster",
    yearly: true,
    levers: ["platformMembership", "platformSupport"],
    first: platform,
    never: [...ways, ...people],
  },
  {
    system: "A3",
    id: "rural-cluster",
    set: ["policies.urban-rural-cluster.choose.order=linksOnly"],
    yearly: true,
    levers: ["travelCut"],
    first: roads,
    never: of("platforms", "state members"),
  },
  { system: "B1", id: "small-towns", ...town },
  {
    system: "B2",
    id: "industrial-parks",
    levers: towns,
    first: ["production", returns],
    later: [["lending", ["jurisdictions.policyCost"]], grants],
    never: [...people, "settlements.serviceSupply"],
  },
  {
    system: "B3",
    id: "administrative-towns",
    levers: ["registrationEase", "serviceBudget"],
    first: services,
    never: [...people, ...returns, "firms.granted"],
  },
  { system: "B4", id: "town-sites", ...town },
  {
    system: "B5",
    id: "town-support",
    levers: talent,
    first: ["households", earned],
    later: [["budgets", ["settlements.serviceSupply"]]],
    never: [...people, ...returns, "firms.granted"],
  },
  {
    system: "C2",
    id: "axis",
    levers: ["centralVillage", "serviceBudget", "relocationGrant"],
    first: services,
    later: [["migration", of("settlements", "relocated homesteadReturned")]],
    never: returns,
  },
  {
    system: "C3",
    id: "industry-chain",
    levers: ["processingSupport", "logisticsSupport", "digitalSales"],
    first: ["production", ["settlements.farmIncome", ...returns]],
    later: [["investment", ["firms.granted", "jurisdictions.policyCost"]]],
    never: ["settlements.serviceSupply"],
  },
  {
    system: "C4",
    id: "public-services",
    levers: ["schoolBudget", "hospitalBudget", "townHospital", "pensionTopUp"],
    first: ["households", earned],
    later: [["publicWorks", of("settlements", "extraSchool extraHospital hospitalBranch minutesToHospital")]],
    never: ["settlements.serviceSupply", ...people],
  },
  {
    system: "C5",
    id: "budget-check",
    // Pensions that no county can pay: what it would borrow, the state gives.
    set: ["policies.public-services.measures.pensions.value=4000", "policies.budgets.choose.check=madeGood"],
    against: ["policies.public-services.measures.pensions.value=4000"],
    within: 12,
    levers: ["budgetRule"],
    first: ["budgets", of("jurisdictions", "madeGood debt")],
  },
  { system: "D1", id: "delta-cluster", ...cluster },
  { system: "D2", id: "west-cluster", ...cluster },
  { system: "D3", id: "north-east-cluster", ...cluster },
  {
    system: "E1",
    id: "border-zoning",
    yearly: true,
    levers: ["zoningRule"],
    first: ["coordination", ["neighbours.zoning", "strips.use", "accords.zoning"]],
    never: ["neighbours.siting", "neighbours.links", "jurisdictions.cash", ...people],
  },
  {
    system: "E2",
    id: "unwanted-facilities",
    // A facility is needed every December, so that there is one to place.
    set: ["parameters.facilityEvery=1"],
    against: ["parameters.facilityEvery=1", "policies=[]"],
    yearly: true,
    levers: ["sitingRule"],
    first: [
      "coordination",
      ["neighbours.siting", "accords.sidePayments", ...of("jurisdictions", "cash revenue spent")],
    ],
    // Somebody may volunteer the same December, and even where the plan would have built it.
    perhaps: ["members.facilities", ...of("accords", "open stalled waited harmHost harmAll")],
    never: ["neighbours.zoning", "neighbours.links", "strips.use", ...people],
  },
  {
    system: "E3",
    id: "border-links",
    yearly: true,
    levers: ["linkRule"],
    first: [
      "coordination",
      [
        "neighbours.links",
        ...of("borders", "provision travel"),
        "zonePairs.minutes",
        "reach.minutes",
        ...of("jurisdictions", "cash spent"),
        "firms.cash",
        "settlements.serviceDemand",
      ],
    ],
    never: ["neighbours.zoning", "neighbours.siting", "strips.use", ...people],
  },
  {
    system: "E4",
    id: "commuting",
    levers: ["commutingLink"],
    first: ["publicWorks", paid],
    later: [["migration", of("persons", "workplace mode")]],
    never: ways,
  },
];
