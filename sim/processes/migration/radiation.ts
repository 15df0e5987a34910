/**
 * Radiation: where those go who leave, by jobs and their order in travel time from home alone. Seen from home i,
 *
 *     p_ij = m_i n_j / ((m_i + s_ij) (m_i + n_j + s_ij)) / (1 - m_i / (m_i + S)),
 *
 * n_j the modern jobs at j, which are what is open to someone who comes, m_i all work at home, farming too, s_ij the
 * jobs nearer to home than j, S all jobs elsewhere. Places at one travel time come in the order of rows. Someone who
 * lives away already goes to a place other than that one: it counts as having none.
 *
 * The share of those who go beyond the jobs s is m_i / (m_i + s), so that one uniform says how many jobs lie nearer,
 * and a walk in the order of travel time finds the place: no table of all pairs. What is kept is an order of all places
 * for each zone of origin, and one of the places in reach for each place.
 *
 * Source: F. Simini, M. C. González, A. Maritan & A.-L. Barabási (2012), Nature 484, 96-100; finite size: A. P.
 * Masucci, J. Serras, A. Johansson & M. Batty (2013), Physical Review E 88, 022812. The law speaks of settlements that
 * are alike; that home counts farming and others don't is our choice.
 */
import { minutesBySeats } from "../../world/travel.ts";
import type { World } from "../../world/world.ts";

export interface Radiation {
  /** Takes in this month's jobs, and each January how long ways are. */
  look(month: number): void;
  /** A place for someone of that home who lives at `now`; -1 where there are no jobs anywhere else. */
  draw(home: number, now: number, u: number): number;
  /** Chance with which the place last drawn was drawn. */
  chance(): number;
}

export function openRadiation(world: World): Radiation {
  const { settlements: s, zones: z, zonePairs, reach } = world;
  const { settlements: count, zones, scale } = world.sizes;
  /** Rows of reach by travel time, origin by origin. */
  const near = new Int32Array(world.sizes.reach);
  /** All places by travel time by the seats, for each zone from which somebody has left since ways were looked at. */
  const far: (Int32Array | undefined)[] = Array.from({ length: zones });
  /** Who last had the place in reach. */
  const reachedBy = new Int32Array(count).fill(-1);
  let all = 0;
  let share = 0;

  const lookAtWays = (): void => {
    far.fill(undefined);
    for (let row = 0; row < near.length; row++) near[row] = row;
    for (let j = 0; j < count; j++) {
      near
        .subarray(s.reachFrom[j], s.reachFrom[j] + s.reachCount[j])
        .sort((a, b) => reach.minutes[a] - reach.minutes[b] || reach.to[a] - reach.to[b]);
    }
  };

  const farFrom = (zone: number): Int32Array => {
    const known = far[zone];
    if (known !== undefined) return known;
    const minutes = Float64Array.from(
      { length: count },
      (_, j) => zonePairs.minutes[zone * zones + s.zone[j]] + s.minutesToSeat[j],
    );
    const order = Int32Array.from(minutes, (_, j) => j).sort((a, b) => minutes[a] - minutes[b] || a - b);
    far[zone] = order;
    return order;
  };

  const draw: Radiation["draw"] = (home, now, u) => {
    const own = s.size[home] + s.farmers[home] * scale;
    const elsewhere = all - s.size[home] - (now === home ? 0 : s.size[now]);
    const whole = elsewhere / (own + elsewhere);
    // The jobs within which the part u of all who leave stays; without work at home all go to the nearest.
    const target = own === 0 ? 0 : (own * u * whole) / (1 - u * whole);
    const order = farFrom(s.zone[home]);
    let row = s.reachFrom[home];
    const end = row + s.reachCount[home];
    for (let k = row; k < end; k++) reachedBy[reach.to[k]] = home;
    let nearer = 0;
    let before = 0;
    let chosen = -1;
    for (let k = 0; nearer <= target && (k < count || row < end);) {
      while (k < count && reachedBy[order[k]] === home) k++;
      const [a, b] = [row < end ? reach.to[near[row]] : -1, k < count ? order[k] : -1];
      const takeNear =
        b < 0 || (a >= 0 && comesFirst(reach.minutes[near[row]], a, minutesBySeats(world, home, b), b));
      const j = takeNear ? a : b;
      if (takeNear) row++;
      else k++;
      if (j < 0 || j === home || j === now || s.size[j] === 0) continue;
      chosen = j;
      before = nearer;
      nearer += s.size[j];
    }
    share = own === 0 ? 1 : (own * (nearer - before)) / ((own + before) * (own + nearer)) / whole;
    return chosen;
  };

  lookAtWays();
  return {
    look(month) {
      if (month % 12 === 0) lookAtWays();
      all = 0;
      for (let zone = 0; zone < zones; zone++) all += z.size[zone];
    },
    draw,
    chance: () => share,
  };
}

/** Whether a place at some minutes comes before another: of two at one travel time the one of the lower row. */
const comesFirst = (minutes: number, place: number, others: number, other: number): boolean =>
  minutes < others || (minutes === others && place < other);
