/** How people decide, by the questions of ODD+D, and what each term of utility says. */
import type { Text } from "../../../indicators/indicator.ts";
import type { TERMS } from "../../../processes/migration/terms.ts";
import { both } from "../blocks.ts";

export const DECISIONS: readonly { readonly question: Text; readonly answer: Text }[] = [
  {
    question: both("Theoretical and empirical background", "理论与经验基础"),
    answer: both(
      "Random utility and logit choice (McFadden 1974) over places that come to mind (McFadden 1978), with expected " +
        "incomes (Todaro 1969), the horizon of human capital (Sjaastad 1962) and co-villagers, whose weight is the one " +
        "estimated for Chinese villages (Chen, Jin & Yue 2010). Constants of place come from the flows of the start year.",
      "随机效用与logit选择（McFadden 1974），对象是能想到的地点（McFadden 1978）；加上期望收入（Todaro 1969）、人力资本的时间跨度（Sjaastad 1962），" +
        "以及同村人效应，其权重取自对中国村庄的估计（Chen, Jin & Yue 2010）。地点常数来自起始年的流动。",
    ),
  },
  {
    question: both("Who decides, on what, and how often", "谁决策、决定什么、多久一次"),
    answer: both(
      "A person from 16 on thinks about moving with a chance a month that follows from `considerRate`: more often when " +
        "looking for work, less often when retired, more often while away after a birth or a death at home. On the scales " +
        "are the present life, farming or looking for work at home, commuting, looking for work elsewhere while the family " +
        "stays (circulating), going home, and, after `settleYears` away, settling there for good. The retired weigh only " +
        "going home. Pupils don't think of it; children go with parents.",
      "16岁及以上的人每月以由`considerRate`决定的概率考虑迁移：求职者更频繁，退休者更少，在外者在家中有出生或死亡后更频繁。" +
        "被权衡的有：当前的生活、在家务农或求职、通勤、家人留守而本人在外求职（循环流动）、回家，以及外出满`settleYears`年后在当地定居。退休者只考虑回家；学生不作考虑，子女随父母。",
    ),
  },
  {
    question: both("How the choice is made", "如何选择"),
    answer: both(
      "By the utility `V` of each life, a sum of the terms below, and one keyed uniform that has the same law as a Gumbel " +
        "draw for each life: `P = e^(V/σ) / Σ e^(V/σ)`. Each place that comes to mind is corrected by `-σ ln E`, E the number of " +
        "times it could be expected to come to mind, so that sampling places does not bias the choice. Decisions bind no " +
        "one: the next thought may undo them. As assumptions there are two other laws. With `nestDissimilarity` τ below 1 " +
        "the choice is a nested logit (home, home county, other counties, outside): `P = e^(V/στ) / S · S^τ / Σ S^τ`, S the " +
        "sum of `e^(V/στ)` over the nest, corrections `-στ ln E` (McFadden 1978; Guevara & Ben-Akiva 2013). With " +
        "`destinationLaw: radiation` who leaves goes where radiation leads, by jobs and their order in travel time from home " +
        "(Simini et al. 2012).",
      "依据每种生活的效用`V`（下列各项之和）和一个按键生成的均匀数，其分布等同于为每种生活各抽一个Gumbel数：`P = e^(V/σ) / Σ e^(V/σ)`。" +
        "每个被想到的地点以`-σ ln E`修正，E为其期望被想到的次数，从而抽样不会使选择产生偏差。决定不具约束力，下次考虑时可以改变。" +
        "另有两种法则可作为假设：`nestDissimilarity` τ小于1时为嵌套logit（家乡、本县、他县、区域外）：`P = e^(V/στ) / S · S^τ / Σ S^τ`，" +
        "S为巢内`e^(V/στ)`之和，修正为`-στ ln E`（McFadden 1978；Guevara & Ben-Akiva 2013）；`destinationLaw: radiation`时，" +
        "离开者的去向由辐射模型给出，取决于就业岗位及其离家出行时间的次序（Simini et al. 2012）。",
    ),
  },
  {
    question: both("Individual sensing and memory", "个体感知与记忆"),
    answer: both(
      "Incomes, chances of work, rents and services are seen as they are this month, without error and without cost. " +
        "What is remembered is the month of leaving home, and where co-villagers went.",
      "收入、就业机会、房租和服务按当月实际值感知，无误差、无成本。被记住的只有离家的月份和同村人的去向。",
    ),
  },
  {
    question: both("Prediction and uncertainty", "预测与不确定性"),
    answer: both(
      "The present is taken to last until 65. Uncertain is whether a job is found: income is expected income, the wage " +
        "times the chance of work.",
      "假定当前状况延续至65岁。不确定的是能否找到工作：收入为期望收入，即工资乘以就业概率。",
    ),
  },
  {
    question: both("Norms, culture, spatial aspects", "规范、文化与空间"),
    answer: both(
      "Registration (hukou) as entitlement and barrier, patrilocal marriage, filial ties through elders at home, " +
        "belonging to the home settlement and, by half, its county. Distance counts from home, in travel time, until one has settled.",
      "户籍既是权益也是门槛；从夫居；通过在家老人体现的亲情联系；对家乡的归属感，在本县其他地方减半。定居之前，距离以离家的出行时间计。",
    ),
  },
  {
    question: both("Interaction, collectives", "相互作用与集体"),
    answer: both(
      "Decisions are individual. Children move along with parents; the family counts as those at home one is apart from. " +
        "Wedded couples decide where to live by custom, not by bargaining.",
      "决策由个人作出。子女随父母迁移；家庭以“与在家成员分离”的形式计入。夫妻的居住地由习俗决定，而非讨价还价。",
    ),
  },
  {
    question: both("Heterogeneity", "异质性"),
    answer: both(
      "People differ by age, sex, schooling, family, home, registration, residence, work, savings and time away. The " +
        "weights of the terms are the same for all, but for what age and registration make of them.",
      "人在年龄、性别、受教育年限、家庭、家乡、户籍、居住地、工作、储蓄和在外时间上各不相同。各项权重对所有人相同，年龄和户籍带来的差别除外。",
    ),
  },
  {
    question: both("Observation of decisions", "对决策的观测"),
    answer: both(
      "For each pair of tiers the difference of every term between the chosen and the present life is added up exactly, so " +
        "that _why did they move_ has an answer; `urflow trace` gives it for one agent with the chance it had.",
      "对每一对层级，所选生活与当前生活之间各效用项的差额精确累加，因此“他们为何迁移”有确切答案；`urflow trace`对单个主体给出答案及其概率。",
    ),
  },
];

