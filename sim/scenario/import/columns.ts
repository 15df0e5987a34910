/** The columns that a table of units may have, and the names under which they are known. Documented in docs/import.md. */
import { BAND_FROM } from "../bands.ts";

/** How a cell of a column is read. */
export type Form = "text" | "whole" | "decimal" | "share";

export interface Column {
  readonly form: Form;
  /** Bounds in the unit of the format: persons, shares from 0 to 1, hectares. */
  readonly min: number;
  readonly max: number;
  /** The first is how this column is called in messages and in the documentation. */
  readonly names: readonly string[];
  /** Whether it belongs to a year: its name may end in one. */
  readonly dated: boolean;
  readonly unit: string;
}

const MAX_PERSONS = 100_000_000;

const text = (...names: string[]): Column => ({
  form: "text",
  min: 0,
  max: 0,
  names,
  dated: false,
  unit: "text",
});
const figure = (form: Form, unit: string, min: number, max: number, ...names: string[]): Column => ({
  form,
  min,
  max,
  names,
  dated: false,
  unit,
});
const dated = (column: Column): Column => ({ ...column, dated: true });
const persons = (...names: string[]): Column => dated(figure("whole", "persons", 0, MAX_PERSONS, ...names));
const share = (...names: string[]): Column => figure("share", "share", 0, 1, ...names);

/** `age_0`, `age_1_4`, …, `age_85plus`. */
export const bandName = (band: number): string => {
  if (band === 0) return "age_0";
  if (band === BAND_FROM.length - 1) return "age_85plus";
  return `age_${BAND_FROM[band]}_${BAND_FROM[band + 1] - 1}`;
};

