/** Prose of the details: how a run starts, what it takes in, what it can't tell. */
import type { Text } from "../../../indicators/indicator.ts";
import type { DriverId } from "../../../scenario/scenario.ts";
import { both } from "../blocks.ts";

export const INITIALISATION = [
  both(
    "A world begins in the observed state of its start year, from the scenario file and its own synthesis seed; the seed " +
      "of a run changes nothing in it. People stand in the numbers of the census by county, town and country, and age; those " +
      "registered there and living elsewhere are agents in other counties or outside, tied to their families at home. Villages, towns, families and what the " +
      "file does not tell are synthesised and marked so.",
    "世界始于起始年的观测状态，由情景文件及其合成种子生成；运行的种子对此没有影响。人口符合普查的县、城乡和年龄数字；" +
      "外出者住在区域内其他县或区域外门户，家庭在本地。村庄、镇、家庭以及文件未给出的内容由合成得到，并作标注。",
  ),
  both(
    "There is no start-up shock to speak of. Firms begin with the capital at which one yuan more would about earn its " +
      "cost, shops sell what their workers live on, budgets balance, loans stand where lending and paying back are in " +
      "balance, couples are as many as the rates lead to, enterprises of the size and efficiency of fifteen years of the " +
      "same change. Tests hold the first year to that.",
    "基本没有启动冲击。企业初始资本使多投一元恰好抵其成本，商店的销售与其从业者的生计相符，财政平衡，贷款处于借还平衡点，" +
      "夫妻数与婚姻率一致，企业的规模和效率如同已经历十五年的同样变化。有测试检验第一年的平稳。",
  ),
  both(
    "The flows of the first month continue what the start year shows: constants of place for ways of life in each county " +
      "are solved so that as many are expected to take up farming as to give it up, that of the young at home the share " +
      "`startOutflow` leaves for elsewhere, net, by where those away live now, that villages lose to the county's own " +
      "towns and seat the share `startDrain`, and that as many come from elsewhere as `startInflow` says of the newcomers " +
      "who are there. They come from the start year and the years before, never from later outcomes, and stay what they " +
      "are. A county whose census counts births has more or fewer of them than the drivers say, to the end of the run.",
    "首月的流动延续起始年所见：各县各种生活方式的地点常数由求解得到，使务农的进出预期相等；在家青年中净外出的比例为`startOutflow`，去向按现有外出者的分布；" +
      "村庄流向本县镇和县城的比例为`startDrain`；从外地来的人数与在本地的外来人口之比为`startInflow`。" +
      "它们来自起始年及此前数年，从不来自之后的结果，此后不再改变。普查有出生数的县，其生育水平与外部序列之比保持到运行结束。",
  ),
];

export const INPUT = [
  both(
    "Outside series, which the region can't change, are data of the scenario with unit, dated points and source. Between " +
      "points they are linear; behind the last they hold or go on with the last slope, as the file says. What lies after the " +
      "last observed year is an assumption that the user sees and can change.",
    "区域无法改变的外部序列是情景数据，带单位、有日期的点和来源。点与点之间线性插值；最后一点之后按文件所述保持不变或延续末段斜率。最后观测年之后的走势属于假设，用户可见且可改。",
  ),
];

/** A driver without its words is a fault that the compiler finds. */
export const DRIVER_TEXTS: Readonly<Record<DriverId, Text>> = {
  outsideWageGrowth: both("growth of real wages beyond the region", "区域外实际工资增长"),
  productivityGrowth: both("growth of productivity of modern sectors", "现代部门生产率增长"),
  fertility: both("children per woman", "总和生育率"),
  mortality: both("factor on the life table", "生命表死亡率乘数"),
  transferPerHead: both(
    "transfers from higher government per registered resident",
    "上级政府对每名户籍居民的转移支付",
  ),
  farmPrice: both("retail price of farm produce over its first value", "农产品零售价格（以首值为1）"),
};

export const AFTER: Readonly<Record<"hold" | "trend", Text>> = {
  hold: both("holds", "保持不变"),
  trend: both("goes on with the last slope", "延续末段斜率"),
};

