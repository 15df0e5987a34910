/**
 * The kernel as one would write it down at first: an object for each agent and each place, chance from
 * Math.random, and the choice as the model has it: the best of all alternatives after a Gumbel draw was
 * added to each. There are two of it, for the usual way to write a distance, Math.hypot, takes V8 many
 * times as long as the square root.
 */
import type { MigrationWorld } from "../../sim/engine/parallel/migration/columns.ts";
import { bytesInUse } from "../process.ts";
import type { Prepare } from "./contender.ts";

/** Set once, before anything runs. */
let length: (dx: number, dy: number) => number;

class Place {
  readonly x: number;
  readonly y: number;
  readonly amenity: number;
  readonly basePay: number;
  readonly capacity: number;
  residents = 0;
  pay = 0;

  constructor(x: number, y: number, amenity: number, basePay: number, capacity: number) {
    this.x = x;
    this.y = y;
    this.amenity = amenity;
    this.basePay = basePay;
    this.capacity = capacity;
  }

  distance(other: Place): number {
    return length(this.x - other.x, this.y - other.y);
  }

  setPay(meanResidents: number): void {
    const crowding = Math.max(0, this.residents / this.capacity - 1);
    this.pay = (this.basePay * Math.pow(this.residents / meanResidents, 0.05)) / (1 + 0.5 * crowding);
  }
}

class Agent {
  readonly home: Place;
  place: Place;
  readonly skill: number;
  readonly age: number;

  constructor(home: Place, skill: number, age: number) {
    this.home = home;
    this.place = home;
    this.skill = skill;
    this.age = age;
  }

  utility(place: Place): number {
    return (
      place.pay * (0.5 + this.skill) +
      place.amenity -
      0.8 * this.place.distance(place) -
      0.3 * this.home.distance(place)
    );
  }

  /** Whether it moved. */
  step(places: readonly Place[]): boolean {
    if (Math.random() >= 0.1) return false;
    let best = this.place;
    let highest = this.utility(best) + 0.2 + 0.1 * gumbel();
    for (let k = 0; k < 8; k++) {
      const place = places[Math.floor(Math.random() * places.length)];
      const value = this.utility(place) + 0.1 * gumbel();
      if (value > highest) {
        highest = value;
        best = place;
      }
    }
    if (best === this.place) return false;
    this.place.residents--;
    best.residents++;
    this.place = best;
    return true;
  }
}

function gumbel(): number {
  return -Math.log(-Math.log(Math.random()));
}

const run =
  (distance: (dx: number, dy: number) => number): Prepare =>
  async (start) => {
    length = distance;
    const before = bytesInUse();
    const places = makePlaces(start);
    const agents = makeAgents(start, places);
    const bytesPerAgent = (bytesInUse() - before) / agents.length;
    const setPay = (): void => {
      for (const place of places) place.setPay(agents.length / places.length);
    };
    const reset = (): void => {
      for (const place of places) place.residents = 0;
      for (const agent of agents) {
        agent.place = agent.home;
        agent.place.residents++;
      }
      setPay();
    };
    reset();
    return {
      bytesPerAgent,
      reset,
      run(steps) {
        let moves = 0;
        for (let step = 0; step < steps; step++) {
          for (const agent of agents) {
            if (agent.step(places)) moves++;
          }
          setPay();
        }
        return moves;
      },
      close: async () => undefined,
    };
  };

export const objects = run((dx, dy) => Math.sqrt(dx * dx + dy * dy));
export const objectsHypot = run((dx, dy) => Math.hypot(dx, dy));

function makePlaces({ places: p, sizes }: MigrationWorld): Place[] {
  return Array.from(
    { length: sizes.places },
    (_, j) => new Place(p.x[j], p.y[j], p.amenity[j], p.basePay[j], p.capacity[j]),
  );
}

function makeAgents({ people: p, sizes }: MigrationWorld, places: readonly Place[]): Agent[] {
  return Array.from(
    { length: sizes.agents },
    (_, i) => new Agent(places[p.home[i]], p.skill[i] / 2147483648, p.age[i]),
  );
}
