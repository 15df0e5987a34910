/** What calibration leaves: a file that says what was tuned to what, which sets were kept, and what they still miss. */
import * as z from "zod";
import { shorten } from "../../scenario/faults.ts";
import { UsageError } from "../commands/command.ts";
import { perTarget as perTargetOf, type PerTarget } from "../hindcast/figures.ts";
import { type Uncertainty, unitKey } from "../hindcast/parameters.ts";
import type { Score } from "../hindcast/scores.ts";

const perTarget = <T extends z.ZodType>(of: T) =>
  z.strictObject({ population: of, urbanShare: of, share65: of });

/** Null where nothing can be said. */
const known = z.number().nullable();

const ScoreForm = z.strictObject({
  rows: z.number(),
  rmse: known,
  bias: known,
  spearman: known,
  coverage: known,
});

export const CalibrationFile = z.strictObject({
  /** Version of this form. */
  "urflow-calibration": z.literal(1),
  urflow: z.string(),
  /** As the user gave it; null where none was given. */
  date: z.string().nullable(),
  method: z.string(),
  command: z.string(),
  seed: z.string(),
  draws: z.number(),
  rounds: z.number(),
  keptShare: z.number(),
  /** Persons an agent. */
  scale: z.number(),
  set: z.array(z.string()),
  from: z.number(),
  to: z.number(),
  /** The later census of every unit that was aimed at. */
  targets: z.array(
    z.strictObject({
      code: z.string(),
      unit: z.string(),
      prefecture: z.string(),
      /** Log growth, and changes of shares. */
      changes: perTarget(known),
    }),
  ),
  /** What a distance of 1 is: the miss of the national trend. */
  scales: perTarget(z.number()),
  tuned: z.array(
    z.strictObject({
      id: z.string(),
      unit: z.string(),
      /** Even between these. */
      prior: z.tuple([z.number(), z.number()]),
      tableDefault: z.number(),
      mean: z.number(),
      /** 5th and 95th percentile of the kept sets. */
      low: z.number(),
      high: z.number(),
    }),
  ),
  /** Every other assumption, with the value that all runs had. */
  untuned: z.record(z.string(), z.number()),
  /** The order of `distances` below. */
  groups: z.array(z.string()),
  kept: z.array(
    z.strictObject({
      weight: z.number().min(0),
      distance: z.number(),
      distances: z.array(known),
      values: z.record(z.string(), z.number()),
    }),
  ),
  /** Distance of the parameters as they stood, and the largest among the kept sets. */
  untunedDistance: z.number(),
  tolerance: z.number(),
  effectiveSets: z.number(),
  /** Standard deviations of what the best sets still miss, found with each group left out. */
  discrepancy: perTarget(z.number().min(0)),
  /** Scores with each group left out, over all and by group; null where there was one group alone. */
  heldOut: z
    .strictObject({
      ...perTarget(ScoreForm).shape,
      groups: z.array(z.strictObject({ group: z.string(), ...perTarget(ScoreForm).shape })),
    })
    .nullable(),
});

export type CalibrationFile = z.infer<typeof CalibrationFile>;

/**
 * @param assumptions ids that a world can be given
 * @throws UsageError where the text isn't such a file, or tunes what is not there
 */
export function parseCalibration(
  text: string,
  file: string,
  assumptions: readonly string[],
): CalibrationFile {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new UsageError(`${file}: it isn't JSON. Name a file that urflow calibrate has written.`);
  }
  const read = CalibrationFile.safeParse(found);
  if (read.success) {
    const strange = read.data.tuned.find(({ id }) => !assumptions.includes(id));
    if (strange === undefined) return read.data;
    throw new UsageError(
      `${file}: it tunes ${shorten(strange.id)}; expected assumptions of docs/parameters.md. Calibrate again.`,
    );
  }
  const [{ path, message }] = read.error.issues;
  throw new UsageError(
    `${file}: ${shorten(path.map(String).join("."), 80) || "the file"}: ${message}; expected what urflow calibrate ` +
      "writes. Calibrate again.",
  );
}

export const uncertaintyOf = ({ kept, discrepancy, targets, heldOut }: CalibrationFile): Uncertainty => ({
  sets: kept.map(({ weight, values }) => ({ weight, values })),
  discrepancy,
  aimedAt: new Set(targets.map(({ prefecture, unit }) => unitKey(prefecture, unit))),
  heldOut: new Map(heldOut?.groups.map((scores) => [scores.group, scoresOf(scores)])),
  heldOutOfAll: heldOut === null ? undefined : scoresOf(heldOut),
});

const scoresOf = (scores: PerTarget<z.infer<typeof ScoreForm>>): PerTarget<Score> =>
  perTargetOf((target) => {
    const { rows, rmse, bias, spearman, coverage } = scores[target];
    const number = (value: number | null): number => value ?? NaN;
    return {
      rows,
      rmse: number(rmse),
      bias: number(bias),
      spearman: number(spearman),
      coverage: number(coverage),
    };
  });
