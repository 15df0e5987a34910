/**
 * The kernel in AgentScript, by its own idioms: places and people are breeds of turtles in the unit square,
 * a step asks every person, and distances are asked of the turtles.
 */
import type { MigrationWorld } from "../../sim/engine/parallel/migration/columns.ts";
import { bytesInUse } from "../process.ts";
import type { Prepare } from "./contender.ts";

/** What is used of AgentScript, which has no types of its own. */
interface Turtle {
  readonly x: number;
  readonly y: number;
  setxy(x: number, y: number): void;
  distance(other: Turtle): number;
}
interface Turtles<T extends Turtle> extends Array<T> {
  create(count: number, init: (turtle: T) => void): T[];
  ask(action: (turtle: T) => void): void;
}
interface Model {
  turtleBreeds(names: string): void;
  step(): void;
}
type ModelClass = new (world: { minX: number; maxX: number; minY: number; maxY: number }) => Model;

interface Place extends Turtle {
  amenity: number;
  basePay: number;
  capacity: number;
  residents: number;
  pay: number;
}
interface Person extends Turtle {
  home: Place;
  place: Place;
  skill: number;
  age: number;
}

/**
 * AgentScript makes a canvas for the colours of patches as it loads; Node has none, and nothing is drawn
 * here.
 */
class NoCanvas {
  getContext(): object {
    return {};
  }
}

export const agentscript: Prepare = async (start) => {
  const globals: { OffscreenCanvas?: unknown } = globalThis;
  globals.OffscreenCanvas ??= NoCanvas;
  const name = "agentscript";
  // The package brings no types; what is used of it is described above.
  const { Model: Base } = (await import(name)) as { Model: ModelClass };
  const before = bytesInUse();
  const model = new (migration(Base))({ minX: 0, maxX: 1, minY: 0, maxY: 1 });
  model.setup(start);
  const bytesPerAgent = (bytesInUse() - before) / start.sizes.agents;
  model.reset();
  return {
    bytesPerAgent,
    reset: () => model.reset(),
    run(steps) {
      model.moves = 0;
      for (let step = 0; step < steps; step++) model.step();
      return model.moves;
    },
    close: async () => undefined,
  };
};

function migration(Base: ModelClass) {
  return class Migration extends Base {
    // Made by turtleBreeds.
    declare places: Turtles<Place>;
    declare people: Turtles<Person>;
    moves = 0;

    setup({ places: p, people: q, sizes }: MigrationWorld): void {
      this.turtleBreeds("places people");
      let j = 0;
      this.places.create(sizes.places, (place) => {
        place.setxy(p.x[j], p.y[j]);
        place.amenity = p.amenity[j];
        place.basePay = p.basePay[j];
        place.capacity = p.capacity[j];
        place.residents = 0;
        place.pay = 0;
        j++;
      });
      let i = 0;
      this.people.create(sizes.agents, (person) => {
        person.home = this.places[q.home[i]];
        person.place = person.home;
        person.skill = q.skill[i] / 2147483648;
        person.age = q.age[i];
        person.setxy(person.home.x, person.home.y);
        i++;
      });
    }

    reset(): void {
      this.places.ask((place) => (place.residents = 0));
      this.people.ask((person) => {
        person.place = person.home;
        person.setxy(person.home.x, person.home.y);
        person.place.residents++;
      });
      this.places.ask((place) => this.setPay(place));
    }

    override step(): void {
      this.people.ask((person) => {
        if (Math.random() < 0.1) this.reconsider(person);
      });
      this.places.ask((place) => this.setPay(place));
    }

    reconsider(person: Person): void {
      let best = person.place;
      let highest = this.utility(person, best) + 0.2 + 0.1 * gumbel();
      for (let k = 0; k < 8; k++) {
        const place = this.places[Math.floor(Math.random() * this.places.length)];
        const value = this.utility(person, place) + 0.1 * gumbel();
        if (value > highest) {
          highest = value;
          best = place;
        }
      }
      if (best === person.place) return;
      person.place.residents--;
      best.residents++;
      person.place = best;
      person.setxy(best.x, best.y);
      this.moves++;
    }

    utility(person: Person, place: Place): number {
      return (
        place.pay * (0.5 + person.skill) +
        place.amenity -
        0.8 * person.distance(place) -
        0.3 * person.home.distance(place)
      );
    }

    setPay(place: Place): void {
      const relative = place.residents / (this.people.length / this.places.length);
      const crowding = Math.max(0, place.residents / place.capacity - 1);
      place.pay = (place.basePay * Math.pow(relative, 0.05)) / (1 + 0.5 * crowding);
    }
  };
}

function gumbel(): number {
  return -Math.log(-Math.log(Math.random()));
}
