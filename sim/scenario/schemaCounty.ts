/** How a county and its censuses are written. */
import * as z from "zod";
import { BRANCH_DIVISIONS, BRANCH_NAMES, type BranchName } from "../world/functions.ts";
import { CENSUS_BANDS } from "./scenario.ts";
import { bilingual, field, id, latitude, longitude, share, sourceKey, sourcesOf } from "./schemaParts.ts";

const MAX_PERSONS = 100_000_000;

const persons = (description: string, least = 0): z.ZodNumber =>
  field(z.number().int().min(least).max(MAX_PERSONS), `${description} Persons.`, {
    mend: "Write a whole number of persons.",
  });

const year = field(z.number().int().min(1900).max(2200), "Calendar year.", {
  mend: "Write the year in four digits.",
});
const permille = (description: string): z.ZodNumber =>
  field(z.number().min(0).max(200), `${description} Per thousand residents a year.`, {
    mend: "Write a rate per thousand a year.",
  });

/** Shares by branch; `fromEntries` forgets which keys are there. */
const branchShares = Object.fromEntries(
  BRANCH_NAMES.map((name) => [name, share(`Divisions of GB/T 4754-2017: ${BRANCH_DIVISIONS[name]}.`)]),
) as Record<BranchName, z.ZodNumber>;

const CensusRow = z.strictObject({
  year,
  residents: persons("Persons living there.", 1),
  registered: persons("Persons registered (hukou) there, wherever they live."),
  urban: persons("Residents of urban places."),
  ages: field(
    z.array(persons("Residents of one age band.")).length(CENSUS_BANDS),
    "Residents by age: 0, 1-4, 5-9, … 80-84, 85 and over.",
    {
      expected: `a list of ${CENSUS_BANDS} whole numbers: ages 0, 1-4, 5-9, … 80-84, 85 and over`,
      mend: `Give one number for each of the ${CENSUS_BANDS} bands.`,
    },
  ),
  inMigrants: z
    .strictObject({
      sameCounty: persons("Moved within the county."),
      sameProvince: persons("Came from another county of the province."),
      otherProvince: persons("Came from another province."),
    })
    .describe("Residents who are registered elsewhere, by where they came from.")
    .optional(),
  schoolingYears: field(z.number().min(0).max(25), "Mean years of schooling.").optional(),
  employment: z
    .strictObject({
      primary: share("Farming, forestry, fishery."),
      secondary: share("Industry and construction."),
      tertiary: share("Services."),
    })
    .describe("Employed residents by sector; sums to 1.")
    .optional(),
  birthPermille: permille("Births.").optional(),
  deathPermille: permille("Deaths.").optional(),
  households: field(z.number().int().min(0).max(MAX_PERSONS), "Households.").optional(),
  source: sourceKey(),
});

/** Figures of a county that must name their source where they are given. */
export const COUNTY_FIGURES = [
  "areaKm2",
  "towns",
  "villages",
  "terrain",
  "arableHa",
  "ownRevenue",
  "functions",
] as const;
const COUNTY_FIELDS = [
  ...COUNTY_FIGURES,
  "code",
  "seat",
  "residents",
  "registered",
  "urban",
  "ages",
  "inMigrants",
  "schoolingYears",
  "employment",
  "birthPermille",
  "deathPermille",
  "households",
];

export const County = z.strictObject({
  id: id("the county"),
  name: bilingual("Name of the county."),
  code: field(z.string().regex(/^\d{6,12}$/), "Official code of the unit.", {
    expected: "6 to 12 digits in quotes",
    mend: 'Put the code in quotes, as in "330802".',
  }).optional(),
  parent: id("the prefecture it belongs to").optional(),
  kind: field(
    z.enum(["core", "county"]),
    "core: its seat is the region's core city. county: its seat is a county seat.",
    {
      mend: "Write core or county.",
    },
  ),
  seat: field(z.strictObject({ longitude, latitude }), "Where its seat lies.", {
    expected: "a map with longitude and latitude",
    mend: "Write { longitude: 118.9, latitude: 28.9 }.",
  }),
  areaKm2: field(z.number().gt(0).max(2_000_000), "Area in square kilometres.", {
    mend: "Write the area in square kilometres.",
  }),
  towns: field(z.number().int().min(0).max(5000), "Towns and townships; streets belong to the seat.", {
    mend: "Write how many towns and townships there are.",
  }),
  villages: field(z.number().int().min(1).max(20_000), "Administrative villages.", {
    mend: "Write how many administrative villages there are.",
  }),
  terrain: z
    .strictObject({
      plain: share("Plains."),
      hill: share("Hills."),
      mountain: share("Mountains."),
    })
    .describe("Shares of the area; they sum to 1.")
    .optional(),
  arableHa: field(z.number().min(0).max(100_000_000), "Arable land in hectares.", {
    mend: "Write hectares; 15 mu are one hectare.",
  }).optional(),
  ownRevenue: field(z.number().min(0).max(1e14), "Own budget revenue in the start year, yuan a year.", {
    mend: "Write yuan a year, not thousands or millions.",
  }).optional(),
  functions: z
    .strictObject(branchShares)
    .describe("What works of the county make, but for food and drink: shares of their value; they sum to 1.")
    .optional(),
  sources: sourcesOf(COUNTY_FIELDS),
  synthesised: field(
    z.array(
      field(z.enum(COUNTY_FIELDS), "A figure of the county.", { mend: "Name a figure of the county." }),
    ),
    "Figures that are not observed but made up by a stated method.",
  ).default([]),
  census: field(z.array(CensusRow).min(1).max(100), "Census rows by year.", {
    expected: "a list of census rows",
    mend: "Give at least the row of the start year.",
  }),
});
