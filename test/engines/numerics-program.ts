/** Prints one hash a function, each over 100,000 arguments: the same lines in every engine. */
import { logitProbabilities, nestedLogit, sampleLogit } from "../../sim/numerics/choice.ts";
import { nestedChances } from "../../sim/numerics/nestedChoice.ts";
import {
  exponential,
  geometricSkip,
  gumbel,
  lognormal,
  normal,
  splitWhole,
} from "../../sim/numerics/distributions.ts";
import { exp, ln, ln1p, log2, logistic, pow } from "../../sim/numerics/elementary.ts";
import { fastExp, fastLn, fastPow } from "../../sim/numerics/fast.ts";
import { chain, createHash, hashHex, hashWords } from "../../sim/numerics/hash.ts";
import { childKey, Purpose, purposeKey, rootKey } from "../../sim/numerics/keyed.ts";
import { bands, gini, spearman, theilL, theilT, variance } from "../../sim/numerics/statistics.ts";
import { blockSum, compensatedSum, exactSum, pairwiseSum } from "../../sim/numerics/sums.ts";
import { block, uniform, uniform13 } from "../../sim/numerics/threefry.ts";
import { uniforms } from "../../sim/numerics/threefry-batch.ts";
import { CHUNK, visitChunk } from "../../sim/numerics/visits.ts";

const COUNT = 100_000;
const lines: string[] = [];

const key = purposeKey(rootKey("the same bits everywhere"), Purpose.noise);
const draw = (i: number, index: number): number => uniform(key.key0, key.key1, i, index);

/** Arguments over the whole range of sizes, from subnormal to near overflow. */
const anySize = (i: number): number => pow(2, draw(i, 0) * 2090 - 1070) * (1 + draw(i, 1));
/** Arguments near 1 as often as not. */
const nearOne = (i: number): number => 1 + (draw(i, 2) - 0.5) * pow(2, -40 * draw(i, 3));
const between = (i: number, low: number, high: number): number => low + (high - low) * draw(i, 4);

function record(name: string, value: (i: number) => number): void {
  const values = new Float64Array(COUNT);
  for (let i = 0; i < COUNT; i++) values[i] = value(i);
  recordValues(name, values);
}

function recordValues(name: string, values: Float64Array | Int32Array): void {
  const state = createHash();
  hashWords(state, new Uint32Array(values.buffer, values.byteOffset, values.byteLength / 4));
  lines.push(`${name} ${hashHex(state)}`);
}

record("uniform", (i) => draw(i, 5));
record("uniform13", (i) => uniform13(key.key0, key.key1, i, 6));
record("ln any", (i) => ln(anySize(i)));
record("ln near 1", (i) => ln(nearOne(i)));
record("exp any", (i) => exp(between(i, -746, 710)));
record("exp small", (i) => exp(between(i, -2, 2)));
record("pow any", (i) => pow(anySize(i), between(i, -3, 3)));
record("pow near 1", (i) => pow(nearOne(i), between(i, -1e6, 1e6)));
record("log2", (i) => log2(i % 2 === 0 ? anySize(i) : nearOne(i)));
record("ln1p", (i) => ln1p(i % 2 === 0 ? nearOne(i) - 1 : anySize(i)));
record("logistic", (i) => logistic(between(i, -750, 750)));
record("fastLn", (i) => fastLn(i % 2 === 0 ? anySize(i) : nearOne(i)));
record("fastExp", (i) => fastExp(between(i, -746, 710)));
record("fastPow", (i) => fastPow(nearOne(i) * between(i, 0, 1000), between(i, -20, 20)));
record("normal", (i) => normal(i % 2 === 0 ? draw(i, 7) : pow(2, -52 * draw(i, 7))));
record("gumbel", (i) => gumbel(draw(i, 8)));
record("exponential", (i) => exponential(draw(i, 9)));
record("lognormal", (i) => lognormal(draw(i, 10), 1, 0.8));
record("geometricSkip", (i) => geometricSkip(draw(i, 11), ln1p(-draw(i, 12))));
record("childKey", (i) => childKey(i * 40503, i % 7, i % 360));
record("rootKey", (i) => (i % 100 === 0 ? rootKey(`seed ${i} ü €`).key1 : i));

const words = new Uint32Array(2);
record("block", (i) => {
  block(key.key0, key.key1, i, -i, words);
  return words[0] * 4294967296 + words[1];
});
const many = new Float64Array(COUNT);
const counters = new Uint32Array(COUNT);
for (let i = 0; i < COUNT; i++) counters[i] = i * 40503;
uniforms(key.key0, key.key1, counters, 13, many, COUNT);
recordValues("uniforms", many);

const visited = new Int32Array(COUNT);
let visits = 0;
for (let chunk = 0; chunk * CHUNK < COUNT; chunk++) {
  const from = chunk * CHUNK;
  const to = Math.min(from + CHUNK, COUNT);
  visits += visitChunk(key, 14, chunk, from, to, 0.3, visited.subarray(visits));
}
recordValues("visitChunk", visited.slice(0, visits));

const values = new Float64Array(8);
const chances = new Float64Array(8);
const nests = Int32Array.of(0, 1, 4, 8);
const dissimilarity = Float64Array.of(1, 0.6, 0.4);
const fill = (i: number): void => {
  for (let k = 0; k < 8; k++) values[k] = 4 * draw(i, 16 + k);
};
record("sampleLogit", (i) => {
  fill(i);
  return sampleLogit(values, 8, 0.5, draw(i, 15));
});
record("logitProbabilities", (i) => {
  fill(i);
  logitProbabilities(values, 8, 0.5, chances);
  return chances[i % 8];
});
record("nestedLogit", (i) => {
  fill(i);
  nestedLogit(values, nests, dissimilarity, 0.5, chances);
  return chances[i % 8];
});
const nestOf = Uint8Array.of(2, 0, 1, 2, 1, 1, 0, 2);
record("nestedChances", (i) => {
  fill(i);
  nestedChances(values, nestOf, 8, 0.5, 0.4, chances);
  return chances[i % 8];
});

const sizes = Float64Array.from({ length: COUNT }, (_, i) => lognormal(draw(i, 24), 8, 2) - 1000);
const incomes = sizes.map((size) => size + 1001);
const shares = new Float64Array(COUNT);
splitWhole(123_456_789, incomes, shares);
recordValues("splitWhole", shares);
const fan = bands(sizes);
recordValues(
  "summaries",
  Float64Array.of(
    compensatedSum(sizes),
    pairwiseSum(sizes),
    blockSum(sizes),
    exactSum(sizes),
    variance(sizes),
    gini(incomes),
    theilT(incomes),
    theilL(incomes),
    spearman(sizes, many),
    fan.low,
    fan.median,
    fan.high,
  ),
);

let linked = "0000000000000000";
const state = createHash();
for (let i = 0; i < 1000; i++) {
  hashWords(state, counters, i, i + 50);
  linked = chain(linked, state);
}
lines.push(`chain ${linked}`);

printResult(lines.join("\n"));
