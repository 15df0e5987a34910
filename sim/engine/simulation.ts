/** A simulation: a world and the processes that change it, month by month, under the eye of the ledger. */
import { rootKey } from "../numerics/keyed.ts";
import type { Levels } from "../indicators/observation.ts";
import { createRecorder, type Recorder, type RecordSelection } from "../indicators/recorder.ts";
import type { Policy } from "../policy/policy.ts";
import type { ResolvedMeasure } from "../policy/resolve.ts";
import type { Setting, Step, Watch } from "../processes/process.ts";
import { buildWorld, type Built } from "../scenario/build/build.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { copyWorld, type World } from "../world/world.ts";
import { buildFirstMonth, sameFirstMonth, underPolicies, type FirstMonth } from "./firstMonth.ts";
import { openLedger, type Ledger } from "./ledger.ts";
import { CENSUS, HEADCOUNT, NOBODY_ELSE, openLead, STATE_HASH, type Threads } from "./parallel/lead.ts";
import { resolveMeasures } from "./measures.ts";
import { resultOf } from "./outcome.ts";
import type { RunProgress, RunResult } from "./result.ts";
import { readSnapshot, writeSnapshot } from "./snapshot.ts";
import { selectProcesses } from "./selection.ts";
import { FIRST_LINK, hashOf, openStateHash } from "./stateHash.ts";

export interface RunOptions {
  /** Any string; the scenario's own seed without one. */
  readonly seed?: string | undefined;
  /** Persons per agent, whole, 1 or more. */
  readonly scale?: number | undefined;
  readonly years?: number | undefined;
  /** Called after each simulated year. */
  readonly onYear?: ((progress: RunProgress) => void) | undefined;
  /** Looked at before each month: an AbortSignal fits. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /**
   * Whether indicators and flows are kept, or which indicators of which years; all by default. The run itself is the
   * same in each case.
   */
  readonly record?: boolean | RecordSelection | undefined;
  /** Whether the state hash is kept, by default it is; without it `hash` stays at its first link. The run is the same. */
  readonly hashed?: boolean | undefined;
  /** Is told what goes on, and changes nothing: the run is the same with and without it. */
  readonly observer?: Observer | undefined;
  /**
   * Names of the processes that go on, for experiments on parts of the model; all of them by default. What the others
   * would have changed stays as it was. Snapshots keep the choice.
   */
  readonly processes?: readonly string[] | undefined;
  /**
   * Threads that share the loops over people; it pays from some hundred thousand agents on. The run is the same with
   * any number of them. Not together with an observer.
   */
  readonly threads?: Threads | undefined;
}

/** A silent observer that also looks in after each process. */
export interface Observer extends Watch {
  after(process: string, month: number): void;
}

export class RunCancelled extends Error {
  constructor(month: number) {
    super(`the run was cancelled after ${month} months`);
    this.name = "RunCancelled";
  }
}

export interface Simulation {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly world: World;
  /** Months done and months in all. */
  readonly month: number;
  readonly months: number;
  /** Chained state hash, 16 hex digits. */
  readonly hash: string;
  /** Names of the processes that go on, in their order. */
  readonly processes: readonly string[];
  /** Goes on by one month. Throws LedgerError at the first miss, RangeError behind the last month. */
  step(): void;
  /** Goes on to the end. Throws RunCancelled where the signal says so. */
  run(options?: Pick<RunOptions, "onYear" | "signal">): RunResult;
  /** State and scenario in one buffer, from which `resumeSimulation` goes on to the same last hash. */
  snapshot(): ArrayBuffer;
  /** Indicators recorded so far, by id and year; NaN where none was, empty where nothing is recorded. */
  readonly indicators: Readonly<Record<string, Float64Array>>;
  /** What was recorded so far. Throws where not everything is recorded and hashed from the start. */
  result(): RunResult;
}

export type StartOptions = Pick<RunOptions, "record" | "hashed" | "observer" | "processes" | "threads">;

/** A scenario made ready: the first month is built once, and any number of seeds start from it. */
export interface Prepared {
  readonly scenario: Scenario;
  start(seed?: string, options?: StartOptions): Simulation;
  /**
   * The same first month under other policies, up to as many as there is `room` for.
   *
   * @throws RangeError where they are more
   * @throws ScenarioError where they are in each other's way
   */
  under(policies: readonly Policy[]): Prepared;
  /**
   * The same first month for another scenario that differs in nothing but its policies, as many as there is `room` for,
   * and in what it says of itself; undefined where its first month is another.
   *
   * @throws ScenarioError where the policies are in each other's way
   */
  serving(scenario: Scenario, options?: Pick<RunOptions, "scale" | "years">): Prepared | undefined;
}

/** Sets out from the first month with a seed, in a world of its own. */
function setOut(
  { scenario, built, measures }: FirstMonth,
  world: World,
  seed: string,
  options: StartOptions,
): Simulation {
  const root = rootKey(seed);
  world.clock.key0[0] = root.key0;
  world.clock.key1[0] = root.key1;
  return assemble(scenario, seed, { ...built, world }, measures, 0, options);
}

/**
 * Builds the first month of a scenario.
 *
 * @param options `room`: how many policies its worlds have books for, where other policies will be tried on it
 */
export const prepareScenario = (
  scenario: Scenario,
  { room, ...options }: Pick<RunOptions, "scale" | "years"> & { readonly room?: number | undefined } = {},
): Prepared => preparedFrom(buildFirstMonth(scenario, options, false, room));

