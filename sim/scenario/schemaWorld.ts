/** How the world of a scenario is written: counties with their censuses, gateways and links. */
import * as z from "zod";
import { CENSUS_BANDS } from "./scenario.ts";
import { bilingual, field, id, share, sourceKey } from "./schemaParts.ts";

const MAX_PERSONS = 100_000_000;

const persons = (description: string, least = 0): z.ZodNumber =>
  field(z.number().int().min(least).max(MAX_PERSONS), `${description} Persons.`, {
    mend: "Write a whole number of persons.",
  });

const year = field(z.number().int().min(1900).max(2200), "Calendar year.", { mend: "Write the year in four digits." });

const longitude = field(z.number().min(-180).max(180), "Degrees east.", {
  mend: "Write degrees with decimals, east positive.",
});
const latitude = field(z.number().min(-85).max(85), "Degrees north.", {
  mend: "Write degrees with decimals, north positive.",
});

const permille = (description: string): z.ZodNumber =>
  field(z.number().min(0).max(200), `${description} Per thousand residents a year.`, {
    mend: "Write a rate per thousand a year.",
  });

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
export const COUNTY_FIGURES = ["areaKm2", "towns", "villages", "terrain", "arableHa", "ownRevenue"] as const;
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

/** Figures of a gateway that must name their source where they are given. */
export const GATEWAY_FIGURES = ["workers", "monthlyWage", "rentShare"] as const;
const GATEWAY_FIELDS = [...GATEWAY_FIGURES, "longitude", "latitude"];

const sourcesOf = (fields: readonly string[]): z.ZodType<Record<string, string>> =>
  field(
    z.strictObject(Object.fromEntries(fields.map((name) => [name, sourceKey().optional()]))),
    "Source of each figure.",
    { expected: "a map from figure to source", mend: "Write for example { areaKm2: assumed }." },
    // The keys are optional, so that what is there is text; zod's own type keeps `undefined` beside it.
  ) as unknown as z.ZodType<Record<string, string>>;

const County = z.strictObject({
  id: id("the county"),
  name: bilingual("Name of the county."),
  code: field(z.string().regex(/^\d{6,12}$/), "Official code of the unit.", {
    expected: "6 to 12 digits in quotes",
    mend: 'Put the code in quotes, as in "330802".',
  }).optional(),
  parent: id("the prefecture it belongs to").optional(),
  kind: field(z.enum(["core", "county"]), "core: its seat is the region's core city. county: its seat is a county seat.", {
    mend: "Write core or county.",
  }),
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
  sources: sourcesOf(COUNTY_FIELDS),
  synthesised: field(
    z.array(field(z.enum(COUNTY_FIELDS), "A figure of the county.", { mend: "Name a figure of the county." })),
    "Figures that are not observed but made up by a stated method.",
  ).default([]),
  census: field(z.array(CensusRow).min(1).max(100), "Census rows by year.", {
    expected: "a list of census rows",
    mend: "Give at least the row of the start year.",
  }),
});

const Gateway = z.strictObject({
  id: id("the gateway"),
  name: bilingual("Name of the gateway."),
  longitude,
  latitude,
  workers: field(z.number().int().min(1).max(1_000_000_000), "Size of its labour market, persons.", {
    mend: "Write a whole number of persons.",
  }),
  monthlyWage: field(
    z.number().gt(0).max(1_000_000),
    "What a mean migrant worker earns there in the start year, yuan of 2020 a month.",
    { mend: "Write yuan a month." },
  ),
  rentShare: field(
    z.number().min(0).max(0.8),
    "Share of the wage that living there costs above living in the village.",
    { mend: "Write a share, not per cent." },
  ).default(0.2),
  sources: sourcesOf(GATEWAY_FIELDS),
});

const Link = z.strictObject({
  from: id("a county (its seat) or a gateway"),
  to: id("a county (its seat) or a gateway"),
  minutes: field(z.number().gt(0).max(10_000), "Travel time from door to door, both directions, minutes.", {
    mend: "Write minutes.",
  }),
  source: sourceKey(),
});

const list = (what: string) => ({ expected: `a list of ${what}`, mend: "Begin each entry with a hyphen and its id." });

export const World = field(
  z.strictObject({
    synthesisSeed: field(z.string().min(1).max(200), "From this the geography is synthesised, never from the run's seed.", {
      expected: "a text",
      mend: "Write any text; a number stands in quotes.",
    }),
    counties: field(z.array(County).min(1), "The counties of the region.", list("counties")),
    prefectures: field(
      z.array(z.strictObject({ id: id("the prefecture"), name: bilingual("Its name."), parent: id("its parent").optional() })),
      "Prefectures and cities above the counties.",
      list("prefectures"),
    ).default([]),
    gateways: field(z.array(Gateway), "Outside labour markets.", list("gateways")),
    links: field(z.array(Link), "Measured travel times; all others follow from distance.", {
      expected: "a list of links",
      mend: "Write each as - { from: …, to: …, minutes: …, source: … }.",
    }).default([]),
  }),
  "The region.",
  { expected: "a map with synthesisSeed, counties and gateways", mend: "See the format in the README." },
);