export const NO_CALIBRATION = both(
  "None of the parameters was tuned to a later census: each stands at its default, from a source or assumed.",
  "没有任何参数针对之后的普查做过调校：所有参数均取默认值，来自文献或假设。",
);
export const CALIBRATION = both(
  "Parameters marked _tuned_ were drawn between their bounds and kept where runs from the census of 2010 came near that " +
    "of 2020 (`urflow calibrate`, docs/calibration.md); mean and 5th to 95th percentile of what was kept stand beside the " +
    "default. All others stand at their default.",
  "标为“已调校”的参数在取值范围内抽取，保留从2010年普查起步、结果接近2020年普查的组合（`urflow calibrate`，docs/calibration.md）；" +
    "表中列出保留值的均值及第5至95百分位数。其余参数取默认值。",
);

export const LIMITS = both(
  "What the model can't tell, as docs/model.md has it:",
  "模型不能回答的有（与docs/model.md一致）：",
);

/** Chinese of what docs/model.md says that the model can't tell, by its English; what has none stays English. */
export const LIMITS_ZH: Readonly<Record<string, string>> = {
  "Most behavioural numbers are assumed within ranges of the literature. Five that set the flows of the start are [tuned](calibration.md) to 34 counties, and a county's population is still missed by about 15 % in ten years. Compare arms of an experiment; don't read levels as forecasts.":
    "多数行为参数是在文献范围内假设的。决定起始流动的五个参数针对34个县级单位做过[调校](calibration.md)，十年后各县人口的误差仍约为15%。应比较实验的各组，不应把水平值当作预测。",
  "Those who come from elsewhere all find their way by someone who is there already; new ties to new places don't form.":
    "外来者都经由已在当地的人而来；不会形成通往新地方的新联系。",
  "Urban growth by reclassified land isn't in the model. In the censuses it is a large part of it.":
    "模型不含因区划调整而产生的城镇增长，而在普查中这占很大一部分。",
  "Enterprises don't know each other: they neither trade inputs nor learn from neighbours, and have no owners after their founding. Profit is paid out to the workers of the place.":
    "企业互不相识：既不交易中间品，也不向邻近企业学习，创立之后没有所有者。利润分给当地的从业者。",
  "Functions of cities are those of places, not of enterprises: one that moves makes what its new place makes. Services to firms are no branch, and what markets beyond the region want stays as it was.":
    "城市功能属于地点而不属于企业：企业迁移后生产新地点的产品。生产性服务不是单独的行业，区域外市场的需求结构保持不变。",
  "Where services stand follows public jobs as they were at the start: no school is closed, and of hospitals none but branches in towns is built. A post is offered where it stood; in villages that empty some find nobody, while fewer are left to be served. So access of villages stays or rises in most worlds, and falls where both villages and budgets shrink (Harbin–Changchun).":
    "公共服务的布局沿用起始时的公共岗位：不关闭学校，除镇上分院外也不新建医院。岗位在原处补缺；在人口流失的村庄，有的岗位无人应聘，但需要服务的人也更少。因此多数区域的村庄可达性持平或上升，在村庄与财政同时收缩的区域（哈尔滨—长春）则下降。",
  "Which places are within a daily trip was settled at the start: faster roads make trips shorter, and add none.":
    "日常可达的地点在起始时确定：道路提速只缩短出行时间，不增加可达地点。",
  "The price of quota and the part of fields that lie idle at the start are assumed: no source could be confirmed.":
    "指标价格和起始时的撂荒比例为假设：未能找到可确认的来源。",
  "Farm prices, fertility and outside wages go on as the scenario says.":
    "农产品价格、生育率和区域外工资按情景给定的走势变化。",
  "Children and pensioners have no income share within the family, so income per head understates families with many of either.":
    "儿童和领取养老金者在家庭内部没有收入份额，因此儿童或老人较多的家庭人均收入被低估。",
  "What is saved is hardly ever spent: deposits grow about tenfold in thirty years, faster than what firms can use, so the part of them that is lent falls. Compare arms; don't read shares of deposits as levels.":
    "储蓄几乎不再被花掉：存款三十年约增至十倍，快于企业所能使用的资金，因此贷出的比重下降。应比较实验的各组，不应把存款比重当作水平值。",
  "Farms gain by price and land per hand alone, modern work by the drivers' productivity: incomes of villages and cities draw apart, while in China they have drawn nearer since 2009.":
    "农业只因价格和人均耕地而增收，现代部门则随外生的生产率增长：城乡收入差距扩大，而中国的差距自2009年以来在缩小。",
  "A labour market of a few agents knows no small shortage of work: in coarse runs wages of small towns rise faster than elsewhere, and villages' few searchers are many beside their jobs.":
    "只有几个主体的劳动力市场无法表现轻微的岗位不足：在较粗的尺度下，小镇工资涨得比别处快，村庄里为数不多的求职者相对其岗位显得很多。",
  "Where people look for work is not at rest at the start: in the first year Quzhou's core city loses about a tenth of its modern labour force, and towns win.":
    "起始时求职地点并未达到平衡：第一年衢州中心城市失去约十分之一的现代劳动力，乡镇则增加。",
};

