/** Indicators of public services: access by kind, its spread, and what services cost. */
import { gini } from "../numerics/inequality.ts";
import { OUTSIDE, VILLAGE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import { type Observation, oncePerObservation } from "./observation.ts";
import { meanOver, perResident, sumOver } from "./overPlaces.ts";

type Kind = "accessSchool" | "accessClinic" | "accessHospital";

const byKind = (kind: Kind, id: string, en: string, zh: string, clients: string): Measure => ({
  id,
  label: { en, zh },
  unit: "ratio",
  formula: `two-step floating catchment, mean over residents; 1 is the region's supply per ${clients} at the start`,
  good: "up",
  measure: ({ world }) => perResident(world, (j) => world.settlements[kind][j]),
});

/** Places of the region, the worst served first. */
const byAccess = oncePerObservation(({ world: { settlements: s, sizes } }) => {
  const places = Array.from({ length: sizes.settlements }, (_, j) => j).filter((j) => s.tier[j] !== OUTSIDE);
  return places.sort((i, j) => s.access[i] - s.access[j] || i - j);
});

/** Access at or below which the share of residents lives, places in order of access. */
function accessOfPoorest(now: Observation, share: number): number {
  const { settlements: s } = now.world;
  const places = byAccess(now);
  const people = places.reduce((sum, j) => sum + s.residents[j], 0);
  let below = 0;
  for (const j of places) {
    below += s.residents[j];
    if (below >= share * people) return s.access[j];
  }
  return NaN;
}

function accessGini(now: Observation): number {
  const { settlements: s } = now.world;
  const places = byAccess(now);
  return gini(
    places.map((j) => s.access[j]),
    places.map((j) => s.residents[j]),
  );
}

export const services: readonly Measure[] = [
  {
    id: "access.mean",
    label: { en: "Access to services", zh: "公共服务可达性" },
    unit: "ratio",
    formula:
      "mean over residents of access to schools, clinics and county hospitals, each 1 on average at the start",
    good: "up",
    measure: ({ world }) => perResident(world, (j) => world.settlements.access[j]),
  },
  {
    id: "access.village",
    label: { en: "Access to services, villages", zh: "村庄公共服务可达性" },
    unit: "ratio",
    formula: "the same, mean over village residents",
    good: "up",
    measure: ({ world }) => {
      const { settlements: s } = world;
      return meanOver(
        world,
        (j) => s.access[j],
        (j) => (s.tier[j] === VILLAGE ? s.residents[j] : 0),
      );
    },
  },
  byKind("accessSchool", "access.school", "Access to schools", "学校可达性", "pupil"),
  byKind("accessClinic", "access.clinic", "Access to clinics", "基层医疗可达性", "resident"),
  byKind("accessHospital", "access.hospital", "Access to county hospitals", "县级医院可达性", "resident"),
  {
    id: "access.p10",
    label: { en: "Access of the worst-served tenth", zh: "可达性最低十分位" },
    unit: "ratio",
    formula: "access to services at or below which the tenth of residents lives that has least",
    good: "up",
    measure: (now) => accessOfPoorest(now, 0.1),
  },
  {
    id: "access.gini",
    label: { en: "Inequality of access", zh: "公共服务可达性基尼系数" },
    unit: "ratio",
    formula: "Gini coefficient of access to services over residents",
    good: "down",
    measure: (now) => accessGini(now),
  },
  {
    id: "access.quality",
    label: { en: "Adequacy of services", zh: "公共服务充足度" },
    unit: "share",
    formula:
      "mean over residents of min(1, access to services): more than the standard of the start counts as that",
    good: "up",
    measure: ({ world }) => perResident(world, (j) => Math.min(1, world.settlements.access[j])),
  },
  {
    id: "access.within20",
    label: { en: "Within 20 minutes of a county hospital", zh: "20分钟医疗圈覆盖率" },
    unit: "share",
    formula:
      "residents at most 20 minutes from a seat or core, or from a town with a branch of its hospital / residents",
    good: "up",
    measure: ({ world }) => perResident(world, (j) => (world.settlements.minutesToHospital[j] <= 20 ? 1 : 0)),
  },
  {
    id: "pupilsPerTeacher",
    label: { en: "Pupils per teacher", zh: "生师比" },
    unit: "ratio",
    formula: "residents of 6-17 years in January / (schoolShare * public workers)",
    good: "down",
    measure: ({ world, assumptions }) => {
      const { settlements: s } = world;
      const teachers = assumptions.schoolShare * sumOver(world, (j) => s.public[j]);
      return teachers > 0 ? sumOver(world, (j) => s.pupils[j]) / teachers : NaN;
    },
  },
  {
    id: "servicesPerHead",
    label: { en: "Service spending per resident", zh: "人均公共服务支出" },
    unit: "yuan/year",
    formula: "yearly spending of this month's services / residents of the region",
    good: null,
    measure: ({ world }) => {
      const { settlements: s, sizes } = world;
      return (
        (12 *
          sumOver(
            world,
            (j) => s.serviceSupply[j] + s.extraSchool[j] + s.extraClinic[j] + s.extraHospital[j],
          )) /
        (sumOver(world, (j) => s.residents[j]) * sizes.scale)
      );
    },
  },
];
