/**
 * What a known answer is: a value from a closed form or a published table beside the same value from the
 * code. The tests and `npm run known` read the same list.
 */

export type Values = number | ArrayLike<number>;

export interface Answer {
  /** What it is about; answers of one subject stand together. */
  readonly group: string;
  /** The function or part of the engine that is asked. */
  readonly kernel: string;
  /** What it is asked, in a few words. */
  readonly of: string;
  /** Where the known value comes from. */
  readonly source: string;
  /** A number, or a closed form of what the engine was found to hold. */
  readonly known: Values | (() => Values);
  readonly ours: () => Values;
  /** Largest difference that passes, as `difference` measures it; 1e-9 where nothing is said. */
  readonly tolerance?: number;
}

export const TOLERANCE = 1e-9;

/** One subject's answers, without saying the subject and source each time. */
export const about = (
  group: string,
  source: string,
  answers: readonly (Omit<Answer, "group" | "source"> & { readonly source?: string })[],
): readonly Answer[] => answers.map((answer) => ({ source, ...answer, group }));

const asList = (values: Values | (() => Values)): number[] => {
  const found = typeof values === "function" ? values() : values;
  return typeof found === "number" ? [found] : Array.from(found);
};

export interface Comparison {
  readonly ours: readonly number[];
  readonly known: readonly number[];
  /** Largest |ours - known| / max(1, |known|) over the values. NaN where one of them is no number. */
  readonly difference: number;
  readonly tolerance: number;
  readonly agrees: boolean;
}

/** Works out our value and compares. Lists of different length never agree. */
export function compare(answer: Answer): Comparison {
  const ours = asList(answer.ours);
  const known = asList(answer.known);
  const tolerance = answer.tolerance ?? TOLERANCE;
  const apart = known.map((value, k) => Math.abs(ours[k] - value) / Math.max(1, Math.abs(value)));
  // Math.max hands NaN on, and no comparison with it holds.
  const difference = ours.length === known.length ? Math.max(0, ...apart) : NaN;
  return { ours, known, difference, tolerance, agrees: difference <= tolerance };
}

/** Works out a value when it is first asked for. */
export function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}
