/** The one part of seedrandom that is used; its own types describe only the whole package. */
declare module "seedrandom/lib/alea.js" {
  import type seedrandom from "seedrandom";
  export default function alea(seed: string): seedrandom.PRNG;
}
