/** The lab's table as a page of the docs, in either language. */
import type { Text } from "../../indicators/indicator.ts";
import { difference, unitText } from "../report/figures.ts";
import type { ClaimResult, ContrastResult } from "./lab.ts";
import { ALONE, ROUNDS, TOLD } from "./search.ts";
import {
  amongAllText,
  carriersText,
  costText,
  findingText,
  MARK,
  verdictText,
  type Language,
  type Words,
} from "./words.ts";

export interface Made {
  readonly version: string;
  /** The command that makes the page again. */
  readonly command: string;
  readonly seeds: number;
  readonly flipSeeds: number;
}

const HEAD: Readonly<Record<Language, (made: Made, contrasts: number) => string>> = {
  en: ({ version, command, seeds }, contrasts) => `# Claims

What the sources claim, tried as experiments. Made by

    ${command}

with urflow ${version}: ${seeds} seeds, the same for all arms of a claim, so that they share their luck; arms that
are to cost the same have the same purse for each resident, as told below each claim. An effect is the mean over the seeds with
its 90 % bootstrap interval. A contrast is _as claimed_ where its whole interval lies on the side that the claim says,
_the other way_ where it lies on the other one, and _not shown_ where it holds 0. A claim is confirmed in a place where all
its contrasts are as claimed, refuted where one is the other way, and else not shown. It is confirmed _only when_ a
condition is met where one place confirms it and another doesn't, or where one assumption, moved within its range in
[the parameter table](parameters.md), makes or breaks it in the first place. No parameter was tuned to these results; the
purses of two sets of arms were set after a first look with fewer seeds, to make their costs alike. None is an estimate
for a real place: they say what follows from the model's assumptions.

**Among all**: of so many intervals at 90 % some miss 0 by chance. The column tells whether the verdict stands when the
chance of a single false finding among all ${contrasts} contrasts of this page is held to 10 % (t tests over the seeds, step-down
procedure of Holm 1979, Scandinavian Journal of Statistics 6: 65-70), and what it comes to where it doesn't; ${MARK} marks the
findings that don't stand so.
`,
  zh: ({ version, command, seeds }, contrasts) => `# 论断检验

将来源文献中的论断作为实验检验。生成命令：

    ${command}

urflow ${version}；${seeds} 个种子，各处理组使用相同种子，因而运气相同；需成本相同的各组按常住人口计的资金上限相同（见各论断说明）。
效应为各种子的均值及其90%自助法区间。区间全部位于论断一侧为“与论断一致”，全部位于另一侧为“与论断相反”，包含0为“未显示”。
在某一情景中，所有比较均一致则论断成立，有一项相反则不成立，其余为未能证明。若论断在一个情景成立而在另一个不成立，或某一假设在[参数表](parameters.md)范围内变动会使其在第一个情景成立或不再成立，则为“仅在以下情形成立”。未针对结果调整任何参数；其中两组的资金上限是在用较少种子初看之后设定的，以使各组成本相近。结果说明模型假设的推论，并非对现实地区的估计。

**多重比较**：90%区间数量众多，总有少数因偶然而不含0。该列说明在本页全部${contrasts}项比较中出现任何一项错误发现的概率控制在10%时（对种子作t检验，Holm 1979逐步法，Scandinavian Journal of Statistics 6: 65-70），结论是否仍成立，否则变为何种结论；${MARK}标出因此不成立的结果。
`,
};

/** How the assumptions behind verdicts were looked for, if they were. */
const SEARCH: Readonly<Record<Language, (flipSeeds: number) => string>> = {
  en: (flipSeeds) =>
    flipSeeds === 0
      ? "What carries the verdicts wasn't looked for in this run (`--flip-seeds 0`)."
      : `**What carries it**: in the first place named, every assumption of the table was moved to both ends of its range, in groups
drawn by chance, ${ROUNDS} times in other company, each group with one seed. The ${TOLD} to ${ALONE} ways that stood out most towards turning the verdict were
then gone alone, with ${flipSeeds} other seed${flipSeeds === 1 ? "" : "s"}. Told are those that turned it, at most three, followed back towards the usual value: the effects
with all seeds, moved by what the change did, lie on the other side of the verdict, and so does the whole 90 % interval of what
it did. Where none did, those are told that moved the weakest effect most, the one on which the verdict hangs. An assumption is missed that
does too little to stand out of the chance of so few runs, that its company undoes, or that turns the verdict on its way
and back again at the end.`,
  zh: (flipSeeds) =>
    flipSeeds === 0
      ? "本次运行未检验何种假设支撑结论（`--flip-seeds 0`）。"
      : `**何以支撑**：在列出的第一个情景中，将参数表中每个假设移到上下限：随机分组，换组共${ROUNDS}次，每组1个种子。再将最趋于改变结论的${TOLD}至${ALONE}个单独移动，
用另外${flipSeeds}个种子检验。列出的是改变了结论者（至多三个，并向原值回推）：以全部种子的效应加上该变动的影响，落在结论的另一侧，且该影响的90%区间整体如此。若无，则列出对最弱效应（即决定结论者）影响最大者。
影响小于少数运行的偶然波动、与同组假设相互抵消、或仅在途中改变结论而在端点复原的假设可能遗漏。`,
};

const COLUMNS: Readonly<Record<Language, readonly string[]>> = {
  en: ["claim", "it says", "verdict", "among all", "what carries it"],
  zh: ["论断", "内容", "结论", "多重比较后", "何以支撑"],
};
const DETAILS: Readonly<Record<Language, readonly string[]>> = {
  en: ["where", "compared", "indicator", "effect", "90 % interval", "finding"],
  zh: ["情景", "比较", "指标", "效应", "90%区间", "结果"],
};

const COSTS: Text = {
  en: "Public cost of the arms, yuan a year.",
  zh: "各组年公共成本（元）。",
};

const row = (texts: readonly string[]): string =>
  `| ${texts.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

export function labPage(
  results: readonly ClaimResult[],
  words: Words,
  made: Made,
  language: Language,
): string {
  const summary = tableOf(
    COLUMNS[language],
    results.map((result) => [
      result.claim.id,
      result.claim.says[language],
      verdictText(result, words, language),
      amongAllText(result, language),
      carriersText(result, words, language).join(language === "en" ? "; " : "；") || "–",
    ]),
  );
  const details = results.map(({ claim, places }) => {
    const rows = places.flatMap(({ place, contrasts }) =>
      contrasts.map((one) => [place.label[language], ...cells(one, words, language)]),
    );
    const costs = places
      .map((place) => `${place.place.label[language]}: ${costText(place, language)}.`)
      .join(" ");
    return [
      `## ${claim.id}`,
      `${claim.says[language]} _${claim.tried[language]}_`,
      tableOf(DETAILS[language], rows),
      `${COSTS[language]} ${costs}`,
    ].join("\n\n");
  });
  const contrasts = results.flatMap(({ places }) => places.flatMap((place) => place.contrasts)).length;
  return `${[HEAD[language](made, contrasts).trimEnd(), SEARCH[language](made.flipSeeds), summary, ...details].join("\n\n")}\n`;
}

function cells(one: ContrastResult, { catalogue }: Words, language: Language): string[] {
  const { contrast, effect } = one;
  const unit = catalogue.find(({ id }) => id === contrast.indicator)?.unit ?? "";
  const name = unitText(unit)[language];
  return [
    contrast.label[language],
    `\`${contrast.indicator}\`${name && `, ${name}`}`,
    difference(effect.mean, unit),
    `${difference(effect.low, unit)} … ${difference(effect.high, unit)}`,
    findingText(one, language),
  ];
}
