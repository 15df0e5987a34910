import { describe, expect, it } from "vitest";
import { bits, block, uniform, uniform13 } from "../../sim/numerics/threefry.ts";
import { uniforms } from "../../sim/numerics/threefry-batch.ts";

/**
 * The published known answers of Random123 (file kat_vectors), threefry2x32: rounds, counter, key, result.
 * The third row of each is made of the digits of pi.
 */
const KNOWN_ANSWERS = `
  13 00000000 00000000 00000000 00000000 9d1c5ec6 8bd50731
  13 ffffffff ffffffff ffffffff ffffffff fd36d048 2d17272c
  13 243f6a88 85a308d3 13198a2e 03707344 ba3e4725 f27d669e
  20 00000000 00000000 00000000 00000000 6b200159 99ba4efe
  20 ffffffff ffffffff ffffffff ffffffff 1cb996fc bb002be7
  20 243f6a88 85a308d3 13198a2e 03707344 c4923a9c 483df7a0
  32 00000000 00000000 00000000 00000000 cee3d47e a23dfd5c
  32 ffffffff ffffffff ffffffff ffffffff 6e2fe0d0 b1b76f82
  32 243f6a88 85a308d3 13198a2e 03707344 e2827716 c3c05cdf
`
  .trim()
  .split("\n")
  .map((line) => {
    const [rounds = "", ...words] = line.trim().split(/\s+/);
    return { rounds: Number(rounds), words: words.map((word) => parseInt(word, 16)) };
  });

const out = new Uint32Array(2);

/** What `uniform` must make of the words of a block. */
const fromWords = (first: number, second: number): number =>
  (first * 2 ** 20 + Math.floor(second / 2 ** 12) + 0.5) / 2 ** 52;

describe("Threefry2x32 gives the published known answers of Random123", () => {
  for (const { rounds, words } of KNOWN_ANSWERS) {
    const [counter0, counter1, key0, key1, first, second] = words;
    it(`${rounds} rounds of counter ${counter0?.toString(16)}`, () => {
      block(key0, key1, counter0, counter1, out, rounds);
      expect([...out]).toEqual([first, second]);
      // Signed forms of the same words are the same words.
      block(key0 | 0, key1 | 0, counter0 | 0, counter1 | 0, out, rounds);
      expect([...out]).toEqual([first, second]);
    });
  }
});

describe("a uniform draw", () => {
  it("is made of the published words", () => {
    const of = (wanted: number): number[][] =>
      KNOWN_ANSWERS.filter(({ rounds }) => rounds === wanted).map(({ words }) => words);
    for (const [counter0, counter1, key0, key1, first, second] of of(20)) {
      expect(uniform(key0, key1, counter0, counter1)).toBe(fromWords(first, second));
      expect(bits(key0, key1, counter0, counter1)).toBe(first);
    }
    for (const [counter0, counter1, key0, key1, first, second] of of(13)) {
      expect(uniform13(key0, key1, counter0, counter1)).toBe(fromWords(first, second));
    }
    expect(of(20).length + of(13).length).toBe(6);
  });

  it("holds the upper 52 bits of its block, whatever the signs and sizes of its arguments", () => {
    for (let i = 0; i < 5000; i++) {
      const words = [bits(1, i, 0, 0), bits(2, i, 0, 0) | 0, bits(3, i, 0, 0), bits(4, i, 0, 0) | 0] as const;
      block(...words, out);
      const expected = fromWords(out[0], out[1]);
      expect(uniform(...words)).toBe(expected);
      expect(bits(...words)).toBe(out[0]);
      block(...words, out, 13);
      expect(uniform13(...words)).toBe(fromWords(out[0], out[1]));
    }
  });

  it("is never 0 or 1, so its logarithm is finite, and 1 - u is exact", () => {
    const smallest = fromWords(0, 0);
    const largest = fromWords(0xffffffff, 0xffffffff);
    expect(smallest).toBe(2 ** -53);
    expect(largest).toBe(1 - 2 ** -53);
    expect(1 - largest).toBe(smallest);
  });

  it("depends on every bit of key and counter: one flipped bit changes half of the 64", () => {
    let changed = 0;
    let flips = 0;
    const other = new Uint32Array(2);
    for (let sample = 0; sample < 20; sample++) {
      const words = [bits(5, sample, 0, 0), bits(5, sample, 1, 0), sample, 7] as const;
      block(...words, out);
      for (let place = 0; place < 4; place++) {
        for (let bit = 0; bit < 32; bit++) {
          const flipped = words.map((word, k) => (k === place ? word ^ (1 << bit) : word));
          block(flipped[0], flipped[1], flipped[2], flipped[3], other);
          const count = ones(out[0] ^ other[0]) + ones(out[1] ^ other[1]);
          expect(count).toBeGreaterThan(8);
          changed += count;
          flips += 1;
        }
      }
    }
    expect(Math.abs(changed / flips - 32)).toBeLessThan(0.5);
  });

  it("is uniform and has no memory along either counter", () => {
    const n = 100_000;
    for (const walk of [
      (i: number) => uniform(1, 2, i, 3),
      (i: number) => uniform(1, 2, 3, i),
      (i: number) => uniform13(1, 2, i, 3),
    ]) {
      const bins = new Float64Array(100);
      let products = 0;
      let previous = walk(n);
      for (let i = 0; i < n; i++) {
        const u = walk(i);
        bins[Math.floor(100 * u)] += 1;
        products += (u - 0.5) * (previous - 0.5);
        previous = u;
      }
      const chiSquare = bins.reduce((sum, count) => sum + (count - n / 100) ** 2 / (n / 100), 0);
      // 99 degrees of freedom: mean 99, deviation 14; the bounds leave five deviations.
      expect(chiSquare).toBeGreaterThan(29);
      expect(chiSquare).toBeLessThan(169);
      // The correlation of neighbours has deviation 1 / sqrt(n) = 0.0032.
      expect(Math.abs((12 * products) / n)).toBeLessThan(0.016);
    }
  });
});

it("many draws at a time are the draws one by one", () => {
  const counters = Uint32Array.from({ length: 1000 }, (_, i) => bits(9, 9, i, 0));
  for (const [key0, key1, counter1] of [
    [1, 2, 3],
    [0xfffffff0, -5, 0xdeadbeef],
  ] as const) {
    // Whole groups of four, and what remains of one.
    for (const n of [1000, 999, 998, 5, 3, 0]) {
      const draws = new Float64Array(1001);
      uniforms(key0, key1, counters, counter1, draws, n);
      for (let i = 0; i < n; i++) expect(draws[i]).toBe(uniform(key0, key1, counters[i], counter1));
      expect(draws.subarray(n).every((draw) => draw === 0)).toBe(true);
    }
  }
});

function ones(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