export const NO_SKILL = both(
  "Skill: `urflow hindcast` starts counties in the census of 2010, runs to 2020 and scores population, urban share and the " +
    "share of 65 and more unit by unit beside predictions that need no model (no change, national trend, an accounting " +
    "rule). How, and what the scores mean: docs/hindcast.md. A model that loses to _no change_ is of no use for levels, " +
    "whatever it explains.",
  "预测能力：`urflow hindcast`让各县从2010年普查起步，运行到2020年，逐单位对人口、城镇比重和65岁及以上比重评分，并与不需要模型的预测（不变、全国趋势、核算规则）比较。" +
    "方法和评分含义见docs/hindcast.md。若模型不如“不变”，则无论解释了什么，都不能用于判断水平值。",
);
export const SKILL_UNTUNED = both(
  "no parameter was fitted to them, though the model was built with them in view",
  "没有参数针对它们拟合，但建模时已见过这些数据",
);
export const SKILL_TUNED = both(
  "each prefecture is predicted with what was tuned to the others alone, though the model was built with all in view",
  "每个地级市的预测只使用针对其他地级市调校的结果，但建模时已见过全部数据",
);
export const SKILL_ROW = both(
  "the row _tuned without it_ predicts each prefecture with what was tuned to the others alone, and the model was built with all in view",
  "“不用该地级市调校”一行只使用针对其他地级市调校的结果，且建模时已见过全部数据",
);
export const SKILL = both(
  "Skill: {units} counties of {prefectures} prefectures, started in the census of {from} and run to {to} (`urflow " +
    "hindcast`, docs/hindcast.md); {tuned}. A miss of 0.1 in population is about 10 %; shares are in percentage points. " +
    "_No change_ leaves every county as it was; _national trend_ changes it as the country changed, which no forecast " +
    "knows; an _accounting rule_ weighs births, newcomers and people away, by weights fitted to this decade (docs/hindcast.md). Where the model's miss is not clearly below theirs, it is of no use for levels, whatever it explains.",
  "预测能力：{prefectures}个地级市的{units}个县级单位从{from}年普查起步，运行至{to}年（`urflow hindcast`，docs/hindcast.md）；{tuned}。" +
    "人口误差0.1约为10%；比重以百分点计。“不变”指每个单位保持原样；“全国趋势”指按全国的变化而变，这是任何预测都无法预知的；“核算规则”对出生、外来和外出人口加权，权重针对这十年拟合（docs/hindcast.md）。" +
    "若模型的误差并不明显小于它们，则无论解释了什么，都不能用于判断水平值。",
);

/** Words of the scores in docs/hindcast.md in Chinese; one that isn't here stays English. */
export const SCORES_ZH: Readonly<Record<string, string>> = {
  "population: RMSE of log growth": "人口：对数增长的RMSE",
  "urban share: RMSE, points": "城镇比重：RMSE，百分点",
  "65 and more: RMSE, points": "65岁及以上：RMSE，百分点",
  rank: "秩相关",
  covered: "落入区间",
  "this model": "本模型",
  "tuned without it": "不用该地级市调校",
  "no change": "不变",
  "national trend": "全国趋势",
  "accounting rule (2010)": "核算规则（2010）",
};
