/**
 * A few workers. Most run one seed each at a time; one seed at a time may be shared by all that have nothing else to do.
 * It knows nothing of scenarios, only of free hands.
 */
import type { Remote } from "comlink";
import { proxy, releaseProxy, wrap } from "comlink";
import type { CrewTask } from "../../sim/engine/parallel/lead.ts";
import { dismissCrew, openBoard, reportFailure } from "../../sim/engine/parallel/rounds.ts";
import type { RunProgress, RunResult } from "../../sim/engine/result.ts";
import type { RunRequest, WorkerApi } from "../../sim/worker.ts";

export interface Pool {
  /** How many runs could start now; none while one is shared. */
  free(): number;
  /**
   * Starts a run on a free worker. Rejects with name `RunCancelled` after `cancel`.
   *
   * @param isShared whether all others help as they come free, where the page has memory to share and each worker has
   * run before: one that still compiles its code would be no help, and three at a time only get in each other's way
   */
  run(request: RunRequest, onYear?: (progress: RunProgress) => void, isShared?: boolean): Promise<RunResult>;
  /** Stops the run with that ticket, also in mid-run; nothing happens if it is over. */
  cancel(ticket: number): void;
}

interface Hand {
  /** Null before the first run and after a breakdown. */
  worker: Worker | null;
  api: Remote<WorkerApi> | null;
  ticket: number | null;
  /** Whether the worker has run a seed to its end. */
  isWarm: boolean;
  /** Rejects the present run, or ends the help, when the worker itself breaks down. */
  fail: ((reason: Error) => void) | null;
}

/** The run that is shared now. */
interface Sharing {
  /** Null until the leader has built the world. */
  task: CrewTask | null;
  isOver: boolean;
  readonly helpers: Map<Hand, Promise<void>>;
}

/** As many workers as the machine can spare beside the page itself, at least one and at most four. */
export const poolSize = (cores: number | undefined): number => Math.min(4, Math.max(1, (cores ?? 2) - 1));

export function createPool(size: number, spawn: () => Worker): Pool {
  const hands = Array.from({ length: size }, (): Hand => ({
    worker: null,
    api: null,
    ticket: null,
    isWarm: false,
    fail: null,
  }));
  // The code loads while the page draws its frame.
  for (const hand of hands) hire(hand, spawn);
  const canShare = size > 1 && globalThis.crossOriginIsolated;
  let sharing: Sharing | null = null;

  /** Who has nothing else to do joins the shared run, once. */
  const help = (): void => {
    if (sharing === null || sharing.task === null || sharing.isOver) return;
    for (const hand of hands) {
      if (hand.ticket !== null || sharing.helpers.has(hand)) continue;
      sharing.helpers.set(hand, follow(hand, sharing.task, sharing.helpers.size + 1));
    }
  };

  const follow = async (hand: Hand, task: CrewTask, me: number): Promise<void> => {
    const broken = new Promise<never>((_, reject) => (hand.fail = reject));
    try {
      await Promise.race([(hand.api ?? hire(hand, spawn)).follow(task, me), broken]);
    } catch (failure) {
      // The leader hears of it in its next loop, and the run ends with this error.
      reportFailure(openBoard(task.board), me, failure);
    } finally {
      hand.fail = null;
    }
  };

  /** Sends all who help home; resolves when they are there. */
  const endSharing = async (shared: Sharing): Promise<void> => {
    shared.isOver = true;
    // The leader has dismissed them, unless it broke down.
    if (shared.task !== null) dismissCrew(openBoard(shared.task.board));
    await Promise.all(shared.helpers.values());
    sharing = null;
  };

  const runOn = async (
    hand: Hand,
    request: RunRequest,
    onYear: ((progress: RunProgress) => void) | undefined,
    shared: Sharing | null,
  ): Promise<RunResult> => {
    hand.ticket = request.ticket;
    const broken = new Promise<never>((_, reject) => (hand.fail = reject));
    const onTask = (task: CrewTask): void => {
      if (shared === null) return;
      shared.task = task;
      help();
    };
    try {
      const run = (hand.api ?? hire(hand, spawn)).run(
        shared === null ? request : { ...request, workers: size },
        onYear === undefined ? undefined : proxy(onYear),
        shared === null ? undefined : proxy(onTask),
      );
      const result = await Promise.race([run, broken]);
      hand.isWarm = true;
      return result;
    } finally {
      hand.ticket = null;
      hand.fail = null;
      if (shared !== null) await endSharing(shared);
      else help();
    }
  };

  return {
    free: () => (sharing === null ? hands.filter(({ ticket }) => ticket === null).length : 0),
    async run(request, onYear, isShared = false) {
      const hand = sharing === null ? hands.find(({ ticket }) => ticket === null) : undefined;
      if (hand === undefined) throw new Error("No worker is free; ask free() before run().");
      if (isShared && canShare && hands.every(({ isWarm }) => isWarm))
        sharing = { task: null, isOver: false, helpers: new Map() };
      return runOn(hand, request, onYear, sharing);
    },
    cancel(ticket) {
      // The answer is the rejection of the run itself.
      void hands.find((hand) => hand.ticket === ticket)?.api?.cancel(ticket);
    },
  };
}

/** Starts the worker of a hand. One that breaks down (its file is missing, memory is out) is let go of. */
function hire(hand: Hand, spawn: () => Worker): Remote<WorkerApi> {
  const worker = spawn();
  const api = wrap<WorkerApi>(worker);
  const letGo = (event: Event): void => {
    const text = event instanceof ErrorEvent && event.message !== "" ? `: ${event.message}` : "";
    api[releaseProxy]();
    worker.terminate();
    // The next run starts a new one, so that a worker that can never start isn't started for ever.
    hand.worker = null;
    hand.api = null;
    hand.isWarm = false;
    hand.fail?.(new Error(`The worker of the simulation stopped${text}.`));
  };
  worker.addEventListener("error", letGo);
  worker.addEventListener("messageerror", letGo);
  hand.worker = worker;
  hand.api = api;
  return api;
}
