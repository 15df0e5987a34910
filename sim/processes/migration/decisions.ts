/**
 * What people decided this month: each worker writes the decisions of its chunks one behind the other, and where those
 * of each chunk stand; the leader reads them chunk by chunk, so that it doesn't matter who wrote them.
 */
import type { Crew } from "../../numerics/crew.ts";
import { chunksOf } from "../../numerics/visits.ts";
import type { Alternatives } from "./alternatives.ts";

/** Row of the person, residence, workplace, activity, mode. */
const FIELDS = 5;
/** Of each chunk: who wrote it, from which decision on, and how many. */
const WHERE = 3;

export interface Decisions {
  /** Begins anew; each worker for itself. */
  clear(): void;
  /** From here on decisions are of this chunk. */
  openChunk(chunk: number): void;
  /** Someone of the chunk has chosen one of the alternatives. */
  write(person: number, alternatives: Alternatives, chosen: number): void;
  /** Reads all decisions of the first so many rows, in the order of persons. */
  forEach(rows: number, take: Taker): void;
}

export type Taker = (
  person: number,
  residence: number,
  workplace: number,
  activity: number,
  mode: number,
) => void;

/** @param room decisions that one worker may write in a month */
export function openDecisions({ workers, me, memory }: Crew, persons: number, room: number): Decisions {
  const lists = Array.from({ length: workers }, () => new Int32Array(memory(room * FIELDS * 4)));
  const where = new Int32Array(memory(chunksOf(persons) * WHERE * 4));
  const own = lists[me];
  let count = 0;
  let at = 0;
  return {
    clear: () => (count = 0),
    openChunk(chunk) {
      at = chunk * WHERE;
      where[at] = me;
      where[at + 1] = count;
      where[at + 2] = 0;
    },
    write(person, { residence, workplace, activity, mode }, chosen) {
      if (count >= room)
        throw new RangeError(`more than ${room} people decided to change their lives at once`);
      const k = count++ * FIELDS;
      own[k] = person;
      own[k + 1] = residence[chosen];
      own[k + 2] = workplace[chosen];
      own[k + 3] = activity[chosen];
      own[k + 4] = mode[chosen];
      where[at + 2]++;
    },
    forEach(rows, take) {
      for (let chunk = 0; chunk < chunksOf(rows); chunk++) {
        const list = lists[where[chunk * WHERE]];
        const from = where[chunk * WHERE + 1] * FIELDS;
        const end = from + where[chunk * WHERE + 2] * FIELDS;
        for (let k = from; k < end; k += FIELDS) {
          take(list[k], list[k + 1], list[k + 2], list[k + 3], list[k + 4]);
        }
      }
    },
  };
}
