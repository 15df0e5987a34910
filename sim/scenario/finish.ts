/** From what the schema made of a file to the scenario that the world is built from. */
import type * as z from "zod";
import type { Driver, Scenario, SourceInfo } from "./scenario.ts";
import type { Parameter } from "../policy/parameter.ts";
import { type ParameterId, PARAMETERS } from "../policy/parameters.ts";
import { finishPolicy } from "./finishPolicy.ts";
import { ASSUMED } from "./relationsSources.ts";
import type { ScenarioFile } from "./schema.ts";

type Written = z.infer<typeof ScenarioFile>;
type WrittenOut = Extract<Written["policies"][number], { readonly measures: unknown }>;

/** Names have become policies by now, or are faults. */
const isWrittenOut = (policy: Written["policies"][number]): policy is WrittenOut =>
  typeof policy !== "string" && "measures" in policy;

/** Fills what may be left out. Only for data in which no fault was found. */
export function finish(written: Written, settings: readonly string[]): Scenario {
  const policies = written.policies.filter(isWrittenOut);
  const { outsideWageGrowth, productivityGrowth, fertility, mortality, transferPerHead } = written.drivers;
  const farmPrice: Driver = written.drivers.farmPrice ?? {
    unit: "index",
    points: [[written.start, 1]],
    after: "hold",
    source: ASSUMED,
  };
  return {
    id: written.id,
    title: written.title,
    summary: written.summary,
    // A scenario that shows no system is the same data as ever.
    ...(written.system === undefined ? {} : { system: written.system }),
    ...(written.about === undefined ? {} : { about: written.about }),
    start: written.start,
    years: written.years,
    scale: written.scale,
    seed: written.seed,
    sources: Object.assign(
      {},
      ...policies.map((policy) => policy.sources ?? {}),
      written.sources,
    ) as Readonly<Record<string, SourceInfo>>,
    world: written.world,
    drivers: { outsideWageGrowth, productivityGrowth, fertility, mortality, transferPerHead, farmPrice },
    // A scenario without shocks is the same data as ever.
    ...((written.shocks ?? []).length === 0 ? {} : { shocks: written.shocks }),
    parameters: givenParameters(written.parameters ?? {}),
    policies: policies.map(finishPolicy),
    overrides: [...settings],
  };
}

/** Assumptions as numbers; a law is chosen by the name of a value, or by its number. */
function givenParameters(
  written: Readonly<Record<string, number | string | undefined>>,
): Partial<Record<ParameterId, number>> {
  const rows: Readonly<Record<string, Parameter>> = PARAMETERS;
  const given = Object.entries(written).flatMap(([id, value]) => {
    if (value === undefined) return [];
    if (typeof value === "number") return [[id, value] as const];
    return [[id, (rows[id].values ?? []).findIndex((one) => one.id === value)] as const];
  });
  return Object.fromEntries(given);
}
