/** Writes places, zones, roads and styles of building into the world's tables. */
import { CORE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";
import type { Places } from "./places.ts";
import type { Roads } from "./roads.ts";
import { startStyles } from "./styles.ts";

export function writeGeography(
  world: World,
  scenario: Scenario,
  { places, zones }: Places,
  roads: Roads,
): void {
  const { settlements: s, zones: z, zonePairs, reach } = world;
  const seatOf = (zone: number): number => places[zones[zone].first].seat;
  const { leads: named, counties } = scenario.world;
  const leads = ({ tier, jurisdiction }: Places["places"][number]): boolean =>
    tier === CORE && (named?.includes(counties[jurisdiction].id) ?? true);
  let row = 0;
  places.forEach((place, j) => {
    s.longitude[j] = place.longitude;
    s.latitude[j] = place.latitude;
    s.tier[j] = place.tier;
    s.synthesised[j] = place.synthesised ? 1 : 0;
    s.jurisdiction[j] = place.jurisdiction;
    s.zone[j] = place.zone;
    s.town[j] = place.town;
    s.seat[j] = place.seat;
    s.core[j] = roads.core[j];
    s.lead[j] = leads(place) ? 1 : 0;
    s.minutesToSeat[j] = roads.minutesToSeat[j];
    s.minutesToCountyHospital[j] = roads.minutesToHospital[j];
    s.minutesToHospital[j] = roads.minutesToHospital[j];
    s.reachFrom[j] = row;
    s.reachCount[j] = roads.reach[j].length;
    for (const trip of roads.reach[j]) {
      reach.to[row] = trip.to;
      reach.minutes[row] = trip.minutes;
      row++;
    }
  });
  zones.forEach((zone, k) => {
    z.tier[k] = zone.tier;
    z.jurisdiction[k] = zone.jurisdiction;
    z.first[k] = zone.first;
    z.count[k] = zone.count;
    let longitude = 0;
    let latitude = 0;
    for (let j = zone.first; j < zone.first + zone.count; j++) {
      longitude += places[j].longitude;
      latitude += places[j].latitude;
    }
    z.longitude[k] = longitude / zone.count;
    z.latitude[k] = latitude / zone.count;
    zones.forEach((_, other) => {
      zonePairs.minutes[k * zones.length + other] =
        roads.hubMinutes[roads.hub[seatOf(k)] * roads.hubs + roads.hub[seatOf(other)]];
    });
  });
  startStyles(world, scenario.world.synthesisSeed);
  scenario.world.gateways.forEach((gateway, k) => {
    const j = places.length - scenario.world.gateways.length + k;
    s.size[j] = gateway.workers;
    s.wage[j] = gateway.monthlyWage;
    s.startWage[j] = gateway.monthlyWage;
    s.startRentShare[j] = gateway.rentShare;
    s.rentShare[j] = gateway.rentShare;
    s.access[j] = 1;
  });
}
