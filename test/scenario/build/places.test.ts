import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildWorld } from "../../../sim/scenario/build/build.ts";
import { kilometres, kmPerDegreeEast, layPlaces } from "../../../sim/scenario/build/places.ts";
import { MOST_IN_REACH } from "../../../sim/scenario/build/roads.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { minutesBetween, minutesBySeats } from "../../../sim/world/travel.ts";
import { areasOf } from "../../laws/books.ts";
import { fromFile, someWorld } from "../../laws/scenarios.ts";

describe.each(["valley", "quzhou"])("places of %s", (id) => {
  const scenario = fromFile(id, id === "quzhou" ? "scale=100" : "scale=50");
  const { world, places } = buildWorld(scenario);
  const { settlements: s, zones: z, sizes, reach } = world;
  const counties = scenario.world.counties.map((county, k) => [county.id, k] as const);

  it.each(counties)("%s has its seat, towns and villages, and its area to the square metre", (_, k) => {
    const county = scenario.world.counties[k];
    const rows = [...s.jurisdiction.keys()].filter((j) => s.jurisdiction[j] === k);
    const ofTier = (tier: number): number[] => rows.filter((j) => s.tier[j] === tier);
    expect(ofTier(county.kind === "core" ? CORE : SEAT)).toHaveLength(1);
    expect(ofTier(TOWN)).toHaveLength(county.towns);
    expect(ofTier(VILLAGE)).toHaveLength(county.villages);
    const areas = areasOf(world);
    expect(rows.reduce((sum, j) => sum + areas[j], 0)).toBe(Math.round(county.areaKm2 * 1e6));
    const [seat] = ofTier(county.kind === "core" ? CORE : SEAT);
    expect([s.longitude[seat], s.latitude[seat]]).toEqual([county.seat.longitude, county.seat.latitude]);
    expect(s.synthesised[seat]).toBe(0);
    for (const j of [...ofTier(TOWN), ...ofTier(VILLAGE)]) {
      expect(s.synthesised[j]).toBe(1);
      expect(s.seat[j]).toBe(seat);
      expect(s.jurisdiction[s.town[j]]).toBe(k);
      expect(s.tier[s.town[j]]).toBeGreaterThanOrEqual(TOWN);
      expect(s.tier[s.core[j]]).toBe(CORE);
      // Within the county's disc, and the ring of a village around its town.
      const km = kilometres(s.longitude[j], s.latitude[j], county.seat.longitude, county.seat.latitude);
      const radius = Math.sqrt(county.areaKm2 / Math.PI);
      expect(km).toBeLessThan(2.5 * radius);
    }
    if (county.arableHa !== undefined) {
      const fields = rows.reduce((sum, j) => sum + s.arable[j] + s.abandoned[j], 0);
      expect(Math.abs(fields / (county.arableHa * 10_000) - 1)).toBeLessThan(1e-4);
    }
  });

  it("settlements of a zone stand side by side, and each is in the zone of its tier and county", () => {
    let next = 0;
    for (let zone = 0; zone < sizes.zones; zone++) {
      expect(z.first[zone]).toBe(next);
      for (let j = next; j < next + z.count[zone]; j++) {
        expect(s.zone[j]).toBe(zone);
        expect(s.tier[j]).toBe(z.tier[zone]);
        expect(s.jurisdiction[j]).toBe(z.jurisdiction[zone]);
      }
      next += z.count[zone];
    }
    expect(next).toBe(sizes.settlements);
    expect(new Set(places.places.map(({ id: name }) => name)).size).toBe(sizes.settlements);
  });

  it("a daily trip starts at home and goes no farther than its reach, the nearest first", () => {
    const { reachMinutes } = buildWorld(scenario).assumptions;
    let next = 0;
    for (let j = 0; j < sizes.settlements; j++) {
      expect(s.reachFrom[j]).toBe(next);
      expect(s.reachCount[j]).toBeGreaterThan(0);
      expect(s.reachCount[j]).toBeLessThanOrEqual(MOST_IN_REACH + 1);
      expect([reach.to[next], reach.minutes[next]]).toEqual([j, 0]);
      for (let row = next + 1; row < next + s.reachCount[j]; row++) {
        expect(reach.minutes[row]).toBeLessThanOrEqual(reachMinutes);
        expect(reach.minutes[row]).toBeGreaterThanOrEqual(reach.minutes[row - 1]);
        expect(s.tier[reach.to[row]]).not.toBe(OUTSIDE);
      }
      next += s.reachCount[j];
    }
    expect(next).toBe(sizes.reach);
  });

  it("measured links hold between seats and gateways, both ways", () => {
    const rowOf = (name: string): number => places.places.findIndex((place) => place.id === name);
    for (const { from, to, minutes } of scenario.world.links) {
      const [a, b] = [rowOf(from), rowOf(to)];
      // A way around may be shorter than the measured one, never longer.
      expect(minutesBySeats(world, a, b)).toBeLessThanOrEqual(minutes);
      expect(minutesBySeats(world, a, b)).toBeGreaterThan(0.6 * minutes);
      expect(minutesBySeats(world, b, a)).toBe(minutesBySeats(world, a, b));
    }
    expect(scenario.world.links.length).toBeGreaterThan(3);
  });

  it("ways between seats are shortest: none is shorter by way of a third", () => {
    for (let a = 0; a < sizes.zones; a++) {
      for (let b = 0; b < sizes.zones; b++) {
        const direct = world.zonePairs.minutes[a * sizes.zones + b];
        expect(direct).toBe(world.zonePairs.minutes[b * sizes.zones + a]);
        for (let via = 0; via < sizes.zones; via++) {
          const around =
            world.zonePairs.minutes[a * sizes.zones + via] + world.zonePairs.minutes[via * sizes.zones + b];
          expect(direct).toBeLessThanOrEqual(around + 1e-9);
        }
      }
    }
  });

  it("the hospital is no farther than the own seat", () => {
    for (let j = 0; j < sizes.settlements; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      expect(s.minutesToHospital[j]).toBeLessThanOrEqual(s.minutesToSeat[j]);
      if (s.seat[j] === j) expect(s.minutesToHospital[j]).toBe(0);
    }
  });
});