const preparedFrom = (first: FirstMonth): Prepared => ({
  scenario: first.scenario,
  start: (seed = first.scenario.seed, startOptions = {}) =>
    setOut(first, copyWorld(first.built.world, startOptions.threads !== undefined), seed, startOptions),
  under: (policies) => preparedFrom(underPolicies(first, policies)),
  serving(scenario, options = {}) {
    const same = sameFirstMonth(first, scenario, options);
    return same && preparedFrom(same);
  },
});

export function createSimulation(scenario: Scenario, options: RunOptions = {}): Simulation {
  const first = buildFirstMonth(scenario, options, options.threads !== undefined);
  // One seed, one world: there is no need for a copy.
  return setOut(first, first.built.world, options.seed ?? first.scenario.seed, options);
}

/** Goes on from a snapshot. What was recorded before it isn't in it, so `result()` isn't there either. */
export function resumeSimulation(snapshot: ArrayBuffer): Simulation {
  const { scenario, seed, world, processes } = readSnapshot(snapshot);
  const built = buildWorld(scenario);
  // Policies designate places by the state of the start, whenever the run goes on.
  const measures = resolveMeasures(scenario, built.world, built.places);
  const options = { record: false, processes };
  return assemble(scenario, seed, { ...built, world }, measures, world.clock.month[0], options);
}

function assemble(
  scenario: Scenario,
  seed: string,
  built: Built,
  measures: readonly ResolvedMeasure[],
  doneBefore: number,
  { record = true, hashed = true, observer, processes, threads }: StartOptions,
): Simulation {
  if (threads !== undefined && observer !== undefined) {
    throw new TypeError("an observer is told of people one after another: leave out threads or the observer");
  }
  const { world, places, assumptions, drivers } = built;
  const months = scenario.years * 12;
  const setting: Setting = {
    world,
    assumptions,
    drivers,
    measures,
    root: { key0: world.clock.key0[0], key1: world.clock.key1[0] },
    watch: observer,
  };
  const selected = selectProcesses(processes);
  const names = selected.map(({ name }) => name);
  const lead = threads === undefined ? undefined : openLead(threads.workers);
  const { crewOf } = lead ?? NOBODY_ELSE;
  const steps: Step[] = selected.map((process) =>
    process.prepare({ ...setting, crew: crewOf(process.name) }),
  );
  const ledger: Ledger = openLedger(world, crewOf(HEADCOUNT));
  const takeHash = openStateHash(world, crewOf(STATE_HASH));
  const recorder: Recorder | undefined =
    record === false
      ? undefined
      : createRecorder(world, assumptions, scenario.years, {
          crew: crewOf(CENSUS),
          selection: record === true ? undefined : record,
        });
  let checks = ledger.check(doneBefore, true);
  let hash = doneBefore === 0 ? FIRST_LINK : hashOf(world);

  const levelsAt = (month: number): Levels => ({
    outsideWage: drivers.outsideWage[month],
    productivity: drivers.productivity[month],
  });

  recorder?.observe(0, levelsAt(0))();
  if (lead !== undefined) threads?.start(lead.task(setting));

  const step = (): void => {
    const month = world.clock.month[0];
    if (month >= months)
      throw new RangeError(`the run ends after ${months} months; there is no month ${month + 1}`);
    for (let k = 0; k < steps.length; k++) {
      steps[k](month);
      observer?.after(names[k], month);
    }
    const done = month + 1;
    world.clock.month[0] = done;
    close(done);
  };

  /** Looks at a month that is over: its books are checked, its state is hashed, and each twelfth one is recorded. */
  const close = (done: number): void => {
    const isYear = done % 12 === 0;
    const everyPerson = isYear || done === months;
    const check = (): void => {
      checks += ledger.check(done, everyPerson);
    };
    // What takes the help of all comes first; then this thread goes on alone while others read the state.
    if (everyPerson) check();
    const observe = (): (() => void) | undefined => recorder?.observe(done / 12, levelsAt(done));
    const alone = !everyPerson ? check : isYear ? observe() : undefined;
    if (hashed) hash = takeHash(hash, everyPerson, alone);
    else alone?.();
  };

  const simulation: Simulation = {
    scenario,
    seed,
    world,
    months,
    processes: names,
    get month() {
      return world.clock.month[0];
    },
    get hash() {
      return hash;
    },
    step,
    run({ onYear, signal } = {}) {
      while (world.clock.month[0] < months) {
        if (signal?.aborted === true) throw new RunCancelled(world.clock.month[0]);
        step();
        const done = world.clock.month[0];
        if (done % 12 === 0) onYear?.({ done: done / 12, years: scenario.years });
      }
      return simulation.result();
    },
    indicators: recorder?.records.indicators ?? {},
    snapshot: () => writeSnapshot(scenario, seed, copyWorld(world), processes),
    result() {
      if (recorder === undefined || record !== true || !hashed) {
        throw new Error(
          `${recorder === undefined ? "nothing" : "not everything"} was recorded: make the simulation with ` +
            "record: true, hashed as by default, and run it from its start",
        );
      }
      return resultOf({ scenario, seed, world, places, records: recorder.records, hash, checks });
    },
  };
  return simulation;
}

/** Runs a scenario to its end. */
export function simulate(scenario: Scenario, options: RunOptions = {}): RunResult {
  return createSimulation(scenario, options).run(options);
}
