/**
 * The migration kernel once more, written to be read: one agent after the other, no tables, no chunks of
 * work.
 */
import { exp } from "../../sim/numerics/elementary.ts";
import { drawCounter, Purpose, purposeKey, rootKey } from "../../sim/numerics/keyed.ts";
import { uniform } from "../../sim/numerics/threefry.ts";
import { CHUNK, visitChunk } from "../../sim/numerics/visits.ts";
import type { MigrationWorld } from "../../sim/engine/parallel/migration/columns.ts";
import { setPay } from "../../sim/engine/parallel/migration/rules.ts";

export function referenceStep(world: MigrationWorld, seed: string, step: number): void {
  const { places, people, sizes, record } = world;
  const key = purposeKey(rootKey(seed), Purpose.kernel);
  const from = people.place.slice();

  const distance = (a: number, b: number): number =>
    Math.sqrt((places.x[a] - places.x[b]) ** 2 + (places.y[a] - places.y[b]) ** 2);
  const utility = (agent: number, place: number): number =>
    places.pay[place] * (0.5 + people.skill[agent] / 2 ** 31) +
    places.amenity[place] -
    0.8 * distance(from[agent], place) -
    0.3 * distance(people.home[agent], place);

  for (const agent of considering(world, seed, step)) {
    const draw = (index: number): number => uniform(key.key0, key.key1, agent, drawCounter(step, index));
    const options = [from[agent], ...digits(draw(0), sizes.places), ...digits(draw(1), sizes.places)];
    const weights = options.map((place, k) => exp((utility(agent, place) + (k === 0 ? 0.2 : 0)) / 0.1));
    let target = draw(2) * weights.reduce((sum, weight) => sum + weight, 0);
    const chosen = weights.findIndex((weight) => (target -= weight) < 0);
    people.place[agent] = options[chosen];
  }

  for (let agent = 0; agent < sizes.agents; agent++) {
    if (people.place[agent] === from[agent]) continue;
    places.residents[from[agent]]--;
    places.residents[people.place[agent]]++;
    record.moves[0]++;
    record.distance[0] += distance(from[agent], people.place[agent]);
  }
  setPay(world);
}

function considering({ sizes }: MigrationWorld, seed: string, step: number): number[] {
  const key = purposeKey(rootKey(seed), Purpose.consider);
  const out = new Int32Array(CHUNK);
  const all: number[] = [];
  for (let chunk = 0; chunk * CHUNK < sizes.agents; chunk++) {
    const end = Math.min((chunk + 1) * CHUNK, sizes.agents);
    const count = visitChunk(key, step, chunk, chunk * CHUNK, end, 0.1, out);
    all.push(...out.subarray(0, count));
  }
  return all;
}

/** The first four digits of u in the number system with the given base. */
function digits(u: number, base: number): number[] {
  let rest = u;
  return [0, 1, 2, 3].map(() => {
    rest *= base;
    const digit = Math.floor(rest);
    rest -= digit;
    return digit;
  });
}
