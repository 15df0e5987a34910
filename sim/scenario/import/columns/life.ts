/** Columns on the life of a unit in a year: births, deaths, arrivals, schooling, work. */
import { type Column, dated, figure, persons, share } from "./column.ts";

export const lifeColumns = {
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
