/**
 * Roads and travel times: villages hang on their town, towns on their seat and their nearest neighbours, seats
 * and gateways on each other (by measured links where the file has them). Times are shortest paths (Dijkstra 1959)
 * over the town-level net; a daily trip is searched no farther than its limit.
 */
import { type Edge, shortestPaths } from "../../numerics/shortestPaths.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { OUTSIDE, TOWN, VILLAGE } from "../../world/tiers.ts";
import { nearestNeighbours, type Point } from "./neighbours.ts";
import { kilometres, kmPerDegreeEast, type Places } from "./places.ts";
import type { Scenario } from "../scenario.ts";

/** Most places that anyone keeps in mind for daily trips; the nearest ones. */
export const MOST_IN_REACH = 24;
/** How many neighbouring towns a town has a road to. */
const NEIGHBOURS = 3;

export interface Roads {
  /** Minutes from each settlement to its own town-level place; 0 for those. */
  readonly minutesToTown: Float64Array;
  readonly minutesToSeat: Float64Array;
  /** Minutes to the nearest seat or core of any county. */
  readonly minutesToHospital: Float64Array;
  /** Row of the nearest core. */
  readonly core: Int32Array;
  /** Per settlement: places within a daily trip, itself first, then by minutes. */
  readonly reach: readonly { readonly to: number; readonly minutes: number }[][];
  /** Minutes between hubs (seats and gateways), flat by hub index; `hub[settlement]` is -1 elsewhere. */
  readonly hub: Int32Array;
  readonly hubs: number;
  readonly hubMinutes: Float64Array;
}

/**
 * Points in kilometres, east shrunk to what a degree is worth at the highest latitude, so that no straight distance in
 * this plane is longer than the real one.
 */
function planeOf(places: Places["places"], rows: readonly number[]): Point[] {
  const highest = rows.reduce((top, row) => Math.max(top, Math.abs(places[row].latitude)), 0);
  const east = kmPerDegreeEast(highest);
  const north = kmPerDegreeEast(0);
  return rows.map((row) => ({
    row,
    east: places[row].longitude * east,
    north: places[row].latitude * north,
  }));
}

export function layRoads(scenario: Scenario, { places }: Places, assumptions: Assumptions): Roads {
  const count = places.length;
  const { roadSpeed, trunkSpeed, detour, reachMinutes } = assumptions;
  const { counties, links } = scenario.world;
  const slow = places.map((place) => 1 + 0.5 * (counties[place.jurisdiction]?.terrain?.mountain ?? 0));
  const roadMinutes = (a: number, b: number): number => {
    const km = kilometres(places[a].longitude, places[a].latitude, places[b].longitude, places[b].latitude);
    return ((km * detour) / roadSpeed) * 60 * ((slow[a] + slow[b]) / 2);
  };
  const trunkMinutes = (a: number, b: number): number => {
    const km = kilometres(places[a].longitude, places[a].latitude, places[b].longitude, places[b].latitude);
    return ((km * detour) / trunkSpeed) * 60 + 10;
  };

  const minutesToTown = Float64Array.from(places, (place, row) =>
    place.town === row ? 0 : roadMinutes(row, place.town),
  );
  const edges: Edge[][] = places.map(() => []);
  const join = (a: number, b: number, minutes: number): void => {
    edges[a].push({ to: b, length: minutes });
    edges[b].push({ to: a, length: minutes });
  };
  const nodes = places.flatMap((place, row) =>
    place.tier === VILLAGE || place.tier === OUTSIDE ? [] : [row],
  );
  const neighbours = nearestNeighbours(
    planeOf(places, nodes),
    NEIGHBOURS,
    roadMinutes,
    (detour / roadSpeed) * 60,
  );
  nodes.forEach((row, k) => {
    if (places[row].tier === TOWN) join(row, places[row].seat, roadMinutes(row, places[row].seat));
    for (const { row: other, cost } of neighbours[k]) join(row, other, cost);
  });

  const hub = new Int32Array(count).fill(-1);
  const hubRows = places.flatMap((place, row) => (place.seat === row ? [row] : []));
  hubRows.forEach((row, k) => (hub[row] = k));
  const measured = new Map<string, number>();
  for (const link of links) {
    measured.set(`${link.from} ${link.to}`, link.minutes);
    measured.set(`${link.to} ${link.from}`, link.minutes);
  }
  for (const a of hubRows) {
    for (const b of hubRows) {
      if (b <= a) continue;
      join(a, b, measured.get(`${places[a].id} ${places[b].id}`) ?? trunkMinutes(a, b));
    }
  }

  const hubMinutes = new Float64Array(hubRows.length * hubRows.length);
  const minutes = new Float64Array(count);
  const minutesToSeat = new Float64Array(count);
  const core = new Int32Array(count);
  const seatMinutes = new Map<number, Float64Array>();
  for (const row of hubRows) {
    shortestPaths(edges, row, Infinity, minutes);
    seatMinutes.set(row, minutes.slice());
    for (const other of hubRows) hubMinutes[hub[row] * hubRows.length + hub[other]] = minutes[other];
  }
  const hospital = hubRows.filter((row) => places[row].tier !== OUTSIDE);
  const cores = places.flatMap((place, row) =>
    scenario.world.counties[place.jurisdiction]?.kind === "core" && place.seat === row ? [row] : [],
  );
  const nearestOf = (candidates: readonly number[], town: number): number => {
    let best = candidates[0];
    for (const candidate of candidates) {
      if (seatMinutes.get(candidate)![town] < seatMinutes.get(best)![town]) best = candidate;
    }
    return best;
  };
  const minutesToHospital = new Float64Array(count);
  places.forEach((place, row) => {
    minutesToSeat[row] = minutesToTown[row] + seatMinutes.get(place.seat)![place.town];
    core[row] = nearestOf(cores, place.town);
    minutesToHospital[row] =
      minutesToTown[row] + seatMinutes.get(nearestOf(hospital, place.town))![place.town];
  });

  const townReach = new Map<number, { to: number; minutes: number }[]>();
  for (const row of nodes) {
    const settled = shortestPaths(edges, row, reachMinutes, minutes);
    townReach.set(
      row,
      settled.filter((to) => places[to].tier !== OUTSIDE).map((to) => ({ to, minutes: minutes[to] })),
    );
  }
  const reach = places.map((place, row) => {
    const own = { to: row, minutes: 0 };
    if (place.tier === OUTSIDE) return [own];
    const others = townReach
      .get(place.town)!
      .filter(({ to }) => to !== row)
      .map(({ to, minutes: onward }) => ({ to, minutes: minutesToTown[row] + onward }))
      .filter((trip) => trip.minutes <= reachMinutes);
    return [own, ...others.slice(0, MOST_IN_REACH)];
  });
  return {
    minutesToTown,
    minutesToSeat,
    minutesToHospital,
    core,
    reach,
    hub,
    hubs: hubRows.length,
    hubMinutes,
  };
}
