/** Indicators of diversity: what villages are like by their work and land, inside each and among them. */
import { meanCosine, meanProfile, partition } from "../numerics/betaDiversity.ts";
import { hillNumber, krugmanIndex, type Profile } from "../numerics/diversity.ts";
import { VILLAGE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";

const WORK = ["farmers", "processing", "manufacturing", "services", "public"] as const;
const LAND = [
  "arable",
  "orchard",
  "abandoned",
  "homesteads",
  "industrial",
  "commercial",
  "publicLand",
] as const;

/** Shares of kinds of work and of uses of land, half each; land of forest, water and reserve aside. */
function profilesOf({ settlements: s, sizes }: World): Profile[] {
  const profiles: Profile[] = [];
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== VILLAGE) continue;
    const work = WORK.map((kind) => s[kind][j]);
    const land = LAND.map((use) =>
      use === "homesteads" ? s.homesteadUsed[j] + s.homesteadIdle[j] + s.homesteadVacant[j] : s[use][j],
    );
    const all = (parts: readonly number[]): number => parts.reduce((sum, x) => sum + x, 0);
    const [hands, area] = [all(work), all(land)];
    const halves = (hands > 0 ? 1 : 0) + (area > 0 ? 1 : 0);
    if (halves === 0) continue;
    profiles.push(
      Float64Array.from([
        ...work.map((n) => (hands > 0 ? n / hands / halves : 0)),
        ...land.map((m2) => (area > 0 ? m2 / area / halves : 0)),
      ]),
    );
  }
  return profiles;
}

interface Diversity {
  readonly inside: number;
  readonly kinds: number;
  readonly among: number;
  readonly alike: number;
  readonly specialisation: number;
  readonly quotient: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function measureAll(world: World): Diversity {
  const profiles = profilesOf(world);
  const { alpha, beta } = partition(profiles);
  const average = meanProfile(profiles);
  return {
    inside: alpha,
    kinds: mean(profiles.map((profile) => hillNumber(profile, 1))),
    among: beta,
    alike: meanCosine(profiles),
    specialisation: mean(profiles.map((profile) => krugmanIndex(profile, average))),
    quotient: mean(
      profiles.map((profile) => {
        let highest = 0;
        for (let k = 0; k < profile.length; k++)
          if (average[k] > 0) highest = Math.max(highest, profile[k] / average[k]);
        return highest;
      }),
    ),
  };
}

const measured = new WeakMap<Observation, Diversity>();

/** One pass serves all indicators of an observation. */
function diversityOf(now: Observation): Diversity {
  let diversity = measured.get(now);
  if (diversity === undefined) measured.set(now, (diversity = measureAll(now.world)));
  return diversity;
}

export const profiles: readonly Measure[] = [
  {
    id: "diversity.inside",
    label: { en: "Diversity inside villages", zh: "村内多样性（α）" },
    unit: "ratio",
    formula:
      "mean over villages of Shannon's -sum p ln p, p the shares of kinds of work and uses of land, half each",
    good: null,
    measure: (now) => diversityOf(now).inside,
  },
  {
    id: "diversity.kinds",
    label: { en: "Kinds of work and land in a village", zh: "村内有效类型数" },
    unit: "count",
    formula: "mean over villages of Hill's number e^H: equally common kinds that would be as diverse",
    good: null,
    measure: (now) => diversityOf(now).kinds,
  },
  {
    id: "diversity.among",
    label: { en: "Diversity among villages", zh: "村际多样性（β）" },
    unit: "ratio",
    formula: "Shannon's H of the mean profile - mean of H (Jensen-Shannon); 0 where all villages are alike",
    good: "up",
    measure: (now) => diversityOf(now).among,
  },
  {
    id: "diversity.alike",
    label: { en: "Likeness of villages", zh: "村庄同质化指数" },
    unit: "ratio",
    formula: "mean cosine of the profiles of all pairs of villages; 1 where all are alike",
    good: "down",
    measure: (now) => diversityOf(now).alike,
  },
  {
    id: "diversity.specialisation",
    label: { en: "Specialisation of villages", zh: "村庄专业化指数" },
    unit: "ratio",
    formula: "mean over villages of Krugman's sum |p - mean profile|, 0 to 2",
    good: null,
    measure: (now) => diversityOf(now).specialisation,
  },
  {
    id: "diversity.quotient",
    label: { en: "Highest location quotient of a village", zh: "村庄最高区位商" },
    unit: "ratio",
    formula: "mean over villages of the highest share over that of the mean profile",
    good: null,
    measure: (now) => diversityOf(now).quotient,
  },
];
