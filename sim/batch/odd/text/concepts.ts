/** The eleven design concepts. */
import { both } from "../blocks.ts";

export interface Concept {
  readonly id: string;
  readonly title: ReturnType<typeof both>;
  readonly text: readonly ReturnType<typeof both>[];
}

export const CONCEPTS: readonly Concept[] = [
  {
    id: "principles",
    title: both("Basic principles", "基本原理"),
    text: [
      both(
        "A dual economy: farms share what the land yields (Lewis 1954), modern firms pay a wage that does not clear the " +
          "market (Harris & Todaro 1970; wage curve, Blanchflower & Oswald 1994), and people weigh what they may expect. " +
          "Cities gain from size and lose by congestion (Au & Henderson 2006). Capital goes where it earns most net of the " +
          "cost of lending. Around it stands a complete set of accounts: what one receives another pays, and the outside " +
          "world is an account like all others.",
        "二元经济：农业平均分享土地产出（Lewis 1954），现代企业支付并不出清市场的工资（Harris & Todaro 1970；工资曲线，Blanchflower & Oswald 1994），" +
          "人们权衡期望所得。城市因规模获益、因拥挤受损（Au & Henderson 2006）。资本流向扣除放贷成本后回报最高之处。" +
          "其外是一套完整的账户：一方所得即另一方所付，外部世界也只是其中一个账户。",
      ),
    ],
  },
  {
    id: "emergence",
    title: both("Emergence", "涌现"),
    text: [
      both(
        "Emerge: all flows of people, capital and land value, urbanisation, unemployment, income gaps, idle homesteads and " +
          "fields, access to services, budgets, who is left behind, and what becomes of enterprises and platforms. Given: " +
          "the outside series (wages beyond the region, productivity, fertility, mortality, transfers, farm prices), ways " +
          "of building on land that law permits, and constants of place from the start year.",
        "涌现的有：人口、资本和土地价值的全部流动，城镇化，失业，收入差距，闲置宅基地与撂荒，公共服务可达性，财政，留守者，以及企业和平台的兴衰。" +
          "给定的有：外部序列（区域外工资、生产率、生育、死亡、转移支付、农产品价格）、法律允许的用地方式，以及由起始年得到的地点常数。",
      ),
    ],
  },
  {
    id: "adaptation",
    title: both("Adaptation", "适应"),
    text: [
      both(
        "People choose where to live and work, pupils whether to go on, couples where to live. Enterprises begin, invest, " +
          "move and close. Banks lend by net return. Firms move wages and staff. Counties spend what treasury and debt cap " +
          "allow; where policies let them deal with each other they zone, build and site by rules of that dealing.",
        "人选择在哪里居住和工作，学生选择是否升学，夫妻选择住在哪里。企业创立、投资、搬迁、关闭。银行按净回报放贷。企业调整工资和人手。" +
          "县在国库和债务上限内支出；若政策使各县相互协作，则按相应规则划定分区、建设和选址。",
      ),
    ],
  },
  {
    id: "objectives",
    title: both("Objectives", "目标"),
    text: [
      both(
        "A person's objective is the utility of a life, a sum of named terms (see [how people decide](#decisions)) with an " +
          "unobserved part that makes choice a logit. Enterprises compare yearly returns. Governments, banks and schools " +
          "follow rules and maximise nothing; in dealings between counties each side takes what is best for itself, for " +
          "both, or after side payments, by mode.",
        "人的目标是某种生活的效用，即若干具名项之和（见[人如何决策](#decisions)），其中未观测部分使选择成为logit。企业比较年回报。" +
          "政府、银行和学校按规则行事，不求最大化；县际交往中，各方依模式取对己最优、对双方最优或经补偿后最优的做法。",
      ),
    ],
  },
  {
    id: "learning",
    title: both("Learning", "学习"),
    text: [
      both(
        "Nobody changes the rules by which they decide. What changes with experience is knowledge carried by others: where " +
          "co-villagers live now, what a brand is worth, what demand shops expect (past months, smoothed).",
        "没有人改变自己的决策规则。随经验改变的是由他人承载的信息：同村人如今住在哪里，品牌价值几何，商店预期的需求（对过去数月的平滑）。",
      ),
    ],
  },
  {
    id: "prediction",
    title: both("Prediction", "预测"),
    text: [
      both(
        "People take present wages, chances of work, rents and services to last, and count a gain in income for the years " +
          "of work that remain, discounted (Sjaastad 1962). Shops plan for smoothed past demand. Nobody foresees a policy.",
        "人们假定当前的工资、就业机会、房租和服务会持续，并把收入增益按余下工作年限贴现计算（Sjaastad 1962）。商店按平滑后的过去需求做计划。没有人预见政策。",
      ),
    ],
  },
  {
    id: "sensing",
    title: both("Sensing", "感知"),
    text: [
      both(
        "What is known is known rightly; what differs is what comes to mind. A person looks at home, at places within a " +
          "daily trip, the own town, seat and core, at places where co-villagers live, and at some drawn by size over travel " +
          "time. Lenders see returns of all zones, enterprises those of the own hierarchy and of a place drawn by chance.",
        "所知均为真实；不同的是想到哪些地方。一个人会看家乡、日常可达之处、所属的镇、县城和中心城市、同村人所在之处，" +
          "以及按规模与出行时间之比抽到的若干地方。放贷者看到所有分区的回报，企业看到所属层级及一个随机地点的回报。",
      ),
    ],
  },
  {
    id: "interaction",
    title: both("Interaction", "相互作用"),
    text: [
      both(
        "Mostly through what all share: jobs, wages, demand of shops, building land and quota, rents, services, deposits and " +
          "loans. Directly: families (remittances, marriage, inheritance, those left behind), co-villagers, counties that " +
          "deal with neighbours, members of platforms. Processes never call each other; they meet in the state variables.",
        "主要通过共享之物：岗位、工资、商店需求、建设用地与指标、房租、服务、存款与贷款。" +
          "直接的有：家庭（汇款、婚姻、继承、留守）、同村人、与邻县交往的县、平台成员。过程之间从不互相调用，只在状态变量中相遇。",
      ),
    ],
  },
  {
    id: "stochasticity",
    title: both("Stochasticity", "随机性"),
    text: [
      both(
        "A draw depends on seed, purpose, agent and month alone (Threefry-2x32-20; Salmon et al. 2011). A policy, a log or " +
          "the number of threads shifts no one else's luck, so a paired difference of two runs is the policy and not the " +
          "dice. The region itself is synthesised from the scenario's own seed, never from that of a run. The same seed gives " +
          "the same bits in every JavaScript engine that was tried. Purposes of chance:",
        "每次抽取只取决于种子、用途、主体和月份（Threefry-2x32-20；Salmon等 2011）。政策、日志或线程数都不会改变他人的运气，" +
          "因此两次运行的配对差异来自政策而非骰子。地区本身由情景自带的种子合成，与运行的种子无关。同一种子在所有试过的JavaScript引擎中得到逐位相同的结果。随机性的用途：",
      ),
    ],
  },
  {
    id: "collectives",
    title: both("Collectives", "集体"),
    text: [
      both(
        "Families own a homestead and are where remittances, births and inheritances go. The firms of a place and sector are " +
          "sums over enterprises. Settlements own land and pools of land money, counties treasuries and quotas, platforms " +
          "brands. All exist in the state of their own.",
        "家庭拥有宅基地，是汇款、出生和继承的归属。某地某部门的企业是各家企业之和。聚落拥有土地和土地收益池，县拥有国库和指标，平台拥有品牌。它们都有自己的状态。",
      ),
    ],
  },
  {
    id: "observation",
    title: both("Observation", "观测"),
    text: [
      both(
        "[Indicators](#indicators) are recorded each year, flows from zone to zone, motives by tiers, and the people of " +
          "each county. `urflow trace` tells one life with every decision taken apart. Observing changes nothing: with and " +
          "without it the hash of a run is the same.",
        "[指标](#indicators)逐年记录，另记录分区之间的流量、分层级的迁移动因和各县人口。`urflow trace`讲述一个主体的一生，并逐项分解其每个决定。观测不改变任何东西：有无观测，运行的哈希值相同。",
      ),
    ],
  },
];
