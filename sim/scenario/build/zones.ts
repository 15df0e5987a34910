/** Zones of a county by tier: its seat, its towns, its villages. */
import { CORE, SEAT } from "../../world/tiers.ts";
import type { Places, ZonePlan } from "./places.ts";

/** The county's zone of one of the tiers; undefined where it has none. */
export const zoneOf = ({ zones }: Places, county: number, tiers: readonly number[]): ZonePlan | undefined =>
  zones.find((zone) => zone.jurisdiction === county && tiers.includes(zone.tier));

/** Row of the county's seat. */
export const seatOf = (places: Places, county: number): number => zoneOf(places, county, [SEAT, CORE])!.first;
