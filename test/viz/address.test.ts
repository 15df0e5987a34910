import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FLOW_KINDS } from "../../sim/engine/result.ts";
import { readAddress, writeAddress } from "../../viz/address.ts";
import { addressIn } from "../../viz/addressBar.ts";
import { LANGUAGES } from "../../viz/i18n/words.ts";
import type { PageState } from "../../viz/state.ts";
import {
  SPANS,
  baselineArm,
  commandArm,
  compareCommand,
  isBaseline,
  mainArm,
  packageOf,
  runCommand,
} from "../../viz/state.ts";
import { trackOf } from "../../viz/controls/sliders.ts";
import { catalogue } from "./catalogueFixture.ts";

const land = "policies.innovative-small-towns.measures.land.value";
const read = (hash: string) => readAddress(hash, catalogue, "en");
const valley = catalogue.world("valley");
if (valley === undefined) throw new Error("scenarios/valley.yaml is gone; these tests are about it.");
const measures = catalogue.measures(valley);

describe("reading an address", () => {
  test("no address is the valley as it is, in the last year", () => {
    const { state, notes } = read("");
    expect(notes).toEqual([]);
    expect(state).toMatchObject({ world: "valley", levers: {}, settings: [], year: null, language: "en" });
  });

  test("the scenario with the policy has its levers at the published values", () => {
    const { state, notes } = read("#scenario=valley-small-towns");
    expect(notes).toEqual([]);
    expect(state.levers).toEqual(packageOf(measures));
    expect(mainArm(state, "valley-small-towns", measures)).toEqual({
      scenario: "valley-small-towns",
      set: [],
    });
  });

  test("a setting of a measure moves its lever and no other", () => {
    const { state } = read(`#scenario=valley-small-towns&${land}=12`);
    expect(state.levers).toEqual({ ...packageOf(measures), land: 12 });
  });

  test("other settings are kept and reach both arms, unless they speak of the policy", () => {
    const payer = "policies.innovative-small-towns.measures.land.payer=state";
    const { state, notes } = read(`#scenario=valley-small-towns&parameters.networkWeight=0&${payer}`);
    expect(notes).toEqual([]);
    expect(state.settings).toEqual(["parameters.networkWeight=0", payer]);
    expect(mainArm(state, "valley-small-towns", measures).set).toEqual(state.settings);
    expect(mainArm({ ...state, levers: {} }, "valley-small-towns", measures)).toEqual({
      scenario: "valley",
      set: ["parameters.networkWeight=0"],
    });
  });

  test("a system is opened by its name, over its world, with its own choices", () => {
    const choice = "policies.innovative-small-towns.choose.site=suburb";
    const { state, notes } = read(`#scenario=town-sites&scale=50&${choice}`);
    expect(notes).toEqual([]);
    expect(state).toMatchObject({ world: "quzhou", system: "town-sites", levers: {} });
    const arm = mainArm(state, "quzhou-small-towns", measures);
    expect(arm).toEqual({ scenario: "town-sites", set: ["scale=50", choice] });
    const reading = catalogue.read(arm.scenario, arm.set);
    expect(reading.ok && reading.scenario.policies[0].choices?.site.chosen).toBe("suburb");
    expect(baselineArm(state)).toEqual({ scenario: "quzhou", set: ["scale=50"] });
    expect(read("#scenario=meetjesland-platform").state).toMatchObject({
      world: "meetjesland",
      system: "meetjesland-platform",
    });
  });

  test.each([
    ["#scenario=nowhere", "note.world"],
    ["#scenario=__proto__", "note.world"],
    ["#nonsense", "note.pair"],
    ["#=3", "note.pair"],
    ["#%E0%A4%A", "note.pair"],
    ["#a=%0A", "note.pair"],
    ["#view.year=soon", "note.view"],
    ["#view.year=1999", "note.view"],
    ["#view.flow=wind", "note.view"],
    ["#view.model=../x", "note.view"],
    ["#view.language=la", "note.view"],
    ["#view.colour=red", "note.view"],
    [`#${land}=5`, "note.noPolicy"],
    [`#scenario=valley-small-towns&${land}=-5`, "note.measure"],
    [`#scenario=valley-small-towns&${land}=1e9`, "note.measure"],
    [`#scenario=valley-small-towns&${land}=`, "note.measure"],
    [`#scenario=valley-small-towns&${land.replace("land", "sand")}=5`, "note.noMeasure"],
    ["#parameters.nothing=1", "note.settings"],
    ["#parameters.networkWeight=lots", "note.settings"],
    ["#years=100000", "note.settings"],
    ["#__proto__.x=1", "note.settings"],
  ])("%s is noted, and the rest of the page stands", (hash, id) => {
    const { state, notes } = read(hash);
    expect(notes.map((note) => note.id)).toEqual([id]);
    const arm = mainArm(state, "valley-small-towns", measures);
    expect(catalogue.read(arm.scenario, arm.set).ok).toBe(true);
    expect(isBaseline(state.levers) || hash.includes("small-towns")).toBe(true);
  });

  test("any text at all gives a state that can be run", () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "scenario=valley",
        "scenario=quzhou-small-towns",
        "scenario=budget-check",
        `${land}=3`,
        "view.year=2030",
        "years=5",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const { state } = read(`#${parts.join("&")}`);
        const world = catalogue.world(state.world);
        expect(world).toBeDefined();
        const arm = mainArm(
          state,
          world?.variant ?? null,
          world === undefined ? [] : catalogue.measures(world),
        );
        expect(catalogue.read(arm.scenario, arm.set).ok).toBe(true);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe("where the address stands", () => {
  test("is behind the #, or behind a ? where somebody wrote that and nothing else", () => {
    expect(addressIn({ hash: "#scenario=quzhou", search: "" })).toBe("#scenario=quzhou");
    expect(addressIn({ hash: "", search: "?scenario=quzhou&view.year=2030" })).toBe(
      "#scenario=quzhou&view.year=2030",
    );
    expect(addressIn({ hash: "#view.year=2030", search: "?scenario=quzhou" })).toBe("#view.year=2030");
  });

  test("is not in queries that others hang on to a link", () => {
    expect(addressIn({ hash: "", search: "?ref=mail" })).toBe("");
    expect(addressIn({ hash: "", search: "" })).toBe("");
  });
});

describe("writing an address", () => {
  const anyLevers = fc.record(
    Object.fromEntries(
      measures.map((measure) => {
        const { max, step } = trackOf(measure, 0);
        return [
          measure.id,
          fc
            .integer({ min: 0, max: 100 })
            .map(
              (k) => Number((k * step).toPrecision(6)) && Math.min(max, Number((k * step).toPrecision(6))),
            ),
        ];
      }),
    ),
  );
  const settings = ["parameters.networkWeight=0", "scale=20", "years=40", "seed=a b&c=d"];
  const rest = {
    year: fc.option(fc.integer({ min: 2020, max: 2050 })),
    language: fc.constantFrom(...LANGUAGES),
    flow: fc.constantFrom(...FLOW_KINDS),
    span: fc.constantFrom(...SPANS),
    indicator: fc.constantFrom("policyCost", "theil.total"),
    model: fc.constantFrom(null, "odd", "submodel-landUse"),
  };
  const anyState = fc.oneof(
    fc.record({
      world: fc.constant("valley"),
      system: fc.constant(null),
      levers: anyLevers,
      settings: fc.subarray(settings),
      ...rest,
    }),
    fc.record({
      world: fc.constant("quzhou"),
      system: fc.constantFrom("small-towns", "town-sites"),
      levers: fc.constant({}),
      settings: fc.subarray([
        ...settings,
        "policies.innovative-small-towns.choose.site=fringe",
        `${land}=12`,
      ]),
      ...rest,
    }),
  ) satisfies fc.Arbitrary<PageState>;

  test("what is written is read back the same", () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { state: back, notes } = read(`#${writeAddress(state, catalogue)}`);
        expect(notes).toEqual([]);
        expect({ ...back, levers: nonZero(back.levers) }).toEqual({
          ...state,
          levers: nonZero(state.levers),
        });
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test("an address names the scenario and the settings of the command that runs the same", () => {
    const { state } = read(`#scenario=valley-small-towns&${land}=12&parameters.networkWeight=0`);
    const arm = mainArm(state, "valley-small-towns", measures);
    expect(runCommand(arm, "1")).toBe(
      `urflow run valley-small-towns --seed 1 --set ${land}=12 --set parameters.networkWeight=0`,
    );
    expect(writeAddress(state, catalogue)).toContain([`scenario=${arm.scenario}`, ...arm.set].join("&"));
  });

  test("the comparison tells what is set in both arms once", () => {
    const base = { scenario: "valley", set: ["scale=20"] };
    const other = { scenario: "valley-small-towns", set: [`${land}=12`, "scale=20"] };
    expect(compareCommand(base, other, 8)).toBe(
      `urflow compare valley valley-small-towns --seeds 8 --set scale=20 --set-other ${land}=12`,
    );
  });

  test("a region that the reader brought is told as its file, with the policy laid over it", () => {
    const world = {
      id: "units-1f3c9a",
      variant: "units-1f3c9a-small-towns",
      code: null,
      title: { en: "Units", zh: "单元" },
      isBrought: true,
    };
    const base = commandArm({ scenario: world.id, set: ["scale=20"] }, world);
    const other = commandArm({ scenario: world.variant, set: [`${land}=12`, "scale=20"] }, world);
    expect(compareCommand(base, other, 8)).toBe(
      "urflow compare ./units-1f3c9a.yaml ./units-1f3c9a.yaml --seeds 8 --set scale=20 " +
        `--set-other 'policies=[innovative-small-towns]' --set-other ${land}=12`,
    );
    const builtIn = { scenario: "valley", set: [] };
    expect(commandArm(builtIn, valley)).toBe(builtIn);
  });

  test("a setting that a shell would read otherwise is quoted", () => {
    expect(runCommand({ scenario: "valley", set: ["title.en=It's $HOME"] }, "1")).toBe(
      `urflow run valley --seed 1 --set 'title.en=It'\\''s $HOME'`,
    );
  });
});

const nonZero = (levers: PageState["levers"]): Record<string, number> =>
  Object.fromEntries(Object.entries(levers).filter(([, value]) => value !== 0));
