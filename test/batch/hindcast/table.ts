/** A table of units for tests: the census of Quzhou as scenarios/quzhou.yaml has it, with its sources. */
import { parseScenario } from "../../../sim/scenario/validate.ts";
import type { CensusRow } from "../../../sim/scenario/scenario.ts";
import { BAND_FROM } from "../../../sim/scenario/bands.ts";
import { bandName } from "../../../sim/scenario/import/columns.ts";
import { textOf } from "../../architecture/sources.ts";

export const quzhou = parseScenario(textOf("scenarios/quzhou.yaml"), { file: "quzhou.yaml" });

type Cell = string | number | undefined;

const COLUMNS = [
  "code",
  "prefecture",
  "unit",
  "longitude",
  "latitude",
  "birth_permille_2010",
  "death_permille_2010",
  "inmigrants_same_county_2010",
  "inmigrants_same_province_2010",
  "inmigrants_other_province_2010",
  ...[2010, 2020].flatMap((year) => [
    `population_${year}`,
    `registered_${year}`,
    `urban_${year}`,
    ...BAND_FROM.map((_, band) => `${bandName(band)}_${year}`),
  ]),
];

const censusCells = (row: CensusRow | undefined): Cell[] =>
  row === undefined
    ? Array.from({ length: 3 + BAND_FROM.length })
    : [row.residents, row.registered, row.urban, ...row.ages];

/**
 * The six units of Quzhou as a CSV table.
 *
 * @param prefectureOf name of the prefecture of the k-th unit, empty for none
 * @param without units whose later census is left out
 */
export function tableOf(
  prefectureOf: (k: number) => string = () => "Quzhou",
  without: readonly string[] = [],
): string {
  const rows = quzhou.world.counties.map(({ id, code, name, seat, census }, k): Cell[] => {
    const at = (year: number): CensusRow | undefined => census.find((row) => row.year === year);
    const start = at(2010);
    const { sameCounty, sameProvince, otherProvince } = start?.inMigrants ?? {};
    return [
      ...[code, prefectureOf(k), name.en, seat.longitude, seat.latitude],
      ...[start?.birthPermille, start?.deathPermille, sameCounty, sameProvince, otherProvince],
      ...censusCells(start),
      ...censusCells(without.includes(id) ? undefined : at(2020)),
    ];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map((cell) => cell ?? "").join(",")}\n`).join("");
}
