/** The browser-safe door of the library: it exports, and holds nothing of its own. */
export type { Text, IndicatorInfo } from "./indicators/indicator.ts";
export { INDICATORS } from "./indicators/catalogue.ts";
export type { Parameter, RuleValue } from "./policy/parameter.ts";
export { type Assumptions, type ParameterId, parameterIds, PARAMETERS } from "./policy/parameters.ts";
export type { Choice, Designation, Measure, PlaceFilter, Policy } from "./policy/policy.ts";
export type { Scenario, Shock } from "./scenario/scenario.ts";
export { type Fault, formatFault, ScenarioError } from "./scenario/faults.ts";
export { parseScenario, validateScenario } from "./scenario/validate.ts";
export { formatSetting } from "./scenario/overrides.ts";
export { type ImportOptions, type ImportResult, importUnits } from "./scenario/import/import.ts";
export {
  createSimulation,
  type Prepared,
  prepareScenario,
  resumeSimulation,
  RunCancelled,
  type RunOptions,
  simulate,
  type Simulation,
} from "./engine/simulation.ts";
export { dismissTask, followTask } from "./engine/parallel/follow.ts";
export type { RecordSelection } from "./indicators/recorder.ts";
export type { CrewTask, Threads } from "./engine/parallel/lead.ts";
export { LedgerError } from "./engine/ledger.ts";
export { FLOW_KINDS, type FlowKind, TIERS, type Tier } from "./engine/result.ts";
export type {
  CountyPeople,
  Motives,
  PlanCut,
  PolicyOutlay,
  RunProgress,
  RunResult,
  SettlementInfo,
  ZoneInfo,
} from "./engine/result.ts";
export { NoSuchAgent, traceLife, type TraceOptions } from "./engine/trace/trace.ts";
export type { Life, LifeEvent, LifeYear, Situation, Why } from "./engine/trace/life.ts";
export { VERSION } from "./engine/version.ts";
export type { World } from "./world/world.ts";
