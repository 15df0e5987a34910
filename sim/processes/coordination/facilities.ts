/**
 * Facilities that all counties need and nobody wants nearby. Once in some years one more is needed. Counties that deal
 * with others settle among themselves who takes it, by plan or by auction; without two such counties each waits for
 * another to volunteer. As long as none has, everyone's waste is treated elsewhere, and paid for.
 */
import { exp } from "../../numerics/elementary.ts";
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { KM_PER_DEGREE, kmPerDegreeEast } from "../../numerics/plane.ts";
import { uniform } from "../../numerics/threefry.ts";
import { Mode } from "../../world/platforms.ts";
import { openPurchases } from "../../world/purchases.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { auctionTransfers, lowestBid, maximinBid, volunteerChance } from "./siting.ts";

/** Harm ends so many ranges away, where less than 1 % of it is left. */
const RANGES = 5;

export interface Facilities {
  /** One more is needed where its year has come; then someone takes one, or nobody. */
  site(month: number): void;
  /** Pays from one treasury to another, at most what is there; returns what was paid, whole yuan. */
  readonly pay: (from: number, to: number, yuan: number) => number;
}

export function openFacilities({ world, assumptions: a, root }: Setting): Facilities {
  const { settlements: s, jurisdictions: g, neighbours: n, members: m, accords } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const outside = counties - 1;
  const luck = purposeKey(root, Purpose.coordination);
  const purchase = openPurchases(world, a.localBuildingShare);
  /** People of a town with its villages, by the row of the town; people of a county. */
  const around = new Float64Array(count);
  const people = new Float64Array(counties);
  /** Each county's own best site: that of least harm to its own people, that harm, and the harm to all. */
  const site = new Int32Array(counties);
  const ownHarm = new Float64Array(counties);
  const allHarm = new Float64Array(counties);
  const cost = new Float64Array(counties);
  const players: number[] = [];
  const bids: number[] = [];
  const transfers = new Float64Array(counties);
  const farthest = RANGES * a.facilityRange * (RANGES * a.facilityRange);
  const towns = Int32Array.from(
    Array.from({ length: count }, (_, j) => j).filter((j) => s.town[j] === j && s.tier[j] !== OUTSIDE),
  );
  /** One plane for the whole region: its towns' mean latitude says how wide a degree is. */
  const width = kmPerDegreeEast(towns.reduce((sum, town) => sum + s.latitude[town], 0) / towns.length);
  const east = s.longitude.map((degrees) => degrees * width);
  const north = s.latitude.map((degrees) => degrees * KM_PER_DEGREE);
  /** Harm to own people and to all of the site looked at last, in persons weighted by nearness. */
  let own = 0;
  let all = 0;

  const takePeople = (): void => {
    around.fill(0);
    people.fill(0);
    for (let j = 0; j < count; j++) {
      around[s.town[j]] += s.residents[j] * scale;
      if (s.tier[j] !== OUTSIDE) people[s.jurisdiction[j]] += s.residents[j] * scale;
    }
  };

  /** People stand around their town; those of the place itself are at no distance. */
  const look = (j: number): void => {
    own = all = s.town[j] === j ? 0 : s.residents[j] * scale;
    for (const town of towns) {
      const [dx, dy] = [east[town] - east[j], north[town] - north[j]];
      const square = dx * dx + dy * dy;
      if (square > farthest) continue;
      const there = town === s.town[j] && town !== j ? around[town] - s.residents[j] * scale : around[town];
      const harmed = there * exp(-Math.sqrt(square) / a.facilityRange);
      all += harmed;
      if (s.jurisdiction[town] === s.jurisdiction[j]) own += harmed;
    }
  };

  /** The best site of each county: least harm to its own people, or, under a plan, to all. */
  const findSites = (forAll: boolean): void => {
    site.fill(-1);
    for (let j = 0; j < count; j++) {
      if (s.tier[j] > TOWN) continue;
      const c = s.jurisdiction[j];
      look(j);
      const better = forAll ? all < allHarm[c] : own < ownHarm[c];
      if (site[c] >= 0 && !better) continue;
      site[c] = j;
      ownHarm[c] = own;
      allHarm[c] = all;
    }
    for (let c = 0; c < outside; c++) cost[c] = a.facilityHarm * ownHarm[c];
  };

  const pay: Facilities["pay"] = (from, to, yuan) => {
    const paid = Math.max(0, Math.min(Math.floor(yuan), Math.floor(g.cash[from])));
    g.cash[from] -= paid;
    g.spent[from] += paid;
    g.cash[to] += paid;
    g.revenue[to] += paid;
    accords.sidePayments[0] += paid;
    return paid;
  };

  const gather = (takesPart: (c: number) => boolean): void => {
    players.length = 0;
    for (let c = 0; c < outside; c++) if (site[c] >= 0 && people[c] > 0 && takesPart(c)) players.push(c);
  };

  /** Everyone waits for another: who volunteers, at the site that hurts its own people least, or -1. */
  const volunteer = (month: number): number => {
    findSites(false);
    gather(() => true);
    let host = -1;
    for (const c of players) {
      const worth = a.wasteCost * people[c] * a.facilityEvery;
      const ratio = worth > 0 ? (a.facilityDistrust * cost[c]) / worth : 1;
      const chance = volunteerChance(ratio, players.length);
      if (uniform(luck.key0, luck.key1, c, drawCounter(month, 0)) >= chance) continue;
      if (host < 0 || ownHarm[c] < ownHarm[host]) host = c;
    }
    return host;
  };

  /** One plan: the site of least harm to all; the others make the host's harm good, by people. */
  const plan = (): number => {
    findSites(true);
    gather((c) => n.siting[c] !== Mode.none);
    let host = -1;
    for (const c of players) if (host < 0 || allHarm[c] < allHarm[host]) host = c;
    let others = 0;
    for (const c of players) if (c !== host) others += people[c];
    for (const c of players) if (c !== host) pay(c, host, (cost[host] * people[c]) / others);
    return host;
  };

  /**
   * Sealed bids: the lowest takes it and gets its bid; what the others pay beyond that goes into the building. Where
   * the others have not even that, nobody takes it.
   */
  const auction = (): number => {
    findSites(false);
    gather((c) => n.siting[c] !== Mode.none);
    bids.length = 0;
    for (const c of players) bids.push(maximinBid(a.facilityDistrust * cost[c], players.length));
    const lowest = lowestBid(bids);
    if (lowest < 0) return -1;
    const host = players[lowest];
    auctionTransfers(bids, lowest, transfers, Math.round);
    let means = 0;
    players.forEach((c, k) => {
      if (k !== lowest) means += Math.max(0, Math.min(-transfers[k], Math.floor(g.cash[c])));
    });
    if (means < transfers[lowest]) return -1;
    let paid = 0;
    for (let k = 0; k < players.length; k++) if (k !== lowest) paid += pay(players[k], host, -transfers[k]);
    const over = Math.max(0, paid - transfers[lowest]);
    g.cash[host] -= over;
    g.spent[host] += over;
    purchase(s.town[site[host]], over);
    return host;
  };

  /** Two counties that deal with others make an accord; one that plans makes all plan. */
  const accord = (): number => {
    let together = 0;
    let mode: number = Mode.market;
    for (let c = 0; c < outside; c++) {
      if (n.siting[c] === Mode.none) continue;
      together++;
      mode = Math.min(mode, n.siting[c]);
    }
    return together < 2 ? Mode.none : mode;
  };

  const payForWaste = (): void => {
    for (let c = 0; c < outside; c++) {
      const bill = Math.round(a.wasteCost * people[c] * accords.open[0]);
      g.cash[c] -= bill;
      g.spent[c] += bill;
      g.cash[outside] += bill;
    }
  };

  return {
    pay,
    site(month) {
      if ((month + 1) % (12 * Math.round(a.facilityEvery)) === 0) {
        accords.open[0]++;
        accords.needed[0]++;
      }
      if (accords.open[0] === 0) return;
      takePeople();
      const mode = accord();
      const host = mode === Mode.planned ? plan() : mode === Mode.market ? auction() : volunteer(month);
      accords.tries[0]++;
      accords.stalled[0] += host < 0 ? 1 : 0;
      if (host >= 0) {
        m.facilities[site[host]]++;
        accords.open[0]--;
        accords.harmHost[0] += ownHarm[host];
        accords.harmAll[0] += allHarm[host];
      }
      accords.waited[0] += accords.open[0];
      payForWaste();
    },
  };
}
