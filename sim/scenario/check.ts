/** A tree against its schema: typed data, or a fault with its place for each thing that does not fit. */
import * as z from "zod";
import { shorten, type Fault } from "./faults.ts";
import { MAX_FAULTS } from "./limits.ts";
import { mendOf, type Bounds } from "./mends.ts";
import { HINTS } from "./schemaParts.ts";
import { didYouMean } from "./suggest.ts";
import { at, atKey, faultAt, keysOf, plainOf, rootSpot, type Spot, type Tree } from "./tree.ts";

type Issue = z.core.$ZodIssue;

/** What a schema makes of a tree. `data` is there only where nothing is wrong. */
export interface Checked<T> {
  readonly data?: T | undefined;
  readonly faults: readonly Fault[];
}

export function checkTree<T>(schema: z.ZodType<T>, tree: Tree): Checked<T> {
  const result = schema.safeParse(plainOf(tree));
  if (result.success) return { data: result.data, faults: [] };
  const root = rootSpot(tree);
  // What is cut off here would be cut off in the end; the words of a fault take a while to find.
  const issues = result.error.issues.slice(0, 2 * MAX_FAULTS);
  return { faults: issues.flatMap((issue) => faultsOf(issue, schema, root)) };
}

/** `from` is where the schema stands in the tree; the path of an issue counts from there. */
function faultsOf(issue: Issue, schema: z.ZodType, from: Spot): Fault[] {
  const spot = at(
    from,
    ...issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment))),
  );
  const local = schemaAt(schema, from, spot);
  if (issue.code === "unrecognized_keys") {
    // Zod tells the issue of the one branch that nearly fitted as if there were no union.
    const map = local instanceof z.ZodUnion ? bare(branchFor(local, spot).schema) : local;
    const known = map instanceof z.ZodObject ? Object.keys(map.shape) : [];
    return issue.keys.map((key) => unknownKey(spot, key, known));
  }
  if (issue.code === "invalid_union" && local instanceof z.ZodUnion) {
    const branch = branchFor(local, spot);
    const chosen = issue.errors[branch.index];
    if (branch.schema instanceof z.ZodObject && chosen !== undefined) {
      return chosen.flatMap((inner) => faultsOf(inner, branch.schema, spot));
    }
  }
  if (issue.code === "invalid_key") {
    return [
      faultAt(
        spot,
        "small letters, digits and hyphens as a key",
        "Rename the key.",
        "a key that does not fit",
      ),
    ];
  }
  const mend = quoteMend(spot.tree, local) ?? mendOf(spot.tree, boundsOf(local), hintOf(local).mend ?? "");
  return [faultAt(spot, expectedOf(local), mend)];
}

/** A number or true where a text is due, and the text would do. */
function quoteMend(tree: Tree | undefined, schema: z.ZodType | undefined): string | undefined {
  if (tree?.kind !== "scalar" || tree.value === null || !(schema instanceof z.ZodString)) return undefined;
  if (typeof tree.value === "string" || !schema.safeParse(tree.source).success) return undefined;
  return `Put it in quotes: "${shorten(tree.source)}".`;
}

function unknownKey(spot: Spot, key: string, known: readonly string[]): Fault {
  const names = known.length <= 24 ? `one of ${known.join(", ")}` : "a key of this format";
  const mend = `${didYouMean(key, known)}Rename or delete the key.`;
  return faultAt(atKey(spot, key), names, mend, "an unknown key");
}

const hintOf = (schema: z.ZodType | undefined) => (schema === undefined ? {} : (HINTS.get(schema) ?? {}));

/** The schema of what stands at `spot`, found by going down from `from`. */
function schemaAt(schema: z.ZodType, from: Spot, spot: Spot): z.ZodType | undefined {
  let current: z.ZodType | undefined = bare(schema);
  let here = from;
  for (const segment of spot.path.slice(from.path.length)) {
    if (current instanceof z.ZodUnion) current = bare(branchFor(current, here).schema);
    current = stepInto(current, segment);
    here = at(here, segment);
  }
  return current;
}

function stepInto(schema: z.ZodType | undefined, segment: string | number): z.ZodType | undefined {
  let below: unknown;
  if (schema instanceof z.ZodObject) below = schema.shape[segment];
  else if (schema instanceof z.ZodArray) below = schema.element;
  else if (schema instanceof z.ZodTuple) below = schema.def.items[Number(segment)];
  else if (schema instanceof z.ZodRecord) below = schema.valueType;
  return below instanceof z.ZodType ? bare(below) : undefined;
}

/** Without the wrappings that say what may be left out. */
function bare(schema: z.ZodType): z.ZodType {
  let current: unknown = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap();
  return current instanceof z.ZodType ? current : schema;
}

/** Which form of a union is meant: of those for maps the one that knows most of the keys, else the plain one. */
function branchFor(union: z.ZodUnion, spot: Spot): { index: number; schema: z.ZodType } {
  const keys = keysOf(spot);
  const fit = (option: z.ZodType): number => {
    const schema = bare(option);
    if (!(schema instanceof z.ZodObject)) return spot.tree?.kind === "map" ? -1 : 0;
    if (spot.tree?.kind !== "map") return -1;
    return keys.filter((key) => Object.hasOwn(schema.shape, key)).length;
  };
  const options = union.options.filter((option) => option instanceof z.ZodType);
  const fits = options.map(fit);
  const index = fits.indexOf(Math.max(...fits));
  return { index, schema: options[index] };
}

function boundsOf(schema: z.ZodType | undefined): Bounds {
  if (!(schema instanceof z.ZodNumber)) return {};
  const { type, minimum, maximum, exclusiveMinimum: above } = z.toJSONSchema(schema);
  return {
    type: type === "integer" ? type : "number",
    least: minimum,
    greatest: maximum,
    above: typeof above === "number" ? above : undefined,
  };
}

/** What the schema accepts, in words. */
function expectedOf(schema: z.ZodType | undefined): string {
  const said = hintOf(schema).expected;
  if (said !== undefined) return said;
  if (schema instanceof z.ZodNumber) return sayBounds(boundsOf(schema));
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.join(", ")}`;
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String).join(" or ");
  if (schema instanceof z.ZodObject) return `a map with ${Object.keys(schema.shape).join(", ")}`;
  if (schema instanceof z.ZodArray) return "a list";
  if (schema instanceof z.ZodString) return "a text";
  return "a value of this format";
}

function sayBounds({ type, least, greatest, above }: Bounds): string {
  const number = type === "integer" ? "a whole number" : "a number";
  if (above !== undefined) {
    return `${number} greater than ${above}${greatest === undefined ? "" : `, at most ${greatest}`}`;
  }
  if (least !== undefined && greatest !== undefined) return `${number} from ${least} to ${greatest}`;
  if (least !== undefined) return `${number} of at least ${least}`;
  return greatest === undefined ? number : `${number} of at most ${greatest}`;
}
