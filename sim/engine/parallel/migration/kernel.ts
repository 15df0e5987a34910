/**
 * The migration kernel. In each step an agent thinks about moving with probability CONSIDER, and then
 * chooses by a logit between the place where it lives and CANDIDATES others; what places pay follows from
 * who lives there.
 *
 * Reads places.x, y, amenity, pay and people.home, place, skill. Writes people.place of the chunk at hand;
 * hands in changes of places.residents, and the moves and their length. Closing the step writes
 * places.residents, places.pay and the record.
 */
import { drawCounter, Purpose, purposeKey, rootKey } from "../../../numerics/keyed.ts";
import { uniforms } from "../../../numerics/threefry-batch.ts";
import { gapsOf } from "../../../numerics/gaps.ts";
import { visitChunk } from "../../../numerics/visits.ts";
import { CHUNK, type ChunkKernel } from "../kernel.ts";
import type { MigrationWorld } from "./columns.ts";
import { CANDIDATES, CONSIDER, FROM_HERE, FROM_HOME, setPay, STAY, UNSKILLED } from "./rules.ts";
import { checkUtility, CUBIC_1, CUBIC_2, CUBIC_3, UNIT, WEIGHTS, ZERO_ROW } from "./weights.ts";

/** Candidates made of one draw; see MOST_PLACES. */
const PER_DRAW = 4;
/** Draws of a mover: two for the candidates and one for the choice. */
const CANDIDATE_DRAWS = CANDIDATES / PER_DRAW;
const DRAWS = CANDIDATE_DRAWS + 1;

/** Gaps between those who consider it. */
const GAPS = gapsOf(CONSIDER);

const SKILL_UNIT = 1 / 2147483648;
const HOME_PER_HERE = FROM_HOME / FROM_HERE;

/** Doubles over a buffer of their own: V8 can then write their address and length into compiled code. */
const doubles = (length: number): Float64Array => new Float64Array(new ArrayBuffer(length * 8));

/**
 * The kernel over a world; its chance is keyed by the seed, which need not be the one that made the world.
 */
