/** Budgets and services of the first month. */
import type { Assumptions } from "../../policy/parameters.ts";
import { catchmentTrips, floatingCatchment } from "../../processes/access.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/** Budgets balance at the start: what comes in is what is spent on services. */
export function startBudgets(world: World, a: Assumptions, transferPerHead: number): void {
  const { settlements: s, firms, jurisdictions: g, clock } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const outside = counties - 1;
  const residents = new Float64Array(counties);
  const wages = new Float64Array(counties);
  for (let j = 0; j < count; j++) {
    const c = s.jurisdiction[j];
    residents[c] += s.residents[j] * scale;
    wages[c] += s.public[j] * scale * s.wage[j];
    g.publicWorkers[c] += s.public[j] * scale;
    g.monthlyRevenue[c] += s.registered[j] * scale * transferPerHead;
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++)
      g.monthlyRevenue[c] += firms.value[row] * a.taxShare;
  }
  let spending = 0;
  let people = 0;
  for (let c = 0; c < outside; c++) {
    const budget = Math.max(g.monthlyRevenue[c], wages[c] / 0.9);
    g.servicePerHead[c] = residents[c] > 0 ? budget / residents[c] : 0;
    g.publicWageShare[c] = budget > 0 ? wages[c] / budget : 0;
    g.publicWanted[c] = g.publicWorkers[c];
    g.cash[c] = Math.round(3 * budget);
    g.funded[c] = 1;
    spending += budget;
    people += residents[c];
  }
  clock.accessUnit[0] = spending / Math.max(1, people);
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    const share = g.publicWorkers[c] > 0 ? (s.public[j] * scale) / g.publicWorkers[c] : 0;
    s.serviceSupply[j] = share * g.servicePerHead[c] * residents[c];
  }
  const served = Float64Array.from(s.residents, (agents) => agents * scale);
  floatingCatchment(catchmentTrips(world, a.catchmentMinutes), served, s.serviceSupply, s.access);
  for (let j = 0; j < count; j++) s.access[j] = s.tier[j] === OUTSIDE ? 1 : s.access[j] / clock.accessUnit[0];
}
