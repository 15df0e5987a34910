import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Purpose, purposeKey, rootKey } from "../../sim/numerics/keyed.ts";
import { CHUNK, visitChunk } from "../../sim/numerics/visits.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 2020 });

const root = purposeKey(rootKey("visits"), Purpose.consider);
const out = new Int32Array(CHUNK);

function visited(step: number, chunk: number, probability: number, length = CHUNK): number[] {
  const from = chunk * CHUNK;
  return [...out.subarray(0, visitChunk(root, step, chunk, from, from + length, probability, out))];
}

describe("visits", () => {
  it("rise, stay within their range and name no one twice, for any probability, step and chunk", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(2 ** 32 - 1),
        fc.nat(2 ** 20),
        fc.integer({ min: 0, max: CHUNK }),
        (probability, step, chunk, length) => {
          const indices = visited(step, chunk, probability, length);
          let last = chunk * CHUNK - 1;
          for (const index of indices) {
            expect(index).toBeGreaterThan(last);
            last = index;
          }
          expect(last).toBeLessThan(chunk * CHUNK + length);
        },
      ),
    );
  });

  it("of probability 0 are none, of 1 all", () => {
    const all = Array.from({ length: CHUNK }, (_, i) => CHUNK + i);
    for (const none of [0, -0, -1, NaN, Number.MIN_VALUE]) expect(visited(1, 1, none)).toEqual([]);
    for (const certain of [1, 1.5, Infinity]) expect(visited(1, 1, certain)).toEqual(all);
    // So close to 1 that a miss comes once in 10^16.
    expect(visited(1, 1, 1 - 2 ** -53)).toEqual(all);
  });

  it("follow the binomial law: mean n p, variance n p (1 - p)", () => {
    for (const probability of [0.001, 0.01, 0.1, 0.3, 0.5, 0.9, 0.999]) {
      const chunks = 4000;
      let sum = 0;
      let squares = 0;
      for (let chunk = 0; chunk < chunks; chunk++) {
        const count = visitChunk(root, 3, chunk, chunk * CHUNK, (chunk + 1) * CHUNK, probability, out);
        sum += count;
        squares += count * count;
      }
      const mean = sum / chunks;
      const variance = squares / chunks - mean * mean;
      const expected = CHUNK * probability * (1 - probability);
      // Five standard errors of the mean, and of the variance (nearly normal counts, or nearly Poisson ones).
      expect(Math.abs(mean - CHUNK * probability)).toBeLessThan(5 * Math.sqrt(expected / chunks));
      const spread = Math.sqrt((2 + 1 / expected) / chunks);
      expect(Math.abs(variance / expected - 1)).toBeLessThan(5 * spread);
    }
  });

  it("come to every place of the chunk alike, the first and the last too", () => {
    const counts = new Float64Array(CHUNK);
    const runs = 4000;
    const probability = 0.2;
    for (let step = 0; step < runs; step++) {
      for (const index of visited(step, 5, probability)) counts[index - 5 * CHUNK] += 1;
    }
    let chiSquare = 0;
    for (const count of counts) {
      chiSquare += (count - runs * probability) ** 2 / (runs * probability * (1 - probability));
    }
    // 1024 degrees of freedom: deviation 45.
    expect(Math.abs(chiSquare - CHUNK)).toBeLessThan(5 * 45.3);
    for (const edge of [counts[0] ?? 0, counts[CHUNK - 1] ?? 0])
      expect(Math.abs(edge - 800)).toBeLessThan(5 * 25.3);
  });

  it("of neighbours are independent: both of a pair with probability p squared", () => {
    const probability = 0.25;
    let pairs = 0;
    for (let chunk = 0; chunk < 1000; chunk++) {
      const indices = visited(9, chunk, probability);
      for (let k = 1; k < indices.length; k++) if (indices[k] === (indices[k - 1] ?? 0) + 1) pairs += 1;
    }
    const expected = 1000 * (CHUNK - 1) * probability * probability;
    expect(Math.abs(pairs - expected)).toBeLessThan(5 * Math.sqrt(1.5 * expected));
  });

  it("are rare but there for a tiny probability", () => {
    let count = 0;
    for (let step = 0; step < 40; step++) {
      for (let chunk = 0; chunk < 2500; chunk++) {
        count += visitChunk(root, step, chunk, chunk * CHUNK, (chunk + 1) * CHUNK, 1e-6, out);
      }
    }
    // 102.4 expected, deviation 10.1.
    expect(Math.abs(count - 102.4)).toBeLessThan(5 * 10.2);
  });

  it("do not depend on the order in which chunks are taken, nor on who takes them", () => {
    const forwards = Array.from({ length: 50 }, (_, chunk) => visited(7, chunk, 0.1));
    const backwards = Array.from({ length: 50 }, (_, k) => visited(7, 49 - k, 0.1)).toReversed();
    expect(backwards).toEqual(forwards);
    expect(new Set(forwards.map((indices) => indices.map((index) => index % CHUNK).join())).size).toBe(50);
  });

  it("of people already there do not change when the last chunk grows", () => {
    const whole = visited(11, 2, 0.15);
    for (const length of [0, 1, 100, 700, 1023]) {
      expect(visited(11, 2, 0.15, length)).toEqual(whole.filter((index) => index < 2 * CHUNK + length));
    }
  });

  it("differ from step to step", () => {
    const steps = new Set(Array.from({ length: 200 }, (_, step) => visited(step, 0, 0.1).join()));
    expect(steps.size).toBe(200);
  });

  it("refuse a range longer than a chunk, whose draws could meet those of the next", () => {
    expect(() => visitChunk(root, 0, 3, 0, CHUNK + 1, 0.1, out)).toThrow(
      "the range [0, 1025) of chunk 3 holds 1025 indices; expected at most 1024. Split it into chunks.",
    );
  });
});
