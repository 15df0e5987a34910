/**
 * How fast the processor is at the moment: a fixed piece of work that needs no memory and keeps many of its units busy.
 * Where it is slow, others are likely to be at work, on this machine or, where it is a virtual one, on the same cores:
 * what they take is no part of the load that it sees. It slows less than the model does, so it is a hint, no measure.
 */

/** Many short calls: an engine replaces a function by its best code when it is called anew. */
const CALLS = 200;
const ROUNDS = 50_000;

/** Eight chains of whole numbers that hardly wait for each other. */
function work(rounds: number): number {
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  let e = 5;
  let f = 6;
  let g = 7;
  let h = 8;
  for (let i = 0; i < rounds; i++) {
    a = (a + i) | 0;
    b = (b ^ i) | 0;
    c = (c + a) | 0;
    d = (d ^ b) | 0;
    e = (e + 5) | 0;
    f = (f - i) | 0;
    g = (g ^ 3) | 0;
    h = (h + e) | 0;
  }
  return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
}

/** What the work comes to, kept so that no engine can leave it out. */
const outcome = new Int32Array(1);

function takeTime(): number {
  const began = performance.now();
  for (let k = 0; k < CALLS; k++) outcome[0] ^= work(ROUNDS);
  return performance.now() - began;
}

let isCompiled = false;

/** Milliseconds that the work takes now, about ten of them. */
export function yardstick(): number {
  if (!isCompiled) for (let k = 0; k < 3; k++) takeTime();
  isCompiled = true;
  return takeTime();
}
