/** The full model in several rounds, each with every runner in its turn; the runs of all rounds count as those of one. */
import { measureInProcess } from "../process.ts";
import { progress } from "../progress.ts";
import { type InChromium, measureInChromium } from "./chromium.ts";
import type { ModelMeasurement, ModelTask, NodeMeasurement } from "./task.ts";

export interface Rounds {
  readonly inNode: NodeMeasurement;
  /** Undefined where there is no Chromium. */
  readonly inChromium: InChromium | undefined;
  readonly large: NodeMeasurement;
}

export async function measureInRounds(small: ModelTask, large: ModelTask, rounds: number): Promise<Rounds> {
  const inNode: NodeMeasurement[] = [];
  const inChromium: InChromium[] = [];
  const ofLarge: NodeMeasurement[] = [];
  for (let round = 1; round <= rounds; round++) {
    progress(`model: ${small.scenario} in Node, round ${round}`);
    inNode.push(await measureInProcess<NodeMeasurement>("model-child", small));
    progress(`model: ${small.scenario} in Chromium, round ${round}`);
    const measured = await measureInChromium(small);
    if (measured !== undefined) inChromium.push(measured);
    progress(`model: ${large.scenario} in Node, round ${round}`);
    ofLarge.push(await measureInProcess<NodeMeasurement>("model-child", large));
  }
  progress("");
  return { inNode: inNodeAt(inNode), inChromium: inChromiumAt(inChromium), large: inNodeAt(ofLarge) };
}

const together = <M extends ModelMeasurement>(rounds: readonly M[]): M => ({
  ...rounds[0],
  milliseconds: rounds.flatMap(({ milliseconds }) => milliseconds),
  yardstick: rounds.flatMap(({ yardstick }) => yardstick),
  hashes: rounds.flatMap(({ hashes }) => hashes),
});

const inNodeAt = (rounds: readonly NodeMeasurement[]): NodeMeasurement => ({
  ...together(rounds),
  buildMilliseconds: rounds.flatMap(({ buildMilliseconds }) => buildMilliseconds),
});

const inChromiumAt = (rounds: readonly InChromium[]): InChromium | undefined =>
  rounds.length === 0
    ? undefined
    : {
        version: rounds[0].version,
        alone: together(rounds.map(({ alone }) => alone)),
        shared: together(rounds.map(({ shared }) => shared)),
      };
