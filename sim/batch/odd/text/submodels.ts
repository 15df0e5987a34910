/** Each process in prose with its main equations; one without words here is told by the docstring of its file. */
import type { Text } from "../../../indicators/indicator.ts";
import { both } from "../blocks.ts";

export interface SubmodelText {
  readonly title: Text;
  /** What it does, in one Chinese sentence; the English one is in its file. */
  readonly does: string;
  readonly text: readonly Text[];
}

export const SUBMODELS: Readonly<Record<string, SubmodelText>> = {
  policies: {
    title: both("Policies", "政策"),
    does: "政策转化为各聚落本月的杠杆值。",
    text: [
      both(
        "A policy is data: measures, each with a lever, places, first and last month, value, payer and, if it has one, a " +
          "running cost. Where measures meet at one place, amounts (yuan, hectares) add up to the bound of the lever; " +
          "shares and rules must be the same, or the run is refused before it begins.",
        "政策是数据：由若干措施组成，每项含杠杆、地点、起止月份、数值、付款方，以及可能的运行成本。多项措施在同一地点相遇时，金额和面积相加，以杠杆上限为限；比例和规则必须一致，否则运行前即被拒绝。",
      ),
      both(
        "A measure that the county pays rests while its treasury is empty. A policy to which the scenario gives a purse rests while it has cost " +
          "more than its purse was given: a twelfth of the yearly sum each month. Rules never rest. Each yuan is booked to " +
          "the policy that moved the lever, and to who paid: measures that share a lever share its cost by value.",
        "由县支付的措施在县国库为空时暂停。情景为其设定经费总额的政策，其累计支出超过已拨经费（每月拨年度总额的十二分之一）时暂停。规则从不暂停。每一元都记入推动该杠杆的政策及其付款方；共用杠杆的措施按数值分担成本。",
      ),
    ],
  },
  production: {
    title: both("Production and wages", "生产与工资"),
    does: "计算农业和企业本月的产出、企业所需人手、当地工资和资本回报。",
    text: [
      both(
        "Farms: retail value `V = A T^b L^(1-b)` of T hectares and L farmers; the farm gets the share " +
          "`φ = φ_raw + (φ_proc - φ_raw) x`, x the part of the harvest that is processed in the county; farmers share it " +
          "equally. Firms: value added `Y = A m(N) K^a (pL)^(1-a)` with `m(N) = N^e - t N^g`, N modern workers in 10,000, p " +
          "productivity, L counted by schooling as pay is. They want the hands at which the marginal product is the wage, " +
          "`L = K ((1-a) A m p^(1-a) / w)^(1/a)`; shops want hands for the demand they expect. Wages of a labour market move " +
          "towards those at which firms want the labour force less frictional unemployment, bent by a wage curve, never " +
          "below a floor.",
        "农业：T公顷土地和L名农民的零售产值`V = A T^b L^(1-b)`；农场所得份额`φ = φ_raw + (φ_proc - φ_raw) x`，x为在本县加工的收成比例；农民平均分享。" +
          "企业：增加值`Y = A m(N) K^a (pL)^(1-a)`，其中`m(N) = N^e - t N^g`，N为现代部门从业者（万人），p为生产率，L按受教育年限折算，与工资一致。" +
          "企业所需人手使边际产出等于工资：`L = K ((1-a) A m p^(1-a) / w)^(1/a)`；商店按预期需求雇人。" +
          "一个劳动力市场的工资趋向使企业所需等于劳动力减去摩擦性失业的水平，受工资曲线调整，且不低于下限。",
      ),
    ],
  },
  employment: {
    title: both("Jobs", "就业"),
    does: "部分岗位终止，人手过多的企业裁员，需要人手的企业在当地求职者中招聘；剩下的即失业。",
    text: [
      both(
        "Jobs end at the rate `separation`; of hands too many a part is let go each month; open jobs go to those who look " +
          "for work in the place, all with the same chance.",
        "岗位按`separation`的速率终止；多余人手每月裁减一部分；空缺岗位由在当地求职的人以相同概率获得。",
      ),
    ],
  },
  households: {
    title: both("Households", "家庭收支"),
    does: "家庭挣钱、汇款、消费和储蓄；每一元都来自另一账户，也流向可达的商店或区域外。",
    text: [
      both(
        "Pay by place, activity and schooling, `e^(r (s - 10))`. Circulating migrants send a share home, where it is spent. " +
          "Part of what is spent goes to shops within reach by attraction `M e^(-d t)`, the rest buys goods from outside. What " +
          "is left is deposited: at home for those who circulate, where they live for all others.",
        "收入取决于地点、活动和受教育年限，`e^(r (s - 10))`。循环流动者把一部分寄回家并在家乡消费。" +
          "消费的一部分按吸引力`M e^(-d t)`流向可达的商店，其余购买区域外商品。剩余存入银行：循环流动者存在家乡，其他人存在居住地。",
      ),
    ],
  },
  lending: {
    title: both("Banks", "银行信贷"),
    does: "企业付息还款；闲置存款贷往扣除放贷成本后回报最高之处。",
    text: [
      both(
        "From zone o to zone d flows an amount in proportion to `K_d e^((r_d - c_d - border_od) / σ)`, r the return of " +
          "capital, c the cost of lending there; nobody takes more than still earns its cost, can be built in a month, and " +
          "leaves debt sound. Loans are repaid out of deposits that fall. That village savings leave is an outcome.",
        "从分区o流向分区d的金额与`K_d e^((r_d - c_d - border_od) / σ)`成比例，r为资本回报，c为在该地放贷的成本；" +
          "借款不超过仍能抵偿成本、一个月内能建成且债务稳健的限度。村庄存款外流是结果而非规则。",
      ),
    ],
  },
  investment: {
    title: both("Taxes, wear and new capital", "税收、折旧与投资"),
    does: "缴税、资本折旧，贷款和部分利润转为资本，补助予以配套，其余利润分给当地从业者。",
    text: [
      both(
        "Firms pay tax on value added, lose capital by wear, and turn loans, matching grants and part of the profit into " +
          "capital as far as it still earns its cost and has land to stand on. They keep two months' wages in the account; " +
          "the rest of the profit goes to the workers of the place, most owners being self-employed.",
        "企业按增加值缴税，资本因折旧减少，并在仍能抵偿成本且有用地的范围内把贷款、配套补助和部分利润转为资本。账户保留两个月工资；其余利润分给当地从业者（多数所有者即自雇者）。",
      ),
    ],
  },
  functions: {
    title: both("Functions of towns and cities", "城镇功能分工"),
    does: "每月新增工业资本进入各行业（按回报或按县政府引导）；每年十二月行业市场出清，各地生产率随互补与重复而变。",
    text: [
      both(
        "Each town, seat and core has a profile p over eight branches. New capital goes to `(1 - e) p P^(1/(1-a)) + e m`, " +
          "P the price and m the market of a branch, or as steered: all to the same branches, or to those of which the place " +
          "has more than the region. Productivity of works moves by `(1 + η C) Σ p P` over that of the start. " +
          "`C = Σ Y_j e^(-t/τ) (1 - cos(p_i, p_j)) l_ij / Σ Y_j`, Y the value of works, t the way, l the part of inputs that " +
          "two places could supply each other. `P = min(1, (m / q)^(1/ε))`, q the part of a branch in the region's works and " +
          "m what these works and markets beyond take.",
        "每个镇、县城和中心城市在八个行业上有结构p。新资本按`(1 - e) p P^(1/(1-a)) + e m`进入各行业，P为行业价格，m为其市场；或按引导：都进入同样的行业，或进入本地占比高于区域的行业。" +
          "工业生产率按`(1 + η C) Σ p P`相对起始值变动。`C = Σ Y_j e^(-t/τ) (1 - cos(p_i, p_j)) l_ij / Σ Y_j`，Y为工业产值，t为路程，l为两地可互相供应的投入比例。" +
          "`P = min(1, (m / q)^(1/ε))`，q为该行业占区域工业的比例，m为区域工业和外部市场所取的比例。",
      ),
    ],
  },
  landUse: {
    title: both("Land", "土地"),
    does: "闲置宅基地可复垦并产生指标；企业申请建设用地；占用耕地须补充；农地流转、撂荒或复耕。",
    text: [
      both(
        "Every square metre stands in one account and their sum never changes. New building land comes from reserve, then " +
          "idle, then tilled fields, within the county's quota and outside protected farmland; the county keeps the price less " +
          "compensation, and fields built on are made good. Leased land grows by `g l (1 - l / c)`. Fields lie idle by a " +
          "logistic of `k + b_s slope + b_t hours - b_l ln(hands / needed) - b_m margin`. Reclaimed homesteads become fields " +
          "and quota.",
        "每平方米都在一个账户中，总和不变。新增建设用地依次来自储备地、撂荒地和耕地，受县指标和永久基本农田限制；县得到地价扣除补偿的部分，占用的耕地须补充。" +
          "流转面积按`g l (1 - l / c)`增长。撂荒趋向logistic函数`k + b_s·坡度 + b_t·小时 - b_l ln(劳力/所需) - b_m·净收益`。宅基地复垦后成为农地和指标。",
      ),
    ],
  },
  budgets: {
    title: both("Public budgets", "财政"),
    does: "转移支付到账，中心城市在各县间均衡收入，在国库和债务上限内支付维护、新落户者和公共服务。",
    text: [
      both(
        "Taxes, transfers and land sales pay, in this order, for interest, upkeep, those newly registered, goods for services " +
          "and posts, as far as cash and the debt cap reach. A resident costs `c0 (1 + k / density)`. What was planned and " +
          "not paid is recorded, or, where a rule says so, given by the state. The core city takes a share of other counties' own revenue for those with less a head.",
        "税收、转移支付和土地出让依次支付利息、维护、新落户者、服务用品和岗位，以现金和债务上限为限。一名居民的成本为`c0 (1 + k / 密度)`。" +
          "已列计划而未支付的部分予以记录；若规则规定，由国家补足。中心城市提取其他县自有收入的一部分，给人均较少的县。",
      ),
    ],
  },
  access: {
    title: both("Access to services", "公共服务可达性"),
    does: "按学校、诊所和县级医院分别计算增强型两步移动搜寻可达性。",
    text: [
      both(
        "Step one divides what a place supplies by the clients in its catchment, near ones counting more; step two adds up " +
          "what each settlement can reach: `A_i = Σ_j g_ij S_j / Σ_k g_kj P_k`, Gaussian weights g, over the region's supply " +
          "per client at the start.",
        "第一步用某地的供给除以其服务范围内的服务对象，近者权重大；第二步把每个聚落可达的供给相加：`A_i = Σ_j g_ij S_j / Σ_k g_kj P_k`，g为高斯权重，以起始时全区人均供给为1。",
      ),
    ],
  },
  rents: {
    title: both("Rents", "房租"),
    does: "房租占工资的比重随建成区人口密度上升。",
    text: [
      both(
        "`r = r0 (density / density at the start)^e`, at most 0.9 of the wage.",
        "`r = r0 (密度 / 起始密度)^e`，至多为工资的0.9。",
      ),
    ],
  },
  publicWorks: {
    title: both("Public works", "公共建设"),
    does: "政策在日常预算之外的建设：整治村庄，可按乡土风貌，也可按统一设计；修路，开通跨界通勤线路。",
    text: [
      both(
        "Works on streets, fronts and dwellings renew the part `l = e / R` of a place a year, e yuan and R the cost of " +
          "renewing it, per registered person. What stands wears out at a yearly rate. Works to one common design move the mix " +
          "of styles `p <- (1 - l) p + l p*`; it returns slowly. The styles of the start are drawn. Living there is worth " +
          "`w ln(1 + A)` more, A what stands renewed. Roads up (village to town, town to seat, seat to core) lose part of their " +
          "minutes over the years, at a cost by length, and every trip over them is shorter by as much; lines make daily trips " +
          "to work across a county's border shorter, at a cost by residents. Logistics that take the part c of the traders' margin m " +
          "away and direct sale of the part d raise what reaches the farm to " +
          "`(1 - d)(φ_raw + (φ_proc - φ_raw) x + c m) + d φ_direct`, at a cost by what is saved and what is sold. Budgets of schools, clinics and hospitals add to the supply of that " +
          "kind alone; a branch of the county hospital in a town is one to whoever reaches it.",
        "街道、立面和住房的整治每年更新村庄的`l = e / R`部分，e为人均投入，R为整体更新的人均成本（按户籍人口）。更新部分按年损耗。" +
          "按统一设计的整治使风貌构成`p <- (1 - l) p + l p*`，之后缓慢恢复；起始风貌为抽取。当地居住效用增加`w ln(1 + A)`，A为现存更新程度。" +
          "上行道路（村到镇、镇到县城、县城到中心城市）逐年提速，成本按里程，经过的出行随之缩短；跨界通勤线路缩短跨县通勤时间，成本按居民人数。物流降低流通加价m的c部分、直销占d部分，使农民所得份额升至`(1 - d)(φ_raw + (φ_proc - φ_raw) x + c m) + d φ_direct`，成本按节约额和销售额。学校、基层医疗和县级医院的追加预算只增加该类供给；镇上的县医院分院惠及可达居民。",
      ),
    ],
  },
  migration: {
    title: both("Movement of people", "人口迁移"),
    does: "人们考虑在哪里生活和工作并作出选择：留下、务农、通勤、循环流动、定居、返乡。",
    text: [
      both(
        "See [how people decide](#decisions). Moves take children along, change the counts, the account and the homestead, " +
          "and add to flows from zone to zone and to motives by tiers. Where a policy pays for it, families may move whole to " +
          "their town, seat or a central village: the grant g counts as `w ln(1 + g / (12 y T))`, and the homestead is given up.",
        "见[人如何决策](#decisions)。迁移带走子女，改变各项计数、账户和宅基地状态，并计入分区之间的流量和分层级的动因。政策补助下，家庭可整户迁往本镇、县城或中心村：补助g计为`w ln(1 + g / (12 y T))`，并退出宅基地。",
      ),
    ],
  },
  arrivals: {
    title: both("People from elsewhere", "外来人口"),
    does: "区域外认识某县某人的人，像本地人考虑离开那样考虑加入，合算则来。",
    text: [
      both(
        "A circle of people elsewhere stands behind those who had come to a county by the start year. They weigh the same " +
          "terms as people here against staying a farmer at home, `1 / (1 + e^(-G / σ))`, G the gain; who has come is followed " +
          "by others until the circle is used up.",
        "起始年前迁入某县的人背后，有一个仍在外地的相识圈。他们用同样的效用项与留在家乡务农相比，概率为`1 / (1 + e^(-G / σ))`，G为增益；已来者会带来后来者，直到相识圈用尽。",
      ),
    ],
  },
  demography: {
    title: both("Birth, school, marriage, death", "生育、教育、婚姻与死亡"),
    does: "人出生、上学、结婚、变老和死亡；死亡率按Gompertz，生育按母亲年龄。",
    text: [
      both(
        "Death after Gompertz (1825), births by age of the mother around the total fertility rate. At 15 and 18 a pupil goes " +
          "on with the chance `min(1 / (1 + e^-(o + k (S_c - S) + m ln(y / Y))), (A + A_seat) / 2)`: schooling of the county, " +
          "income of the family, access to services. Women marry men near in age and place; mostly the bride joins the " +
          "groom's household, a part found one of their own. Savings are inherited. Retirement ends work.",
        "死亡率按Gompertz（1825），生育按母亲年龄围绕总和生育率分布。15岁和18岁时升学的概率为`min(1 / (1 + e^-(o + k (S_c - S) + m ln(y / Y))), (A + A_seat) / 2)`，" +
          "取决于本县教育水平、家庭收入和公共服务可达性。女性与年龄、地点相近的男性结婚；多为新娘加入新郎家庭，部分另立门户。储蓄可继承。退休后不再工作。",
      ),
    ],
  },
  coordination: {
    title: both("Platforms and coordination", "平台与协作"),
    does: "各地共同之事：平台按月付费，每年十二月结算平台、边界分区、跨界设施和邻避设施。",
    text: [
      both(
        "Platforms keep a brand, a club good: `B + gain · effort · coverage - decay · B - harm · free riding`; members pay " +
          "with the chance `logistic((gain of paying - own part of the cost) / spread)`, and a platform that stays short of " +
          "its cost dissolves. Counties deal by none, plan or market, each matter by itself where a rule says so, over border zones (Coase 1960), unwanted facilities " +
          "(volunteer's dilemma, Diekmann 1985; low-bid auction, Kunreuther et al. 1987) and links across borders, of which a " +
          "side alone provides `1 / (1 + s)` and a bargain that loses the part l `1 / (1 + l s)`.",
        "平台维护品牌这一俱乐部产品：`B + 增益·投入·覆盖 - 衰减·B - 损害·搭便车`；成员以`logistic((付费收益 - 自身成本份额) / 离散度)`的概率付费，长期入不敷出的平台解散。" +
          "各县按“无、计划、市场”三种方式（可分事项设定）处理边界分区（Coase 1960）、邻避设施（志愿者困境，Diekmann 1985；最低价拍卖，Kunreuther等 1987）和跨界设施，单方只提供`1 / (1 + s)`，损失l部分的协商提供`1 / (1 + l s)`。",
      ),
    ],
  },
  enterprises: {
    title: both("Enterprises", "企业"),
    does: "把企业部门本月的变化记到每家企业；有的关闭，有的创立，有的搬迁，效率逐年变化。",
    text: [
      both(
        "Value added and wages fall to enterprises by efficiency times capital, `z K`; loans and new capital by what each wants, " +
          "`K z^(1/(1-a))`. `ln z` comes back to its mean from year to year (Hopenhayn 1992). Founders need savings and a loan " +
          "(Evans & Jovanovic 1989) and come with a chance in proportion to `e^((r - r_out) / σ)`. An enterprise closes when " +
          "it is out of cash and over-indebted for half a year or has earned less than its wear for three; what it owes " +
          "beyond its worth is the banks' loss. Moving is a logit of returns, with the cost of capital that can't be moved.",
        "增加值和工资按效率与资本之积`z K`分到各企业；贷款和新资本按各自所需`K z^(1/(1-a))`分配。`ln z`逐年回归均值（Hopenhayn 1992）。" +
          "创业者需要储蓄和贷款（Evans & Jovanovic 1989），概率与`e^((r - r_out) / σ)`成比例。" +
          "现金断绝且资不抵债达半年，或三年收益低于折旧的企业关闭；超出其价值的欠款由银行承担。搬迁是对回报的logit选择，计入无法搬走的资本。",
      ),
    ],
  },
};
