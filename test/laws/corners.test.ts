import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSimulation } from "../../sim/engine/simulation.ts";
import { type ParameterId, parameterIds, PARAMETERS } from "../../sim/policy/parameters.ts";
import { smallWorld } from "./smallWorld.ts";

const IDS = parameterIds("assumption");
/** Where each parameter stands: at its least, as it is, or at its most. */
const corner = fc.array(fc.constantFrom("min", "default", "default", "max"), {
  minLength: IDS.length,
  maxLength: IDS.length,
});

type Corner = readonly ("min" | "default" | "max")[];

const worldAt = (at: Corner) =>
  smallWorld({
    counties: [
      { residents: 5000, registeredPart: 0.8, urbanPart: 0.5, towns: 1, villages: 3 },
      { residents: 4000, registeredPart: 1.3, urbanPart: 0.3, towns: 2, villages: 4 },
    ],
    gateways: 2,
    scale: 20,
    years: 2,
    parameters: Object.fromEntries(IDS.map((id, k) => [id, PARAMETERS[id][at[k]]])),
  });

/** Runs to the end, under the eye of the ledger; indicators that came out beyond all bounds. */
function infinite(at: Corner): string[] {
  const { indicators } = createSimulation(worldAt(at)).run();
  return Object.entries(indicators).flatMap(([id, values]) =>
    [...values].some((value) => Math.abs(value) === Infinity) ? [id] : [],
  );
}

describe("a world at the corners of the table of parameters", () => {
  it("runs, keeps its books and has no infinite figure, wherever the parameters stand", () => {
    fc.assert(
      fc.property(corner, (at) => {
        expect(infinite(at)).toEqual([]);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it.each(["min", "max"] as const)("runs with any one parameter at its %s", (end) => {
    for (const id of IDS) {
      const at = IDS.map((other: ParameterId) => (other === id ? end : "default"));
      expect([id, infinite(at)]).toEqual([id, []]);
    }
  });
});
