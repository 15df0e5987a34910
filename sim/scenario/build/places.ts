/**
 * Where settlements lie. Seats and gateways are where the file says; towns and villages, of which only the
 * number is known, are laid around their seat from the synthesis seed, and marked as synthesised.
 */
import { PI } from "../../numerics/constants.ts";
import { purposeKey, Purpose, rootKey } from "../../numerics/keyed.ts";
import { KM_PER_DEGREE, kmPerDegreeEast } from "../../numerics/plane.ts";
import { uniform } from "../../numerics/threefry.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../world/tiers.ts";
import type { Scenario } from "../scenario.ts";

export { kilometres, kmPerDegreeEast } from "../../numerics/plane.ts";

export interface Place {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly tier: number;
  /** Index of the county, or the number of counties for gateways. */
  readonly jurisdiction: number;
  readonly zone: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly synthesised: boolean;
  /** Row of the own town-level place: a town or the seat for villages, itself for others. */
  readonly town: number;
  readonly seat: number;
}

export interface ZonePlan {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly tier: number;
  readonly jurisdiction: number;
  readonly first: number;
  readonly count: number;
}

export interface Places {
  readonly places: readonly Place[];
  readonly zones: readonly ZonePlan[];
}

/** Cosine and sine of the golden angle: turning by it spreads points evenly over a disc (Vogel 1979). */
const GOLDEN_COS = -0.7373688780783197;
const GOLDEN_SIN = 0.6754902942615238;

const TIER_WORDS = {
  [VILLAGE]: { en: "villages", zh: "村庄" },
  [TOWN]: { en: "towns", zh: "乡镇" },
  [SEAT]: { en: "county seat", zh: "县城" },
  [CORE]: { en: "core city", zh: "中心城市" },
} as const;

/** Lays out all settlements, zone by zone: for each county its seat, its towns, its villages; then the gateways. */
export function layPlaces(scenario: Scenario): Places {
  const { counties, gateways, synthesisSeed } = scenario.world;
  const key = purposeKey(rootKey(synthesisSeed), Purpose.synthesis);
  const places: Place[] = [];
  const zones: ZonePlan[] = [];

  const openZone = (
    jurisdiction: number,
    tier: number,
    id: string,
    name: ZonePlan["name"],
    count: number,
  ): void => {
    zones.push({ id, name, tier, jurisdiction, first: places.length, count });
  };

  counties.forEach((county, jurisdiction) => {
    const { longitude, latitude } = county.seat;
    const east = kmPerDegreeEast(latitude);
    const radius = Math.sqrt(county.areaKm2 / PI);
    const seat = places.length;
    const seatTier = county.kind === "core" ? CORE : SEAT;
    const named = (tier: 0 | 1 | 2 | 3): ZonePlan["name"] => ({
      en: `${county.name.en}, ${TIER_WORDS[tier].en}`,
      zh: `${county.name.zh}${TIER_WORDS[tier].zh}`,
    });

    openZone(
      jurisdiction,
      seatTier,
      `${county.id}.${seatTier === CORE ? "core" : "seat"}`,
      named(seatTier),
      1,
    );
    places.push({
      id: county.id,
      name: county.name,
      tier: seatTier,
      jurisdiction,
      zone: zones.length - 1,
      longitude,
      latitude,
      synthesised: false,
      town: seat,
      seat,
    });

    const firstTown = places.length;
    if (county.towns > 0) openZone(jurisdiction, TOWN, `${county.id}.town`, named(TOWN), county.towns);
    // Directions start at an angle of the county's own and turn by the golden angle.
    let directionEast = 2 * uniform(key.key0, key.key1, jurisdiction, 1) - 1;
    let directionNorth = 2 * uniform(key.key0, key.key1, jurisdiction, 2) - 1;
    const length = Math.sqrt(directionEast * directionEast + directionNorth * directionNorth) + 1e-9;
    directionEast /= length;
    directionNorth /= length;
    for (let k = 0; k < county.towns; k++) {
      const distance = radius * (0.2 + 0.75 * Math.sqrt((k + 0.5) / county.towns));
      places.push({
        id: `${county.id}-t${k + 1}`,
        name: { en: `${county.name.en} town ${k + 1}`, zh: `${county.name.zh}${k + 1}镇` },
        tier: TOWN,
        jurisdiction,
        zone: zones.length - 1,
        longitude: longitude + (directionEast * distance) / east,
        latitude: latitude + (directionNorth * distance) / KM_PER_DEGREE,
        synthesised: true,
        town: places.length,
        seat,
      });
      const turned = directionEast * GOLDEN_COS - directionNorth * GOLDEN_SIN;
      directionNorth = directionEast * GOLDEN_SIN + directionNorth * GOLDEN_COS;
      directionEast = turned;
    }

    openZone(jurisdiction, VILLAGE, `${county.id}.village`, named(VILLAGE), county.villages);
    const anchors = county.towns + 1;
    // A village's share of the county's disc, so that neighbours' rings touch.
    const ring = radius / Math.sqrt(anchors);
    for (let k = 0; k < county.villages; k++) {
      const anchor = k % anchors;
      const town = anchor === county.towns ? seat : firstTown + anchor;
      const offsetEast = 2 * uniform(key.key0, key.key1, jurisdiction, 16 + 2 * k) - 1;
      const offsetNorth = 2 * uniform(key.key0, key.key1, jurisdiction, 17 + 2 * k) - 1;
      places.push({
        id: `${county.id}-v${k + 1}`,
        name: { en: `${county.name.en} village ${k + 1}`, zh: `${county.name.zh}${k + 1}村` },
        tier: VILLAGE,
        jurisdiction,
        zone: zones.length - 1,
        longitude: places[town].longitude + (offsetEast * ring) / east,
        latitude: places[town].latitude + (offsetNorth * ring) / KM_PER_DEGREE,
        synthesised: true,
        town,
        seat,
      });
    }
  });

  gateways.forEach((gateway) => {
    const row = places.length;
    openZone(counties.length, OUTSIDE, `${gateway.id}.outside`, gateway.name, 1);
    places.push({
      id: gateway.id,
      name: gateway.name,
      tier: OUTSIDE,
      jurisdiction: counties.length,
      zone: zones.length - 1,
      longitude: gateway.longitude,
      latitude: gateway.latitude,
      synthesised: false,
      town: row,
      seat: row,
    });
  });
  return { places, zones };
}
