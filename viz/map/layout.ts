/**
 * Where everything stands on the schematic map. Settlements keep their relative position; outside gateways stand
 * at the rim in their direction, because true distances would leave the region a speck.
 */
import type { SettlementInfo, ZoneInfo } from "../../sim/engine/result.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface MapLayout {
  readonly size: Size;
  /** One point per settlement, then none for gateways' settlements: those stand where their zone does. */
  readonly places: readonly Point[];
  /** Ends of the arrows, one per zone. */
  readonly zones: readonly Point[];
}

/** Room between the region and the rim, for the gateways and their names. */
const marginOf = ({ width }: Size): { readonly x: number; readonly y: number } =>
  width < 520 ? { x: 44, y: 50 } : { x: 96, y: 48 };

/** Gateways keep this distance along the rim, so that their names do not touch. */
const GATEWAY_GAP = 78;

/** Ends of arrows of one county keep this distance, or their arrows would vanish under the dots. */
const ZONE_GAP = 34;

export function layoutMap(
  settlements: readonly SettlementInfo[],
  zones: readonly ZoneInfo[],
  size: Size,
): MapLayout {
  const inside = settlements.filter(({ tier }) => tier !== "outside");
  const project = projection(inside, size);
  const gateways = gatewayPoints(zones, inside, size);
  const places = settlements.map((place) =>
    place.tier === "outside" ? (gateways.get(place.zone) ?? centreOf(size)) : project(place),
  );
  const ends = zones.map((zone, index): Point => {
    if (zone.tier === "outside") return gateways.get(index) ?? centreOf(size);
    const own = places.filter((_, place) => settlements[place].zone === index);
    return own.length === 0 ? project(zone) : meanOf(own);
  });
  return { size, places, zones: spread(ends, zones, size) };
}

interface Located {
  readonly longitude: number;
  readonly latitude: number;
}

/** Equirectangular with a true scale at the middle latitude: over a region's extent that is exact enough. */
function projection(places: readonly Located[], size: Size): (place: Located) => Point {
  const box = boxOf(places);
  const squeeze = Math.cos((box.middle.latitude * Math.PI) / 180);
  const margin = marginOf(size);
  const width = Math.max(1e-9, (box.east - box.west) * squeeze);
  const height = Math.max(1e-9, box.north - box.south);
  const scale = Math.min((size.width - 2 * margin.x) / width, (size.height - 2 * margin.y) / height);
  return ({ longitude, latitude }) => ({
    x: size.width / 2 + (longitude - box.middle.longitude) * squeeze * scale,
    y: size.height / 2 - (latitude - box.middle.latitude) * scale,
  });
}

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  readonly middle: Located;
}

function boxOf(places: readonly Located[]): Box {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { longitude, latitude } of places) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  if (places.length === 0) [west, east, south, north] = [0, 1, 0, 1];
  return {
    west,
    east,
    south,
    north,
    middle: { longitude: (west + east) / 2, latitude: (south + north) / 2 },
  };
}

/** Zone index -> point on the rim, in the direction of the gateway and apart from its neighbours. */
function gatewayPoints(
  zones: readonly ZoneInfo[],
  inside: readonly Located[],
  size: Size,
): Map<number, Point> {
  const { middle } = boxOf(inside);
  const squeeze = Math.cos((middle.latitude * Math.PI) / 180);
  const rim = { x: size.width / 2 - (size.width < 520 ? 24 : 44), y: size.height / 2 - 26 };
  const around = 4 * (rim.x + rim.y);
  const stops = zones
    .map((zone, index) => ({ zone, index }))
    .filter(({ zone }) => zone.tier === "outside")
    .map(({ zone, index }) => {
      const east = (zone.longitude - middle.longitude) * squeeze;
      const south = middle.latitude - zone.latitude;
      return { index, at: alongRim(east, south, rim) };
    })
    .toSorted((a, b) => a.at - b.at || a.index - b.index);
  const gap = Math.min(GATEWAY_GAP, around / Math.max(1, stops.length));
  // Rounds of pushing neighbours apart, also where one has been pushed past the other; the last is the first's neighbour.
  for (let round = 0; round < 200; round++) {
    for (let k = 0; k < stops.length && stops.length > 1; k++) {
      const here = stops[k];
      const next = stops[(k + 1) % stops.length];
      const apart = next.at - here.at + (k === stops.length - 1 ? around : 0);
      if (apart >= gap) continue;
      here.at -= (gap - apart) / 2;
      next.at += (gap - apart) / 2;
    }
  }
  return new Map(stops.map(({ index, at }) => [index, onRim(((at % around) + around) % around, rim, size)]));
}

