import { describe, expect, it } from "vitest";
import { radiationRow } from "../../../sim/numerics/spatial.ts";
import { openPlaces } from "../../../sim/processes/migration/placeTerms.ts";
import { openRadiation } from "../../../sim/processes/migration/radiation.ts";
import { TIER_NAMES } from "../../../sim/world/tiers.ts";
import { minutesBetween } from "../../../sim/world/travel.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { openRun } from "../../laws/run.ts";

const { setting } = openRun(fromFile("valley", "scale=40"), "radiation", []);
const { world } = setting;
const { settlements: s, zones: z, sizes } = world;
openPlaces(setting).measure();
const places = [...Array(sizes.settlements).keys()];
const radiation = openRadiation(world);
radiation.look(0);

/** The row by the closed form: at home all work counts, elsewhere modern jobs, and none where one lives away already. */
function rowOf(home: number, now: number): number[] {
  const masses = places.map((j) => {
    if (j === home) return s.size[j] + s.farmers[j] * sizes.scale;
    return j === now ? 0 : s.size[j];
  });
  return [
    ...radiationRow(
      masses,
      places.map((j) => minutesBetween(world, home, j)),
      home,
      true,
    ),
  ];
}

const GRID = 5000;

/** How often each place is drawn by luck at even steps, and the chance told of it. */
function drawn(home: number, now: number): { counts: number[]; chances: Map<number, number> } {
  const counts = places.map(() => 0);
  const chances = new Map<number, number>();
  for (let k = 0; k < GRID; k++) {
    const place = radiation.draw(home, now, (k + 0.5) / GRID);
    counts[place]++;
    chances.set(place, radiation.chance());
  }
  return { counts, chances };
}

const ofTier = (tier: number): number => s.tier.indexOf(tier);
const gateway = ofTier(TIER_NAMES.indexOf("outside"));

describe("radiation draws a place", () => {
  const homes = TIER_NAMES.map((name, tier) => [name, ofTier(tier)] as const);
  const ways = homes.flatMap(([name, home]) => [
    [name, "at home", home, home] as const,
    [name, "away", home, home === gateway ? s.core[0] : gateway] as const,
  ]);

  it.each(ways)(
    "from a %s, living %s, as often as the closed form says, and tells that chance",
    (_, __, home, now) => {
      const row = rowOf(home, now);
      const { counts, chances } = drawn(home, now);
      // Of even steps through the unit interval as many fall on a share as it is long, but for its two ends.
      for (const j of places) expect(Math.abs(counts[j] - row[j] * GRID)).toBeLessThan(1 + 1e-6);
      for (const [place, chance] of chances) expect(chance).toBeCloseTo(row[place], 12);
      expect(chances.size).toBeGreaterThan(3);
      expect([counts[home], counts[now]]).toEqual([0, 0]);
    },
  );

  it("the nearest with jobs where there is no work at home, and where ways are as long the one of the lower row", () => {
    const village = ofTier(0);
    const kept = [s.farmers[village], s.size[village]];
    s.farmers[village] = 0;
    s.size[village] = 0;
    const open = places.filter((j) => j !== village && s.size[j] > 0);
    const minutes = open.map((j) => minutesBetween(world, village, j));
    const nearest = open[minutes.indexOf(Math.min(...minutes))];
    for (const u of [0.01, 0.5, 0.99]) expect(radiation.draw(village, village, u)).toBe(nearest);
    expect(radiation.chance()).toBe(1);
    [s.farmers[village], s.size[village]] = kept;
  });

  it("or none where there are no jobs elsewhere", () => {
    const sizesNow = s.size.slice();
    const zonesNow = z.size.slice();
    s.size.fill(0);
    z.size.fill(0);
    radiation.look(0);
    expect(radiation.draw(0, 0, 0.5)).toBe(-1);
    s.size.set(sizesNow);
    z.size.set(zonesNow);
    radiation.look(0);
  });

  it("by ways as they are in January", () => {
    const village = ofTier(0);
    const before = rowOf(village, village);
    const from = s.zone[village] * sizes.zones;
    const kept = world.zonePairs.minutes.slice();
    // The way to the gateway becomes the shortest of all.
    world.zonePairs.minutes[from + s.zone[gateway]] = 0;
    for (let zone = 0; zone < sizes.zones; zone++) {
      if (zone !== s.zone[gateway]) world.zonePairs.minutes[from + zone] += 500;
    }
    const shareNow = (): number => drawn(village, village).counts[gateway] / GRID;
    radiation.look(1);
    radiation.look(12);
    const after = rowOf(village, village);
    expect(shareNow()).toBeCloseTo(after[gateway], 3);
    expect(Math.abs(after[gateway] - before[gateway])).toBeGreaterThan(0.005);
    world.zonePairs.minutes.set(kept);
    radiation.look(24);
    expect(shareNow()).toBeCloseTo(before[gateway], 3);
  });
});
