/** What a row of each table of the world is, and how many there are. */
import type { Text } from "../../../indicators/indicator.ts";
import type { TableName } from "../../../world/world.ts";
import { both } from "../blocks.ts";

export interface EntityText {
  readonly one: Text;
  readonly rows: Text;
}

const entity = (one: Text, rows: Text): EntityText => ({ one, rows });

/** A table without its words is a fault that the compiler finds. */
export const ENTITIES: Readonly<Record<TableName, EntityText>> = {
  clock: entity(
    both("The world: its month, keys, counts and yearly sums.", "世界本身：月份、随机键、计数和年度合计。"),
    both("1", "1"),
  ),
  settlements: entity(
    both(
      "A village, town, county seat, core city or outside gateway: place, people, jobs, prices, accounts, services, land by use.",
      "村庄、镇、县城、中心城市或区域外门户：位置、人口、岗位、价格、账户、服务和各类用地。",
    ),
    both("settlements", "聚落数"),
  ),
  jurisdictions: entity(
    both(
      "A county with treasury, bank and quota of building land; the last row is the outside.",
      "县，有财政、银行和建设用地指标；最后一行为区域外。",
    ),
    both("counties + 1", "县数 + 1"),
  ),
  firms: entity(
    both(
      "The firms of a settlement and sector (farm processing, manufacturing, services) together.",
      "一个聚落某一部门（农产品加工、制造业、服务业）的全部企业之和。",
    ),
    both("settlements × 3", "聚落数 × 3"),
  ),
  zones: entity(
    both("All settlements of one tier in one county.", "一个县内同一层级的全部聚落。"),
    both("zones", "分区数"),
  ),
  zonePairs: entity(
    both("What has flowed from one zone to another.", "从一个分区流向另一个分区的量。"),
    both("zones²", "分区数²"),
  ),
  levers: entity(
    both("What policies set at a settlement this month.", "本月政策在某聚落设定的杠杆值。"),
    both("settlements × levers", "聚落数 × 杠杆数"),
  ),
  network: entity(
    both("Where the people of a home settlement live now.", "某一家乡聚落的人如今住在哪里。"),
    both("settlements × zones", "聚落数 × 分区数"),
  ),
  motives: entity(
    both("What decided moves between two tiers, term by term.", "两个层级之间迁移的决定因素，按效用项分列。"),
    both("25 × terms", "25 × 效用项数"),
  ),
  elsewhere: entity(
    both(
      "People beyond the region who know someone in a county and may come.",
      "区域外认识某县某人、可能迁入的人。",
    ),
    both("counties + 1", "县数 + 1"),
  ),
  relocations: entity(
    both("Enterprises that moved between two tiers.", "在两个层级之间搬迁的企业。"),
    both("25", "25"),
  ),
  platforms: entity(
    both("A platform of a rural cluster.", "乡村集群的平台。"),
    both("counties + 1", "县数 + 1"),
  ),
  members: entity(
    both("A settlement as a member of a platform and as a site.", "作为平台成员和设施用地的聚落。"),
    both("settlements", "聚落数"),
  ),
  neighbours: entity(
    both("A county as a neighbour of others.", "作为他县邻居的县。"),
    both("counties", "县数"),
  ),
  borders: entity(
    both("One side of a border between two counties.", "两县边界的一侧。"),
    both("counties × 8", "县数 × 8"),
  ),
  strips: entity(
    both("A strip of land along one side of a border.", "边界一侧的一段地带。"),
    both("counties × 64", "县数 × 64"),
  ),
  accords: entity(
    both("The region as a party that needs facilities nobody wants nearby.", "需要邻避设施的整个区域。"),
    both("1", "1"),
  ),
  functions: entity(
    both("A town, seat or core as one of many that divide their work.", "作为分工一方的镇、县城或中心城市。"),
    both("settlements", "聚落数"),
  ),
  branches: entity(
    both("A branch of works in a town or city.", "镇或城市中的一个工业行业。"),
    both("settlements × 8", "聚落数 × 8"),
  ),
  markets: entity(
    both("A branch of the region's works and its markets.", "区域工业的一个行业及其市场。"),
    both("8", "8"),
  ),
  households: entity(
    both(
      "A family with one homestead; its members may live in different places.",
      "一个家庭，共有一处宅基地；其成员可住在不同地方。",
    ),
    both("families", "家庭数"),
  ),
  enterprises: entity(
    both(
      "An enterprise: its part of the firms of its place and sector.",
      "一家企业：其所在地和部门企业总和中属于它的部分。",
    ),
    both("enterprises, with room for new ones", "企业数，并预留新设空间"),
  ),
  persons: entity(
    both(
      "An agent: `scale` persons of one age, family and place, at home, commuting, circulating or settled away, in the region or beyond.",
      "一个主体：年龄、家庭和地点相同的`scale`个人；在家、通勤、循环流动或定居他处，可在区域内或区域外。",
    ),
    both("agents, with room for those who are born or come", "主体数，并预留出生者和迁入者的空间"),
  ),
  reach: entity(
    both("A place within a daily trip of a settlement.", "某聚落日常通勤可达的一个地点。"),
    both("pairs of settlements within reach", "可达聚落对数"),
  ),
  outlays: entity(
    both(
      "What a policy has cost a county, or the state, and whether it may act this month.",
      "一项政策使一个县或上级财政支出的累计金额，以及本月是否可以执行。",
    ),
    both("policies × (counties + 1)", "政策数 ×（县数 + 1）"),
  ),
};
