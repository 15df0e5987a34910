/** What a pattern is: something that is seen among people and that nobody wrote into the model as such. */
import type { Tale } from "./tale.ts";

/** A figure of one run, with its standard error where it is an estimate. */
export interface Finding {
  readonly value: number;
  readonly error?: number;
}

export interface Figure {
  /** What is seen, as a sentence about the model, or what is looked at. */
  readonly sentence: string;
  readonly digits: number;
  readonly measure: (tale: Tale) => Finding;
}

export interface Pattern extends Figure {
  /** How it is told by one number. */
  readonly figure: string;
  /** Who saw it in people. */
  readonly source: string;
  /** What of it the model was told, so that nobody takes more for a discovery than is one. */
  readonly putIn: string;
  readonly isThere: (finding: Finding) => boolean;
  /** Why it isn't there, where it isn't. */
  readonly missing?: string;
}