/** Distance clockwise along the rectangle with half sides `rim`, from its top left corner, in direction (east, south). */
function alongRim(east: number, south: number, rim: Point): number {
  const reach = Math.max(Math.abs(east) / rim.x, Math.abs(south) / rim.y) || 1;
  const x = east / reach;
  const y = south / reach;
  if (Math.abs(y + rim.y) < 1e-6) return x + rim.x;
  if (Math.abs(x - rim.x) < 1e-6) return 2 * rim.x + y + rim.y;
  if (Math.abs(y - rim.y) < 1e-6) return 2 * rim.x + 2 * rim.y + rim.x - x;
  return 4 * rim.x + 2 * rim.y + rim.y - y;
}

function onRim(at: number, rim: Point, size: Size): Point {
  const { x: cx, y: cy } = centreOf(size);
  const [wide, high] = [2 * rim.x, 2 * rim.y];
  if (at < wide) return { x: cx - rim.x + at, y: cy - rim.y };
  if (at < wide + high) return { x: cx + rim.x, y: cy - rim.y + (at - wide) };
  if (at < 2 * wide + high) return { x: cx + rim.x - (at - wide - high), y: cy + rim.y };
  return { x: cx - rim.x, y: cy + rim.y - (at - 2 * wide - high) };
}

/** Pushes the ends of arrows apart within the region; seats and gateways stay where they are. */
function spread(ends: readonly Point[], zones: readonly ZoneInfo[], size: Size): Point[] {
  const points = ends.map(({ x, y }) => ({ x, y }));
  const fixed = zones.map(({ tier }) => tier === "seat" || tier === "core" || tier === "outside");
  const margin = marginOf(size);
  for (let round = 0; round < 60; round++) {
    for (let a = 0; a < points.length; a++) {
      for (let b = a + 1; b < points.length; b++) {
        if (fixed[a] && fixed[b]) continue;
        let dx = points[b].x - points[a].x;
        let dy = points[b].y - points[a].y;
        let apart = Math.sqrt(dx * dx + dy * dy);
        if (apart >= ZONE_GAP) continue;
        // Two ends on one point part in a direction that depends on nothing but their order.
        if (apart < 1e-6) [dx, dy, apart] = [Math.cos(a + 2 * b), Math.sin(a + 2 * b), 1];
        const push = (ZONE_GAP - Math.min(apart, ZONE_GAP)) / (fixed[a] || fixed[b] ? 1 : 2) / apart;
        if (!fixed[a]) move(points[a], -dx * push, -dy * push);
        if (!fixed[b]) move(points[b], dx * push, dy * push);
      }
    }
  }
  return points.map((point, zone) =>
    fixed[zone]
      ? point
      : {
          x: Math.min(size.width - margin.x / 2, Math.max(margin.x / 2, point.x)),
          y: Math.min(size.height - margin.y / 2, Math.max(margin.y / 2, point.y)),
        },
  );
}

function move(point: { x: number; y: number }, dx: number, dy: number): void {
  point.x += dx;
  point.y += dy;
}

const centreOf = ({ width, height }: Size): Point => ({ x: width / 2, y: height / 2 });

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
