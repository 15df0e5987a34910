/** Budgets and services of the first month. */
import type { Assumptions } from "../../policy/parameters.ts";
import { openAccess } from "../../processes/access.ts";
import { levelRevenue } from "../../numerics/levelling.ts";
import { cityOf, openPremiums, upkeepOf } from "../../processes/budgets.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import { serviceUnits } from "../../world/services.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/** Budgets balance at the start: what comes in is what is spent on upkeep and services. */
export function startBudgets(world: World, a: Assumptions, transferPerHead: number): void {
  const { settlements: s, firms, jurisdictions: g } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const outside = counties - 1;
  const residents = new Float64Array(counties);
  const units = new Float64Array(counties);
  const wages = new Float64Array(counties);
  const own = new Float64Array(counties);
  const premium = openPremiums(world)();
  for (let j = 0; j < count; j++) {
    const c = s.jurisdiction[j];
    residents[c] += s.residents[j] * scale;
    units[c] += serviceUnits(s.residents[j] * scale, s.areaKm2[j], a.densityCost);
    wages[c] += s.public[j] * scale * s.wage[j] * premium[c];
    g.publicWorkers[c] += s.public[j] * scale;
    g.monthlyRevenue[c] += s.registered[j] * scale * transferPerHead;
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) own[c] += firms.value[row] * a.taxShare;
  }
  const gain = new Float64Array(counties);
  levelRevenue(own, residents, cityOf(world), a.prefectureShare, gain);
  const upkeep = upkeepOf(world, a.upkeep, new Float64Array(counties));
  for (let c = 0; c < outside; c++) {
    g.monthlyRevenue[c] += own[c] + gain[c];
    const services = Math.max(g.monthlyRevenue[c] - upkeep[c], wages[c] / 0.9);
    g.servicePerHead[c] = units[c] > 0 ? services / units[c] : 0;
    g.publicWageShare[c] = services > 0 ? wages[c] / services : 0;
    g.publicWanted[c] = g.publicWorkers[c];
    g.cash[c] = Math.round(3 * (services + upkeep[c]));
    g.funded[c] = 1;
  }
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    const share = g.publicWorkers[c] > 0 ? (s.public[j] * scale) / g.publicWorkers[c] : 0;
    s.postShare[j] = share;
    s.serviceSupply[j] = share * g.servicePerHead[c] * units[c];
  }
  const book = openAccess(world, a);
  book.countPupils(0);
  book.takeUnits();
  book.measure(1);
}