export function migrationKernel(world: MigrationWorld, seed: string): ChunkKernel {
  const { sizes, places } = world;
  const { home, place, skill } = world.people;
  const placeCount = sizes.places;
  const considerKey = purposeKey(rootKey(seed), Purpose.consider);
  const drawKey = purposeKey(rootKey(seed), Purpose.kernel);

  /** For each place x, y, pay and amenity, in steps of the table of weights. */
  const scaled = doubles(4 * placeCount);
  const movers = new Int32Array(new ArrayBuffer(CHUNK * 4));
  const counters = new Uint32Array(movers.buffer);
  /** Draw d of the v-th mover is at d * CHUNK + v. */
  const drawn = doubles(DRAWS * CHUNK);
  const drawnBy = Array.from({ length: DRAWS }, (_, d) => drawn.subarray(d * CHUNK, (d + 1) * CHUNK));
  /** Candidates of the v-th mover, from CANDIDATES * v. */
  const candidates = new Uint16Array(new ArrayBuffer(CANDIDATES * CHUNK * 2));
  /** Weights of the candidates of the v-th mover, from CANDIDATES * v; of staying; and of all together. */
  const weights = doubles(CANDIDATES * CHUNK);
  const stayWeights = doubles(CHUNK);
  const totals = doubles(CHUNK);

  const open = (): void => {
    for (let j = 0; j < placeCount; j++) {
      checkUtility(j, places.pay[j], places.amenity[j]);
      scaled[4 * j] = places.x[j] * FROM_HERE * UNIT;
      scaled[4 * j + 1] = places.y[j] * FROM_HERE * UNIT;
      scaled[4 * j + 2] = places.pay[j] * UNIT;
      scaled[4 * j + 3] = places.amenity[j] * UNIT + ZERO_ROW;
    }
  };

  /**
   * The candidates of each mover: the digits of its draws in the system whose base is the number of places.
   */
  const recall = (count: number): void => {
    // V8 takes an array for a constant in a loop only where it has a name of its own before the loop.
    const draws = drawn;
    const out = candidates;
    for (let d = 0; d < CANDIDATE_DRAWS; d++) {
      for (let v = 0; v < count; v++) {
        let u = draws[d * CHUNK + v];
        for (let k = 0; k < PER_DRAW; k++) {
          u *= placeCount;
          const digit = u | 0;
          u -= digit;
          out[CANDIDATES * v + PER_DRAW * d + k] = digit;
        }
      }
    }
  };

  /** Weighs all alternatives of each mover. It has no branch that depends on chance. */
  const weigh = (count: number): void => {
    const at = scaled;
    const table = WEIGHTS;
    const agents = movers;
    const heres = place;
    const homes = home;
    const skills = skill;
    const theres = candidates;
    const out = weights;
    const stays = stayWeights;
    const sums = totals;
    for (let v = 0; v < count; v++) {
      const agent = agents[v];
      const here = heres[agent] << 2;
      const origin = homes[agent] << 2;
      const hereX = at[here];
      const hereY = at[here + 1];
      const homeX = at[origin];
      const homeY = at[origin + 1];
      const earning = UNSKILLED + skills[agent] * SKILL_UNIT;
      const away = HOME_PER_HERE * distance(hereX - homeX, hereY - homeY);
      const staying = at[here + 2] * earning + at[here + 3] + STAY * UNIT - away;
      const row = staying | 0;
      const rest = staying - row;
      const stayWeight = table[row] * (1 + rest * (CUBIC_1 + rest * (CUBIC_2 + rest * CUBIC_3)));
      let total = stayWeight;
      const end = CANDIDATES * (v + 1);
      for (let k = CANDIDATES * v; k < end; k++) {
        const there = theres[k] << 2;
        const x = at[there];
        const y = at[there + 1];
        const far = distance(x - hereX, y - hereY) + HOME_PER_HERE * distance(x - homeX, y - homeY);
        const utility = at[there + 2] * earning + at[there + 3] - far;
        const step = utility | 0;
        const r = utility - step;
        const weight = table[step] * (1 + r * (CUBIC_1 + r * (CUBIC_2 + r * CUBIC_3)));
        out[k] = weight;
        total += weight;
      }
      stays[v] = stayWeight;
      sums[v] = total;
    }
  };

  /** Draws by the weights, and moves. Adds the length of the moves, in shares of the region's side. */
  const choose = (count: number, counts: Int32Array, sums: Float64Array, sumAt: number): void => {
    const draws = drawn;
    const theres = candidates;
    const out = weights;
    const agents = movers;
    const heres = place;
    const stays = stayWeights;
    const tops = totals;
    let length = 0;
    for (let v = 0; v < count; v++) {
      let target = draws[CANDIDATE_DRAWS * CHUNK + v] * tops[v] - stays[v];
      if (target < 0) continue;
      let k = 0;
      while (k < CANDIDATES - 1 && (target -= out[CANDIDATES * v + k]) >= 0) k++;
      const to = theres[CANDIDATES * v + k];
      const agent = agents[v];
      const from = heres[agent];
      if (to === from) continue;
      heres[agent] = to;
      counts[from]--;
      counts[to]++;
      counts[placeCount]++;
      length += distance(places.x[to] - places.x[from], places.y[to] - places.y[from]);
    }
    sums[sumAt] += length;
  };

  return {
    name: "migration",
    agents: sizes.agents,
    counts: placeCount + 1,
    sums: 1,
    open,
    work(step, chunk, from, to, counts, sums, at) {
      const count = visitChunk(considerKey, step, chunk, from, to, CONSIDER, movers, GAPS);
      for (let d = 0; d < DRAWS; d++) {
        uniforms(drawKey.key0, drawKey.key1, counters, drawCounter(step, d), drawnBy[d], count);
      }
      recall(count);
      weigh(count);
      choose(count, counts, sums, at);
    },
    close(_step, counts, sums) {
      for (let j = 0; j < placeCount; j++) places.residents[j] += counts[j];
      world.record.moves[0] += counts[placeCount];
      world.record.distance[0] += sums[0];
      setPay(world);
    },
  };
}

function distance(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}
