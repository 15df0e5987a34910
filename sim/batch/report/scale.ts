/** Round numbers along an axis. */
import type { Text } from "../../indicators/indicator.ts";
import { fixed, grouped, isMoney } from "./figures.ts";

export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

/**
 * An axis of three to six round steps (1, 2 or 5 times a power of ten) that holds all the values.
 *
 * @param values finite numbers; an axis for none of them goes from 0 to 1
 */
export function axis(values: readonly number[]): Scale {
  let low = values.length === 0 ? 0 : Math.min(...values);
  let high = values.length === 0 ? 1 : Math.max(...values);
  // From zero where the values come near it: a cut axis makes little seem much.
  if (low > 0 && low < 0.5 * high) low = 0;
  if (high < 0 && high > 0.5 * low) high = 0;
  if (low === high) {
    const space = low === 0 ? 1 : Math.abs(low) * 0.1;
    [low, high] = [low - space, high + space];
  }
  const step = roundStep((high - low) / 4);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => multiple(first + index, step));
  return { low: ticks[0], high: ticks[ticks.length - 1], step, ticks };
}

function roundStep(rough: number): number {
  const [digits, exponent] = rough.toExponential().split("e");
  const lead = Number(digits);
  return Number(`${lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10}e${exponent}`);
}

/** 3 times 0.1 is 0.3 on an axis, and not 0.30000000000000004. */
const multiple = (count: number, step: number): number => Number((count * step).toPrecision(12));

/** The text at a tick: as many decimals as the step needs. */
export function tickText(value: number, step: number, unit: string): Text {
  if (unit === "share") return same(`${fixed(value * 100, decimals(step * 100))} %`);
  const size = Math.max(Math.abs(value), step);
  if (isMoney(unit) && size >= 1e6) {
    const [english, name] = size >= 1e9 ? [1e9, "bn"] : [1e6, "m"];
    const [chinese, sign] = size >= 1e8 ? [1e8, "亿"] : [1e4, "万"];
    return {
      en: `${fixed(value / english, decimals(step / english))} ${name}`,
      zh: `${fixed(value / chinese, decimals(step / chinese))}${sign}`,
    };
  }
  return same(step >= 1 ? grouped(value) : fixed(value, decimals(step)));
}

const same = (text: string): Text => ({ en: text, zh: text });

const decimals = (step: number): number => Math.max(0, -Number(step.toExponential().split("e")[1]));
