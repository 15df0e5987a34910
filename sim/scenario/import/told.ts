/** What an import says of itself: the name of the region, its summary, what holds for all of it. */
import { shorten } from "../faults.ts";
import { FIRST_YEAR } from "./drivers.ts";
import type { Note } from "./notes.ts";
import type { ImportedUnit } from "./unit.ts";

export function nameOf(
  units: readonly ImportedUnit[],
  { title, prefecture }: { readonly title?: string | undefined; readonly prefecture?: string | undefined },
  file: string,
): string {
  if (title !== undefined && title.trim() !== "") return title.trim();
  const names = [...new Set(units.map((unit) => unit.prefecture))];
  if (names.length === 1 && names[0] !== undefined) return names[0];
  return prefecture ?? (file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") || "Imported region");
}

export const summaryOf = (count: number, start: number, file: string): Note => ({
  en: `${count} units of the table ${shorten(file, 80)}, from ${start} on. What was assumed stands at the head of the file.`,
  zh: `来自表格${shorten(file, 80)}的${count}个单元，自${start}年起。所作假设列于文件开头。`,
});

export const closingNotes = (start: number): readonly Note[] => [
  {
    en: `Outside series (wages, productivity, fertility, mortality, transfers, farm prices) are national ones or assumed, from ${start} on.`,
    zh: `自${start}年起的外部序列（工资、生产率、生育、死亡、转移支付、农产品价格）为全国数据或假设。`,
  },
  ...(start < FIRST_YEAR
    ? [
        {
          en: `Before ${FIRST_YEAR} the outside series stand as in their first year, and wages outside grow backwards as in theirs: none of it is observed.`,
          zh: `${FIRST_YEAR}年以前的外部序列取各自首年的数值，外部工资按其首年增速倒推，均非实测。`,
        },
      ]
    : []),
  {
    en: "Travel times that were not measured follow from distance; towns and villages lie where the seed lays them.",
    zh: "未测得的行程时间由距离推算；乡镇与村庄的位置由种子生成。",
  },
];
