/**
 * Model step 6, access to services: enhanced two-step floating catchment, for schools, clinics and county hospitals.
 * Step one divides what a place supplies by the clients in its catchment, near ones counting more; step two adds up
 * for each settlement what it can reach.
 * Source: Luo & Wang 2003 (Environment and Planning B 30:865-884); Gaussian weights Luo & Qi 2009, Dai 2010.
 */
import { exp } from "../numerics/elementary.ts";
import type { Assumptions } from "../policy/parameters.ts";
import { CLINIC, HOSPITAL, KINDS, kindShare, SCHOOL, serviceUnits } from "../world/services.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Process } from "./process.ts";

const EDGE = 0.6065306597126334; // e^(-1/2)
const SCHOOL_MONTHS = 6 * 12;
const GROWN_MONTHS = 18 * 12;

/** Weight of travel time within the catchment: (e^(-(t/t0)^2/2) - e^(-1/2)) / (1 - e^(-1/2)), 0 beyond. */
export function catchmentWeight(minutes: number, catchment: number): number {
  if (minutes > catchment) return 0;
  const part = minutes / catchment;
  return (exp(-0.5 * part * part) - EDGE) / (1 - EDGE);
}

/**
 * Access of each origin, from people and supply of each place and the trips between them (parallel lists of rows).
 * `access` gets sum over reachable j of S_j g_ij / (sum over k of P_k g_kj). `crowd` is room for as many numbers as
 * there are places; without it, it is made.
 */
export function floatingCatchment(
  trips: {
    readonly from: ArrayLike<number>;
    readonly to: ArrayLike<number>;
    readonly weight: ArrayLike<number>;
  },
  people: ArrayLike<number>,
  supply: ArrayLike<number>,
  access: Float64Array,
  crowd: Float64Array = new Float64Array(supply.length),
): void {
  crowd.fill(0);
  for (let k = 0; k < trips.from.length; k++) crowd[trips.to[k]] += people[trips.from[k]] * trips.weight[k];
  access.fill(0);
  for (let k = 0; k < trips.from.length; k++) {
    const to = trips.to[k];
    if (crowd[to] > 0) access[trips.from[k]] += (supply[to] / crowd[to]) * trips.weight[k];
  }
}

/** Weights of the trips of the reach table for a catchment. A place within its own bounds is at no distance. */
function weighTrips({ settlements: s, reach, sizes }: World, catchment: number, weight: Float64Array): void {
  for (let j = 0; j < sizes.settlements; j++) {
    for (let row = s.reachFrom[j]; row < s.reachFrom[j] + s.reachCount[j]; row++) {
      weight[row] = s.tier[j] === OUTSIDE ? 0 : catchmentWeight(reach.minutes[row], catchment);
    }
  }
}

/** The reach table as trips weighted for a catchment. */
export function catchmentTrips(
  world: World,
  catchment: number,
): { readonly from: Int32Array; readonly to: Uint16Array; readonly weight: Float64Array } {
  const { settlements: s, reach, sizes } = world;
  const from = new Int32Array(sizes.reach);
  const weight = new Float64Array(sizes.reach);
  for (let j = 0; j < sizes.settlements; j++) from.fill(j, s.reachFrom[j], s.reachFrom[j] + s.reachCount[j]);
  weighTrips(world, catchment, weight);
  return { from, to: reach.to, weight };
}

export interface AccessBook {
  /** Counts residents of school age, by age at a month. */
  countPupils(month: number): void;
  /** What access 1 is: supply per client of the region, kind by kind, as it stands. */
  takeUnits(): void;
  /** Works out access in every place; `level` is the cost of services over that of the start. */
  measure(level: number): void;
}

/** Access of a world: the same sums at the start and in every January. */
export function openAccess(world: World, a: Assumptions): AccessBook {
  const { settlements: s, persons: p, clock } = world;
  const { settlements: count, scale } = world.sizes;
  const catchment = [a.schoolMinutes, a.catchmentMinutes, a.hospitalMinutes];
  const trips = catchment.map((minutes) => catchmentTrips(world, minutes));
  const units = [clock.schoolUnit, clock.clinicUnit, clock.hospitalUnit];
  const extra = [s.extraSchool, s.extraClinic, s.extraHospital];
  const of = [s.accessSchool, s.accessClinic, s.accessHospital];
  const clients = new Float64Array(count);
  const supply = new Float64Array(count);
  const crowd = new Float64Array(count);

  /** Clients of a kind, and what its spending is worth where people live far apart. */
  const take = (kind: number): void => {
    for (let j = 0; j < count; j++) {
      const residents = s.residents[j] * scale;
      const cost = serviceUnits(residents, s.areaKm2[j], a.densityCost);
      clients[j] = s.tier[j] === OUTSIDE ? 0 : kind === SCHOOL ? s.pupils[j] * scale : residents;
      const ordinary = s.serviceSupply[j] * kindShare(s.tier[j], kind, a.schoolShare, a.hospitalShare);
      supply[j] = cost > 0 ? ((ordinary + extra[kind][j]) * residents) / cost : 0;
    }
  };

  return {
    countPupils(month) {
      s.pupils.fill(0);
      const { flags, born, residence } = p;
      const rows = clock.personRows[0];
      for (let i = 0; i < rows; i++) {
        const age = month - born[i];
        if (flags[i] !== 0 && age >= SCHOOL_MONTHS && age < GROWN_MONTHS) s.pupils[residence[i]]++;
      }
    },
    takeUnits() {
      for (let kind = 0; kind < KINDS; kind++) {
        take(kind);
        let supplied = 0;
        let served = 0;
        for (let j = 0; j < count; j++) {
          supplied += supply[j];
          served += clients[j];
        }
        units[kind][0] = served > 0 ? supplied / served : 0;
      }
    },
    measure(level) {
      for (let kind = 0; kind < KINDS; kind++) {
        take(kind);
        // Ways across borders may have become shorter since.
        weighTrips(world, catchment[kind], trips[kind].weight);
        floatingCatchment(trips[kind], clients, supply, of[kind], crowd);
        // Supply is in yuan; it is measured in what the region spent per client at the start, at today's costs.
        const unit = units[kind][0] * level;
        for (let j = 0; j < count; j++)
          of[kind][j] = s.tier[j] === OUTSIDE || unit === 0 ? 1 : of[kind][j] / unit;
      }
      for (let j = 0; j < count; j++) s.access[j] = (of[SCHOOL][j] + of[CLINIC][j] + of[HOSPITAL][j]) / KINDS;
    },
  };
}

/** Recomputed each January; between, people see last January's services. */
export const access: Process = {
  name: "access",
  reads: [
    "clock.personRows",
    "clock.schoolUnit",
    "clock.clinicUnit",
    "clock.hospitalUnit",
    "persons.flags",
    "persons.born",
    "persons.residence",
    "settlements.tier",
    "settlements.residents",
    "settlements.areaKm2",
    "settlements.serviceSupply",
    "settlements.extraSchool",
    "settlements.extraClinic",
    "settlements.extraHospital",
    "settlements.reachFrom",
    "settlements.reachCount",
    "reach.to",
    "reach.minutes",
  ],
  writes: [
    "settlements.pupils",
    "settlements.accessSchool",
    "settlements.accessClinic",
    "settlements.accessHospital",
    "settlements.access",
  ],
  prepare({ world, assumptions, drivers }) {
    const book = openAccess(world, assumptions);
    return (month) => {
      if (month % 12 !== 0) return;
      book.countPupils(month);
      book.measure(drivers.productivity[month]);
    };
  },
};
