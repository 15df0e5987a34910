/** How the world of a scenario is written: counties, prefectures, gateways and links. */
import * as z from "zod";
import { County } from "./schemaCounty.ts";
import { bilingual, field, id, latitude, longitude, sourceKey, sourcesOf } from "./schemaParts.ts";

/** Figures of a gateway that must name their source where they are given. */
export const GATEWAY_FIGURES = ["workers", "monthlyWage", "rentShare"] as const;
const GATEWAY_FIELDS = [...GATEWAY_FIGURES, "longitude", "latitude"];

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

const list = (what: string) => ({
  expected: `a list of ${what}`,
  mend: "Begin each entry with a hyphen and its id.",
});

export const World = field(
  z.strictObject({
    synthesisSeed: field(
      z.string().min(1).max(200),
      "From this the geography is synthesised, never from the run's seed.",
      {
        expected: "a text",
        mend: "Write any text; a number stands in quotes.",
      },
    ),
    counties: field(z.array(County).min(1), "The counties of the region.", list("counties")),
    leads: field(
      z.array(id("a county of kind core")).min(1),
      "Core cities that lead the region, as Shanghai does the Yangtze River Delta; without the key all of them do.",
      { expected: "a list of counties of kind core", mend: "Write for example [shanghai]." },
    ).optional(),
    prefectures: field(
      z.array(
        z.strictObject({
          id: id("the prefecture"),
          name: bilingual("Its name."),
          parent: id("its parent").optional(),
        }),
      ),
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
