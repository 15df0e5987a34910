/** A few workers, each running one seed at a time. It knows nothing of scenarios, only of free hands. */
import type { Remote } from "comlink";
import { proxy, releaseProxy, wrap } from "comlink";
import type { RunProgress, RunResult } from "../../sim/engine/result.ts";
import type { RunRequest, WorkerApi } from "../../sim/worker.ts";

export interface Pool {
  /** How many runs could start now. */
  free(): number;
  /** Starts a run on a free worker. Rejects with name `RunCancelled` after `cancel`. */
  run(request: RunRequest, onYear?: (progress: RunProgress) => void): Promise<RunResult>;
  /** Stops the run with that ticket, also in mid-run; nothing happens if it is over. */
  cancel(ticket: number): void;
}

interface Hand {
  /** Null before the first run and after a breakdown. */
  worker: Worker | null;
  api: Remote<WorkerApi> | null;
  ticket: number | null;
  /** Rejects the present run when the worker itself breaks down. */
  fail: ((reason: Error) => void) | null;
}

/** As many workers as the machine can spare beside the page itself, at least one and at most four. */
export const poolSize = (cores: number | undefined): number => Math.min(4, Math.max(1, (cores ?? 2) - 1));

export function createPool(size: number, spawn: () => Worker): Pool {
  const hands = Array.from({ length: size }, (): Hand => ({
    worker: null,
    api: null,
    ticket: null,
    fail: null,
  }));
  // The code loads while the page draws its frame.
  for (const hand of hands) hire(hand, spawn);
  return {
    free: () => hands.filter(({ ticket }) => ticket === null).length,
    async run(request, onYear) {
      const hand = hands.find(({ ticket }) => ticket === null);
      if (hand === undefined) throw new Error("No worker is free; ask free() before run().");
      hand.ticket = request.ticket;
      const broken = new Promise<never>((_, reject) => {
        hand.fail = reject;
      });
      try {
        const api = hand.api ?? hire(hand, spawn);
        const run = api.run(request, onYear === undefined ? undefined : proxy(onYear));
        return await Promise.race([run, broken]);
      } finally {
        hand.ticket = null;
        hand.fail = null;
      }
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
    hand.fail?.(new Error(`The worker of the simulation stopped${text}.`));
  };
  worker.addEventListener("error", letGo);
  worker.addEventListener("messageerror", letGo);
  hand.worker = worker;
  hand.api = api;
  return api;
}
