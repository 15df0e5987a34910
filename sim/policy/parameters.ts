/**
 * THE parameter table. Five readers live off it: validation, policy levers, the page's sliders,
 * the address bar and batch factors. A number that a process needs and that isn't here or in a
 * scenario file is a defect. Its rows stand by theme in `table/`.
 */
import type { Parameter } from "./parameter.ts";
import { axis } from "./table/axis.ts";
import { budget } from "./table/budget.ts";
import { capital } from "./table/capital.ts";
import { care } from "./table/care.ts";
import { chain } from "./table/chain.ts";
import { coordination } from "./table/coordination.ts";
import { dealings } from "./table/dealings.ts";
import { demography } from "./table/demography.ts";
import { enterprises } from "./table/enterprises.ts";
import { farming } from "./table/farming.ts";
import { fields } from "./table/fields.ts";
import { functions } from "./table/functions.ts";
import { government } from "./table/government.ts";
import { land } from "./table/land.ts";
import { levers } from "./table/levers.ts";
import { living } from "./table/living.ts";
import { movement } from "./table/movement.ts";
import { roads } from "./table/roads.ts";
import { start } from "./table/start.ts";
import { startWork } from "./table/startWork.ts";
import { travel } from "./table/travel.ts";
import { village } from "./table/village.ts";
import { work } from "./table/work.ts";

export const PARAMETERS = {
  ...work,
  ...farming,
  ...fields,
  ...living,
  ...capital,
  ...enterprises,
  ...land,
  ...government,
  ...movement,
  ...travel,
  ...demography,
  ...start,
  ...startWork,
  ...levers,
  ...coordination,
  ...village,
  ...roads,
  ...axis,
  ...chain,
  ...care,
  ...budget,
  ...dealings,
  ...functions,
} as const satisfies Record<string, Parameter>;

export type ParameterId = keyof typeof PARAMETERS;

/** Ids of the parameters of one kind, in table order. */
export const parameterIds = (kind: Parameter["kind"]): ParameterId[] =>
  (Object.keys(PARAMETERS) as ParameterId[]).filter((id) => PARAMETERS[id].kind === kind);

/** The assumptions of one world, resolved: every id has a value. */
export type Assumptions = Readonly<Record<ParameterId, number>>;

/** Table defaults with a scenario's own values laid over them. */
export function resolveAssumptions(overrides: Readonly<Partial<Record<ParameterId, number>>>): Assumptions {
  const values = (Object.keys(PARAMETERS) as ParameterId[]).map(
    (id) => [id, overrides[id] ?? PARAMETERS[id].default] as const,
  );
  // So made it is an object of fixed shape to the engine; parsed, or built key by key, one of so many keys would be
  // looked up by name in every loop (test/policy/shape.test.ts).
  return Object.fromEntries(values) as Assumptions;
}
