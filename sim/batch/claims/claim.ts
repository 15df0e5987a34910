/**
 * A claim as an experiment: which worlds, which policies side by side (the arms), which difference between them, and
 * the direction in which the claim says that it goes. What comes out is never written here.
 */
import type { Text } from "../../indicators/indicator.ts";
import type { ParameterId } from "../../policy/parameters.ts";

/** Yuan a year for each resident of the region at the start. */
export interface Purse {
  readonly yearly: number;
  readonly per: "resident";
}

/** A policy by its id, as a scenario names it. */
export interface PolicyUse {
  readonly use: string;
  /** Options of its choices. */
  readonly choose?: Readonly<Record<string, string>>;
  /** Most that its measures may cost: arms with the same purse cost the public the same at most. */
  readonly purse?: Purse;
}

/** Values of parameters that stand beside the defaults. */
export type Values = Readonly<Partial<Record<ParameterId, number>>>;

export interface Arm {
  readonly id: string;
  readonly label: Text;
  readonly policies: readonly PolicyUse[];
  readonly parameters?: Values;
}

/** One world that a claim is tried in. */
export interface Place {
  readonly id: string;
  readonly label: Text;
  /** Id of a built-in scenario without policies. */
  readonly world: string;
  /** Persons per agent and years to run. */
  readonly scale: number;
  readonly years: number;
  readonly parameters?: Values;
}

/** The figure of an arm, as the mean over years after the start (both ends count), times a weight. */
export interface Term {
  readonly arm: string;
  readonly weight: number;
  readonly years: readonly [number, number];
}

/** A sum of figures of arms with the same seed; the claim says that it lies above 0, or below. */
export interface Contrast {
  readonly id: string;
  readonly label: Text;
  /** Id in the catalogue of indicators. */
  readonly indicator: string;
  readonly terms: readonly Term[];
  readonly claimed: "above" | "below";
}

export interface Claim {
  /** As in A-i. */
  readonly id: string;
  readonly says: Text;
  /** How it is tried, and what of it isn't. */
  readonly tried: Text;
  /** Where it is tried; what would turn it is looked for in the first, the quickest to run. */
  readonly places: readonly Place[];
  readonly arms: readonly Arm[];
  readonly contrasts: readonly Contrast[];
}

/** Faults in how a claim is written: words for each, none where it is sound. */
export function faultsOf(claim: Claim, indicators: ReadonlySet<string>): string[] {
  const arms = new Set(claim.arms.map(({ id }) => id));
  const shortest = Math.min(...claim.places.map(({ years }) => years));
  return claim.contrasts.flatMap(({ id, indicator, terms }) => {
    const name = `claim ${claim.id}, contrast ${id}`;
    const net = terms.reduce((sum, { weight }) => sum + weight, 0);
    return [
      ...(indicators.has(indicator) ? [] : [`${name}: there is no indicator ${indicator}`]),
      ...terms.flatMap(({ arm, years: [from, to] }) => [
        ...(arms.has(arm) ? [] : [`${name}: there is no arm ${arm}`]),
        ...(from >= 1 && from <= to && to <= shortest
          ? []
          : [`${name}: years ${from} to ${to} are not within 1 to ${shortest}`]),
      ]),
      // Weights that don't cancel compare a level with 0, which no arm is needed for.
      ...(Math.abs(net) < 1e-9 ? [] : [`${name}: its weights add up to ${net}, expected 0`]),
    ];
  });
}
