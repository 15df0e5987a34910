/** The lab's table as a page of the docs, in either language. */
import type { Text } from "../../indicators/indicator.ts";
import { difference, unitText } from "../report/figures.ts";
import type { ClaimResult, ContrastResult } from "./lab.ts";
import { costText, FINDINGS, flipText, verdictText, type Words } from "./report.ts";

type Language = keyof Text;

export interface Made {
  readonly version: string;
  /** The command that makes the page again. */
  readonly command: string;
  readonly seeds: number;
  readonly flipSeeds: number;
}

const HEAD: Readonly<Record<Language, (made: Made) => string>> = {
  en: ({ version, command, seeds }) => `# Claims

What the sources claim, tried as experiments. Made by

    ${command}

with urflow ${version}: ${seeds} seeds, the same for all arms of a claim, so that they share their luck; where costs are
compared, arms have the same purse for each resident. An effect is the mean over the seeds with its 90 % bootstrap
interval. A contrast is _as claimed_ where its whole interval lies on the side that the claim says, _the other way_ where
it lies on the other one, and _not shown_ where it holds 0. A claim is confirmed in a place where all its contrasts are as
claimed, refuted where one is the other way, and else not shown. Intervals are not widened for
their number: of so many at 90 % some miss 0 by chance. No parameter was tuned to these results; the purses of two sets of
arms were set after a first look with fewer seeds, to make their costs alike. None is an estimate for a real place: they
say what follows from the model's assumptions.
`,
  zh: ({ version, command, seeds }) => `# 论断检验

将来源文献中的论断作为实验检验。生成命令：

    ${command}

urflow ${version}；${seeds} 个种子，各处理组使用相同种子，因而运气相同；比较成本时，各组按常住人口计的资金上限相同。
效应为各种子的均值及其90%自助法区间。区间全部位于论断一侧为“与论断一致”，全部位于另一侧为“与论断相反”，包含0为“未显示”。
在某一情景中，所有比较均一致则论断成立，有一项相反则不成立，其余为未能证明。区间未按比较次数放宽，90%区间中总有少数因偶然而不含0。未针对结果调整任何参数；其中两组的资金上限是在用较少种子初看之后设定的，以使各组成本相近。结果说明模型假设的推论，并非对现实地区的估计。
`,
};

/** How the assumptions behind verdicts were looked for, if they were. */
const SEARCH: Readonly<Record<Language, (flipSeeds: number) => string>> = {
  en: (flipSeeds) =>
    flipSeeds === 0
      ? "What would turn the verdicts wasn't looked for in this run (`--flip-seeds 0`)."
      : `**What would turn it**: every assumption of [the parameter table](parameters.md) was moved to both its bounds in the first
place, with ${flipSeeds} seed${flipSeeds === 1 ? "" : "s"}, and the ones that turn the verdict followed back; those told here turned it with all seeds. They are the assumptions
that carry the verdict. Where none is told, no single one was found that turns it.`,
  zh: (flipSeeds) =>
    flipSeeds === 0
      ? "本次运行未检验何种假设会改变结论（`--flip-seeds 0`）。"
      : `**何以改变结论**：在第一个情景中，将[参数表](parameters.md)中每个假设移到上下限（${flipSeeds} 个种子），再回推能改变结论者；此处列出的均经全部种子证实，
即支撑结论的假设。未列出者，即未发现单个假设能改变结论。`,
};

const COLUMNS: Readonly<Record<Language, readonly string[]>> = {
  en: ["claim", "it says", "verdict", "what would turn it"],
  zh: ["论断", "内容", "结论", "何以改变"],
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
      verdictText(result, language),
      result.flips.map((flip) => flipText(flip, words, language)).join("; ") || "–",
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
  return `${[HEAD[language](made).trimEnd(), SEARCH[language](made.flipSeeds), summary, ...details].join("\n\n")}\n`;
}

function cells(
  { contrast, effect, finding }: ContrastResult,
  { catalogue }: Words,
  language: Language,
): string[] {
  const unit = catalogue.find(({ id }) => id === contrast.indicator)?.unit ?? "";
  const name = unitText(unit)[language];
  return [
    contrast.label[language],
    `\`${contrast.indicator}\`${name && `, ${name}`}`,
    difference(effect.mean, unit),
    `${difference(effect.low, unit)} … ${difference(effect.high, unit)}`,
    FINDINGS[finding][language],
  ];
}
