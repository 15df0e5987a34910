/** The life of one agent as it is told: plain data, events in the order in which they came. */
import type { Text } from "../../indicators/indicator.ts";
import type { TERMS } from "../../processes/migration/terms.ts";
import type { Activity, Mode } from "../../world/persons.ts";

export type Term = (typeof TERMS)[number];
/** What someone does, and how life is spread over places: the names of the codes in `sim/world/persons.ts`. */
export type Doing = keyof typeof Activity;
export type Way = keyof typeof Mode;

/** Where and how someone lives. Places are ids of settlements. */
export interface Situation {
  readonly residence: string;
  readonly workplace: string;
  /** Where the family's house and land are. */
  readonly home: string;
  readonly registered: string;
  readonly doing: Doing;
  readonly mode: Way;
}

/** Why a way of life was chosen over the present one. */
export interface Why {
  /** What each term of utility adds to the difference, in whole 2^-20ths: they add up to it exactly. */
  readonly terms: Readonly<Record<Term, number>>;
  /** Utility of the chosen life less that of the present one, without the part that chance adds. */
  readonly difference: number;
  /** Chance of the chosen life, and of going on as before, among all that came to mind. */
  readonly chance: number;
  readonly chanceToStay: number;
  /** How many ways of life were compared, the present one among them. */
  readonly alternatives: number;
}

/** What a decision came to: see the events of `urflow trace` in docs/trace.md. */
export type MoveKind =
  | "leaves"
  | "movesOn"
  | "returns"
  | "settles"
  | "commutes"
  | "farms"
  | "seeksWork"
  | "isTaken";

export type Happening =
  | { readonly event: "begins"; readonly situation: Situation; readonly schooling: number }
  | { readonly event: "isBorn"; readonly situation: Situation; readonly mother: number }
  | { readonly event: "arrives"; readonly situation: Situation; readonly schooling: number }
  | { readonly event: "goesOn"; readonly schooling: number }
  | { readonly event: "leavesSchool"; readonly schooling: number }
  | { readonly event: "isHired"; readonly doing: Doing; readonly place: string; readonly first: boolean }
  | { readonly event: "losesWork"; readonly place: string }
  | {
      readonly event: "moves";
      readonly kind: MoveKind;
      readonly from: Situation;
      readonly to: Situation;
      /** Travel time one way from the home to the new residence, or on the daily trip of a commuter. */
      readonly minutes: number;
      /** Null for a child that goes with a parent. */
      readonly why: Why | null;
    }
  | { readonly event: "marries"; readonly agent: number; readonly from: Situation; readonly to: Situation }
  | { readonly event: "hasChild"; readonly agent: number }
  | { readonly event: "foundsFirm"; readonly amount: number }
  | { readonly event: "inherits"; readonly amount: number }
  | { readonly event: "retires" }
  | { readonly event: "dies" };

export type LifeEvent = Happening & {
  /** Calendar year and month, 1 to 12. */
  readonly year: number;
  readonly month: number;
  /** Completed years. */
  readonly age: number;
};

/** One calendar year, in yuan for each person that the agent stands for. */
export interface LifeYear {
  readonly year: number;
  /** Pay, shares of profit, pension and compensation. */
  readonly income: number;
  /** The part of it sent to the family. */
  readonly sent: number;
  /** Savings at the end of the year. */
  readonly savings: number;
  /** Times that ways of life were compared, whether or not one was changed. */
  readonly thoughts: number;
}

export interface Life {
  readonly scenario: string;
  readonly policies: readonly string[];
  readonly set: readonly string[];
  readonly seed: string;
  readonly scale: number;
  readonly version: string;
  /** Hash of the run, the same as without the trace. */
  readonly hash: string;
  /** Calendar years of the first and the last state of the run. */
  readonly from: number;
  readonly until: number;
  readonly agent: number;
  readonly sex: "female" | "male";
  readonly born: { readonly year: number; readonly month: number };
  readonly events: readonly LifeEvent[];
  readonly years: readonly LifeYear[];
  /** Names of the places that the events name. */
  readonly places: Readonly<Record<string, Text>>;
}
