/** Indicators by what they are about: twenty groups, each indicator in one of them. */
import type { Text } from "./indicator.ts";

export interface IndicatorGroup {
  readonly title: Text;
  /** Ids of indicators; `name.*` stands for all that begin so. */
  readonly ids: readonly string[];
  /** What belongs here and is no yearly figure, and where it is. */
  readonly beside?: string;
}

export const INDICATOR_GROUPS: readonly IndicatorGroup[] = [
  {
    title: { en: "Urbanisation", zh: "城镇化" },
    ids: ["urbanShare", "population.*"],
  },
  {
    title: { en: "Registration", zh: "户籍" },
    ids: ["registeredUrbanShare", "registrationGap"],
  },
  {
    title: { en: "Moves", zh: "迁移" },
    ids: ["netMigration.*", "relocated", "turnover.*", "reciprocity.*", "motive.*"],
    beside:
      "residents of each settlement by year are in `population` of every result, flows by pair of zones in `flows`",
  },
  {
    title: { en: "Hollowing", zh: "空心化" },
    ids: ["hollowing", "idleHomesteadShare", "abandonedShare", "leftBehindChildren", "leftBehindElders"],
  },
  {
    title: { en: "Incomes and inequality", zh: "收入与不平等" },
    ids: ["income.*", "incomeRatio", "gini.income", "theil.*", "theilL.*"],
  },
  {
    title: { en: "Work", zh: "就业" },
    ids: ["unemployment", "wage.modern", "expectedWedge"],
  },
  {
    title: { en: "Capital", zh: "资本" },
    ids: [
      "capitalDrain.village",
      "savingsLent.village",
      "capitalOutflow.*",
      "capital.village",
      "loanDeposit.*",
      "retainedValue.village",
      "localMultiplier.village",
      "remittances",
      "remittances.share",
      "returnDispersion",
      "enterprises.*",
      "relocations.*",
    ],
  },
  {
    title: { en: "Land", zh: "土地" },
    ids: [
      "arable",
      "arableStock",
      "redLineSlack",
      "quota.*",
      "leased.*",
      "homesteadPerHead",
      "builtLand",
      "builtPerHead",
      "budget.landRevenue",
    ],
  },
  {
    title: { en: "Services", zh: "公共服务" },
    ids: ["access.*", "pupilsPerTeacher", "servicesPerHead"],
  },
  {
    title: { en: "Public money", zh: "财政" },
    ids: [
      "budget.balance",
      "budget.perHead",
      "budget.ownShare",
      "budget.landShare",
      "budget.debt",
      "budget.debtToOutput",
      "budget.granted",
      "budget.madeGood",
      "policyCost",
    ],
  },
  {
    title: { en: "Farm chain and brand", zh: "农业链与品牌" },
    ids: ["farmerShare", "processedShare", "brand.*"],
    beside: "cooperatives: `leased.cooperatives` (land) and `platform.coverage` (coordination)",
  },
  {
    title: { en: "Diversity", zh: "多样性" },
    ids: ["diversity.*", "appearance.village", "functions.*"],
  },
  {
    title: { en: "Crowding", zh: "城市病" },
    ids: [
      "commuteMinutes",
      "commuterShare",
      "roadsBuilt",
      "rentShare.city",
      "congestionLoss",
      "pollutionExposure",
    ],
    beside: "exposure is nearness to works: emissions of the interior are no part of the model",
  },
  {
    title: { en: "System of settlements", zh: "聚落体系" },
    ids: ["cities.*", "settlements.classes", "townShare", "lead.*"],
  },
  {
    title: { en: "Coordination", zh: "协调" },
    ids: ["border.*", "siting.*", "platform.*", "commuterShare.border"],
  },
  {
    title: { en: "Ages", zh: "人口结构" },
    ids: [
      "share0to14.region",
      "share15to59.region",
      "share60.region",
      "share65.region",
      "share65.village",
      "oldAgeDependency",
      "naturalIncrease",
      "schooling.grownUps",
    ],
  },
  {
    title: { en: "Vitality", zh: "活力" },
    ids: ["villages.below100", "villages.emptied"],
  },
  {
    title: { en: "Coupling of town and country", zh: "城乡耦合协调" },
    ids: ["coupling.*"],
  },
  {
    title: { en: "Generalised gradients", zh: "广义梯度" },
    ids: ["gradient.*"],
  },
  {
    title: { en: "What must be 0", zh: "恒为零的账" },
    ids: ["ledger.*"],
    beside:
      "the ledger itself asks after every month and stops the run at a miss; `ledger` of every result tells how many checks it made",
  },
];

/** Whether an indicator is meant by an id of a group. */
export const isMeantBy = (id: string, name: string): boolean =>
  name.endsWith(".*") ? id.startsWith(name.slice(0, -1)) : id === name;
