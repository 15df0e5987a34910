/** Which parameters are tuned, and what was thought of them before: any value between two bounds is as likely. */
import { shorten } from "../../scenario/faults.ts";
import { didYouMean } from "../../scenario/suggest.ts";
import { isRule, type Parameter } from "../../policy/parameter.ts";
import { UsageError } from "../commands/command.ts";

export interface Prior {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

/** What is tuned where nothing else is said: how people move. Bounds narrower than the table's are ours. */
export const DEFAULT_PRIORS =
  "considerRate=0.1..0.6,incomeWeight=0.5..3,distanceWeight=0.5..2.5,networkWeight=2..7," +
  "belongingWeight=0..3,movingCost=1..5,startDrain=0..0.04";

type Parameters = Readonly<Record<string, Parameter>>;

/** A share, weight or rate of the table, or one with bounds of one's own: `considerRate` or `considerRate=0.1..0.5`. */
const FORM = /^([A-Za-z]\w*)(?:=(-?[\d.]+)\.\.(-?[\d.]+))?$/;

/**
 * @param text ids with or without bounds, separated by commas
 * @throws UsageError where one is no assumption of the table, stands twice, or has bounds outside the table's
 */
export function parsePriors(text: string, parameters: Parameters): Prior[] {
  const priors = text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => parsePrior(word, parameters));
  const twice = priors.find(({ id }, k) => priors.findIndex((other) => other.id === id) !== k);
  if (twice !== undefined) {
    throw new UsageError(`--parameters names ${twice.id} twice; expected each parameter once. Delete one.`);
  }
  return priors;
}

function parsePrior(word: string, parameters: Parameters): Prior {
  const [, id = "", lowText, highText] = FORM.exec(word) ?? [];
  const known = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
  if (known?.kind !== "assumption") {
    const ids = Object.keys(parameters).filter((one) => parameters[one].kind === "assumption");
    throw new UsageError(
      `--parameters holds "${shorten(word)}"; expected an assumption of docs/parameters.md, as in considerRate or ` +
        `considerRate=0.1..0.5. ${didYouMean(id || word, ids)}`.trimEnd(),
    );
  }
  if (isRule(known)) {
    throw new UsageError(
      `--parameters names ${id}, of which there is no more or less; expected weights, shares or rates. Set it with ` +
        `--set parameters.${id}=${known.values?.[known.default]?.id ?? known.default}.`,
    );
  }
  const { min, max } = known;
  const low = lowText === undefined ? min : Number(lowText);
  const high = highText === undefined ? max : Number(highText);
  if (!(low >= min && high <= max && low < high)) {
    throw new UsageError(
      `--parameters gives ${id} from ${lowText} to ${highText}; expected two bounds within ${min} to ${max}, the ` +
        "lower first. Correct them.",
    );
  }
  return { id, low, high };
}

/** Values of the parameters at a point of the unit cube, rounded to six digits so that a file says them in full. */
export const valuesAt = (priors: readonly Prior[], point: ArrayLike<number>): Record<string, number> =>
  Object.fromEntries(
    priors.map(({ id, low, high }, k) => [id, Number((low + (high - low) * point[k]).toPrecision(6))]),
  );