describe("geography", () => {
  it("follows from the synthesis seed, and another seed moves villages but no seat", () => {
    const scenario = fromFile("valley");
    const laid = layPlaces(scenario).places;
    expect(layPlaces(scenario).places).toEqual(laid);
    const other = layPlaces({ ...scenario, world: { ...scenario.world, synthesisSeed: "other" } }).places;
    laid.forEach((place, row) => {
      const same = place.longitude === other[row].longitude;
      expect(same).toBe(!place.synthesised);
    });
  });

  it("a degree of longitude is shorter towards the pole", () => {
    expect(kmPerDegreeEast(0)).toBeCloseTo(111.32, 9);
    expect(kmPerDegreeEast(60)).toBeCloseTo(111.32 / 2, 6);
    expect(kmPerDegreeEast(30)).toBeCloseTo((111.32 * Math.sqrt(3)) / 2, 6);
    // Quzhou to Hangzhou: 147.5 km north and 125 km east.
    expect(kilometres(118.873, 28.945, 120.16, 30.27)).toBeCloseTo(193.5, 0);
  });

  it("travel is the same there and back, and nowhere is at no distance", () => {
    const { world } = buildWorld(fromFile("valley", "scale=100"));
    for (let a = 0; a < world.sizes.settlements; a += 3) {
      expect(minutesBetween(world, a, a)).toBe(0);
      for (let b = 0; b < world.sizes.settlements; b += 5) {
        if (a !== b) expect(minutesBetween(world, a, b)).toBeGreaterThan(0);
        expect(minutesBySeats(world, a, b)).toBeCloseTo(minutesBySeats(world, b, a), 9);
      }
    }
  });

  it("gives each county its area in small worlds made at random", () => {
    fc.assert(
      fc.property(someWorld(1), (scenario) => {
        const { world } = buildWorld(scenario);
        const areas = areasOf(world);
        scenario.world.counties.forEach(({ areaKm2 }, k) => {
          let sum = 0;
          areas.forEach((area, j) => {
            if (world.settlements.jurisdiction[j] === k) sum += area;
          });
          expect(sum).toBe(Math.round(areaKm2 * 1e6));
        });
      }),
      { seed: 46, numRuns: 30 },
    );
  });

  it("refuses a county too small for what stands in it, and says what to change", () => {
    const small = fromFile("valley", "scale=100", "world.counties.taoxi.areaKm2=20");
    expect(() => buildWorld(small)).toThrow(
      /^world\.counties\.taoxi\.areaKm2 is 20; its people, firms and fields need \d+ km2\. Give a larger area/,
    );
  });
});
