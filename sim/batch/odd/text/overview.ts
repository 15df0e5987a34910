/** Prose of the overview: what the model is for, by which patterns it is judged, in which scales it is told. */
import { both } from "../blocks.ts";

export const INTRO = [
  both(
    "This description follows the ODD protocol (Grimm et al. 2006, 2010, 2020); how people decide is told by the " +
      "questions of ODD+D (Müller et al. 2013). Its tables and the order of the month are read from the code of version " +
      "{version}, so they can't differ from what runs; the prose is written by hand.",
    "本说明遵循ODD协议（Grimm等 2006、2010、2020），人的决策部分按ODD+D（Müller等 2013）的问题展开。" +
      "各表格和每月的执行顺序直接取自{version}版的代码，因此与实际运行的模型一致；文字部分由人工撰写。",
  ),
];

export const PURPOSE = [
  both(
    "urflow shows how people, money and land move between villages, towns, county seats, core cities and the labour " +
      "markets beyond a region, and how policies change that over decades. It is made to compare: the same region, the " +
      "same people and the same luck, with and without a measure. The questions are of the kind: does more building land " +
      "for small towns keep people there? Where do village savings go, and does a rule for local lending hold them back? " +
      "Who is left behind?",
    "urflow展示人口、资金和土地如何在村庄、镇、县城、中心城市以及区域外的劳动力市场之间流动，以及政策在数十年间如何改变这些流动。" +
      "它用于比较：同一地区、同一批人、同样的随机性，实施或不实施某项措施。典型问题如：增加小城镇建设用地能否留住人？" +
      "村民的存款流向何处，本地再投资规定能否把它留下？谁被留在了乡村？",
  ),
  both(
    "It is written for research, teaching and for talks among those who plan. It is no forecast: read differences " +
      "between arms of an experiment, with their intervals, before you read levels.",
    "它面向研究、教学和规划讨论。它不是预测工具：应先看实验各组之间的差异及其区间，再看水平值。",
  ),
  both(
    "Four rules hold throughout. Policies move levers (prices, costs, budgets, quotas, travel, eligibility, information, " +
      "membership), never outcomes. Nothing is lost: people, yuan and square metres are whole numbers, and a ledger that " +
      "asks for equality stops the run at the first miss. Every number has a source or the word _assumed_. Chance is " +
      "keyed, so that one's luck never depends on what others do.",
    "全模型遵守四条规则。政策只改变杠杆（价格、成本、预算、指标、出行、资格、信息、成员身份），从不直接改变结果。" +
      "一切守恒：人、元、平方米都是整数，账本要求严格相等，一旦不符即停止运行。" +
      "每个数字都有来源，或注明“assumed”（假设）。随机性按键生成，任何人的运气都不取决于他人的行为。",
  ),
];

export const PATTERNS_INTRO = both(
  "The model is judged by patterns that nobody put in, by known answers of its parts (docs/known-answers.md) and by " +
    "a later census (see [limits and skill](#limits)). Put in are the numbers of the start year and " +
    "constants of place from it. Not put in, and so worth looking for:",
  "模型的检验依据有三：并未人为设定的模式、各组成部分的已知解（docs/known-answers.md），以及后一次普查（见[适用范围与预测能力](#limits)）。" +
    "人为给定的只有起始年的数据和由其推得的地点常数。以下模式并未设定，因此值得检验：",
);

export const PATTERNS = [
  both("Moves thin out with distance, as in gravity models.", "迁移量随距离衰减，如引力模型所述。"),
  both(
    "Those who move are mostly in their twenties. No rate by age is given: the young have more years of work ahead, and look for a first job.",
    "迁移者以二十多岁的人为主。模型没有给定分年龄迁移率：年轻人余下的工作年限更长，且正在寻找第一份工作。",
  ),
  both("People follow co-villagers (chain migration).", "人们跟随同村人迁移（链式迁移）。"),
  both("Those left behind in villages are old.", "留在村庄的人趋于老龄化。"),
  both("Sizes of settlements follow a rank-size rule.", "聚落规模服从位序—规模法则。"),
  both(
    "Savings of villages are lent elsewhere, most from poor counties.",
    "村庄的存款被贷往别处，贫困县最甚。",
  ),
  both(
    "Unemployment remains where wages are higher than those of farming (Harris & Todaro 1970).",
    "在工资高于务农收入之处，失业持续存在（Harris & Todaro 1970）。",
  ),
];

export const PATTERNS_FOUND = both(
  "What was found when they were measured, in the runs that docs/patterns.md names:",
  "实际检验的结果（所用运行见docs/patterns.md）：",
);

export const SCALES = [
  both(
    "A step is a month, a run usually 30 years. Rates are stated per year. An agent stands for `scale` persons of one " +
      "age, family and place (1 is one to one); shares, rates and sums of money don't depend on it but for sampling. An " +
      "enterprise is one, whatever the scale. Money is whole yuan of 2020, land whole square metres (shown in hectares), " +
      "travel minutes one way. Places are points with coordinates, an area and land by use; ways between them are travel " +
      "times, not streets. All state stands in the tables below, over one buffer, which is at once the save file.",
    "一步为一个月，一次运行通常为30年；各种率均按年表述。一个主体代表`scale`个年龄、家庭和地点相同的人（1即一比一）；" +
      "除抽样误差外，比重、率和金额不依赖于它。企业始终按一家计，与该比例无关。" +
      "货币为2020年不变价整数元，土地为整数平方米（以公顷显示），出行以单程分钟计。" +
      "地点是带坐标、面积和各类用地的点，地点之间只有出行时间，没有街道。全部状态都在下列各表中，位于同一缓冲区，它同时就是存档。",
  ),
];

export const SCHEDULE = [
  both(
    "Every month the processes run once, in this order, each on what those before it left. Each declares which columns it " +
      "reads and writes, and tests watch that it touches no others.",
    "每个月各过程按下列顺序各运行一次，每个过程都以之前过程的结果为基础。每个过程都声明其读写的列，测试会检查它没有触及其他列。",
  ),
  both(
    "Within a process, updating is synchronous where people look at each other: everyone who thinks about moving sees the " +
      "world as it stood when the month's thinking began, and then all moves are made. No result depends on the order of " +
      "people, or on the number of threads. After the last process the ledger checks people, money, land and quotas, " +
      "and each January the indicators of the past year are recorded; a hash chains all states.",
    "在人们相互观察之处，更新是同步的：每个考虑迁移的人看到的都是当月决策开始时的世界，之后所有迁移一并执行。" +
      "结果不依赖于人的先后顺序，也不依赖于线程数。最后一个过程之后，账本核对人口、资金、土地和指标；每年记录一次指标；哈希值把所有状态串联起来。",
  ),
  both(
    "Some things happen once a year: each person's year of life is looked at in one month that its row gives, quotas of " +
      "building land are granted each January, pools of land money are handed out each December, and what places do together " +
      "is settled then.",
    "有些事情每年发生一次：每人的年度生命事件在其行号所定的月份处理；建设用地指标每年一月下达；土地收益池每年十二月分配，各地的协作也在此时结算。",
  ),
];
