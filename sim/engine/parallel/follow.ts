/** A thread that takes part in the loops of a simulation which another one leads. */
import { openCensus } from "../../indicators/census.ts";
import type { Crew, Loop } from "../../numerics/crew.ts";
import { PROCESSES } from "../../processes/order.ts";
import { driverSeries } from "../../processes/process.ts";
import { openWorld } from "../../world/world.ts";
import { openHeadcount } from "../headcount.ts";
import { openStateHash } from "../stateHash.ts";
import { CENSUS, type CrewTask, HEADCOUNT, STATE_HASH } from "./lead.ts";
import { dismissCrew, followRounds, openBoard, reportFailure } from "./rounds.ts";

/**
 * Prepares the processes that share loops, over the same world, and takes part until dismissed. A failure is told to
 * the leader, whose run it ends.
 *
 * @param me number of this worker, from 1
 */
export function followTask(task: CrewTask, me: number): void {
  const board = openBoard(task.board);
  try {
    followRounds(board, loopsOf(task, me));
  } catch (failure) {
    reportFailure(board, me, failure);
  }
}

/** Ends the work of all who follow a task, once its run is over; those too that come only now. */
export const dismissTask = (task: CrewTask): void => dismissCrew(openBoard(task.board));

/** The loops as the leader numbers them: in the order in which the same processes ask for them. */
function loopsOf({ workers, world: buffer, parts, memory, setting }: CrewTask, me: number): Loop[] {
  const world = openWorld(buffer);
  const drivers = driverSeries(setting.drivers);
  const loops: Loop[] = [];
  for (const part of parts) {
    let asked = 0;
    const crew: Crew = {
      workers,
      me,
      memory: () => memory[part][asked++],
      loop(loop) {
        loops.push(loop);
        return () => {
          throw new Error(`${part}: a loop is started by the leader alone`);
        };
      },
    };
    if (part === CENSUS) openCensus(world, setting.assumptions, crew);
    else if (part === HEADCOUNT) openHeadcount(world, crew);
    else if (part === STATE_HASH) openStateHash(world, crew);
    else PROCESSES.find(({ name }) => name === part)?.prepare({ ...setting, drivers, world, crew });
  }
  return loops;
}
