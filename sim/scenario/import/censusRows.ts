/** Censuses of a unit as rows of a scenario: what they lack is filled in and told. */
import type { CensusRow } from "../scenario.ts";
import type { Fills } from "./fills.ts";
import { nationalAges } from "./national.ts";
import { TABLE } from "./sources.ts";
import type { ImportedUnit } from "./unit.ts";

/** Rows of all years that have residents and urban residents. */
export function censusRows(
  unit: ImportedUnit,
  start: number,
  made: (figure: string, source: string) => void,
  { fill }: Fills,
): CensusRow[] {
  const years = Object.keys(unit.census).map(Number);
  leaveToModel(unit, start, fill);
  const withRegistered = years.filter((year) => unit.census[year].registered !== undefined);
  return years.flatMap((year): CensusRow[] => {
    const { residents, urban, ages, ageShares, registered, ...rest } = unit.census[year];
    if (urban === undefined) {
      if (year === start) throw new RangeError(`${unit.name} has no urban residents of ${start}`);
      fill(unit, ({ en, zh }) => ({
        en: `Figures of ${year} without urban residents are left out: ${en}.`,
        zh: `${year}年缺少城镇人口的数据未采用：${zh}。`,
      }));
      return [];
    }
    if (ages === undefined) {
      made("ages", "national-ages");
      fill(unit, ({ en, zh }) =>
        ageShares === undefined
          ? {
              en: `Ages of ${year} follow the national pattern: ${en}.`,
              zh: `${year}年的年龄结构采用全国结构：${zh}。`,
            }
          : {
              en: `Ages of ${year} follow the national pattern within the shares of the table: ${en}.`,
              zh: `${year}年的年龄结构在表中各年龄段占比之内采用全国结构：${zh}。`,
            },
      );
    }
    const other = nearestTo(year, withRegistered);
    if (registered === undefined) {
      made("registered", "assumed");
      fill(unit, ({ en, zh }) =>
        other === undefined
          ? {
              en: `Without registered people in the table, all residents of ${year} are registered where they live, and nobody is away: ${en}.`,
              zh: `表中没有户籍人口，假定${year}年常住人口均在当地登记，无人外出：${zh}。`,
            }
          : {
              en: `Registered people of ${year} are those of ${other}: ${en}.`,
              zh: `${year}年户籍人口采用${other}年的数据：${zh}。`,
            },
      );
    }
    const known = other === undefined ? undefined : unit.census[other].registered;
    return [
      {
        year,
        residents,
        registered: registered ?? known ?? residents,
        urban,
        ages: ages ?? nationalAges(year, residents, ageShares),
        ...rest,
        source: TABLE,
      },
    ];
  });
}

/** The year nearest to a year, the earlier of two. */
export const nearestTo = (year: number, years: readonly number[]): number | undefined =>
  [...years].sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b)[0];

/** Figures of the start year that the scenario may lack: the model then goes by assumptions of its own. */
const OPTIONAL = [
  ["households", "households", "户数"],
  ["schoolingYears", "years of schooling", "受教育年限"],
  ["employment", "employment by sector", "就业结构"],
  ["inMigrants", "in-migrants", "迁入人口"],
] as const;

function leaveToModel(unit: ImportedUnit, start: number, fill: Fills["fill"]): void {
  const lacking = OPTIONAL.filter(([figure]) => unit.census[start]?.[figure] === undefined);
  if (lacking.length === 0) return;
  const english = lacking.map(([, en]) => en).join(", ");
  const chinese = lacking.map(([, , zh]) => zh).join("、");
  fill(unit, ({ en, zh }) => ({
    en: `What the table does not tell of ${start} is left to the assumptions of the model (${english}): ${en}.`,
    zh: `表中没有${start}年的${chinese}，采用模型自身的假设：${zh}。`,
  }));
}
