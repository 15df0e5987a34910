/**
 * Enterprises move: once a year each comes up, and some compare their place with the town, seat and core that it belongs
 * to and with a place of the region that comes to mind, and its town and seat. What counts is the yearly return at this
 * month's wage, productivity and demand, what subsidies, guarantees and cheaper land spare, building land for the whole
 * of it, the distance, and the capital that can't be moved. The choice is a logit, "stay" among it (McFadden 1974).
 * A tax preference for talents is paid to workers, so it counts only through wages.
 */
import { sampleLogit } from "../../numerics/choice.ts";
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { leverValues } from "../../policy/levers.ts";
import type { Setting } from "../process.ts";
import { PROCESSING, SECTORS } from "../../world/jurisdictions.ts";
import { OUTSIDE, TIER_NAMES } from "../../world/tiers.ts";
import type { Lenders } from "./lenders.ts";
import { freeRoom, promise } from "./room.ts";

const TIERS = TIER_NAMES.length;
/** Town, seat and core of the own place, and a place that comes to mind, its town and its seat. */
const MOST_PLACES = 6;

export function openMoving(setting: Setting, lenders: Lenders, members: Int32Array): (month: number) => void {
  const { world, assumptions: a, root } = setting;
  const { settlements: s, firms, enterprises: e, zonePairs, relocations, clock } = world;
  const { settlements: count, zones } = world.sizes;
  const { key0, key1 } = purposeKey(root, Purpose.relocate);
  const subsidy = leverValues(world, "investmentSubsidy");
  const support = leverValues(world, "processingSupport");
  const guarantee = leverValues(world, "lendingGuarantee");
  const priceCut = leverValues(world, "landPriceCut");
  const places = new Int32Array(MOST_PLACES + 1);
  const values = new Float64Array(MOST_PLACES + 1);
  const hurdle = a.depreciation + a.loanRate;
  /** Price of the land that a yuan of capital stands on. */
  const landPerYuan = a.landPrice / a.capitalPerHectare;
  const loss = a.relocationLoss / a.loanMaturity;

  /** Yearly return of the enterprise's capital there, with what policies spare it. */
  const worth = (i: number, j: number): number => {
    const row = j * SECTORS + e.sector[i];
    const added = row === e.settlement[i] * SECTORS + e.sector[i] ? 0 : e.efficiency[i] * e.capital[i];
    const supported = e.sector[i] === PROCESSING ? support[j] : 0;
    const granted = 1 - (1 - subsidy[j]) * (1 - supported);
    return (
      promise(world, row, added, a) * e.efficiency[i] +
      granted * hurdle +
      priceCut[j] * landPerYuan * hurdle +
      Math.min(guarantee[j], a.loanRate) * (e.capital[i] > 0 ? e.debt[i] / e.capital[i] : 0)
    );
  };

  const isListed = (j: number, n: number): boolean => {
    for (let k = 0; k < n; k++) if (places[k] === j) return true;
    return false;
  };

  /** Lists the open alternatives, "stay" first, and returns how many there are. */
  const list = (i: number, mind: number): number => {
    const here = e.settlement[i];
    const stay = worth(i, here);
    places[0] = here;
    values[0] = 0;
    let n = 1;
    for (let k = 0; k < MOST_PLACES; k++) {
      const from = k < 3 ? here : mind;
      const j =
        k === 0 || k === 4 ? s.town[from] : k === 1 || k === 5 ? s.seat[from] : k === 2 ? s.core[from] : mind;
      if (s.tier[j] === OUTSIDE || isListed(j, n)) continue;
      if (freeRoom(world, j * SECTORS + e.sector[i], a.capitalPerHectare) < e.capital[i]) continue;
      const hours = zonePairs.minutes[s.zone[here] * zones + s.zone[j]] / 60;
      places[n] = j;
      values[n++] = worth(i, j) - stay - loss - a.relocationDistance * hours;
    }
    return n;
  };

  const move = (i: number, to: number): void => {
    const from = e.settlement[i];
    const sector = e.sector[i];
    const here = from * SECTORS + sector;
    const there = to * SECTORS + sector;
    const lost = Math.floor(e.capital[i] * a.relocationLoss);
    firms.capital[here] -= e.capital[i];
    firms.scrapped[here] += lost;
    e.capital[i] -= lost;
    firms.capital[there] += e.capital[i];
    firms.debt[here] -= e.debt[i];
    firms.debt[there] += e.debt[i];
    lenders.follow(s.zone[from], s.zone[to], e.debt[i]);
    firms.cash[here] -= e.cash[i];
    // Where there was no enterprise, it takes over what petty trade had in the till.
    if (members[there] === 0) e.cash[i] += firms.cash[there];
    firms.cash[there] += e.cash[i] - (members[there] === 0 ? firms.cash[there] : 0);
    members[here]--;
    members[there]++;
    e.settlement[i] = to;
    const pair = s.tier[from] * TIERS + s.tier[to];
    relocations.count[pair] += e.stands[i];
    relocations.capital[pair] += e.capital[i];
  };

  return (month) => {
    if (a.relocationRate === 0) return;
    const open = clock.enterpriseRows[0];
    for (let i = month % 12; i < open; i += 12) {
      if (e.flags[i] === 0) continue;
      if (uniform(key0, key1, e.key[i], drawCounter(month, 0)) >= a.relocationRate) continue;
      const mind = Math.floor(uniform(key0, key1, e.key[i], drawCounter(month, 1)) * count);
      const n = list(i, mind);
      if (n < 2) continue;
      const u = uniform(key0, key1, e.key[i], drawCounter(month, 2));
      const to = places[sampleLogit(values, n, a.relocationSpread, u)];
      if (to !== e.settlement[i]) move(i, to);
    }
  };
}
