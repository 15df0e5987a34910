/** Runs a scenario and tells one agent's life. The run is the same as without: the observer is silent. */
import type { Text } from "../../indicators/indicator.ts";
import { resolveAssumptions } from "../../policy/parameters.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { createSimulation, type RunOptions } from "../simulation.ts";
import { VERSION } from "../version.ts";
import { follow } from "./follow.ts";
import type { Life } from "./life.ts";

export interface TraceOptions extends Pick<RunOptions, "seed" | "scale" | "years"> {
  /**
   * Whose life. Agents of the start are numbered from 0, by their rows in `world.persons`; those who are born or
   * come during the run follow in that order.
   */
  readonly agent: number;
}

/** Nobody has that number. */
export class NoSuchAgent extends RangeError {
  constructor(agent: number, startAgents: number, agents: number) {
    const later =
      agents > startAgents
        ? `, those who are born or come during the run ${startAgents} to ${agents - 1}`
        : "; those who are born or come during the run follow";
    super(
      `agent is ${agent}; expected a whole number from 0 to ${agents - 1}. ` +
        `The agents of the start are 0 to ${startAgents - 1}${later}.`,
    );
    this.name = "NoSuchAgent";
  }
}

/** A run that is being traced; it can be stepped, or run to its end. */
export interface Tracing {
  readonly month: number;
  readonly months: number;
  step(): void;
  /** The life so far. Throws NoSuchAgent where nobody with that number has lived yet. */
  life(): Life;
}

export function openTrace(scenario: Scenario, options: TraceOptions): Tracing {
  const { agent } = options;
  const startYear = scenario.start;
  const named = new Set<number>();
  let idOf: (settlement: number) => string = String;
  const follower = follow(agent, startYear, resolveAssumptions(scenario.parameters), (settlement) => {
    named.add(settlement);
    return idOf(settlement);
  });
  const simulation = createSimulation(scenario, { ...options, observer: follower.observer });
  const { settlements } = simulation.result();
  idOf = (settlement) => settlements[settlement].id;
  if (!Number.isInteger(agent) || agent < 0) {
    const { startAlive } = simulation.world.clock;
    throw new NoSuchAgent(agent, startAlive[0], startAlive[0]);
  }
  follower.begin(simulation.world);

  const life = (): Life => {
    const { birth, female, startAgents, agents, events, years } = follower;
    if (birth === undefined) throw new NoSuchAgent(agent, startAgents, agents);
    const names: Record<string, Text> = {};
    for (const settlement of [...named].toSorted((a, b) => a - b))
      names[settlements[settlement].id] = settlements[settlement].name;
    return {
      scenario: scenario.id,
      policies: scenario.policies.map(({ id }) => id),
      set: scenario.overrides,
      seed: simulation.seed,
      scale: simulation.scenario.scale,
      version: VERSION,
      hash: simulation.hash,
      from: startYear,
      until: startYear + simulation.scenario.years,
      agent,
      sex: female ? "female" : "male",
      born: { year: startYear + Math.floor(birth / 12), month: birth - 12 * Math.floor(birth / 12) + 1 },
      events: [...events],
      years: [...years],
      places: names,
    };
  };

  return {
    get month() {
      return simulation.month;
    },
    months: simulation.months,
    step: () => simulation.step(),
    life,
  };
}

/**
 * Runs a scenario to its end and tells one agent's life.
 *
 * @throws NoSuchAgent where the number is nobody's; what `simulate` throws
 */
export function traceLife(scenario: Scenario, options: TraceOptions): Life {
  const tracing = openTrace(scenario, options);
  while (tracing.month < tracing.months) tracing.step();
  return tracing.life();
}
