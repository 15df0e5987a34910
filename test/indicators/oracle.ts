/** Every indicator worked out anew, by its formula in words, from rows of persons and places alone. */
import { LEVERS } from "../../sim/policy/levers.ts";
import { TERMS } from "../../sim/processes/migration/terms.ts";
import type { Setting } from "../../sim/processes/process.ts";
import { ALIVE } from "../../sim/world/persons.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { enterpriseFigures } from "./oracleEnterprises.ts";
import { placeFigures } from "./oraclePlaces.ts";
import { functionsOf } from "./oracleFunctions.ts";
import { clustersOf, gradientsOf, looksOf, profilesOf } from "./oracleCoordination.ts";
import { incomeFigures } from "./oracleIncomes.ts";
import { systemFigures } from "./oracleSystem.ts";
import { peopleOf, type Person } from "./oraclePeople.ts";

const sum = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((all, item) => all + value(item), 0);
const mean = <T>(list: readonly T[], value: (item: T) => number): number => sum(list, value) / list.length;

function theil(people: readonly Person[]): {
  readonly total: number;
  readonly within: number;
  readonly between: number;
} {
  const paid = people.filter(({ income }) => income > 0);
  const m = mean(paid, ({ income }) => income);
  const total = mean(paid, ({ income }) => (income / m) * Math.log(income / m));
  const between = sum([VILLAGE, TOWN, SEAT, CORE], (tier) => {
    const group = paid.filter((person) => person.tier === tier);
    if (group.length === 0) return 0;
    const own = mean(group, ({ income }) => income);
    return ((group.length * own) / (paid.length * m)) * Math.log(own / m);
  });
  return { total, within: total - between, between };
}

const living = ({ persons: p, clock }: World): number =>
  [...Array(clock.personRows[0]).keys()].filter((i) => (p.flags[i] & ALIVE) !== 0).length;

/** Mean of a term, by its number, over those who left villages for other tiers since the year before, utility. */
function meanMotive({ motives }: World, before: World | undefined, term: number): number {
  if (before === undefined) return NaN;
  // Of the 25 pairs of tiers, the first five start in villages, and the first of those ends there too.
  const rows = [1, 2, 3, 4].map((to) => to * TERMS.length + term);
  const grains = sum(rows, (row) => motives.sum[row] - before.motives.sum[row]);
  return grains / 2 ** 20 / sum(rows, (row) => motives.changes[row] - before.motives.changes[row]);
}