export const COLUMNS = {
  name: text(
    "unit",
    "name",
    "unit name",
    "county",
    "county name",
    "district",
    "municipality",
    "place",
    "region",
    "name zh",
    "name cn",
    "chinese name",
    ..."单位 名称 地区 县 区县 县区 县市区 县级单元 县名 地区名称".split(" "),
  ),
  nameEn: text("name_en", "unit en", "english name", "name english", "英文名", "英文名称"),
  code: text(
    "code",
    "unit code",
    "adcode",
    "gb code",
    "county code",
    ..."代码 行政区划代码 区划代码 编码".split(" "),
  ),
  prefecture: text(
    "prefecture",
    "parent",
    "city",
    "prefecture name",
    "prefecture city",
    ..."地级市 市 地市 所属市 所属地市 城市".split(" "),
  ),
  kind: text("kind", "tier", "类型", "类别"),
  year: figure("whole", "calendar year", 1900, 2200, "year", "census year", "年份", "年", "普查年份"),
  longitude: figure("decimal", "degrees east", -180, 180, "longitude", "lon", "long", "lng", "经度", "东经"),
  latitude: figure("decimal", "degrees north", -85, 85, "latitude", "lat", "纬度", "北纬"),
  areaKm2: figure(
    "decimal",
    "km2",
    0.01,
    2_000_000,
    "area_km2",
    "area",
    "land area",
    ..."面积 土地面积 行政区域面积 辖区面积 国土面积".split(" "),
  ),
  towns: figure(
    "whole",
    "towns",
    0,
    5000,
    "towns",
    "townships",
    "towns and townships",
    ..."乡镇 乡镇数 乡镇个数".split(" "),
  ),
  villages: figure(
    "whole",
    "villages",
    1,
    20_000,
    "villages",
    "administrative villages",
    ..."行政村 行政村数 村数 村委会数 行政村个数".split(" "),
  ),
  plain: share("terrain_plain_share", "plain", "terrain plain", "平原"),
  hill: share("terrain_hill_share", "hill", "hills", "terrain hill", "丘陵"),
  mountain: share("terrain_mountain_share", "mountain", "mountains", "terrain mountain", "山地"),
  arableHa: figure(
    "decimal",
    "ha",
    0,
    100_000_000,
    "arable_ha",
    "arable",
    "arable land",
    "farmland",
    "耕地",
    "耕地面积",
  ),
  ownRevenue: figure(
    "decimal",
    "yuan a year",
    0,
    1e14,
    "own_revenue_yuan",
    "own revenue",
    "budget revenue",
    "revenue",
    ..."一般公共预算收入 地方一般公共预算收入 财政收入 地方财政收入".split(" "),
  ),
  minutes: figure("decimal", "minutes", 0, 10_000, "minutes_to_…"),
  workers: figure("whole", "persons", 1, 1_000_000_000, "workers", "从业人员", "从业人数", "劳动力市场规模"),
  monthlyWage: figure(
    "decimal",
    "yuan a month",
    1,
    1_000_000,
    "monthly_wage_yuan",
    "monthly wage",
    "月工资",
    "月均工资",
  ),
  rentShare: figure("share", "share", 0, 0.8, "rent_share", "房租占比"),
  residents: persons(
    "population",
    "pop",
    "residents",
    "resident population",
    "total population",
    "resident pop",
    "pop total",
    "total pop",
    "total",
    ..."常住人口 人口 总人口 常住总人口 人口数 常住人口数".split(" "),
  ),
  registered: persons(
    "registered",
    "registered population",
    "hukou",
    "hukou pop",
    "hukou population",
    "registered residents",
    "户籍",
    "registered pop",
    "户籍人口",
    "户籍总人口",
    "户籍人口数",
  ),
  urban: persons(
    "urban",
    "urban population",
    "urban residents",
    "urban pop",
    "城镇人口",
    "城镇常住人口",
    "城镇人口数",
  ),
  urbanShare: dated(
    share(
      "urban_share",
      "urban rate",
      "urbanisation",
      "urbanization",
      "urbanisation rate",
      "urbanization rate",
      "urban population share",
      "urban ratio",
      "urban proportion",
      "urban fraction",
      ..."城镇化率 常住人口城镇化率 城镇人口比重 城镇人口占比 城市化率".split(" "),
    ),
  ),
  young: dated(share("age_0_14_share")),
  old60: dated(share("age_60plus_share")),
  old65: dated(share("age_65plus_share")),
  households: persons("households", "家庭户", "户数", "家庭户数", "总户数"),
  birthPermille: dated(
    figure(
      "decimal",
      "per thousand",
      0,
      200,
      "birth_permille",
      "birth",
      "birth rate",
      "births",
      "crude birth rate",
      "出生率",
      "人口出生率",
    ),
  ),
  deathPermille: dated(
    figure(
      "decimal",
      "per thousand",
      0,
      200,
      "death_permille",
      "death",
      "death rate",
      "deaths",
      "crude death rate",
      "死亡率",
      "人口死亡率",
    ),
  ),
  sameCounty: persons(
    "inmigrants_same_county",
    "same county",
    "in migrants same county",
    "县内迁入",
    "县内流入",
    "本县其他乡镇街道",
  ),
  sameProvince: persons(
    "inmigrants_same_province",
    "same province",
    "in migrants same province",
    "省内迁入",
    "省内流入",
    "本省其他县市区",
  ),
  otherProvince: persons(
    "inmigrants_other_province",
    "other province",
    "in migrants other province",
    "省外迁入",
    "省外流入",
    "省外",
  ),
  schoolingYears: dated(
    figure(
      "decimal",
      "years",
      0,
      25,
      "schooling_years",
      "schooling",
      "years of schooling",
      "mean years of schooling",
      "平均受教育年限",
      "受教育年限",
    ),
  ),
  primary: dated(
    share(
      "employment_primary_share",
      "employment primary",
      "primary",
      "primary employment",
      ..."第一产业 第一产业就业 第一产业就业比重 第一产业从业人员比重 一产就业比重".split(" "),
    ),
  ),
  secondary: dated(
    share(
      "employment_secondary_share",
      "employment secondary",
      "secondary",
      "secondary employment",
      ..."第二产业 第二产业就业 第二产业就业比重 第二产业从业人员比重 二产就业比重".split(" "),
    ),
  ),
  tertiary: dated(
    share(
      "employment_tertiary_share",
      "employment tertiary",
      "tertiary",
      "tertiary employment",
      ..."第三产业 第三产业就业 第三产业就业比重 第三产业从业人员比重 三产就业比重".split(" "),
    ),
  ),
} as const satisfies Readonly<Record<string, Column>>;

/** A figure of the unit or of one of its years; `age7` is the eighth age band. */
export type Field = keyof typeof COLUMNS | `age${number}`;

export const ageField = (band: number): Field => `age${band}`;

const AGE_COLUMN = persons();

export function columnOf(field: Field): Column {
  return isAge(field) ? { ...AGE_COLUMN, names: [bandName(Number(field.slice(3)))] } : COLUMNS[field];
}

const isAge = (field: Field): field is `age${number}` => /^age\d/.test(field);
