/**
 * Borders of the first month. A border runs between two counties where no third seat lies in the circle that has the
 * way between their seats as its diameter (Gabriel & Sokal 1969, Systematic Zoology 18:259-278); its length is a share of the
 * counties' outlines, as if they were round. Links across are those of counties that look to themselves, and travel times
 * hold for them.
 */
import { PI } from "../../numerics/constants.ts";
import { exp } from "../../numerics/elementary.ts";
import { purposeKey, Purpose, rootKey } from "../../numerics/keyed.ts";
import { kilometres } from "../../numerics/plane.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { openBorders, provisionWanted } from "../../processes/coordination/borders.ts";
import { openStrips, worthOf } from "../../processes/coordination/strips.ts";
import { Mode, NEIGHBOURS, STRIPS } from "../../world/platforms.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";

/** Half the width of an even spread whose standard deviation is 1. */
const EVEN = 1.7320508075688772;

/** Neighbours of each county by rising distance, at most NEIGHBOURS, each pair from both sides or from none. */
export function neighboursOf(seats: readonly { longitude: number; latitude: number }[]): number[][] {
  const km = (a: number, b: number): number =>
    kilometres(seats[a].longitude, seats[a].latitude, seats[b].longitude, seats[b].latitude);
  const pairs: { a: number; b: number; apart: number }[] = [];
  for (let a = 0; a < seats.length; a++) {
    for (let b = a + 1; b < seats.length; b++) {
      const apart = km(a, b);
      const between = seats.some(
        (_, c) => c !== a && c !== b && km(a, c) * km(a, c) + km(b, c) * km(b, c) < apart * apart,
      );
      if (!between) pairs.push({ a, b, apart });
    }
  }
  pairs.sort((one, other) => one.apart - other.apart || one.a - other.a || one.b - other.b);
  const lists: number[][] = seats.map(() => []);
  for (const { a, b } of pairs) {
    if (lists[a].length >= NEIGHBOURS || lists[b].length >= NEIGHBOURS) continue;
    lists[a].push(b);
    lists[b].push(a);
  }
  return lists;
}

export function startCoordination(world: World, scenario: Scenario, a: Assumptions): void {
  const { settlements: s, borders: b, strips, neighbours: n } = world;
  const { counties } = scenario.world;
  s.brandPremium.fill(1);
  const lists = neighboursOf(counties.map(({ seat }) => seat));
  /** Part of a round county's outline, km, for each of its neighbours. */
  const outline = (c: number): number =>
    (2 * PI * Math.sqrt(counties[c].areaKm2 / PI)) / Math.max(1, lists[c].length);
  const alone = provisionWanted(Mode.none, a.linkSpillover, a.bargainLoss);
  const worth = new Float64Array(3);
  const { key0, key1 } = purposeKey(rootKey(scenario.world.synthesisSeed), Purpose.coordination);
  const suits = [strips.ecological, strips.farming, strips.urban, strips.nuisance];
  for (let border = 0; border < b.twin.length; border++) {
    const c = Math.floor(border / NEIGHBOURS);
    b.neighbour[border] = c;
    b.twin[border] = border;
    b.travel[border] = 1;
  }
  lists.forEach((list, c) => {
    worthOf(world, c, worth);
    n.farmStart[c] = worth[0];
    n.urbanStart[c] = worth[1];
    n.worksStart[c] = worth[2];
    list.forEach((other, k) => {
      const border = c * NEIGHBOURS + k;
      b.neighbour[border] = other;
      b.twin[border] = other * NEIGHBOURS + lists[other].indexOf(c);
      b.length[border] = Math.min(outline(c), outline(other));
      b.provision[border] = alone;
      for (let strip = border * STRIPS; strip < (border + 1) * STRIPS; strip++) {
        suits.forEach((suit, use) => {
          const even = 2 * uniform(key0, key1, strip, use) - 1;
          suit[strip] = exp(a.zoningSpread * EVEN * even);
        });
      }
    });
  });
  openStrips(world, a)(1);
  openBorders(world, a).emit();
}