/** A term without its words is a fault that the compiler finds. */
export const TERM_TEXTS: Readonly<Record<(typeof TERMS)[number], Text>> = {
  income: both(
    "log of expected monthly income, over the working years that remain: `weight · h(age) · ln y`",
    "期望月收入的对数，按余下工作年限计：`weight · h(age) · ln y`",
  ),
  rent: both(
    "what remains after the cost of living there: `weight · h(age) · ln(1 - r)`",
    "扣除当地居住成本后所余：`weight · h(age) · ln(1 - r)`",
  ),
  services: both(
    "services that one is entitled to: `weight · ln(1 + access · entitled)`",
    "有权享受的公共服务：`weight · ln(1 + access · entitled)`",
  ),
  distance: both(
    "distance from home, until settled: `-weight · ln(1 + hours)`",
    "定居前的离家距离：`-weight · ln(1 + hours)`",
  ),
  commuting: both("the daily way there and back: `-weight · hours`", "每日往返通勤：`-weight · hours`"),
  family: both(
    "grown-ups, children and elders at home from whom one is apart until settled, in full from two hours on",
    "定居前与在家成年人、儿童和老人分离，两小时及以上计足",
  ),
  network: both("share of co-villagers who live there", "住在该地的同村人比例"),
  belonging: both(
    "living in the home settlement, or where one has settled and is registered; half of it elsewhere in the own county",
    "住在家乡，或已定居并落户之地；在本县其他地方减半",
  ),
  registration: both(
    "living where one isn't registered, by tier: nothing in villages, most in the largest cities outside",
    "在非户籍地生活的代价，按层级：村庄为零，区域外特大城市最高",
  ),
  cost: both("the cost of moving; going home costs less", "迁移成本；回家的成本较低"),
  size: both(
    "how large a market for labour the place is: `σ b ln(S / 100,000)`",
    "该地劳动力市场的规模：`σ b ln(S / 100,000)`",
  ),
  place: both(
    "constant of the way of life in the home county, from start-year data",
    "家乡县该种生活方式的常数，由起始年数据得到",
  ),
};
