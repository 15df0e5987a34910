/** One row of THE parameter table: what it means, its unit and bounds, its default and where that comes from. */
export interface Parameter {
  readonly label: { readonly en: string; readonly zh: string };
  /** One sentence: what the number does in the model. */
  readonly doc: string;
  /** `share` (0-1), `per-year`, `yuan`, `minutes`, `persons`, … */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** A citation, or the honest word `assumed`. */
  readonly source: string;
  /**
   * `assumption`: how the world works; set by `parameters:` in a scenario, one value for the whole world.
   * `lever`: what someone decides; set by the measures of a policy, at a place, from a month until a month.
   */
  readonly kind: "assumption" | "lever";
}
