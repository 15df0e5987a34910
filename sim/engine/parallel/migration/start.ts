/** The first state of the migration kernel, from a seed. */
import { purposeKey, Purpose, rootKey } from "../../../numerics/keyed.ts";
import { uniform } from "../../../numerics/threefry.ts";
import { createMigrationWorld, type MigrationSizes, type MigrationWorld } from "./columns.ts";
import { setPay } from "./rules.ts";

/** 2^31: skills are whole numbers below it. */
const SKILL_ONE = 2147483648;

/**
 * Places strewn evenly over the unit square, with even chances of pay, amenity and capacity within bounds;
 * people at home in places drawn with even chances, with skills even in [0, 1).
 */
export function startMigration(sizes: MigrationSizes, seed: string, shared = false): MigrationWorld {
  const world = createMigrationWorld(sizes, shared);
  const { key0, key1 } = purposeKey(rootKey(seed), Purpose.synthesis);
  const draw = (row: number, what: number): number => uniform(key0, key1, row, what);
  const { places, people } = world;
  const mean = sizes.agents / sizes.places;
  for (let j = 0; j < sizes.places; j++) {
    places.x[j] = draw(j, 0);
    places.y[j] = draw(j, 1);
    places.amenity[j] = 1.05 * draw(j, 2);
    places.basePay[j] = 0.5 + 1.35 * draw(j, 3);
    places.capacity[j] = mean * (0.5 + 1.5 * draw(j, 4));
  }
  for (let i = 0; i < sizes.agents; i++) {
    const home = Math.floor(draw(i, 5) * sizes.places);
    people.home[i] = home;
    people.place[i] = home;
    people.skill[i] = Math.floor(draw(i, 6) * SKILL_ONE);
    people.age[i] = 15 + Math.floor(draw(i, 7) * 50);
    places.residents[home]++;
  }
  setPay(world);
  return world;
}
