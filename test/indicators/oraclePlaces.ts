/** Indicators of land, services, public money and crowding worked out anew, by their formulas in words. */
import { LEVERS } from "../../sim/policy/levers.ts";
import type { Setting } from "../../sim/processes/process.ts";
import { Activity, ALIVE } from "../../sim/world/persons.ts";
import { OUTSIDE, TOWN } from "../../sim/world/tiers.ts";
import { minutesBetween } from "../../sim/world/travel.ts";
import type { World } from "../../sim/world/world.ts";

const LINES = LEVERS.indexOf("commutingLink");

const sum = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((all, item) => all + value(item), 0);

export function placeFigures(
  world: World,
  { assumptions: a }: Setting,
  before: World | undefined,
): Readonly<Record<string, number>> {
  const { settlements: s, jurisdictions: g, firms, levers, persons: p, sizes } = world;
  const { scale } = sizes;
  const places = [...Array(sizes.settlements).keys()].filter((j) => s.tier[j] !== OUTSIDE);
  const rural = places.filter((j) => s.tier[j] <= TOWN);
  const counties = [...Array(sizes.jurisdictions - 1).keys()];
  type Column = "revenue" | "spent" | "policyCost" | "transfers" | "landRevenue" | "leaseRent" | "quotaUsed";
  type More = Column | "planned" | "paid";
  const year = (column: More): number =>
    before === undefined ? NaN : sum(counties, (c) => g[column][c] - before.jurisdictions[column][c]);
  const residents = scale * sum(places, (j) => s.residents[j]);
  const homesteads = sum(rural, (j) => s.homesteadUsed[j] + s.homesteadIdle[j] + s.homesteadVacant[j]);
  const built =
    sum(places, (j) => s.homesteadUsed[j] + s.homesteadIdle[j] + s.homesteadVacant[j]) +
    sum(places, (j) => s.industrial[j] + s.commercial[j] + s.publicLand[j]);
  const stock = sum(places, (j) => s.arable[j] + s.abandoned[j]);
  const leased = sum(places, (j) => s.leasedHouseholds[j] + s.leasedCooperatives[j] + s.leasedFirms[j]);
  const held = sum(places, (j) => s.quotaHeld[j]);
  const spending = year("spent") + year("policyCost");
  const own = year("revenue") - year("transfers");
  const output =
    12 *
    sum(
      places,
      (j) =>
        firms.value[3 * j] +
        firms.value[3 * j + 1] +
        firms.value[3 * j + 2] +
        scale * s.public[j] * s.wage[j] +
        (scale * s.farmers[j] * s.farmIncome[j]) / (1 - s.rentBurden[j]),
    );

  // Each resident's access, in order.
  const accesses = places
    .flatMap((j) => Array.from({ length: s.residents[j] }, () => s.access[j]))
    .toSorted((x, y) => x - y);
  const meanAccess = sum(accesses, (x) => x) / accesses.length;
  // Gini by ranks: 2 sum(i x_i) / (n sum x) - (n + 1) / n.
  const n = accesses.length;
  let ranked = 0;
  accesses.forEach((x, i) => (ranked += (i + 1) * x));
  const gini = (2 * ranked) / (n * n * meanAccess) - (n + 1) / n;
  const perHead = (value: (j: number) => number): number =>
    (scale * sum(places, (j) => value(j) * s.residents[j])) / residents;

  const workers = [...Array(world.clock.personRows[0]).keys()].filter((i) => {
    const does = p.activity[i];
    const works = does === Activity.farming || (does >= Activity.processing && does <= Activity.public);
    return (p.flags[i] & ALIVE) !== 0 && works && s.tier[p.residence[i]] !== OUTSIDE;
  });
  const works = (j: number): number => 12 * (firms.value[3 * j] + firms.value[3 * j + 1]);

  return {
    homesteadPerHead: homesteads / (scale * sum(rural, (j) => s.registered[j])),
    redLineSlack: stock / (a.redLine * sum(places, (j) => s.startArable[j])) - 1,
    "leased.share": leased / (stock + sum(places, (j) => s.orchard[j])),
    "leased.cooperatives": sum(places, (j) => s.leasedCooperatives[j]) / leased,
    "leased.rent": year("leaseRent"),
    builtPerHead: built / residents,
    "quota.use":
      year("quotaUsed") === 0
        ? 0
        : year("quotaUsed") / (year("quotaUsed") + sum(counties, (c) => g.quotaLeft[c]) + held),
    "quota.linked": sum(counties, (c) => g.quotaLinked[c]) / 10_000,
    "quota.held": held / 10_000,
    "access.school": perHead((j) => s.accessSchool[j]),
    "access.clinic": perHead((j) => s.accessClinic[j]),
    "access.hospital": perHead((j) => s.accessHospital[j]),
    "access.p10": accesses[Math.ceil(0.1 * n) - 1],
    "access.gini": gini,
    "access.quality": sum(accesses, (x) => Math.min(1, x)) / n,
    pupilsPerTeacher: sum(places, (j) => s.pupils[j]) / (a.schoolShare * sum(places, (j) => s.public[j])),
    servicesPerHead:
      (12 *
        sum(places, (j) => s.serviceSupply[j] + s.extraSchool[j] + s.extraClinic[j] + s.extraHospital[j])) /
      residents,
    "budget.perHead": (year("revenue") - spending) / residents,
    "budget.ownShare": own / spending,
    "budget.landShare": year("landRevenue") / own,
    "budget.landRevenue": year("landRevenue"),
    "budget.debtToOutput": sum(counties, (c) => g.debt[c]) / output,
    "budget.madeGood": sum(counties, (c) => g.madeGood[c]),
    "budget.granted": year("paid") / year("planned"),
    commuteMinutes:
      sum(workers, (i) => {
        const [home, work] = [p.residence[i], p.workplace[i]];
        const line =
          s.jurisdiction[home] === s.jurisdiction[work] ? 0 : levers.value[LINES * sizes.levers + home];
        return minutesBetween(world, home, work) * (1 - line);
      }) / workers.length,
    roadsBuilt: perHead((j) => s.roadBuilt[j]),
    pollutionExposure:
      perHead((j) => works(j) / s.areaKm2[j]) / (sum(places, works) / sum(places, (j) => s.areaKm2[j])),
  };
}
