/** The leader of a crew that shares the loops of a simulation. It prepares the model, and tells others what they need. */
import { ALONE, type Crew } from "../../numerics/crew.ts";
import type { Setting } from "../../processes/process.ts";
import { leadRound, openBoard } from "./rounds.ts";

/** Parts of a simulation beside its processes that have loops to share. */
export const CENSUS = "the census";
export const HEADCOUNT = "the headcount";
export const STATE_HASH = "the state hash";

/** All that another thread needs to take part; it can be sent to one. */
export interface CrewTask {
  readonly workers: number;
  readonly board: SharedArrayBuffer;
  readonly world: SharedArrayBuffer;
  /** Names of the processes, and of the parts below, that have loops to share, in the order of preparation. */
  readonly parts: readonly string[];
  /** What each of them has asked for, in order. */
  readonly memory: Readonly<Record<string, readonly SharedArrayBuffer[]>>;
  readonly setting: Pick<Setting, "assumptions" | "drivers" | "measures" | "root">;
}

/** Threads that take part in a run. How they are started is left to those who have them. */
export interface Threads {
  /** How many work, the one that runs the simulation among them. */
  readonly workers: number;
  /** Called once, when the simulation is ready: starts the others, which call `followTask`. */
  readonly start: (task: CrewTask) => void;
}

export interface Lead {
  /** The crew as a process sees it. */
  readonly crewOf: (part: string) => Crew;
  /** What the others need, after all processes are prepared. */
  readonly task: (setting: Setting) => CrewTask;
}

export function openLead(workers: number): Lead {
  const board = openBoard();
  const memory: Record<string, SharedArrayBuffer[]> = {};
  const parts: string[] = [];
  let loops = 0;
  return {
    crewOf: (part) => ({
      workers,
      me: 0,
      memory(bytes) {
        const buffer = new SharedArrayBuffer(bytes);
        (memory[part] ??= []).push(buffer);
        return buffer;
      },
      loop(loop) {
        if (!parts.includes(part)) parts.push(part);
        const which = loops++;
        return (step, rows) => leadRound(board, which, loop, step, rows);
      },
    }),
    task({ world, assumptions, drivers, measures, root }) {
      if (!(world.buffer instanceof SharedArrayBuffer)) {
        throw new TypeError("the world of a run with threads must be in shared memory");
      }
      return {
        workers,
        board: board.buffer,
        world: world.buffer,
        parts,
        memory,
        setting: { assumptions, drivers, measures, root },
      };
    },
  };
}

/** A leader without anyone to lead. */
export const NOBODY_ELSE: Pick<Lead, "crewOf"> = { crewOf: () => ALONE };