/** Figures at the end of a year; those of flows compare with the year before. */
export function figuresOf(
  world: World,
  setting: Setting,
  month: number,
  before: World | undefined,
): Readonly<Record<string, number>> {
  const { settlements: s, zones: z, zonePairs, jurisdictions: g, firms, clock, sizes } = world;
  const { scale, zones } = sizes;
  const { assumptions: a } = setting;
  const everyone = peopleOf(world, setting, month);
  const region = everyone.filter(({ tier }) => tier !== OUTSIDE);
  const villagers = region.filter(({ tier }) => tier === VILLAGE);
  const townspeople = region.filter(({ tier }) => tier !== VILLAGE);
  const leverAt = (j: number, lever: (typeof LEVERS)[number]): number =>
    world.levers.value[LEVERS.indexOf(lever) * sizes.levers + j];
  const places = [...Array(sizes.settlements).keys()].filter((j) => s.tier[j] !== OUTSIDE);
  const villages = places.filter((j) => s.tier[j] === VILLAGE);
  const cities = places.filter((j) => s.tier[j] >= SEAT);
  const rural = places.filter((j) => s.tier[j] <= TOWN);
  const pairs = [...Array(zones * zones).keys()];
  const from = (pair: number): number => z.tier[Math.floor(pair / zones)];
  const to = (pair: number): number => z.tier[pair % zones];
  type Sums = "people" | "capital" | "remittances" | "landValue";
  const flow = (kind: Sums, o: (tier: number) => boolean, d: (tier: number) => boolean): number =>
    before === undefined
      ? NaN
      : sum(
          pairs.filter((pair) => o(from(pair)) && d(to(pair))),
          (pair) => zonePairs[kind][pair] - before.zonePairs[kind][pair],
        );
  const isVillage = (tier: number): boolean => tier === VILLAGE;
  const elsewhere = (tier: number): boolean => tier !== VILLAGE;
  const isUrban = (tier: number): boolean => tier >= TOWN && tier <= CORE;
  const twoWay = (out: number, back: number): number => (2 * Math.min(out, back)) / (out + back);
  const net = (tier: number): number => {
    const isIt = (other: number): boolean => other === tier;
    const isNot = (other: number): boolean => other !== tier;
    const people = scale * everyone.filter((person) => person.tier === tier).length;
    return ((flow("people", isNot, isIt) - flow("people", isIt, isNot)) / people) * 1000;
  };
  const year = (column: "revenue" | "spent" | "policyCost"): number =>
    before === undefined ? NaN : sum([...g[column]], Number) - sum([...before.jurisdictions[column]], Number);
  const workers = (j: number): number => s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
  const force = (j: number): number => workers(j) + s.searching[j];
  const weighted = (
    list: readonly number[],
    value: (j: number) => number,
    weight: (j: number) => number,
  ): number => sum(list, (j) => value(j) * weight(j)) / sum(list, weight);
  const residents = (j: number): number => s.residents[j];
  const loans = (d: (tier: number) => boolean): number =>
    sum(
      pairs.filter((pair) => isVillage(from(pair)) && d(to(pair))),
      (pair) => zonePairs.loans[pair],
    );
  const parts = theil(region);
  const urbanIncome = mean(townspeople, ({ income }) => income);
  const ruralIncome = mean(villagers, ({ income }) => income);
  const share = (list: readonly Person[], passes: (person: Person) => boolean): number =>
    list.filter(passes).length / list.length;
  const registered = (tier: number): number =>
    everyone.filter((person) => person.registeredTier === tier).length;
  const inRegion = registered(VILLAGE) + registered(TOWN) + registered(SEAT) + registered(CORE);
  const tierCount = (tier: number): number =>
    scale * everyone.filter((person) => person.tier === tier).length;
  const tilled = sum(places, (j) => s.arable[j]);
  const idle = sum(places, (j) => s.abandoned[j]);
  const built = (j: number): number =>
    s.homesteadUsed[j] +
    s.homesteadIdle[j] +
    s.homesteadVacant[j] +
    s.industrial[j] +
    s.commercial[j] +
    s.publicLand[j];
  const working = region.filter((person) => person.works);

  const motives = Object.fromEntries(
    TERMS.map((term, t) => [`motive.${term}`, meanMotive(world, before, t)]),
  );

  const ofEnterprises = enterpriseFigures(world, setting, before);
  return {
    ...motives,
    ...placeFigures(world, setting, before),
    ...ofEnterprises,
    ...incomeFigures(region),
    ...systemFigures(world, setting, everyone, before, ofEnterprises["retainedValue.village"]),
    "population.village": tierCount(VILLAGE),
    "population.town": tierCount(TOWN),
    "population.seat": tierCount(SEAT),
    "population.core": tierCount(CORE),
    "population.outside": tierCount(OUTSIDE),
    "population.region": scale * region.length,
    "netMigration.village": net(VILLAGE),
    "netMigration.town": net(TOWN),
    "netMigration.seat": net(SEAT),
    "netMigration.core": net(CORE),
    "share0to14.region": share(region, ({ months }) => months < 180),
    "share15to59.region": share(region, ({ months }) => months >= 180 && months < 720),
    "share60.region": share(region, ({ months }) => months >= 720),
    oldAgeDependency:
      region.filter(({ months }) => months >= 780).length /
      region.filter(({ months }) => months >= 180 && months < 780).length,
    naturalIncrease:
      before === undefined
        ? NaN
        : // Whoever didn't come from elsewhere was born; whoever isn't here any more has died.
          (1000 * (everyone.length - living(before) - clock.arrivals[0] + before.clock.arrivals[0])) /
          everyone.length,
    "schooling.grownUps": mean(
      region.filter(({ months }) => months >= 300),
      ({ schooling }) => schooling,
    ),
    urbanShare: townspeople.length / region.length,
    registeredUrbanShare: (inRegion - registered(VILLAGE)) / inRegion,
    hollowing: 1 - villagers.length / registered(VILLAGE),
    "share65.region": share(region, ({ months }) => months >= 780),
    "share65.village": share(villagers, ({ months }) => months >= 780),
    leftBehindChildren: scale * region.filter((p) => p.atHome && p.familyAway && p.months < 192).length,
    leftBehindElders: scale * region.filter((p) => p.atHome && p.familyAway && p.months >= 780).length,
    relocated: sum(places, (j) => s.relocated[j]),
    commuterShare: share(working, ({ commutes }) => commutes),
    "commuterShare.border": share(working, ({ county, workCounty }) => county !== workCounty),
    "reciprocity.people": twoWay(flow("people", isVillage, elsewhere), flow("people", elsewhere, isVillage)),
    "villages.below100": villages.filter((j) => s.residents[j] * scale < 100).length,
    "income.rural": ruralIncome,
    "income.urban": urbanIncome,
    incomeRatio: urbanIncome / ruralIncome,
    "theil.total": parts.total,
    "theil.within": parts.within,
    "theil.between": parts.between,
    unemployment: sum(places, (j) => s.searching[j]) / sum(places, force),
    "wage.modern": weighted(places, (j) => s.wage[j], force),
    congestionLoss: weighted(
      places,
      (j) => {
        const size = (workers(j) * scale) / 10_000;
        return size > 0
          ? Math.min(1, a.congestionScale * size ** (a.congestionElasticity - a.agglomeration))
          : 0;
      },
      force,
    ),
    "capitalDrain.village": loans(elsewhere) / sum(villages, (j) => s.deposits[j]),
    "savingsLent.village": clock.villageSaved[0] > 0 ? clock.villageLentAway[0] / clock.villageSaved[0] : NaN,
    "capitalOutflow.village": flow("capital", isVillage, elsewhere) - flow("capital", elsewhere, isVillage),
    remittances: flow("remittances", elsewhere, isVillage),
    "reciprocity.capital": twoWay(
      flow("capital", isVillage, elsewhere),
      flow("capital", elsewhere, isVillage),
    ),
    "reciprocity.landValue": twoWay(
      flow("landValue", isVillage, isUrban),
      flow("landValue", isUrban, isVillage),
    ),
    "capital.village": sum(
      villages,
      (j) => firms.capital[3 * j] + firms.capital[3 * j + 1] + firms.capital[3 * j + 2],
    ),
    idleHomesteadShare:
      sum(rural, (j) => s.homesteadIdle[j] + s.homesteadVacant[j]) /
      sum(rural, (j) => s.homesteadIdle[j] + s.homesteadVacant[j] + s.homesteadUsed[j]),
    arable: tilled / 10_000,
    arableStock: (tilled + idle) / 10_000,
    abandonedShare: idle / (tilled + idle),
    builtLand: sum(places, built) / 10_000,
    "access.mean": weighted(places, (j) => s.access[j], residents),
    "access.village": weighted(villages, (j) => s.access[j], residents),
    "access.within20": weighted(places, (j) => (s.minutesToHospital[j] <= 20 ? 1 : 0), residents),
    "budget.balance": year("revenue") - year("spent") - year("policyCost"),
    "budget.debt": sum([...g.debt].slice(0, -1), Number),
    policyCost: year("policyCost"),
    farmerShare: weighted(
      places,
      (j) => {
        const [cut, direct] = [leverAt(j, "logisticsSupport"), leverAt(j, "digitalSales")];
        const processed = g.processedShare[s.jurisdiction[j]];
        const trade =
          a.farmerShareProcessed * processed + a.farmerShareRaw * (1 - processed) + cut * a.retailMargin;
        return (1 - direct) * Math.min(1, trade) + direct * a.farmerShareDirect;
      },
      (j) => s.farmers[j],
    ),
    "rentShare.city": weighted(cities, (j) => s.rentShare[j], residents),
    ...clustersOf(world),
    ...functionsOf(world, setting),
    ...gradientsOf(world, month),
    ...profilesOf(world),
    ...looksOf(world),
  };
}
