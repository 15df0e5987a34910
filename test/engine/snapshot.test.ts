import { describe, expect, it } from "vitest";
import { createSimulation, resumeSimulation } from "../../sim/engine/simulation.ts";
import { readSnapshot, writeSnapshot } from "../../sim/engine/snapshot.ts";
import { fromFile } from "../laws/scenarios.ts";
import { differences } from "../laws/bytes.ts";

const scenario = fromFile("valley-small-towns", "scale=400", "years=2");
const simulation = createSimulation(scenario, { seed: "种子 ü 😀 \u0000" });
simulation.step();
const snapshot = simulation.snapshot();

describe("a snapshot", () => {
  it("holds the world, the scenario and the seed, in letters of any script", () => {
    const read = readSnapshot(snapshot);
    expect(differences(read.world, simulation.world)).toEqual([]);
    expect(read.seed).toBe("种子 ü 😀 \u0000");
    expect(read.scenario).toEqual(JSON.parse(JSON.stringify(scenario)));
    expect(read.scenario.title.zh).toBe(scenario.title.zh);
    const again = writeSnapshot(read.scenario, read.seed, read.world);
    expect(Buffer.compare(Buffer.from(again), Buffer.from(snapshot))).toBe(0);
  });

  it("keeps the hash of the run so far", () => {
    expect(resumeSimulation(snapshot).hash).toBe(simulation.hash);
    expect(resumeSimulation(createSimulation(scenario).snapshot()).hash).toBe("0000000000000000");
  });

  it.each([0, 4, 63, 64, 1000, snapshot.byteLength - 1])("refuses %i of its bytes", (bytes) => {
    expect(() => resumeSimulation(snapshot.slice(0, bytes))).toThrow(
      /snapshot (is cut short|has \d+ bytes; expected at least 64)/,
    );
  });

  it("refuses what isn't one, and what another version wrote", () => {
    const changed = (word: number, value: number): ArrayBuffer => {
      const copy = snapshot.slice(0);
      new DataView(copy).setUint32(4 * word, value, true);
      return copy;
    };
    expect(() => resumeSimulation(changed(0, 1))).toThrow("not an urflow snapshot");
    expect(() => resumeSimulation(changed(1, 9999))).toThrow(
      /snapshot is of format 9999; this version reads \d+/,
    );
    expect(() => resumeSimulation(changed(2, 1_000_000))).toThrow(/settlements|cut short/);
  });

  it("resumes without records, and says so", () => {
    expect(() => resumeSimulation(snapshot).result()).toThrow("nothing was recorded");
  });
});
