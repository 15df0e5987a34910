import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chain, createHash, hashHex, hashNumber, hashWords } from "../../sim/numerics/hash.ts";
import { bits } from "../../sim/numerics/threefry.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 2020 });

function hashOf(words: ArrayLike<number>): string {
  const state = createHash();
  hashWords(state, Uint32Array.from(words));
  return hashHex(state);
}

const random = (length: number, stream = 0): Uint32Array =>
  Uint32Array.from({ length }, (_, i) => bits(17, stream, i, 0));

describe("the hash of a state", () => {
  it("is 16 hexadecimal digits, and the same for the same words", () => {
    fc.assert(
      fc.property(fc.uint32Array(), (words) => {
        expect(hashOf(words)).toMatch(/^[0-9a-f]{16}$/);
        expect(hashOf(words)).toBe(hashOf(words));
      }),
    );
  });

  it("changes with any single flipped bit, alone among all flips, in random and in empty states", () => {
    for (const words of [random(64), new Uint32Array(64), new Uint32Array(64).fill(0xffffffff)]) {
      const seen = new Set([hashOf(words)]);
      for (let place = 0; place < 64; place++) {
        for (let bit = 0; bit < 32; bit++) {
          words[place] = (words[place] ?? 0) ^ (1 << bit);
          seen.add(hashOf(words));
          words[place] = (words[place] ?? 0) ^ (1 << bit);
        }
      }
      expect(seen.size).toBe(1 + 64 * 32);
    }
  });

  it("changes with any two flipped bits, which could cancel", () => {
    const words = new Uint32Array(4);
    const seen = new Set([hashOf(words)]);
    for (let a = 0; a < 128; a++) {
      for (let b = a + 1; b < 128; b++) {
        words.fill(0);
        words[a >> 5] = (words[a >> 5] ?? 0) ^ (1 << (a & 31));
        words[b >> 5] = (words[b >> 5] ?? 0) ^ (1 << (b & 31));
        seen.add(hashOf(words));
      }
    }
    expect(seen.size).toBe(1 + (128 * 127) / 2);
  });

  it("tells apart two neighbouring words that differ by any pair of small amounts", () => {
    const seen = new Set<string>();
    for (let a = 0; a < 256; a++) for (let b = 0; b < 256; b++) seen.add(hashOf([1000 + a, 1000 + b, 7]));
    expect(seen.size).toBe(65_536);
  });

  it("half of its bits change on average", () => {
    const words = random(16);
    const before = BigInt(`0x${hashOf(words)}`);
    let changed = 0;
    for (let place = 0; place < 16; place++) {
      for (let bit = 0; bit < 32; bit++) {
        words[place] = (words[place] ?? 0) ^ (1 << bit);
        changed += (before ^ BigInt(`0x${hashOf(words)}`)).toString(2).replaceAll("0", "").length;
        words[place] = (words[place] ?? 0) ^ (1 << bit);
      }
    }
    expect(Math.abs(changed / 512 - 32)).toBeLessThan(1);
  });

  it("has halves of its own: among 200,000 states pairs meet in one half as seldom as chance has it", () => {
    const first = new Set<string>();
    const second = new Set<string>();
    for (let i = 0; i < 200_000; i++) {
      const hash = hashOf([i, 0, 0]);
      first.add(hash.slice(0, 8));
      second.add(hash.slice(8));
    }
    // Expected pairs among 32 bits: 200000^2 / 2^33 = 4.7.
    expect(200_000 - first.size).toBeLessThan(17);
    expect(200_000 - second.size).toBeLessThan(17);
  });

  it("changes when words are permuted", () => {
    const words = random(100);
    const seen = new Set([hashOf(words)]);
    for (let i = 1; i < 100; i++) {
      const swapped = Uint32Array.from(words);
      [swapped[i - 1], swapped[i]] = [words[i] ?? 0, words[i - 1] ?? 0];
      seen.add(hashOf(swapped));
    }
    seen.add(hashOf(words.toReversed()));
    expect(seen.size).toBe(101);
  });

  it("includes the length: empty words at the end count", () => {
    const seen = new Set<string>();
    for (let length = 0; length < 1000; length++) seen.add(hashOf(new Uint32Array(length)));
    expect(seen.size).toBe(1000);
  });

  it("does not depend on how the words are cut into calls", () => {
    fc.assert(
      fc.property(fc.uint32Array({ minLength: 1 }), fc.nat(), (words, cut) => {
        const at = cut % words.length;
        const state = createHash();
        hashWords(state, words, 0, at);
        hashNumber(state, words[at] ?? 0);
        hashWords(state, words, at + 1, words.length);
        expect(hashHex(state)).toBe(hashOf(words));
      }),
    );
  });

  it("can be read on the way without disturbing it", () => {
    const state = createHash();
    hashWords(state, random(5));
    const before = hashHex(state);
    expect(hashHex(state)).toBe(before);
    hashNumber(state, 3);
    expect(hashHex(state)).toBe(hashOf([...random(5), 3]));
    expect(hashHex(state)).not.toBe(before);
  });

  it("takes numbers as unsigned words", () => {
    const one = createHash();
    const other = createHash();
    hashNumber(one, -1);
    hashNumber(other, 0xffffffff);
    expect(hashHex(one)).toBe(hashHex(other));
  });

  it("of known words is what it has always been: recorded hashes depend on it", () => {
    expect(hashOf([])).toBe("7873a5defb4d8211");
    expect(hashOf([1, 2, 3])).toBe("d60fe364cf1d9c8d");
  });
});

describe("a chain of hashes", () => {
  const start = "0000000000000000";
  const stateOf = (...words: number[]): ReturnType<typeof createHash> => {
    const state = createHash();
    hashWords(state, Uint32Array.from(words));
    return state;
  };

  it("covers every state before, in order", () => {
    const forwards = chain(chain(start, stateOf(1)), stateOf(2));
    expect(forwards).toMatch(/^[0-9a-f]{16}$/);
    const others = [
      chain(chain(start, stateOf(2)), stateOf(1)),
      chain(start, stateOf(2)),
      chain(chain(start, stateOf(3)), stateOf(2)),
      chain(chain(start, stateOf(1)), stateOf(3)),
      chain(chain("0000000000000001", stateOf(1)), stateOf(2)),
    ];
    expect(new Set([forwards, ...others]).size).toBe(6);
    expect(chain(chain(start, stateOf(1)), stateOf(2))).toBe(forwards);
  });

  it("refuses to follow what is not a hash", () => {
    expect(() => chain("12", createHash())).toThrow(
      'chain: previous is "12"; expected 16 hexadecimal digits',
    );
    expect(() => chain("000000000000000G", createHash())).toThrow(/expected 16 hexadecimal digits/);
  });
});
